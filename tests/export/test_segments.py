"""Segments are the text, cut but never changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.export.segments import cut_paragraphs, direction_of, joins
from rawi.export.view import view_claims
from rawi.model import Claim, Document, Engine, Mention, Reading, Span

LETTERS = st.text(st.sampled_from("ابلتة ء\n\u0651aB1١.«"), min_size=1, max_size=60)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    text = draw(LETTERS)
    spans = (
        st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text)))
        .map(sorted)
        .filter(lambda s: s[0] < s[1])
    )
    kinds = st.sampled_from(["actor", "person", "place", "time", "quantity", "source"])
    mentions = tuple(
        Mention(f"m{index}", kind, start, end, text[start:end])
        for index, (kind, (start, end)) in enumerate(draw(st.lists(st.tuples(kinds, spans), max_size=6)))
    )
    claims = tuple(
        Claim(f"c{index}", "ASSAULT", Span.of(text, *trigger), Span.of(text, *evidence))
        for index, (trigger, evidence) in enumerate(draw(st.lists(st.tuples(spans, spans), max_size=4)))
    )
    return Reading(Document("x", text, "0"), mentions, claims, (), Engine("rules", "1", "0"))


@given(readings())
def test_segments_put_together_are_the_text(reading: Reading) -> None:
    text = reading.document.text
    paragraphs = cut_paragraphs(reading, view_claims(reading))
    assert "\n".join("".join(segment.text for segment in item.segments) for item in paragraphs) == text
    segments = [segment for item in paragraphs for segment in item.segments]
    assert all(text[segment.start : segment.end] == segment.text for segment in segments)
    assert all(left.end <= right.start for left, right in pairwise(segments))


@given(readings())
def test_no_segment_crosses_the_edge_of_a_span(reading: Reading) -> None:
    views = view_claims(reading)
    spans = [(item.start, item.end) for item in reading.mentions]
    spans += [(span.start, span.end) for view in views for _, span in view.spans()]
    for paragraph in cut_paragraphs(reading, views):
        for segment in paragraph.segments:
            for start, end in spans:
                inside = start <= segment.start and segment.end <= end
                assert inside or segment.end <= start or end <= segment.start


@given(readings())
def test_every_trigger_has_its_anchor(reading: Reading) -> None:
    views = view_claims(reading)
    anchors = [
        number
        for paragraph in cut_paragraphs(reading, views)
        for segment in paragraph.segments
        for number in segment.anchors
    ]
    starts_on_text = [view.number for view in views if not view.claim.trigger.text.startswith("\n")]
    assert set(starts_on_text) <= set(anchors)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("ب", "ا", True), ("ل", "ل", True), ("ا", "ل", False), ("و", "ا", False), (" ", "ا", False),
     ("ب", " ", False), ("ب", "a", False), ("ي", "ء", False), ("ب", "٣", False), ("ة", "ب", False)],
)  # fmt: skip
def test_joins(left: str, right: str, expected: bool) -> None:
    assert joins(left, right) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("قال الجيش", "rtl"),
        ("The army said", "ltr"),
        ("BBC: قال الجيش إنه", "rtl"),
        ("", "rtl"),
        ("2017", "rtl"),
    ],
)
def test_direction_follows_most_letters(line: str, expected: str) -> None:
    assert direction_of(line) == expected
