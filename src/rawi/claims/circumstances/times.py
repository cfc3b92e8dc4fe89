"""When a predicate happens.

A predicate in, one time node or None out: behind it in its clause, else before it, where its own
verb stands. What is only planned or asked for does not take the time of the words that say so.
"""

from __future__ import annotations

from rawi.claims.circumstances.scope import SPOKEN, STATES, find_header, joins_clause, own_end
from rawi.claims.syntax import Predicate, Syntax, is_hidden
from rawi.recognise.nodes import TIME, Node


def find_time(
    syntax: Syntax, predicate: Predicate, *, governed: bool, kind: str = "", planned: bool = False
) -> Node | None:
    """The time of a predicate: behind it in its clause, else before it, where its own verb stands."""
    if kind in STATES:
        return None
    light = predicate.light
    declared = light is not None and light.i < predicate.i and bool(light.word.tags & {"report_verbs"})
    if declared and not governed and not planned:
        assert light is not None
        for node in _times(syntax, predicate, light.i + 1, predicate.i):
            return node
    stop = own_end(syntax, predicate, kind)
    own = _times(syntax, predicate, predicate.i + 1, stop)
    if own:
        return own[0]
    header = None if predicate.in_relative else next(iter(find_header(syntax, TIME)), None)
    if predicate.finite:
        if kind not in SPOKEN:
            for node in _times(syntax, predicate, predicate.i + 1, predicate.limit):
                return node
        before = _before(syntax, predicate)
        return before[-1] if before else header
    if governed or planned:
        return None
    if light is not None and "deny_verbs" not in light.word.tags:
        around = _times(syntax, predicate, light.i + 1, light.limit)
        around += _before(syntax, light)
        return around[0] if around else header
    before = [node for node in _before(syntax, predicate) if predicate.i - node.j < 6]
    return before[-1] if before else None


def _before(syntax: Syntax, predicate: Predicate) -> list[Node]:
    """The times before a predicate in its clause; a verb joined by و begins its own clause."""
    if joins_clause(syntax, predicate):
        return []
    return _times(syntax, predicate, predicate.left, predicate.i)


def _times(syntax: Syntax, predicate: Predicate, first: int, end: int) -> list[Node]:
    found = [
        node
        for node in syntax.scene.between(first, end)
        if node.kind == TIME and not is_hidden(syntax, node, predicate)
    ]
    return [node for node in found if node.time is not None and node.time.edtf] or found
