"""Of a Word file, the paragraphs come out in order."""

import io
import zipfile

import pytest

from .samples import PARAGRAPHS, REPORT, TITLE, write_docx


def test_report(read_one):
    document = read_one(write_docx(PARAGRAPHS, heading=TITLE))
    assert document.text == REPORT
    assert document.title == TITLE


def test_a_title_repeated_is_one(read_one):
    document = read_one(write_docx([TITLE, *PARAGRAPHS], heading=TITLE))
    assert document.text == REPORT


def test_tables_and_line_breaks(read_one):
    document = read_one(write_docx(["السطر الأول\nالسطر الثاني", ""], cells=["دمشق", "حلب"]))
    assert document.text == "السطر الأول\n\nالسطر الثاني\n\nدمشق\n\nحلب"
    assert document.title is None


def _archive(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


BAD = [
    (b"\xd0\xcf\x11\xe0" + b"0" * 600, "BrokenInput", "protected by a password, or an old .doc"),
    (write_docx(PARAGRAPHS)[:3000], "BrokenInput", "truncated or damaged"),
    (_archive(a=b"x"), "BrokenInput", "no word/document.xml"),
    (write_docx([]), "EmptyInput", "has no text"),
]


@pytest.mark.parametrize(("data", "kind", "message"), BAD)
def test_bad_files(refuse, data, kind, message):
    aside = refuse(data, "docx")
    assert aside.kind == kind
    assert message in aside.message
    assert "accepted: a .docx" in aside.message
