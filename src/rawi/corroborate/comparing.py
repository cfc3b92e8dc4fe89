"""Two claims in, what they share and what keeps them apart out. Everything here is symmetric."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rawi.corroborate.counts import Count
from rawi.corroborate.families import is_due, is_mutual, is_turned
from rawi.corroborate.parties import BODY, PERSON, Party
from rawi.corroborate.sites import APART, INSIDE, SAME
from rawi.corroborate.told import Told

#: How many days before a report's publication an event without a date may lie, and how many after.
BEFORE, AFTER = 3, 1
#: Reports of one event may name days that lie this far apart: around midnight, or by mistake.
SLIP = 1
#: Victims are counted anew as time goes by; other counts that lie far apart are of different events.
_GROWING = frozenset({"dead", "injured"})


@lru_cache(maxsize=50_000)
def day_number(day: str) -> int:
    """An ISO date as a number of days."""
    return date.fromisoformat(day).toordinal()


def window(told: Told) -> tuple[int, int] | None:
    """The first and last day on which the event may lie; None where neither time nor publication is known.

    Of what is still to come, the days on which it was told.
    """
    if told.timed and (not is_due(told) or told.published is None):
        first = day_number(told.first_day) if told.first_day else None
        last = day_number(told.last_day) if told.last_day else None
        return (first if first is not None else last or 0), (last if last is not None else first or 0)
    if told.published is None:
        return None
    published = day_number(told.published)
    return published - BEFORE, published + AFTER


def days_between(one: Told, other: Told) -> int | None:
    """Days between the windows of two claims, 0 where they meet; None where one has none."""
    first, second = window(one), window(other)
    if first is None or second is None:
        return None
    return max(first[0] - second[1], second[0] - first[1], 0)


@dataclass(frozen=True, slots=True)
class Matches:
    """Parties that two claims share, and whether both have others that do not match."""

    same: tuple[Party, ...] = ()
    rest: bool = False
    conflict: bool = False

    @property
    def telling(self) -> int:
        """How many of them are persons and bodies: states, and names that no pack knows, tell less."""
        return _telling(self.same)


def _telling(parties: Sequence[Party]) -> int:
    return sum(party.kind in (PERSON, BODY) for party in parties)


def match_parties(one: Told, other: Told) -> Matches:
    """The parties on the same side of both, or on any side where the sides do the same thing."""
    if is_mutual(one) or is_mutual(other):
        return _match(one.parties, other.parties)
    first, second = _sides(one), _sides(other)
    acting, suffering = _match(first[0], second[0]), _match(first[1], second[1])
    return Matches(
        acting.same + suffering.same,
        acting.rest or suffering.rest,
        acting.conflict or suffering.conflict,
    )


def same_parties(one: tuple[Party, ...], other: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties that both have."""
    return _match(one, other).same


def _sides(told: Told) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    return (told.recipients, told.actors) if is_turned(told) else (told.actors, told.recipients)


def _match(one: tuple[Party, ...], other: tuple[Party, ...]) -> Matches:
    known = [party for party in one if party.is_known()]
    others = [party for party in other if party.is_known()]
    left = [party for party in known if any(party.is_same(that) for that in others)]
    right = [party for party in others if any(party.is_same(that) for that in known)]
    same = min(left, right, key=lambda parties: (len(parties), _telling(parties)))
    rest = len(left) < len(known) and len(right) < len(others)
    return Matches(tuple(same), rest, bool(known and others and not same))


def share_person(one: Told, other: Told) -> bool:
    """Whether both are about one person, not only about a body to which a person belongs."""
    persons = {party.key for party in one.parties if party.kind == PERSON}
    return any(party.key in persons for party in other.parties)


def relation_of_sites(one: Told, other: Told) -> str | None:
    """The closest relation between the sites of two claims; None where one has none."""
    found = {a.relation(b) for a in one.sites for b in other.sites}
    return next((relation for relation in (SAME, INSIDE) if relation in found), None) or (
        "unclear" if found - {APART} else APART if found else None
    )


def shared_spots(one: Told, other: Told) -> int:
    """In how many towns, villages or smaller places both took place."""
    alike = [(a, b) for a in one.sites for b in other.sites if a.relation(b) == SAME]
    spots = [(a.key, b.key) for a, b in alike if a.is_spot() and b.is_spot()]
    return min(len({a for a, _ in spots}), len({b for _, b in spots}))


def count_pairs(one: Told, other: Told) -> list[tuple[Count, Count]]:
    """The counts of the same kind in two claims."""
    return [(a, b) for a in one.counts for b in other.counts if a.kind == b.kind]


def counts_apart(one: Told, other: Told) -> bool:
    """Whether two claims count the same kind of people so differently that they tell different events."""
    return any(
        a.far_from(b) for a, b in count_pairs(one, other) if a.kind not in _GROWING and a.unit == b.unit
    )
