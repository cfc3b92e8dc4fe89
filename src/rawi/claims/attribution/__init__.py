"""Who says so: the source frames of a sentence, found before any event.

A reporting verb or noun (كشف أكد أفاد نقل عن، بحسب، وفقا لـ، نقلا عن، في بيان…) opens a frame over
the words that it reports; a frame holds a chain of sources, nearest to the publisher first. A denial
(نفى) is a frame whose content is negated. Reporting words are never events themselves.
"""

from __future__ import annotations

from rawi.claims.attribution.base import Frame
from rawi.claims.attribution.frames import find_frames
from rawi.claims.attribution.kinds import source_kind

__all__ = ["Frame", "find_frames", "source_kind"]
