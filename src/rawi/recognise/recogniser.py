"""Finds who and where in a report: a scene in, its nodes filled in, left to right.

Known names come from the knowledge packs; unknown ones from how Arabic news names them: head nouns
(هيئة جبهة حركة …), titles and posts, kunyas, place heads. A common noun is never a name by itself.
This module says which reading of a word is tried first; the readings stand in modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from rawi.arabic.tokens import LATIN, MARK, NUMBER
from rawi.recognise.bodies import find_body
from rawi.recognise.groups import (
    find_counted_states,
    find_group,
    find_members,
    find_pair,
    find_pair_of_persons,
    is_pair,
)
from rawi.recognise.names import find_known, is_paired
from rawi.recognise.nodes import ACTOR, DUAL, OUTLET, PERSON, PLACE, TIME, Node, Scene
from rawi.recognise.openings import Opening
from rawi.recognise.outlets import find_outlet
from rawi.recognise.people import find_person, find_person_again, remember_person
from rawi.recognise.places import (
    find_capital,
    find_headed_place,
    find_part_of_country,
    find_place_in_list,
    find_wide_place,
    goes_on_list,
    remember_place,
)
from rawi.recognise.quantities import find_quantity
from rawi.recognise.scan import Scan
from rawi.recognise.sources import find_source, find_statement
from rawi.recognise.times import find_times
from rawi.recognise.titles import find_titled

Reading = Callable[[Scan, int], Node | None]
#: What is tried for a word of a class, in this order.
_READINGS: tuple[tuple[str, Reading], ...] = (
    ("statement_nouns", find_statement),
    ("wide_places", find_wide_place),
    ("unnamed_sources", find_source),
    ("general_sources", find_source),
    ("own_words", find_source),
    ("own_sources", find_source),
    ("duals", find_pair),
    ("person_duals", find_pair_of_persons),
    ("outlet_heads", find_outlet),
    ("members", find_members),
    ("place_heads", find_headed_place),
    ("people", find_group),
    ("body_heads", find_body),
)
_HEADS = frozenset({"place_heads", "body_heads", "outlet_heads"})
_NO_NUMBERS = frozenset({"finite", "trigger", "prepositions", "subordinators", "relatives"})


def recognise(scene: Scene) -> None:
    """Fill `scene.nodes` with everything that is recognised in its text."""
    times = {time.token_start: time for time in find_times(scene.tokens, scene.text, scene.published)}
    scan = Scan(scene, _find)
    scan.days = frozenset(start for start, time in times.items() if time.stated.offset is not None)
    scan.times = frozenset(times)
    for first, end in scene.sentences:
        scan.end = end
        i = first
        while i < end:
            time = times.get(i)
            if time is not None and time.token_end <= end:
                scene.add(Node(TIME, i, time.token_end, time.start, time.end, time=time))
                i = max(time.token_end, i + 1)
                continue
            node = _find(scan, i)
            if node is None:
                i += 1
                continue
            scene.add(node)
            remember_place(scan, node)
            remember_person(scan, node)
            i = max(node.j, i + 1)


def _find(scan: Scan, i: int) -> Node | None:
    """The node that begins at token `i`, or None."""
    kind, norm = scan.tokens[i].kind, scan.tokens[i].norm
    if kind == NUMBER:
        return find_quantity(scan, i)
    if kind == MARK:
        return None
    if kind == LATIN:
        return find_known(scan, i)
    opening = scan.openings[norm]
    if opening.special:
        node = _read_special(scan, i, opening)
        if node is not None:
            return node
    return _read_listed(scan, i, opening) if scan.words[i].tags else _read_unlisted(scan, i, opening)


def _read_special(scan: Scan, i: int, opening: Opening) -> Node | None:
    """What is read before all else: two bodies named before, a capital, a part of a country, a kunya."""
    if opening.pair and is_pair(scan, i):
        return scan.node(DUAL, i, i + 2, number="d")
    if opening.capital:
        return find_capital(scan, i)
    part = find_part_of_country(scan, i) if opening.direction else None
    if part is None and opening.father:
        return find_person(scan, i)
    return part


def _read_unlisted(scan: Scan, i: int, opening: Opening) -> Node | None:
    """A word of no class: a known name, a number in words, a short family name, a kunya, a personal name."""
    return (
        (find_known(scan, i) if opening.name else None)
        or (find_quantity(scan, i) if opening.number else None)
        or (find_place_in_list(scan, i) if opening.joined else None)
        or (None if scan.family_firsts.isdisjoint(opening.rests) else find_person_again(scan, i))
        or (find_person(scan, i) if opening.person else None)
    )


def _read_listed(scan: Scan, i: int, opening: Opening) -> Node | None:
    """A word of one or more classes: what its classes make of it, or a known name that outweighs them."""
    word = scan.words[i]
    tags = word.tags
    if "titles" in tags or "ranks" in tags:
        person = find_titled(scan, i)
        if person is not None:
            return person
    if word.article and "place_heads" in tags and scan.bare(i) in scan.place_heads:
        place = find_headed_place(scan, i)
        if place is not None:
            return place
    known = find_known(scan, i) if opening.name else None
    if known is not None and _outweighs(scan, known, tags):
        return known
    if word.article and "body_heads" in tags and "people" in tags and _is_one_person(scan, i):
        return find_body(scan, i)
    states = find_counted_states(scan, i)
    if states is not None:
        return states
    if "act" in tags and word.article and i and scan.owner[i - 1] is not None:
        return None
    if (
        known is not None
        and known.kind == PLACE
        and (scan.norm(i - 1).removeprefix("و") in scan.vocabulary.place_markers or goes_on_list(scan, i))
    ):
        return known
    for read in _readings_of(tags):
        node = read(scan, i)
        if node is not None:
            return node
    if known is not None and "finite" not in tags and "trigger" not in tags:
        return known
    return find_quantity(scan, i) if opening.number and not tags & _NO_NUMBERS else None


@lru_cache(maxsize=4096)
def _readings_of(tags: frozenset[str]) -> tuple[Reading, ...]:
    """What is tried for a word of the classes `tags`, in order."""
    return tuple(read for tag, read in _READINGS if tag in tags)


def _outweighs(scan: Scan, known: Node, tags: frozenset[str]) -> bool:
    """Whether a known name is taken before what the classes of its first word make of it."""
    if known.j - known.i == 1 and "finite" in tags and known.kind != PERSON:
        return known.kind == ACTOR and is_paired(scan, known.i, known.j, known.pro)
    if known.kind == PLACE and tags == {"body_heads"}:
        return scan.bare(known.i) not in scan.vocabulary.body_heads
    return known.kind in (ACTOR, OUTLET) or not tags & _HEADS


def _is_one_person(scan: Scan, i: int) -> bool:
    """Whether the word for people at `i` is singular, which with a body's head is the body: التنظيم."""
    return next((s.inflection.number for s in scan.words[i].senses if s.tag == "people"), "") == "s"
