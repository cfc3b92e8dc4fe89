"""Files, folders, archives, tables and exports: each report with its own bytes, and all else set aside."""

import csv
import gzip
import io
import json
import zipfile
from pathlib import Path

import pytest

from rawi.ingest import SetAside
from rawi.ingest.inputs import GatherOptions, Incoming, gather, telegram, zips

from .samples import REPORT, TITLE, write_blog_page, write_docx

FLAT = REPORT.replace("\n", " ")
PAGE = write_blog_page().encode()
OPTIONS = GatherOptions(published="2020", outlet="سانا")


@pytest.fixture
def take(tmp_path):
    """Writes a file and takes it in: what came, and what was set aside."""

    def run(name: str, data: bytes, options: GatherOptions = OPTIONS):
        (tmp_path / name).write_bytes(data)
        return split(gather(str(tmp_path / name), options))

    return run


def split(items):
    items = list(items)
    came = [item for item in items if isinstance(item, Incoming)]
    return came, [item for item in items if isinstance(item, SetAside)]


def _zip(members: dict[str, bytes], compression=zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()


PDF = (Path(__file__).parent / "data" / "report.pdf").read_bytes()
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FILES = [
    ("a.txt", REPORT.encode(), "text/plain"),
    ("a.html", PAGE, "text/html"),
    ("a.pdf", PDF, "application/pdf"),
    ("a.docx", write_docx([REPORT]), WORD),
    ("a.json", json.dumps({"text": REPORT}).encode(), "application/json"),
]


@pytest.mark.parametrize(("name", "data", "media_type"), FILES)
def test_a_file(take, tmp_path, name, data, media_type):
    ((item,), asides) = take(name, data)
    assert (item.original, item.media_type, item.where) == (data, media_type, str(tmp_path / name))
    expected = "url:https://barada.example/news/123" if name == "a.html" else f"file:{tmp_path / name}"
    assert (item.key, item.fetched, item.response, asides) == (expected, None, None, [])


def test_a_page_goes_before_the_options(take):
    ((item,), _) = take("a.html", PAGE)
    assert (item.document.published, item.document.outlet.name) == ("2022-12-12", "بردى بوست")


def test_a_packed_file(take, tmp_path):
    ((item,), _) = take("a.txt.gz", gzip.compress(REPORT.encode()))
    assert (item.original, item.key) == (REPORT.encode(), f"file:{tmp_path / 'a.txt.gz'}")
    assert take("b.txt.gz", gzip.compress(REPORT.encode())[:-20])[1][0].kind == "BrokenInput"


def test_a_folder(tmp_path):
    for name in ("b/2.txt", "a.txt", "b/.hidden/3.txt", ".4.txt", "b/1.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(REPORT)
    (tmp_path / "b" / "5.png").write_bytes(b"\x89PNG\r\n")
    (tmp_path / "c.txt").symlink_to(tmp_path / "nowhere")
    came, asides = split(gather(str(tmp_path), OPTIONS))
    assert [item.where for item in came] == [str(tmp_path / name) for name in ("a.txt", "b/1.txt", "b/2.txt")]
    assert [aside.where for aside in asides] == [str(tmp_path / "b/5.png"), str(tmp_path / "c.txt")]


def test_what_is_no_file(tmp_path):
    (tmp_path / "empty").mkdir()
    for source in ("missing.txt", "empty", "\x00"):
        ((), (aside,)) = split(gather(str(tmp_path / source), OPTIONS))
        assert "accepted: " in aside.message


def test_a_full_disk(take, monkeypatch):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rawi.ingest.pdf.read", full)
    ((), (aside,)) = take("a.pdf", PDF)
    assert "(No space left on device)" in aside.message


def test_skipped_files_are_not_read(tmp_path):
    (tmp_path / "a.txt").write_text(REPORT)
    assert split(gather(str(tmp_path), GatherOptions(skip=lambda key: key.startswith("file:")))) == ([], [])


def test_jsonl(take, tmp_path):
    lines = [
        json.dumps({"text": REPORT, "url": "https://A.example/1?utm_source=x"}),
        "",
        json.dumps({"text": REPORT, "id": 7}, ensure_ascii=False),
        "{bad",
        json.dumps({"text": REPORT}),
    ]
    came, (aside,) = take("a.jsonl", "\r\n".join(lines).encode())
    assert [item.original.decode() for item in came] == [lines[0], lines[2], lines[4]]
    path = tmp_path / "a.jsonl"
    assert [item.key for item in came] == ["url:https://a.example/1", "id:7", f"file:{path}#5"]
    assert [item.where for item in came] == [f"{path}:1", f"{path}:3", f"{path}:5"]
    assert aside.where == f"{path}:4"
    assert came[0].document.url == "https://A.example/1?utm_source=x"


def test_jsonl_mapped(take):
    options = GatherOptions(columns={"text": "body", "published": "when"})
    ((item,), _) = take("a.jsonl", json.dumps({"body": REPORT, "when": "2022-01-02"}).encode(), options)
    assert (item.document.text, item.document.published) == (REPORT, "2022-01-02")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_jsonl_in_utf16(take, encoding):
    lines = [json.dumps({"text": REPORT, "title": "\u0a0aਊ"}, ensure_ascii=False) for _ in range(3)]
    data = ("\ufeff" + "\n".join(lines)).encode(encoding)
    came, asides = take("a.jsonl", data)
    assert ([item.original.decode(encoding) for item in came], asides) == (lines, [])


def test_a_json_list(take, tmp_path):
    records = [json.dumps({"text": REPORT}, indent=1), "5", json.dumps({"text": REPORT, "id": "c"})]
    came, (aside,) = take("a.json", f"\n[ {' , '.join(records)}\n]".encode())
    assert [item.original.decode() for item in came] == [records[0], records[2]]
    assert [item.key for item in came] == [f"file:{tmp_path / 'a.json'}#1", "id:c"]
    assert aside.where == f"{tmp_path / 'a.json'}#2"


def _table(rows, delimiter=","):
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    return file.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_csv_mapped(take, tmp_path, delimiter, encoding):
    table = _table(
        [["nr", "My Body", "day", "date"], [1, REPORT, "2021-01-01", "x"], [2, FLAT, "2021-01-02", "x"]],
        delimiter,
    )
    options = GatherOptions(columns={"text": "my body", "published": "day", "id": "nr"})
    came, asides = take("a.csv", table.encode(encoding), options)
    assert asides == []
    assert [item.document.text for item in came] == [REPORT, FLAT]
    assert [(item.document.published, item.key) for item in came] == [
        ("2021-01-01", "id:1"),
        ("2021-01-02", "id:2"),
    ]
    plain = "utf-16-le" if encoding == "utf-16" else encoding.removesuffix("-sig")
    head, *_ = table.split("\r\n")
    assert "\r\n".join([head, *(item.original.decode(plain) for item in came), ""]) == table
    assert [item.where for item in came] == [f"{tmp_path / 'a.csv'}:{line}" for line in (2, 11)]


def test_csv_without_text(take):
    ((), (aside,)) = take("a.csv", b"nr,story,day\n1,x,2\n")
    assert "No column of text in the first row; the columns are 'nr', 'story', 'day'" in aside.message
    assert "text=NAME" in aside.message
    ((), (aside,)) = take("a.csv", b"nr,story,day\n", GatherOptions(columns={"text": "storey"}))
    assert "No column 'storey' in the first row, named as text; the columns are 'nr'" in aside.message


def test_a_zip(take, tmp_path):
    inner = _zip({"deep.txt": REPORT.encode()})
    members = {
        "a/1.txt": REPORT.encode(),
        "a/.x": b"x",
        "__MACOSX/a/1.txt": b"x",
        "b.html": PAGE,
        "c.jsonl": json.dumps({"text": REPORT}).encode(),
        "d.zip": inner,
        "e.docx": write_docx([REPORT]),
        "f.png": b"\x89PNG",
    }
    came, (aside,) = take("a.zip", _zip(members))
    where = str(tmp_path / "a.zip")
    assert [item.where.removeprefix(where) for item in came] == [
        "!a/1.txt", "!b.html", "!c.jsonl:1", "!d.zip!deep.txt", "!e.docx",
    ]  # fmt: skip
    assert came[0].key == f"file:{where}!a/1.txt"
    assert came[2].key == f"file:{where}!c.jsonl#1"
    assert came[0].original == REPORT.encode()
    assert (aside.where, aside.kind) == (f"{where}!f.png", "UnknownFormat")


def test_a_zip_with_bad_members(take):
    data = bytearray(_zip({name: REPORT.encode() for name in ("1.txt", "2.txt", "3.txt")}))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        first, second, _ = archive.infolist()
    data[second.header_offset + 60 : second.header_offset + 90] = b"\xff" * 30
    start = data.index(b"PK\x01\x02")
    for place in (first.header_offset + 6, start + 8):
        data[place] |= 1
    came, asides = take("a.zip", bytes(data))
    assert [item.where[-5:] for item in came] == ["3.txt"]
    assert [aside.where[-5:] for aside in asides] == ["1.txt", "2.txt"]
    assert "encrypted" in asides[0].message
    assert asides[1].kind == "BrokenInput"


@pytest.mark.parametrize("data", [_zip({"a.txt": REPORT.encode()})[:200], b"PK\x03\x04" + b"x" * 99, b"x"])
def test_a_corrupt_zip(take, data):
    ((), (aside,)) = take("a.zip", data)
    assert (aside.kind, "ZIP archive cannot be read" in aside.message) == ("BrokenInput", True)


def test_an_empty_zip(take):
    assert take("a.zip", _zip({}))[1][0].kind == "EmptyInput"


def test_bombs(take, monkeypatch):
    ((), (aside,)) = take("a.zip", _zip({"a.txt": b"0" * 3_000_000}))
    assert (aside.kind, "as in a ZIP bomb" in aside.message) == ("TooLarge", True)
    monkeypatch.setattr(zips, "MAX_TOTAL", 2 * len(REPORT.encode()) + 500)
    inner = _zip({"3.txt": REPORT.encode()}, zipfile.ZIP_STORED)
    came, asides = take("b.zip", _zip({"1.txt": REPORT.encode(), "2.zip": inner, "4.txt": b"0"}))
    assert (len(came), "more than" in asides[0].message) == (1, True)
    monkeypatch.setattr(zips, "MAX_FILE_BYTES", 100)
    assert "accepted: up to 100" in take("c.zip", _zip({"1.txt": REPORT.encode()}))[1][0].message


def test_archives_in_archives(take):
    data = _zip({"a.txt": REPORT.encode()})
    for _ in range(5):
        data = _zip({"a.zip": data})
    assert take("a.zip", data)[1][0].kind == "TooLarge"


def test_an_office_file_is_no_archive(take):
    data = _zip({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"})
    assert "a ZIP archive (.xlsx)" in take("a.xlsx", data)[1][0].message


def test_a_text_with_links_is_no_list(take):
    ((item,), _) = take("a.txt", f"https://example.org/1\n{REPORT}".encode())
    assert item.document.text.startswith("https://example.org/1\n")


CHAT = {
    "name": "قناة الفرات",
    "type": "public_channel",
    "id": 1234567890,
    "messages": [
        {"id": 1, "type": "service", "action": "create_channel", "text": ""},
        {"id": 2, "type": "message", "date": "2024-05-02T01:30:00", "date_unixtime": "1714602600",
         "from": "قناة الفرات", "text": REPORT},
        {"id": 3, "type": "message", "date": "2024-05-02T12:00:00", "photo": "photos/1.jpg",
         "author": "مراسل",
         "text": [TITLE, "\n", {"type": "bold", "text": FLAT},
                  {"type": "text_link", "text": " المصدر", "href": "https://a.example"}],
         "forwarded_from": "شبكة الخابور", "edited": "2024-05-02T13:00:00"},
        {"id": 4, "type": "message", "date": "2024-05-02T12:00:00", "photo": "photos/2.jpg", "text": ""},
        {"id": 5, "type": "message", "text": []},
        {"id": 6, "type": "message", "date": "x", "text": FLAT, "forwarded_from": None},
        {"id": 7, "type": "message", "text": "Breaking: the army left the town on Monday morning"},
        None,
    ],
}  # fmt: skip


def test_telegram(take, tmp_path):
    came, asides = take(
        "result.json", json.dumps(CHAT, ensure_ascii=False, indent=1).encode(), GatherOptions()
    )
    second, third, sixth = came
    assert [item.key for item in came] == [f"telegram:1234567890/{number}" for number in (2, 3, 6)]
    assert second.where == f"{tmp_path / 'result.json'}#2"
    assert json.loads(second.original) == CHAT["messages"][1]
    assert (second.document.text, second.document.published) == (REPORT, "2024-05-01")
    assert second.document.notes == (
        "Sent at 2024-05-01 22:30 UTC; the export's clock had 2024-05-02T01:30:00",
    )
    assert (second.document.outlet.name, second.document.author, second.document.url) == (
        "قناة الفرات",
        None,
        None,
    )
    assert third.document.text == f"{TITLE}\n{FLAT} المصدر"
    assert (third.document.published, third.document.author) == ("2024-05-02", "مراسل")
    assert {"Forwarded from شبكة الخابور", "Link in the text: https://a.example"} <= set(third.document.notes)
    assert "Forwarded from an account that is hidden or deleted" in sixth.document.notes
    assert any("Date left out" in note for note in sixth.document.notes)
    english, counted = asides
    assert (english.where[-2:], english.kind) == ("#7", "NotArabic")
    assert counted.kind == "Skipped"
    assert "1 empty, 1 media without a caption, 1 no messages at all, 1 of the service" in counted.message


def test_telegram_of_all_chats(take):
    chats = {
        "chats": {"list": [{**CHAT, "username": "furat_news"}, {"id": 5, "messages": [], "name": "x"}, 3]}
    }
    came, _ = take("result.json", json.dumps(chats).encode())
    assert [item.document.url for item in came] == [
        f"https://t.me/furat_news/{number}" for number in (2, 3, 6)
    ]


def test_telegram_in_a_zip(take):
    assert len(take("a.zip", _zip({"ChatExport/result.json": json.dumps(CHAT).encode()}))[0]) == 3


@pytest.mark.parametrize(
    "value", [{"text": "x", "messages": [], "id": 1, "type": "x"}, {"messages": []}, [], {"chats": []}]
)
def test_what_is_no_export(value):
    assert not telegram.is_export(value)
