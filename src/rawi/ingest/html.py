"""A web page in, its report out: title, author, date and outlet from the page's own metadata.

Menus, related articles, share bars and comments are left out. Refuses pages without readable text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from rawi.errors import EmptyInput, InputError
from rawi.ingest import base
from rawi.ingest.boilerplate import drop_boilerplate
from rawi.ingest.dates import parse_published
from rawi.ingest.encodings import decode, refuse_misdecoded
from rawi.ingest.text import same_words
from rawi.model import Document

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SEPARATORS = re.compile(r"\s+[|\-–—:»•·]\s+")
_DATES = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='pubdate' or @name='publishdate' or @name='publish-date']/@content",
    "//meta[@name='date' or @name='DC.date.issued']/@content",
    "//article//time[@pubdate]/@datetime",
)
#: Where the extractor keeps less than this share of an article's own paragraphs, those are taken.
_KEPT = 0.7
#: From this length on, in characters, the cell of a table is a part of the page's layout.
_LONG_CELL = 300
_ACCEPTED = "accepted: a page with a report"


def read(data: bytes, origin: base.Origin, *, charset: str | None = None) -> Document:
    """The one report of a web page; its paragraphs are divided by empty lines, its title stands first.

    `charset` is what the server said, for pages that do not state theirs.
    """
    base.check_bytes(len(data), base.MAX_HTML_BYTES, "web page")
    declared = _CHARSET.search(data[:4096])
    decoded = decode(data, declared=declared.group(1).decode("ascii", "ignore") if declared else charset)
    refuse_misdecoded(decoded.text)
    try:
        found = _extract(decoded.text, origin)
    except InputError:
        raise
    except Exception as error:  # lxml, trafilatura and htmldate raise what they like on damaged pages
        raise base.unexpected(error, "web page", _ACCEPTED) from error
    found.notes = (*decoded.notes, *found.notes)
    return base.make_document(found, sha256=base.digest(data))


def _extract(html: str, origin: base.Origin) -> base.Found:
    from lxml import html as lxml_html
    from trafilatura import bare_extraction

    base.quieten("trafilatura", "htmldate", "courlan", "charset_normalizer")
    tree = lxml_html.document_fromstring(_DECLARATION.sub("", html).replace("\x00", ""))
    date, publisher = _stated_date(tree), None
    linked = list(_linked_data(tree))
    date = date or _first(linked, "datePublished")
    publisher = _first(linked, "publisher")
    _open_layout(tree)
    own = [" ".join(node.text_content().split()) for node in tree.xpath("//article//p")]
    page: Any = bare_extraction(
        tree,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    paragraphs = _paragraphs(page.text or "") if page else []
    paragraphs, dropped = drop_boilerplate(_with_lost(paragraphs, own))
    if not paragraphs:
        raise EmptyInput(f"No report found on the web page: it has no paragraphs of text; {_ACCEPTED}")
    sitename = publisher or (page.sitename if page else None)
    title = _clean_title(page.title if page else None, sitename)
    text, notes = base.drop_controls("\n\n".join(_title_once(title, paragraphs)))
    if dropped:
        lines = "1 line" if dropped == 1 else f"{dropped} lines"
        notes += (f"{lines} of related articles, sharing and the like left out",)
    return base.Found(
        text=text,
        title=title,
        published=origin.published or _valid(date) or _valid(page.date if page else None),
        outlet=origin.outlet or sitename,
        url=page.url if page else None,
        author=_first(linked, "author") or (page.author if page else None),
        notes=notes,
    )


def _open_layout(tree: Any) -> None:
    """Makes divisions of the tables that an old page is laid out with."""
    for table in tree.xpath("//table[.//h1 or .//h2 or .//ul or .//nav or .//table or .//form]"):
        _open_table(table)
    for table in tree.xpath("//table"):
        if any(len(cell.text_content()) >= _LONG_CELL for cell in table.iter("td")):
            _open_table(table)


def _open_table(table: Any) -> None:
    for node in table.iter("table", "tbody", "thead", "tr", "td", "th"):
        node.tag = "div"


def _paragraphs(text: str) -> list[str]:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line.removeprefix("- ") for line in lines if line and line != "-"]


def _with_lost(paragraphs: list[str], own: list[str]) -> list[str]:
    """`paragraphs`, or the article's own where the extractor lost many of the long ones."""
    long = [paragraph for paragraph in own if len(paragraph) >= 80]
    everything = " ".join(" ".join(paragraphs).split())
    found = sum(paragraph in everything for paragraph in long)
    return (
        paragraphs
        if not long or found >= _KEPT * len(long)
        else [paragraph for paragraph in own if paragraph]
    )


def _title_once(title: str | None, paragraphs: list[str]) -> list[str]:
    """`paragraphs` with the title as the first, and as the first only."""
    if not title:
        return paragraphs
    start = 0
    while start < len(paragraphs) and same_words(paragraphs[start], title):
        start += 1
    return [paragraphs[0] if start else title, *paragraphs[start:]]


def _clean_title(title: str | None, sitename: str | None) -> str | None:
    """`title` without the name of the site at its end or start."""
    title = " ".join((title or "").split())
    if sitename:
        parts = list(_SEPARATORS.finditer(title))
        if parts and same_words(title[parts[-1].end() :], sitename):
            title = title[: parts[-1].start()]
        elif parts and same_words(title[: parts[0].start()], sitename):
            title = title[parts[0].end() :]
    return title or None


def _stated_date(tree: Any) -> str | None:
    """The date of publication that the page's metadata states."""
    values = (str(value) for path in _DATES for value in tree.xpath(path))
    return next((value for value in values if _valid(value)), None)


def _valid(date: str | None) -> str | None:
    try:
        return parse_published(date) if date else None
    except ValueError:
        return None


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """The records of the page's JSON-LD that are of an article."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else [graph]:
            if isinstance(item, dict) and "Article" in str(item.get("@type")):
                yield item


def _first(records: list[dict[str, Any]], key: str) -> str | None:
    """The first text that `records` hold under `key`, or the name of the first record there."""
    for record in records:
        value = record.get(key)
        value = value[0] if isinstance(value, list) and value else value
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None
