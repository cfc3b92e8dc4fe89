"""Drawn families: what stands where, in a terminal and in an SVG that needs nothing else."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from rawi.export.columns import Screen
from rawi.export.labels import CAME_FROM, WENT_INTO
from rawi.export.lineage_layout import OPEN, ROUGH, SURE, lay_out
from rawi.export.lineage_svg import format_lineage_svg
from rawi.export.lineage_text import format_lineage
from rawi.knowledge import load_knowledge
from rawi.knowledge.lineage import KINDS, Family, find_family
from rawi.knowledge.records import Actor

SVG = "{http://www.w3.org/2000/svg}"


def actor(id_: str, dates: str = "/", of: str = "", en: str = "") -> Actor:
    start, _, end = dates.partition("/")
    return Actor(
        id_, "armed-group", f"جماعة {id_}", en or id_.upper(), start=start or None, end=end or None,
        predecessors=tuple(of.split()),
    )  # fmt: skip


def family(*actors: Actor) -> Family:
    return find_family({one.id: one for one in actors}, actors[-1].id)


def every_shipped_family() -> list[Family]:
    actors, seen, found = load_knowledge().actors, set[str](), []
    for one in actors.values():
        if one.id not in seen:
            found.append(find_family(actors, one.id))
            seen |= {member.actor.id for member in found[-1].members}
    return [one for one in found if one.links]


def graph(drawn: str) -> list[str]:
    """The lanes of a drawn family, a line each, with one letter for the name."""
    lines = drawn.splitlines()[4:]
    return [
        re.sub(r"  [^ │├●◉].*|  +$", "", re.sub(r"([●◉][ │]*)  (\w).*", r"\1\2", line)).rstrip()
        for line in lines
    ]


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        ([actor("a")], "◉ A"),
        ([actor("a", "2012/2016"), actor("b", "2016/", "a")], "● A|│|│|◉ B"),
        ([actor("a", "2012/2016"), actor("b", "2013/2016"), actor("c", "2016/", "a b")],
         "● A|│|│|│ ● B|│ │|│ │|├─╯|◉   C"),
        ([actor("a", "2012/"), actor("b", "2016/", "a"), actor("c", "2017/", "a")],
         "● A|│|├─╮|│ │|● │ B"),
    ],
)  # fmt: skip
def test_lanes(actors: list[Actor], expected: str) -> None:
    drawn = format_lineage(family(*actors), Screen())
    rows = [line.rstrip() for line in drawn.splitlines()[4:]]
    for want, row in zip(expected.split("|"), rows, strict=False):
        assert re.sub(r"\s+", "", row).startswith(re.sub(r"\s+", "", want)), drawn


def test_merger_of_three_is_one_joint() -> None:
    parts = [actor(id_, "2012/2016") for id_ in "abc"]
    assert "├─┴─╯" in format_lineage(family(*parts, actor("d", "2016/", "a b c")), Screen())


def test_text_tells_dates_kinds_and_what_is_not_recorded() -> None:
    drawn = format_lineage(family(actor("a", "2012/2016"), actor("x"), actor("b", "2016/", "a x")), Screen())
    for words in ("2012 to 2016", "no dates recorded", "from 2016, no end recorded", "merged from: A", "[a]"):
        assert words in drawn


def test_isolates_only_on_a_terminal_and_in_pairs() -> None:
    one = family(actor("a"), actor("b", of="a"))
    assert "\u2068" not in format_lineage(one, Screen())
    for line in format_lineage(one, Screen(terminal=True)).splitlines():
        assert line.count("\u2068") == line.count("\u2069")
    assert "\u2068جماعة a\u2069" in format_lineage(one, Screen(terminal=True))


@pytest.mark.parametrize(
    ("dates", "known"),
    [
        ("2012-01-23/2016-07-28", [SURE]),
        ("2012/2016-07-28", [ROUGH, SURE]),
        ("2012-01-23/2016", [SURE, ROUGH]),
        ("2012/2016", [ROUGH, SURE, ROUGH]),
        ("2016/2016", [ROUGH]),
        ("2012-01-23/", [OPEN]),
        ("/2016-07-28", [OPEN]),
    ],
)
def test_pieces_of_a_bar(dates: str, known: list[str]) -> None:
    row = lay_out(family(actor("a", dates))).rows[0]
    assert [piece.known for piece in row.pieces] == known
    assert all(piece.left < piece.right for piece in row.pieces)


def test_family_without_dates_has_no_axis_and_goes_by_generation() -> None:
    drawn = lay_out(family(actor("a"), actor("b", of="a"), actor("c", of="b")))
    assert drawn.ticks == ()
    assert [row.left for row in drawn.rows] == sorted(row.left for row in drawn.rows)
    assert "No dates recorded" in format_lineage_svg(drawn.family)


def test_everything_shipped_lies_within_its_drawing() -> None:
    for one in every_shipped_family():
        drawn = lay_out(one)
        assert 2 <= len(drawn.ticks) <= 10
        for row in drawn.rows:
            assert drawn.sizes.names <= row.left < row.right <= drawn.sizes.width
            assert row.top + row.height <= drawn.height
        for curve in drawn.curves:
            assert {curve.link.older, curve.link.younger} <= {row.actor.id for row in drawn.rows}
            assert curve.y1 < curve.y2


def test_svg_is_sound_and_needs_nothing_else() -> None:
    for one in every_shipped_family():
        text = format_lineage_svg(one)
        root = ElementTree.fromstring(text)
        assert root.tag == f"{SVG}svg"
        assert not re.search(
            r"<(script|image|use|foreignObject)|@import|url\(|href|http(?!://www.w3.org/2000/svg)", text
        )
        assert len(root.findall(f"{SVG}g")) == len(one.members)


def test_svg_describes_itself() -> None:
    root = ElementTree.fromstring(
        format_lineage_svg(family(actor("a", "2012/2016"), actor("b", "2016/", "a")))
    )
    title, about = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert about is not None
    assert title.text == "Lineage of B – جماعة b"
    assert "A: 2012 to 2016." in (about.text or "")
    assert "A became, or was replaced by B, 2016." in (about.text or "")
    assert root.get("role") == "img"


def test_arabic_has_its_direction_and_light_and_dark_are_there() -> None:
    text = format_lineage_svg(family(actor("a")))
    arabic = re.findall(r"<text [^>]*>[^<]*[\u0600-\u06ff][^<]*</text>", text)
    assert arabic
    assert all('direction="rtl"' in one and 'lang="ar"' in one for one in arabic)
    assert "unicode-bidi: isolate" in text
    assert "prefers-color-scheme: dark" in text


def test_names_of_packs_are_escaped() -> None:
    text = format_lineage_svg(family(actor("a", en="<script>\"'& \u202eX")))
    assert "<script" not in text
    assert "\u202e" not in text
    ElementTree.fromstring(text)


def test_every_kind_has_labels() -> None:
    assert set(CAME_FROM) == set(WENT_INTO) == set(KINDS)
