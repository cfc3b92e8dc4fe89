"""Claims whose triggers stand at the same place of a passage that two reports share.

Claims of two reports and what they share in, pairs of claims that were copied out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.arabic.characters import fold
from rawi.corroborate.reuse import Passage, Reuse
from rawi.corroborate.told import Told

#: Code points by which a trigger may be off its place, and the share of the passage by which it may.
_OFF, _OFF_SHARE = 60, 0.15


def aligned_pairs(ones: Sequence[Told], others: Sequence[Told], reuse: Reuse) -> Iterator[tuple[Told, Told]]:
    """The pairs of claims, of the first report and of the second, with equal triggers at matching places."""
    for passage in reuse.passages:
        inside = [told for told in ones if passage.start <= told.start < passage.end]
        across = [told for told in others if passage.other_start <= told.start < passage.other_end]
        taken: set[str] = set()
        for one in inside:
            fitting = [o for o in across if o.claim not in taken and _is_copied(one, o, passage)]
            best = min(fitting, key=lambda other: (_distance(one, other, passage), other.claim), default=None)
            if best is not None:
                taken.add(best.claim)
                yield one, best


def _is_copied(one: Told, other: Told, passage: Passage) -> bool:
    same = one.type == other.type and fold(one.trigger) == fold(other.trigger)
    return same and _distance(one, other, passage) <= _reach(passage)


def _distance(one: Told, other: Told, passage: Passage) -> float:
    """How far the other trigger is from where the first would be, in code points."""
    scale = (passage.other_end - passage.other_start) / max(1, passage.end - passage.start)
    return abs(passage.other_start + (one.start - passage.start) * scale - other.start)


def _reach(passage: Passage) -> float:
    return _OFF + _OFF_SHARE * (passage.other_end - passage.other_start)
