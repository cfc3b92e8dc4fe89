"""Files and folders: every readable file, and a record of every other."""

import gzip
import io
from pathlib import Path

import pytest

from rawi.errors import UsageError
from rawi.ingest import SetAside, documents_from, documents_from_stream
from rawi.model import Document

from . import samples
from .samples import PARAGRAPHS, REPORT, TITLE

DATA = Path(__file__).parent / "data"


@pytest.fixture
def folder(tmp_path):
    files = {
        "a.txt": REPORT.encode(),
        "b.html": samples.write_blog_page().encode(),
        "c.pdf": (DATA / "report.pdf").read_bytes(),
        "d.docx": samples.write_docx(PARAGRAPHS, heading=TITLE),
        "e.jsonl": f'{{"text": "{TITLE}"}}\nbad\n{{"text": "{TITLE}"}}'.encode(),
        "f.csv": f"النص\n{TITLE}".encode(),
        "g.jsonl.gz": gzip.compress(f'{{"text": "{TITLE}"}}'.encode()),
        "h.png": b"\x89PNG\r\n",
        "i.txt": b"",
        "sub/j.dat": REPORT.encode("cp1256"),
        ".hidden": b"x",
        "k.gz": b"\x1f\x8bx",
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder(folder):
    items = list(documents_from(folder))
    asides = [
        (item.where.removeprefix(f"{folder}/"), item.kind) for item in items if isinstance(item, SetAside)
    ]
    expected = [
        ("e.jsonl:2", "BrokenInput"),
        ("h.png", "UnknownFormat"),
        ("i.txt", "EmptyInput"),
        ("k.gz", "BrokenInput"),
    ]
    assert asides == expected
    texts = [item.text for item in items if isinstance(item, Document)]
    assert len(texts) == 9
    assert all(text.startswith(TITLE) for text in texts)


def test_a_wrong_suffix(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes((DATA / "report.pdf").read_bytes())
    (document,) = documents_from(path)
    assert document.title == TITLE


def test_missing_and_empty(tmp_path):
    (missing,) = documents_from(tmp_path / "none.txt")
    assert (missing.kind, "No such file" in missing.message) == ("BrokenInput", True)
    (empty,) = documents_from(tmp_path)
    assert (empty.kind, empty.message[:8]) == ("EmptyInput", "No files")


def test_bad_options_stop_at_once():
    with pytest.raises(UsageError, match="accepted: YYYY"):
        documents_from(DATA, published="soon")
    with pytest.raises(UsageError, match="accepted: auto, text"):
        documents_from_stream(None, format="xls")


def test_the_same_id_every_time(folder):
    assert list(documents_from(folder)) == list(documents_from(folder))


@pytest.mark.parametrize(
    "data",
    [
        f"id,text,outlet\n1,{TITLE},x\n".encode(),
        f"المعرف;النص\n1;{TITLE}\n".encode("utf-16"),
        f"id\ttext\n1\t{TITLE}\n".encode("cp1256"),
    ],
    ids=["comma", "semicolon, UTF-16", "tab, windows-1256"],
)
def test_a_table_on_standard_input_is_known_by_its_first_row(data):
    (document,) = documents_from_stream(io.BytesIO(data))
    assert (document.id, document.text) == ("1", TITLE)


def test_a_text_that_speaks_of_columns_is_no_table():
    (document,) = documents_from_stream(io.BytesIO(f"{TITLE}، قال المصدر، وهذا هو النص.\n".encode()))
    assert document.text.startswith(TITLE)


@pytest.mark.parametrize(
    ("name", "text"), [("a.csv", "id,text\n"), ("a.jsonl", "\n\n"), ("b.jsonl", ""), ("a.json", "[]")]
)
def test_a_file_of_many_that_holds_none_is_set_aside(tmp_path, name, text):
    (tmp_path / name).write_text(text)
    (item,) = documents_from(tmp_path / name)
    assert (item.where, item.kind) == (str(tmp_path / name), "EmptyInput")


def test_an_empty_stream_of_json_lines_is_no_error():
    assert list(documents_from_stream(io.BytesIO(b""), format="jsonl")) == []


def test_broken_json_is_told_with_its_column():
    (item,) = documents_from_stream(io.BytesIO(b'{"id": "1", "text":\n'), format="jsonl")
    assert item.message.startswith("Invalid JSON at column 20: Expecting value; accepted: ")
