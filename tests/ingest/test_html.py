"""Of a web page, the report comes out: all of it, and nothing else."""

import pytest

from . import samples
from .samples import PARAGRAPHS, REPORT, TITLE

PAGES = [
    (samples.write_blog_page(), "utf-8", "2022-12-12", "بردى بوست", "أحمد العلي"),
    (samples.write_inline_page(), "utf-8", "2022-12-12", "بردى بوست", "أحمد العلي"),
    (samples.write_table_page(), "cp1256", None, None, None),
    (samples.write_division_page(), "utf-8", "2022-12-12", "بردى بوست", "أحمد العلي"),
    (samples.write_division_page(), "utf-16", "2022-12-12", "بردى بوست", "أحمد العلي"),
    (samples.write_table_page(), "utf-8", None, None, None),
]


@pytest.mark.parametrize(("page", "encoding", "published", "outlet", "author"), PAGES)
def test_pages(read_one, page, encoding, published, outlet, author):
    document = read_one(page.encode(encoding))
    assert document.text == REPORT
    assert document.title == TITLE
    assert document.published == published
    assert (document.outlet.name if document.outlet else None) == outlet
    assert document.author == author


def test_the_address_is_kept(read_one):
    assert read_one(samples.write_blog_page().encode()).url == "https://barada.example/news/123"


def test_options_go_before_metadata(read_one):
    document = read_one(samples.write_blog_page().encode(), published="2023", outlet="سانا")
    assert (document.published, document.outlet.name) == ("2023", "سانا")


def test_a_short_page(read_one):
    page = f"<html><body><h1>{TITLE}</h1><p>{PARAGRAPHS[2]}</p></body></html>"
    assert read_one(page.encode()).text == f"{TITLE}\n\n{PARAGRAPHS[2]}"


BAD = [
    ("<html></html>", "EmptyInput", "No report found"),
    (
        "<html><body><p>The army said on Monday that it left the town.</p></body></html>",
        "NotArabic",
        "English",
    ),
    ("<html><!-- ", "EmptyInput", "No report found"),
]


@pytest.mark.parametrize(("page", "kind", "message"), BAD)
def test_bad_pages(refuse, page, kind, message):
    aside = refuse(page.encode(), "html")
    assert aside.kind == kind
    assert message in aside.message
    assert "accepted: " in aside.message
