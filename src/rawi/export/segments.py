"""The text of a report cut into runs, so that overlapping highlights can be drawn.

Comes in: a `Reading` and its claims as views. Goes out: paragraphs of `Segment`s which, put together
with their line breaks, are exactly `Document.text`. A segment never crosses the edge of a mention, of
a claim's words, of a finding or of a line.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from rawi.export.labels import MENTION_KINDS
from rawi.export.view import ClaimView
from rawi.model import Mention, Reading

#: Letters that take part in words but never join to the next one.
_NON_JOINING = frozenset("اأإآٱدذرزوؤةىءژڈڑے")


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text under the same highlights; `claim` is the number of the claim that it triggers.

    `joins_before` and `joins_after` say that an edge falls between two letters that join in writing.
    `anchors` are the numbers of all claims whose trigger begins here.
    """

    start: int
    end: int
    text: str
    kind: str | None
    is_source: bool
    claim: int | None
    anchors: tuple[int, ...]
    severity: str | None
    title: str | None
    joins_before: bool
    joins_after: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text; `direction` is that of most of its letters."""

    segments: tuple[Segment, ...]
    direction: str
    is_blank: bool


def cut_paragraphs(reading: Reading, views: list[ClaimView]) -> list[Paragraph]:
    """The text as paragraphs of segments; offsets in code points."""
    text = reading.document.text
    edges = _edges(reading, views, text)
    layers = _Layers(reading, views, edges)
    paragraphs, start = [], 0
    for line in text.split("\n"):
        end = start + len(line)
        run = edges[bisect_left(edges, start) : bisect_right(edges, end)]
        segments = tuple(_segment(text, left, right, layers) for left, right in pairwise(run) if right > left)
        paragraphs.append(Paragraph(segments, direction_of(line), not line.strip()))
        start = end + 1
    return paragraphs


def direction_of(line: str) -> str:
    """`rtl` or `ltr`, by the greater number of letters; `rtl` where there are none."""
    counts = {"R": 0, "L": 0}
    for character in line:
        direction = unicodedata.bidirectional(character)
        if direction in ("R", "AL"):
            counts["R"] += 1
        elif direction == "L":
            counts["L"] += 1
    return "ltr" if counts["L"] > counts["R"] else "rtl"


def joins(left: str, right: str) -> bool:
    """Whether two neighbouring characters are joined in Arabic writing."""
    return _is_letter(left) and _is_letter(right) and left not in _NON_JOINING and right != "ء"


def _is_letter(character: str) -> bool:
    return unicodedata.bidirectional(character) == "AL" and unicodedata.category(character) in ("Lo", "Lm")


def _edges(reading: Reading, views: list[ClaimView], text: str) -> list[int]:
    edges = {0, len(text)}
    edges.update(position for mention in reading.mentions for position in (mention.start, mention.end))
    edges.update(
        position for view in views for _, span in view.spans() for position in (span.start, span.end)
    )
    edges.update(
        position for finding in reading.findings for position in (finding.span.start, finding.span.end)
    )
    position = text.find("\n")
    while position >= 0:
        edges.update((position, position + 1))
        position = text.find("\n", position + 1)
    return sorted(edge for edge in edges if 0 <= edge <= len(text))


class _Layers:
    """For each edge, what covers the run that begins there."""

    def __init__(self, reading: Reading, views: list[ClaimView], edges: list[int]) -> None:
        self._edges = edges
        self.mention: dict[int, Mention] = {}
        self.sources: set[int] = set()
        self.claim: dict[int, int] = {}
        self.severity: dict[int, str] = {}
        self.anchors: dict[int, list[int]] = defaultdict(list)
        for mention in sorted(reading.mentions, key=lambda item: item.start - item.end):
            self._add_mention(mention)
        for view in views:
            for link in view.sources:
                self.sources.update(self.runs(link.span.start, link.span.end))
        for view in sorted(views, key=lambda item: item.claim.trigger.start - item.claim.trigger.end):
            trigger = view.claim.trigger
            self.claim.update(dict.fromkeys(self.runs(trigger.start, trigger.end), view.number))
            self.anchors[trigger.start].append(view.number)
        for finding in reading.findings:
            for run in self.runs(finding.span.start, finding.span.end):
                self.severity[run] = finding.severity

    def _add_mention(self, mention: Mention) -> None:
        if mention.kind == "source":
            self.sources.update(self.runs(mention.start, mention.end))
        elif mention.kind in MENTION_KINDS:
            self.mention.update(dict.fromkeys(self.runs(mention.start, mention.end), mention))

    def runs(self, start: int, end: int) -> list[int]:
        """The runs between two edges, each by its start."""
        return self._edges[bisect_left(self._edges, start) : bisect_left(self._edges, end)]


def _segment(text: str, start: int, end: int, layers: _Layers) -> Segment:
    mention = layers.mention.get(start)
    return Segment(
        start=start,
        end=end,
        text=text[start:end],
        kind=mention.kind if mention else None,
        is_source=start in layers.sources,
        claim=layers.claim.get(start),
        anchors=tuple(sorted(layers.anchors.get(start, ()))),
        severity=layers.severity.get(start),
        title=_describe(mention) if mention else None,
        joins_before=start > 0 and joins(text[start - 1], text[start]),
        joins_after=end < len(text) and joins(text[end - 1], text[end]),
    )


def _describe(mention: Mention) -> str | None:
    """What the words stand for, as a hint: names, the area of a place, the value of a time."""
    parts = [mention.name, mention.name_en, mention.admin1, mention.country, mention.value]
    return " · ".join(dict.fromkeys(part for part in parts if part)) or None
