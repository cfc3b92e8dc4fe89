"""Claims that stand at matching positions of a passage that two reports share: passages in, pairs out.

An edit within the passage moves what follows it, so that positions match nearly, and the triggers' words
decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from rawi.corroborate.told import Told
from rawi.corroborate.wording import fold_name

#: How far from its place a trigger may be found, in code points, where words were put in or left out.
_SLACK = 60


class SharedPassage(Protocol):
    """Code points `start` to `end` of one report, and those of the other that say the same."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def other_start(self) -> int: ...
    @property
    def other_end(self) -> int: ...


def align_claims(
    tolds: Sequence[Told], others: Sequence[Told], passages: Iterable[SharedPassage]
) -> Iterator[tuple[Told, Told]]:
    """The pairs of claims of one type whose triggers have the same words at the same place of a passage."""
    for passage in passages:
        inside = [told for told in tolds if passage.start <= told.start < passage.end]
        there = [told for told in others if passage.other_start <= told.start < passage.other_end]
        scale = (passage.other_end - passage.other_start) / max(passage.end - passage.start, 1)
        for told in inside:
            place = passage.other_start + (told.start - passage.start) * scale
            found = [that for that in there if _is_like(told, that) and abs(that.start - place) <= _SLACK]
            if found:
                yield told, min(found, key=lambda that: (abs(that.start - place), that.claim))


def _is_like(one: Told, other: Told) -> bool:
    return one.type == other.type and fold_name(one.trigger) == fold_name(other.trigger)
