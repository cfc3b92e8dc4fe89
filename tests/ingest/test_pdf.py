"""Of a PDF, paragraphs in reading order come out. `data/*.pdf` were made with fpdf2 and Noto Naskh Arabic."""

import sys
from pathlib import Path

import pytest

from rawi.ingest.pdf import _Block, _join_pages, _paragraphs, _to_letters, _without_running_heads

from .samples import PARAGRAPHS, TITLE

DATA = Path(__file__).parent / "data"


def test_report(read_one):
    document = read_one((DATA / "report.pdf").read_bytes(), published="2022-12-12")
    paragraphs = document.text.split("\n\n")
    assert document.title == TITLE
    assert paragraphs[:2] == [TITLE, PARAGRAPHS[0]]
    assert paragraphs[-1] == "وأضافت الوكالة أن الهدوء عاد إلى المنطقة."
    assert document.published == "2022-12-12"


def test_without_qalam(read_one, monkeypatch):
    import qalam

    monkeypatch.setattr(qalam, "Document", lambda path: 1 / 0)
    document = read_one((DATA / "report.pdf").read_bytes())
    assert TITLE in document.text
    assert "وأضافت الوكالة أن الهدوء عاد إلى المنطقة" in document.text
    assert any("simpler PDF reader" in note for note in document.notes)
    assert "pypdf" in sys.modules


BAD = [
    ("locked.pdf", None, "BrokenInput", "protected by a password"),
    ("scanned.pdf", None, "EmptyInput", "No text layer.*ocrmypdf"),
    *(("report.pdf", length, "BrokenInput", "truncated or damaged") for length in (20, 2000, 16000)),
]


@pytest.mark.parametrize(("name", "length", "kind", "message"), BAD)
def test_bad_files(refuse, name, length, kind, message):
    import re

    aside = refuse((DATA / name).read_bytes()[:length])
    assert aside.kind == kind
    assert re.search(message, aside.message)


def test_not_a_pdf(refuse):
    assert "does not start with %PDF-" in refuse(b"x" * 100, "pdf").message


def test_lines_become_paragraphs():
    long = "كلمة " * 20
    assert _paragraphs([long, "آخر الجملة.", long, "بقية"]) == [
        f"{long.strip()} آخر الجملة.",
        f"{long.strip()} بقية",
    ]


def test_running_heads_go_but_once():
    blocks = [
        _Block(page, text, 10.0)
        for page in (1, 2, 3)
        for text in ("تقرير سري", f"متن {'ا' * page}", f"{page}")
    ]
    kept, dropped = _without_running_heads(blocks)
    assert [block.text for block in kept] == ["تقرير سري", "متن ا", "متن اا", "متن ااا"]
    assert dropped == 5


def test_a_page_break_within_a_sentence():
    first = "قال الجيش إنه دخل المدينة من جهة الشرق صباح اليوم بعد اشتباكات استمرت"
    assert _join_pages([_Block(1, first, 10.0), _Block(2, "يومين.", 10.0)]) == [f"{first} يومين."]


def test_presentation_forms_become_letters():
    assert _to_letters("ﻗﻮﺍﺕ 10² ﷺ «ﻻ»") == "قوات 10² صلى الله عليه وسلم «لا»"
