"""Where the reports of a story exclude each other: its claims in, the fields in dispute out.

Only what two reports both state is compared; what one leaves out contradicts nothing. A rounder or wider
statement ("at least 7", the governorate instead of the town) does not contradict a closer one. What is
denied, and where it was, is compared only of claims that tell one event by themselves, not by way of a third.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rawi.corroborate.comparing import count_pairs, days_between
from rawi.corroborate.events import same_event
from rawi.corroborate.families import FACTS, MOVEMENTS, is_mutual
from rawi.corroborate.origins import REFERENCE_ROLE
from rawi.corroborate.sites import APART, Site
from rawi.corroborate.told import Told
from rawi.corroborate.wording import share

#: What reports can contradict each other in.
FIELDS = ("number", "time", "place", "participants", "polarity")
#: Counts of people by what happened to them; others are compared only where the words agree.
_VICTIMS = frozenset({"dead", "injured", "detained", "people"})


@dataclass(frozen=True, slots=True)
class Value:
    """What one report states in one claim."""

    report: str
    claim: str
    value: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """`field` is one of `FIELDS`; `update` says that one outlet corrects itself rather than another."""

    field: str
    values: tuple[Value, ...]
    update: bool = False


Clash = tuple[str, str]


def find_contradictions(tolds: Sequence[Told]) -> list[Contradiction]:
    """The contradictions between the reports of one story, in the order of `FIELDS`, updates last."""
    reports = sorted(
        (t for t in tolds if t.role != REFERENCE_ROLE), key=lambda t: (t.report, t.start, t.claim)
    )
    found: dict[tuple[str, bool], dict[Value, None]] = {}
    for one, other in combinations(reports, 2):
        if one.report == other.report:
            continue
        update = one.outlet_key is not None and one.outlet_key == other.outlet_key
        for field, values in _clashes(one, other):
            kept = found.setdefault((field, update), {})
            kept[Value(one.report, one.claim, values[0])] = None
            kept[Value(other.report, other.claim, values[1])] = None
    return [
        Contradiction(
            field, tuple(sorted(found[field, update], key=lambda v: (v.report, v.claim, v.value))), update
        )
        for update in (False, True)
        for field in FIELDS
        if (field, update) in found
    ]


def _clashes(one: Told, other: Told) -> Iterator[tuple[str, Clash]]:
    if one.polarity != other.polarity:
        if same_event(one, other) is None:
            return
        denial = _denial(one, other)
        if denial is not None:
            yield denial
        return
    if one.type in FACTS:
        return
    for field, compare in _COMPARED:
        clash = compare(one, other)
        if clash is not None:
            yield field, clash


def _denial(one: Told, other: Told) -> tuple[str, Clash] | None:
    """participants where a party alone is said to stay out of what others do; else polarity.

    None where those who are said to stay out are not among those who are said to take part.
    """
    denied, affirmed = (one, other) if one.polarity == "negated" else (other, one)
    named = [a for a in affirmed.parties if a.is_known()]
    out = [a for a in named if any(a.is_same(party) for party in denied.parties)]
    if is_mutual(affirmed) and out and len(out) < len(named):
        names = ", ".join(party.key for party in out)
        clash = (f"without {names}", f"with {names}")
        return "participants", clash if denied is one else clash[::-1]
    if is_mutual(affirmed) and named and not out and any(party.is_known() for party in denied.parties):
        return None
    return "polarity", (one.polarity, other.polarity)


def _number(one: Told, other: Told) -> Clash | None:
    for a, b in count_pairs(one, other):
        alike = a.kind in _VICTIMS or share(one.object_stems, other.object_stems) >= 0.5
        if alike and a.excludes(b):
            return a.text, b.text
    return None


def _time(one: Told, other: Told) -> Clash | None:
    if one.precise and other.precise and days_between(one, other):
        return one.first_day or "", other.first_day or ""
    return None


def _place(one: Told, other: Told) -> Clash | None:
    if not one.sites or not other.sites or same_event(one, other) is None:
        return None
    left, right = _alone(one.sites, other.sites), _alone(other.sites, one.sites)
    whole = len(left) == len(one.sites) and len(right) == len(other.sites)
    if left and right and (whole or {one.type, other.type} <= MOVEMENTS):
        return ", ".join(site.name for site in left), ", ".join(site.name for site in right)
    return None


def _alone(sites: Sequence[Site], others: Sequence[Site]) -> list[Site]:
    """The sites that lie apart from all the others, all of which must be known."""
    return [site for site in sites if all(site.relation(that) == APART for that in others)]


_COMPARED: tuple[tuple[str, Callable[[Told, Told], Clash | None]], ...] = (
    ("number", _number),
    ("time", _time),
    ("place", _place),
)
