"""Pages: complete, escaped, self-contained."""

from __future__ import annotations

import base64
import hashlib
import json
import re

import pytest
from lxml import html as lxml_html

from rawi.export.html import IndexEntry, entry_for, format_html, format_index
from rawi.model import Document, Engine, Reading


def parse(page: str) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(page)


def test_page_shows_the_text_unchanged(gold: Reading) -> None:
    shown = [paragraph.text_content() for paragraph in parse(format_html(gold)).xpath("//div[@id='text']/p")]
    assert shown == [line for line in gold.document.text.split("\n") if line.strip()]


def test_page_has_a_card_for_each_claim_tied_to_its_words(gold: Reading) -> None:
    page = parse(format_html(gold))
    cards = page.xpath("//article[@class='claim']")
    assert len(cards) == len(gold.claims)
    ids = set(page.xpath("//@id"))
    for link in page.xpath("//article[@class='claim']//a[@class='go']/@href"):
        assert link[1:] in ids
    text = gold.document.text
    for card in cards:
        spans = json.loads(card.get("data-spans"))
        assert {"trigger", "evidence"} <= {part for part, _, _ in spans}
        assert all(0 <= start < end <= len(text) for _, start, end in spans)


def test_claims_name_their_sources(gold: Reading) -> None:
    page = parse(format_html(gold))
    claims = sorted(gold.claims, key=lambda claim: (claim.trigger.start, claim.trigger.end))
    for card, claim in zip(page.xpath("//article[@class='claim']"), claims, strict=True):
        links = [node.text_content() for node in card.xpath(".//ol[@class='chain']//span[@class='link']")]
        assert links == [gold.document.outlet.name, *(link.span.text for link in claim.attribution)]


def test_page_says_that_a_claim_is_no_fact(gold: Reading) -> None:
    page = format_html(gold)
    assert "الادعاء قولُ مصدره، وليس حقيقة" in page
    assert "A claim is an allegation of its source, never a fact." in page
    assert gold.document.sha256 in page


def test_page_needs_no_network(gold: Reading) -> None:
    page = parse(format_html(gold))
    assert not page.xpath("//@src | //link | //iframe | //object | //form")
    assert all(link.startswith("#") or link == "index.html" for link in page.xpath("//@href"))
    assert "@import" not in format_html(gold)
    assert "url(" not in format_html(gold)


def test_policy_allows_the_script_and_style_of_the_page_only(gold: Reading) -> None:
    page = format_html(gold)
    policy = parse(page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    for tag in ("script", "style"):
        (source,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert " style=" not in page
    assert " onclick" not in page


def test_everything_from_the_report_is_escaped(evil: Reading) -> None:
    page = format_html(evil)
    tree = parse(page)
    assert len(tree.xpath("//script")) == 1
    assert "<script>alert" not in page
    assert not [link for link in tree.xpath("//@href") if "javascript" in link]


def test_empty_reading_has_a_page() -> None:
    page = format_html(Reading(Document("x", "نص", "0"), (), (), (), Engine("rules", "1", "0")))
    assert "لم يُعثر على ادعاءات" in page


@pytest.mark.parametrize(("name", "expected"), [("a b.html", "a%20b.html"), ("x&y.html", "x%26y.html")])
def test_index_links_to_pages(name: str, expected: str) -> None:
    page = format_index([IndexEntry(name, "1", "<b>", None, None, 2, 0)], [("x.pdf", "<i>truncated</i>")])
    assert parse(page).xpath("//table//a/@href") == [expected]
    assert "<b>" not in page
    assert "<i>" not in page


def test_entry_counts(gold: Reading) -> None:
    entry = entry_for(gold, "d.html")
    assert (entry.claims, entry.findings) == (len(gold.claims), len(gold.findings))
