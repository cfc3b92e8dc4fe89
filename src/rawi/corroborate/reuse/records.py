"""What reuse is told in: where two reports share text, how much of each, and what kind of sharing it is."""

from __future__ import annotations

from dataclasses import dataclass

WHOLE, PARTIAL = "whole", "partial"


@dataclass(frozen=True, slots=True)
class Passage:
    """Shared text: code-point offsets into each text as shown, start inclusive, end exclusive.

    `similarity` is the share of equal words, in order, of the longer side: 0.0 to 1.0.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Reuse:
    """`kind` is WHOLE where most of the shorter report is in the other, PARTIAL where a passage is.

    `share` is the share of the shorter report's compared words that the other has, `other_share` that of
    the longer report's; headlines, bylines and tables are not compared. Passages are in order of `start`.
    """

    kind: str
    share: float
    other_share: float
    passages: tuple[Passage, ...]
