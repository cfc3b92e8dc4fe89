"""Whether two claims state one fact: a post held, a name, a class, a membership. Symmetric."""

from __future__ import annotations

from rawi.corroborate.comparing import day_number
from rawi.corroborate.parties import GROUP, PERSON, STATE, Party
from rawi.corroborate.told import Told
from rawi.corroborate.wording import share

#: Titles and names agree when they share this part of the shorter one's words.
_AGREES = 0.5
#: Facts are joined of reports that are at most so many days apart.
_DAYS = 7


def same_fact(one: Told, other: Told) -> str | None:
    """The basis of a link between two facts, or None."""
    if one.type != other.type or _stage(one) != _stage(other) or not _on_one_topic(one, other):
        return None
    if not _any_same(one.actors, other.actors):
        return None
    if one.type == "POST":
        return "post" if _same_post(one, other) else None
    if one.type == "PART_OF":
        return "membership" if _any_same(one.recipients, other.recipients) else None
    return "name" if share(one.object_stems, other.object_stems) >= _AGREES else None


def fact_keys(told: Told) -> frozenset[str]:
    """The keys under which facts meet: their type and whom they are about."""
    keys = set()
    for party in told.actors:
        if party.kind != GROUP:
            names = {party.key} if party.kind == PERSON else {party.key} | party.line
            keys |= {f"{told.type}|{week}|{name}" for name in names for week in _weeks(told)}
    return frozenset(keys)


def _weeks(told: Told) -> tuple[int, ...]:
    week = day_number(told.published) // _DAYS if told.published else -1
    return (week, week + 1) if told.published else (week,)


def _on_one_topic(one: Told, other: Told) -> bool:
    """Whether the reports are of one time and speak of the same people and places.

    The same minister is named in thousands of reports; they make one story only where they have one topic.
    """
    days = [day_number(told.published) for told in (one, other) if told.published]
    if len(days) == 2 and abs(days[0] - days[1]) > _DAYS:
        return False
    return len(one.setting & other.setting) >= 3 and share(one.setting, other.setting) >= 0.3


def _stage(told: Told) -> str:
    kind = told.mode if told.mode in ("founder", "formerly", "renamed") else ""
    return f"{kind}-{'real' if told.modality == 'asserted' else told.modality}"


def _any_same(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    return any(
        a.key == b.key if PERSON in (a.kind, b.kind) else a.is_same(b)
        for a in one for b in other if a.kind != GROUP and b.kind != GROUP
    )  # fmt: skip


def _same_post(one: Told, other: Told) -> bool:
    if not any(a.kind == PERSON for a in one.actors):
        return False
    titles = share(one.object_stems, other.object_stems) >= _AGREES
    if one.recipients and other.recipients:
        bodies = [a for a in one.recipients for b in other.recipients if a.is_same(b)]
        if not bodies:
            return False
        return titles or any(body.kind != STATE for body in bodies)
    return titles
