"""How far the places and times around a predicate are its own.

A predicate and its claim type in, a token index out: what stands behind it belongs to the next event,
or to what is said. An entry can also be headed by its place or date.
"""

from __future__ import annotations

from rawi.claims.syntax import Predicate, Syntax, preposition_before
from rawi.recognise.nodes import Node

#: Claim types that are said, not done: the places and times behind their complement are its own.
SPOKEN = {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"}
#: Claim types that hold of somebody, without time or place.
STATES = {"PART_OF", "NAMED", "CLASSIFIED"}


def find_header(syntax: Syntax, kind: str) -> list[Node]:
    """The date or place that heads an entry: `3 نيسان: …`, `• حلب: …`."""
    node = syntax.owner[syntax.first] if syntax.first < syntax.end else None
    if node is None or node.kind != kind or syntax.scene.norm(node.j) != ":":
        return []
    return [node]


def joins_clause(syntax: Syntax, predicate: Predicate) -> bool:
    """Whether nothing before a verb is its own: it is joined by و, or describes a noun behind a verb."""
    if not predicate.finite:
        return False
    behind = syntax.by_token.get(predicate.left - 1)
    if not predicate.word.pro and behind is not None and behind.finite:
        return True
    if predicate.word.pro not in ("و", "ف"):
        return False
    return any(other.finite and other.i < predicate.i for other in syntax.predicates)


def own_end(syntax: Syntax, predicate: Predicate, kind: str = "") -> int:
    """Where the words behind a predicate begin to belong to the next event, or to what is said."""
    if kind in SPOKEN:
        rules = [sense.rule for sense in predicate.senses if sense.rule is not None and sense.rule.value]
        markers = {word for rule in rules for word in rule.value} - {"ل"}
        for k in range(predicate.i + 1, predicate.limit):
            if syntax.owner[k] is None and _is_marked(syntax, k, markers):
                return k
    for other in syntax.predicates:
        nearest = predicate.i + (0 if kind in SPOKEN and predicate.finite else 1)
        if nearest < other.i < predicate.limit and any(s.rule for s in other.senses):
            if other.finite and other.in_relative and other.i > predicate.i + 3:
                return other.i
            if not other.finite and (other.form == "noun" and not other.word.article):
                return other.i
    return predicate.limit


def _is_marked(syntax: Syntax, k: int, markers: set[str]) -> bool:
    """Whether token `k` opens what is said: behind a marker, or an unknown word that begins with one."""
    if preposition_before(syntax, k) in markers:
        return True
    norm = syntax.tokens[k].norm
    return not syntax.words[k].tags and len(norm) > 4 and norm[0] in markers
