"""Tables: within their width, isolates on terminals only."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from rawi.export.text import format_text, mark, measure, wrap_words
from rawi.model import Document, Engine, Finding, Reading, Span

ISOLATES = re.compile("[\u2066-\u2069]")


@pytest.mark.parametrize("width", [60, 80, 100, 160])
@pytest.mark.parametrize("terminal", [False, True])
def test_no_line_is_wider_than_asked(gold: Reading, width: int, terminal: bool) -> None:
    lines = format_text(gold, width=width, terminal=terminal).splitlines()
    assert max(map(measure, lines)) <= width


def test_isolates_only_for_a_terminal_and_in_pairs(gold: Reading) -> None:
    assert not ISOLATES.search(format_text(gold))
    for line in format_text(gold, terminal=True).splitlines():
        assert line.count("\u2068") == line.count("\u2069")


def test_colours_are_a_choice(gold: Reading) -> None:
    assert "\x1b[" not in format_text(gold, terminal=True)
    assert "\x1b[1m" in format_text(gold, terminal=True, colour=True)


def test_every_claim_and_finding_is_shown(gold: Reading) -> None:
    table = format_text(gold, width=160)
    for claim in gold.claims:
        assert claim.type in table
    assert f"{len(gold.claims)} claims" in table
    assert ("Findings" in table) == bool(gold.findings)
    assert "not a fact" in table


def test_controls_of_the_report_do_not_reach_the_terminal(evil: Reading) -> None:
    table = format_text(evil, terminal=True)
    assert "\x1b" not in table
    assert "\u202e" not in table


def test_reading_without_claims() -> None:
    table = format_text(Reading(Document("x", "نص", "0"), (), (), (), Engine("rules", "1", "0")))
    assert "0 claims, 0 findings" in table


@pytest.mark.parametrize(
    ("words", "width", "rows"),
    [("", 10, [""]), ("قال إن", 10, ["قال إن"]), ("قال إن", 4, ["قال", "إن"]),
     ("abcdefgh", 4, ["abcd", "efgh"]),
     ("قَالَ", 4, ["قَالَ"])],
)  # fmt: skip
def test_wrapping(words: str, width: int, rows: list[str]) -> None:
    assert wrap_words(words, width) == rows


def test_long_evidence_is_shortened_around_the_trigger() -> None:
    text = "كلمة " * 50 + "هاجم " + "كلمة " * 50
    start = text.index("هاجم")
    shown = mark(Span.of(text, 0, len(text)), Span.of(text, start, start + 4), 60)
    assert "[هاجم]" in shown
    assert len(shown) < 90
    assert shown.startswith("«…")
    assert shown.endswith("…»")


def test_findings_stand_beside_their_claims(gold: Reading) -> None:
    if not gold.claims:
        return
    span = gold.claims[0].trigger
    finding = Finding("no-source", "note", span, "ملاحظة", "A note.", claim=gold.claims[0].id)
    table = format_text(replace(gold, findings=(finding,)), width=120)
    first = table.index("! note: no source named")
    assert first < table.index("note: no source named (claim 1)")
