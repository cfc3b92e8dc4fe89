"""Whether the entries of the packs fit together: records in, problems out.

Errors: ids that nothing bears, dates that exclude each other, lines of descent that run in a circle.
Notes: names that several actors share, spellings that need not be listed, dates that are odd but possible.
Dates are only compared where they exclude each other on every day that they allow: 2016-12 may be 2016-12-01.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from rawi.arabic.characters import fold
from rawi.knowledge.lineage import meets
from rawi.knowledge.loader import Packs
from rawi.knowledge.periods import read_period
from rawi.knowledge.problems import ERROR, NOTE, Problem
from rawi.knowledge.records import Actor, Country, OutletEntry, Person
from rawi.knowledge.sources import FILES, find_source, ids_in

#: Days between the end of one name and the beginning of the next that are worth a note.
_GAP = 366
#: What a pass yields: level, kind, id, key, message.
_Remark = tuple[str, str, str, str, str]


def find_inconsistencies(packs: Packs) -> list[Problem]:
    """Everything in which the entries disagree with each other or themselves, errors first."""
    found = [_problem(packs.folders, remark) for step in _STEPS for remark in step(packs)]
    return sorted(found, key=lambda problem: (problem.level != ERROR, problem.file))


def _problem(folders: Sequence[Path], remark: _Remark) -> Problem:
    level, kind, id_, key, message = remark
    source = find_source(folders, kind, id_)
    file = str(source.path) if source else FILES[kind][0]
    return Problem(level, file, id_, key, message)


# ---------------------------------------------------------------------------------------------- links


def _links(packs: Packs) -> Iterator[_Remark]:
    actors = {id_ for folder in packs.folders for id_ in ids_in(folder / "actors.yaml")}
    actors |= {actor.id for actor in packs.actors}
    holders = actors | {country.id for country in packs.countries}
    holders |= {f"{country.id}-{body.suffix}" for country in packs.countries for body in packs.bodies}
    for actor in packs.actors:
        for key, ids in (("predecessors", actor.predecessors), ("successors", actor.successors)):
            yield from _dangling("actor", actor.id, key, ids, actors)
        yield from _dangling("actor", actor.id, "parent", (actor.parent,), holders)
    for person in packs.people:
        ids = tuple(post.org for post in person.posts)
        yield from _dangling("person", person.id, "posts", ids, holders)
    for outlet in packs.outlets:
        yield from _dangling("outlet", outlet.id, "affiliation", (outlet.affiliation,), holders)


def _dangling(kind: str, id_: str, key: str, ids: Sequence[str | None], known: set[str]) -> Iterator[_Remark]:
    for other in ids:
        if other == id_:
            yield ERROR, kind, id_, key, "names the entry itself"
        elif other and other not in known:
            yield ERROR, kind, id_, key, f"no pack has an actor {other!r}{_nearest(other, known)}"


def _nearest(word: str, known: set[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, known, n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _circles(packs: Packs) -> Iterator[_Remark]:
    actors = {actor.id: actor for actor in packs.actors}

    older = {actor.id: list(actor.predecessors) for actor in packs.actors}
    for actor in packs.actors:
        for younger in actor.successors:
            older.setdefault(younger, []).append(actor.id)
    above = {actor.id: [actor.parent] for actor in packs.actors if actor.parent}
    for key, step in (("predecessors", older), ("parent", above)):
        for circle in _find_circles(actors, step):
            yield ERROR, "actor", circle[0], key, f"runs in a circle: {' → '.join((*circle, circle[0]))}"


def _find_circles(
    actors: Mapping[str, Actor], step: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, ...]]:
    """Each circle of several entries once, from its smallest id; each entry is gone through once."""
    done: set[str] = set()
    for start in sorted(actors):
        path: list[str] = []
        stack = [(start, 0)]
        while stack:
            id_, depth = stack.pop()
            del path[depth:]
            if id_ in path:
                circle = path[path.index(id_) :]
                if len(circle) > 1:
                    first = circle.index(min(circle))
                    yield (*circle[first:], *circle[:first])
                continue
            if id_ in done:
                continue
            done.add(id_)
            path.append(id_)
            stack += [(other, depth + 1) for other in step.get(id_, ()) if other in actors and other != id_]


# ---------------------------------------------------------------------------------------------- dates


def _lives(packs: Packs) -> Iterator[_Remark]:
    for actor in packs.actors:
        if _ends_before(actor.end, actor.start):
            yield ERROR, "actor", actor.id, "until", f"{actor.end} is before from, {actor.start}"


def _posts(packs: Packs) -> Iterator[_Remark]:
    actors = {actor.id: actor for actor in packs.actors}
    for person in packs.people:
        for post in person.posts:
            if _ends_before(post.end, post.start):
                message = f"{post.title}: until {post.end} is before from, {post.start}"
                yield ERROR, "person", person.id, "posts", message
            body = actors.get(post.org)
            if body and _ends_before(body.end, post.start):
                message = f"{post.title}: from {post.start}, when {body.id} had ended ({body.end})"
                yield NOTE, "person", person.id, "posts", message
            if body and _ends_before(post.end, body.start):
                message = f"{post.title}: until {post.end}, when {body.id} did not exist yet ({body.start})"
                yield NOTE, "person", person.id, "posts", message


def _descent(packs: Packs) -> Iterator[_Remark]:
    """Both sides of each link, whichever of them states it."""
    actors = {actor.id: actor for actor in packs.actors}
    for actor in packs.actors:
        for older in (actors[id_] for id_ in actor.predecessors if id_ in actors and id_ != actor.id):
            if _ends_before(actor.start, older.start):
                message = f"{older.id} began in {older.start}, after this began in {actor.start}"
                yield ERROR, "actor", actor.id, "predecessors", message
            elif len(actor.predecessors) == 1 and _are_apart(older.end, actor.start):
                message = f"{older.id} ended in {older.end}, this began in {actor.start}"
                yield NOTE, "actor", actor.id, "predecessors", message
        for younger in (actors[id_] for id_ in actor.successors if id_ in actors and id_ != actor.id):
            if _ends_before(younger.end, actor.start):
                message = f"{younger.id} ended in {younger.end}, before this began in {actor.start}"
                yield ERROR, "actor", actor.id, "successors", message
            elif _ends_before(actor.end, younger.start) and _are_apart(actor.end, younger.start):
                message = f"this ended in {actor.end}, {younger.id} only began in {younger.start}"
                yield NOTE, "actor", actor.id, "successors", message


def _ends_before(end: str | None, start: str | None) -> bool:
    """Whether every day that `end` allows lies before every day that `start` allows."""
    last, first = read_period(end), read_period(start)
    return bool(last and first and last.last and first.first and last.last < first.first)


def _are_apart(end: str | None, start: str | None) -> bool:
    return bool(end and start) and not meets(end, start, tolerance=timedelta(days=_GAP))


# ---------------------------------------------------------------------------------------------- names


def _shared_names(packs: Packs) -> Iterator[_Remark]:
    bearers: dict[str, list[Actor]] = {}
    for actor in packs.actors:
        for name in dict.fromkeys(map(fold, (actor.ar, *actor.aliases))):
            bearers.setdefault(name, []).append(actor)
    for name, sharing in bearers.items():
        for actor in sharing[1:]:
            words = next(words for words in (actor.ar, *actor.aliases) if fold(words) == name)
            others = ", ".join(other.id for other in sharing if other.id != actor.id)
            key = "ar" if words == actor.ar else "aliases"
            message = f"{words!r} is also a name of {others}: the dates and the country decide between them"
            yield NOTE, "actor", actor.id, key, message


def _needless_spellings(packs: Packs) -> Iterator[_Remark]:
    themes: tuple[tuple[str, Sequence[Actor | Person | OutletEntry | Country]], ...] = (
        ("actor", packs.actors), ("person", packs.people), ("outlet", packs.outlets),
        ("country", packs.countries),
    )  # fmt: skip
    for kind, entries in themes:
        for entry in entries:
            seen = {fold(entry.ar): entry.ar}
            for name in entry.aliases:
                known = seen.setdefault(fold(name), name)
                if known is not name:
                    message = (
                        f"{name!r} need not be listed beside {known!r}: Rawi sees that they are the same"
                    )
                    yield NOTE, kind, entry.id, "aliases", message


_STEPS: tuple[Callable[[Packs], Iterator[_Remark]], ...] = (
    _links, _circles, _lives, _posts, _descent, _shared_names, _needless_spellings,
)  # fmt: skip
