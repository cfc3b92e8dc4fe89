"""JSON Lines and tables: a document a row, and every bad row by its line."""

import io
import json

import pytest

from rawi.ingest import SetAside, base, documents_from_stream
from rawi.model import Document

from .samples import REPORT, TITLE


def _line(**fields: object) -> bytes:
    return json.dumps({"text": REPORT, **fields}, ensure_ascii=False).encode() + b"\n"


def test_jsonl(read_one):
    data = _line(id=7, outlet="سانا", published="2022-12-12T01:00:00Z", url="https://a.example", title=TITLE)
    document = read_one(data, "jsonl", published="2020", outlet="x")
    assert (document.id, document.published, document.title) == ("7", "2022-12-12", TITLE)
    assert (document.outlet.name, document.url, document.text) == ("سانا", "https://a.example", REPORT)


def test_options_fill_gaps(read_one):
    document = read_one(_line(published=None, outlet=""), "jsonl", published="2020", outlet="سانا")
    assert (document.published, document.outlet.name) == ("2020", "سانا")


def test_an_outlet_as_rawi_writes_it(read_one):
    assert read_one(_line(outlet={"name": "سانا", "entity": "sana"}), "jsonl").outlet.name == "سانا"


LINES = [
    (b'{"text": bad}', "BrokenInput", "Invalid JSON at column 10: "),
    (b'{"id": 3}', "BrokenInput", 'No "text" (fields: id)'),
    (b"[]", "BrokenInput", "Not a JSON object but a list"),
    (b'{"text": 5}', "BrokenInput", '"text" is a number'),
    (b'{"text": null}', "EmptyInput", '"text" is null'),
    (b'{"text": " "}', "EmptyInput", "white space"),
    (b'{"text": "the army left the town on Monday"}', "NotArabic", "English"),
    (b'{"text": "' + b"9" * 10, "BrokenInput", "Invalid JSON"),
    (b"[" * 100_000, "BrokenInput", "Invalid JSON"),
    (b"9" * 10_000, "BrokenInput", "JSON"),
    (b"\x00\xff\x80", "BrokenInput", ""),
]


@pytest.mark.parametrize(("line", "kind", "message"), LINES)
def test_a_bad_line_three(read_all, line, kind, message):
    first, aside, last = read_all(
        b"\xef\xbb\xbf" + _line(id="a") + b"\n" + line + b"\n" + _line(id="b"), "jsonl"
    )
    assert (first.id, last.id) == ("a", "b")
    assert (aside.where, aside.kind) == ("stdin:3", kind)
    assert message in aside.message
    assert "accepted: " in aside.message


@pytest.mark.parametrize("encoding", ["utf-16", "cp1256"])
def test_jsonl_in_other_encodings(read_all, encoding):
    data = (_line(id="a") + b"\n" + _line(id="b")).decode().encode(encoding)
    assert [item.text for item in read_all(data, "jsonl")] == [REPORT, REPORT]


def test_a_bad_date_is_noted(read_one):
    document = read_one(_line(published="12/12/2022"), "jsonl")
    assert document.published is None
    assert "Date left out: '12/12/2022'" in document.notes[0]


def test_jsonl_streams():
    """Each document is there before the next line is read."""
    taken = []

    class Slow(io.BytesIO):
        def readline(self, size: int = -1, /) -> bytes:
            taken.append(1)
            return super().readline(size)

    documents = documents_from_stream(Slow(_line() * 5), format="jsonl")
    for number in range(1, 4):
        assert isinstance(next(documents), Document)
        assert len(taken) == number


def test_a_line_too_large(read_all, monkeypatch):
    monkeypatch.setattr(base, "MAX_TEXT_BYTES", 5000)
    first, aside, last = read_all(_line() + _line(title="x" * 200_000) + _line(), "jsonl")
    assert (aside.where, aside.kind) == ("stdin:2", "TooLarge")
    assert isinstance(first, Document)
    assert isinstance(last, Document)


def test_json_without_a_name(read_all):
    assert [item.id for item in read_all(_line(id="a") + _line(id="b"))] == ["a", "b"]


def test_json(read_all):
    records = [{"text": REPORT}, 5, {"text": REPORT, "id": "c"}]
    first, aside, last = read_all(json.dumps(records).encode(), "json")
    assert (first.text, last.id) == (REPORT, "c")
    assert (aside.where, aside.kind) == ("stdin#2", "BrokenInput")


HEADERS = [
    ("id,title,text,published,outlet,url", ","),
    ("ID;Title;Content;Date;Source;Link", ";"),
    ("المعرف\tالعنوان\tالنص\tالتاريخ\tالمصدر\tالرابط", "\t"),
    ("id|headline|body|publish_date|publisher|link", "|"),
]


@pytest.mark.parametrize(("header", "delimiter"), HEADERS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_csv(read_all, header, delimiter, encoding):
    cells = [
        "a",
        TITLE,
        f'"{REPORT.replace(chr(34), chr(34) * 2)}"',
        "2022-12-12",
        "سانا",
        "https://a.example",
    ]
    bad = ["b", TITLE, "", "", "", ""]
    rows = [header, delimiter.join(cells), delimiter.join(bad), "x", "", delimiter.join(cells)]
    data = "\r\n".join(rows).encode(encoding)
    first, empty, short, last = read_all(data, "csv")
    assert (first.id, first.title, first.text, first.published) == ("a", TITLE, REPORT, "2022-12-12")
    assert (first.outlet.name, first.url) == ("سانا", "https://a.example")
    lines = REPORT.count("\n")
    assert (empty.where, empty.kind) == (f"stdin:{3 + lines}", "EmptyInput")
    assert (short.where, short.kind) == (f"stdin:{4 + lines}", "BrokenInput")
    assert last.text == REPORT


def test_csv_with_text_only(read_all):
    assert [item.text for item in read_all("النص\nقال الجيش\nقسد".encode(), "csv")] == ["قال الجيش", "قسد"]


def test_a_huge_field(read_one):
    text = "قال الجيش " * 50_000
    assert read_one(f"text,id\n{text},1".encode(), "csv").text == text


@pytest.mark.parametrize(
    ("data", "message"), [(b"a,b\n1,2", "No column of text"), (b"", "the table is empty")]
)
def test_bad_tables(refuse, data, message):
    aside = refuse(data, "csv")
    assert isinstance(aside, SetAside)
    assert message in aside.message
    assert "accepted: a first row that names a text" in aside.message


def test_a_stray_carriage_return_costs_one_row(read_all):
    bad, good = read_all("id,text\na,قال\rالجيش\nb,قسد\n".encode(), "csv")
    assert (bad.where, bad.kind, good.id) == ("stdin:2", "BrokenInput", "b")
