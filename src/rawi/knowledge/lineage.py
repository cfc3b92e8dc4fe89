"""The family of an actor: the packs' actors and an id in, a graph of who came from whom out.

The packs only say which actors came before and after; what happened is told from how many there were
and from their dates, and is called no more than these bear out (`KINDS`). Nothing is drawn here.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from rawi.knowledge.periods import Period, read_period
from rawi.knowledge.records import Actor

#: What a link can be. renamed: one ended when the other began, and no third has part in it (a new name, or
#: a body in its place). replaced: the same of governments, however many they took over from. merged: the
#: younger has several forebears. split: the older has several heirs, or lived on. joined: only the older
#: names the other, it went into something larger. followed: neither dates nor numbers tell more.
KINDS = ("renamed", "replaced", "merged", "split", "joined", "followed")
#: How far apart an end and a beginning may be recorded and still be the same event.
TOLERANCE = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Member:
    """One actor of a family, `distance` links from the one asked for, `generation` links from the oldest."""

    actor: Actor
    distance: int
    generation: int


@dataclass(frozen=True, slots=True)
class Link:
    """`older` went over into `younger` at `date` (EDTF, None where unknown); `kind` is one of `KINDS`.

    `stated_by` says whose entry names the other: older, younger or both.
    """

    older: str
    younger: str
    kind: str
    date: str | None
    stated_by: str


@dataclass(frozen=True, slots=True)
class Family:
    """The members in the order of time, elder before younger, and the links between them.

    `beyond` counts actors that are linked to a member but lie further away than was asked for.
    """

    focus: str
    members: tuple[Member, ...]
    links: tuple[Link, ...]
    beyond: int = 0

    def incoming(self, id_: str) -> list[Link]:
        """The links from the forebears of a member."""
        return [link for link in self.links if link.younger == id_]

    def outgoing(self, id_: str) -> list[Link]:
        """The links to the heirs of a member."""
        return [link for link in self.links if link.older == id_]

    def actor(self, id_: str) -> Actor:
        """The record of a member; KeyError for anybody else."""
        return {member.actor.id: member.actor for member in self.members}[id_]

    def to_dict(self) -> dict[str, Any]:
        """Plain data with the same words as the packs."""
        return {
            "focus": self.focus,
            "members": [_member_to_dict(member) for member in self.members],
            "links": [
                {"older": one.older, "younger": one.younger, "kind": one.kind, "date": one.date,
                 "stated_by": one.stated_by}
                for one in self.links
            ],
            "beyond": self.beyond,
        }  # fmt: skip


def find_family(actors: Mapping[str, Actor], focus: str, *, depth: int | None = None) -> Family:
    """All that `focus` came from and led to, and what these did in turn, at most `depth` links away."""
    pairs = _pairs(actors.values())
    heirs, forebears = _sides(pairs)
    distances = _distances(focus, heirs, forebears)
    near = {id_ for id_, distance in distances.items() if depth is None or distance <= depth}
    inner = [(older, younger) for older, younger in pairs if older in near and younger in near]
    links = tuple(_link(actors, pair, pairs[pair], heirs, forebears) for pair in inner)
    ordered = _in_order(actors, near, inner)
    generations = _generations(ordered, inner)
    members = tuple(Member(actors[id_], distances[id_], generations[id_]) for id_ in ordered)
    beyond = sum(depth is not None and distance == depth + 1 for distance in distances.values())
    return Family(focus, members, links, beyond)


def meets(end: str | None, start: str | None, *, tolerance: timedelta = TOLERANCE) -> bool:
    """Whether an end and a beginning, both EDTF and both known, can lie at most `tolerance` apart."""
    last, first = read_period(end), read_period(start)
    return bool(
        last and first and not _is_before(last, first, tolerance) and not _is_before(first, last, tolerance)
    )


def _pairs(actors: Iterable[Actor]) -> dict[tuple[str, str], str]:
    """(older, younger) and who states it, of all actors that the packs have."""
    actors = list(actors)
    known = {actor.id for actor in actors}
    found: dict[tuple[str, str], str] = {}
    for actor in actors:
        stated = [((older, actor.id), "younger") for older in actor.predecessors]
        stated += [((actor.id, younger), "older") for younger in actor.successors]
        for pair, side in stated:
            if pair[0] != pair[1] and known.issuperset(pair):
                found[pair] = side if found.get(pair, side) == side else "both"
    return found


def _sides(pairs: Iterable[tuple[str, str]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    heirs: dict[str, list[str]] = {}
    forebears: dict[str, list[str]] = {}
    for older, younger in pairs:
        heirs.setdefault(older, []).append(younger)
        forebears.setdefault(younger, []).append(older)
    return heirs, forebears


def _distances(
    focus: str, heirs: Mapping[str, list[str]], forebears: Mapping[str, list[str]]
) -> dict[str, int]:
    """How many links away each actor is that can be reached at all."""
    found = {focus: 0}
    queue = [focus]
    for id_ in queue:
        for other in (*forebears.get(id_, ()), *heirs.get(id_, ())):
            if other not in found:
                found[other] = found[id_] + 1
                queue.append(other)
    return found


def _link(
    actors: Mapping[str, Actor],
    pair: tuple[str, str],
    stated_by: str,
    heirs: Mapping[str, list[str]],
    forebears: Mapping[str, list[str]],
) -> Link:
    older, younger = actors[pair[0]], actors[pair[1]]
    end, start = read_period(older.end), read_period(younger.start)
    overlap = bool(end and start and _is_before(start, end, TOLERANCE))
    if younger.kind in ("state", "government"):
        kind = "replaced" if meets(older.end, younger.start) else "followed"
    elif len(heirs[older.id]) > 1 or (overlap and stated_by != "older"):
        kind = "split"
    elif len(forebears[younger.id]) > 1 and not overlap:
        kind = "merged"
    elif stated_by == "older":
        kind = "joined"
    else:
        kind = "renamed" if meets(older.end, younger.start) else "followed"
    date = (older.end or younger.start) if kind == "joined" else (younger.start or older.end)
    return Link(*pair, kind, date, stated_by)


def _is_before(one: Period, other: Period, tolerance: timedelta) -> bool:
    """Whether `one` is over by more than `tolerance` before `other` begins, on all days they allow."""
    return bool(one.last and other.first and one.last + tolerance < other.first)


def _in_order(actors: Mapping[str, Actor], ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Forebears before heirs, and among those the earlier first; a circle is cut at its earliest."""
    heirs, forebears = _sides(pairs)
    waiting = {id_: len(forebears.get(id_, ())) for id_ in ids}
    ready = [(_when(actors[id_]), id_) for id_, count in waiting.items() if not count]
    heapq.heapify(ready)
    ordered: list[str] = []
    while waiting:
        if not ready:
            heapq.heappush(ready, min((_when(actors[id_]), id_) for id_ in waiting))
        id_ = heapq.heappop(ready)[1]
        if waiting.pop(id_, None) is None:
            continue
        ordered.append(id_)
        for heir in heirs.get(id_, ()):
            if heir in waiting:
                waiting[heir] -= 1
                if waiting[heir] == 0:
                    heapq.heappush(ready, (_when(actors[heir]), heir))
    return ordered


def _when(actor: Actor) -> str:
    """What an actor is sorted by: the date of its beginning, or else of its end; those without come last."""
    return actor.start or actor.end or "~"


def _generations(ordered: list[str], pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    _, forebears = _sides(pairs)
    found: dict[str, int] = {}
    for id_ in ordered:
        found[id_] = 1 + max((found[older] for older in forebears.get(id_, ()) if older in found), default=-1)
    return found


def _member_to_dict(member: Member) -> dict[str, Any]:
    actor = member.actor
    return {
        "id": actor.id, "kind": actor.kind, "ar": actor.ar, "en": actor.en, "country": actor.country,
        "parent": actor.parent, "from": actor.start, "until": actor.end, "ref": actor.ref,
        "distance": member.distance, "generation": member.generation,
    }  # fmt: skip
