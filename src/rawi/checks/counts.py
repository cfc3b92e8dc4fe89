"""Numbers of things in a text: nodes in, exact counts with their units out.

Only exact whole numbers count; "more than 20", ranges and dozens are left out. Units are compared by
their consonants, so that شاحنة and شاحنات agree; a wrong match there costs a finding, never makes one up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rawi.arabic.numbers import dual_count, parse_number
from rawi.arabic.tokens import WORD
from rawi.checks.base import Context
from rawi.recognise.nodes import GROUP, QUANTITY

_WEAK = re.compile("[اويهتءئؤ]")


@dataclass(frozen=True, slots=True)
class Count:
    """`value` things stated by tokens `i` to `j` (exclusive), the unit word being token `j`, if any."""

    value: int
    i: int
    j: int
    unit: str

    def same_unit(self, other: Count) -> bool:
        """Whether both count the same kind of thing, as far as their words tell."""
        return bool(self.unit) and self.unit == other.unit


def counts(context: Context, first: int, end: int) -> Iterator[Count]:
    """The exact counts in tokens `first` to `end`, in order; duals without a number are left out."""
    for node in context.scene.between(first, end):
        if node.kind not in (QUANTITY, GROUP) or not node.count or not node.count.isdigit():
            continue
        found = count_at(context, node.i)
        if found is not None and found.j > found.i:
            yield found


def count_at(context: Context, index: int) -> Count | None:
    """The exact count that begins at token `index`, as digits, words or a dual noun."""
    scene = context.scene
    number = parse_number(scene.tokens, index)
    if number is not None and number.start_index == index:
        if number.relation or number.approx or number.value != int(number.value) or number.value < 0:
            return None
        return Count(int(number.value), index, number.end_index, unit_of(context, number.end_index))
    norm = scene.norm(index)
    if dual_count(norm) == 2 and scene.tokens[index].kind == WORD:
        return Count(2, index, index, skeleton(norm[:-2]))
    return None


def unit_of(context: Context, index: int) -> str:
    """The consonants of the noun at token `index`; empty where there is none."""
    scene = context.scene
    if index >= len(scene.tokens) or scene.tokens[index].kind != WORD:
        return ""
    if scene.words[index].tags & {"prepositions", "subordinators", "relatives"}:
        return ""
    return skeleton(scene.norm(index))


def skeleton(norm: str) -> str:
    """A folded noun without article, ending and weak letters; one letter alone is kept with the first."""
    word = norm.removeprefix("ال")
    for ending in ("ات", "ين", "ون", "ان"):
        if len(word) > len(ending) + 2 and word.endswith(ending):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word.endswith("ا"):
        word = word[:-1]
    return _WEAK.sub("", word) or word
