"""Whether two claims state one fact: a post held, a name, a class, a membership. Symmetric."""

from __future__ import annotations

from rawi.corroborate.parties import GROUP, PERSON, STATE, Party
from rawi.corroborate.told import Told
from rawi.corroborate.wording import share

#: Titles and names agree when they share this part of the shorter one's words.
_AGREES = 0.5


def same_fact(one: Told, other: Told) -> str | None:
    """The basis of a link between two facts, or None."""
    if one.type != other.type or _stage(one) != _stage(other):
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
            keys |= {f"{told.type}|{name}" for name in names}
    return frozenset(keys)


def fact_signature(told: Told) -> str | None:
    """What claims of one fact in the same words have in common; None for events.

    Facts are repeated in thousands of reports: of those with one signature, all are linked to the first,
    and only that one needs to be compared with others.
    """
    keys = fact_keys(told)
    if not keys:
        return None
    bodies = sorted(party.key for party in told.recipients)
    return "|".join([told.type, _stage(told), *sorted(p.key for p in told.actors), "/", *bodies, "/", *sorted(told.object_stems)])


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
