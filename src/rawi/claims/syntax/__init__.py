"""Where the parts of a sentence stand: predicates, their subjects, objects and prepositional phrases.

A sentence of a scene in, a `Syntax` out. No full parse: Arabic news sentences are read through the
order of their parts (verb-subject-object, subject-verb, verbal noun + genitive), particles that open
clauses, and agreement. `fill` finds the parts of one predicate when they are asked for.
"""

from __future__ import annotations

from rawi.claims.syntax.base import Predicate, Syntax, can_take_part
from rawi.claims.syntax.boundaries import (
    behind_dateline,
    breaks_with_word_before,
    find_landmarks,
    find_left,
    find_limit,
    is_circumstance,
    landmarks_within,
)
from rawi.claims.syntax.coordination import coordinated
from rawi.claims.syntax.parts import direct_nodes, fill, find_topic
from rawi.claims.syntax.predicates import find_predicate
from rawi.claims.syntax.prepositions import BY_HAND, preposition_before, preposition_of
from rawi.claims.syntax.relatives import after_relative, is_hidden, relative_opener
from rawi.recognise.nodes import Scene

__all__ = [
    "BY_HAND",
    "Predicate",
    "Syntax",
    "breaks_with_word_before",
    "can_take_part",
    "coordinated",
    "direct_nodes",
    "fill",
    "find_topic",
    "is_circumstance",
    "is_hidden",
    "landmarks_within",
    "preposition_before",
    "preposition_of",
    "read_syntax",
]


def read_syntax(scene: Scene, first: int, end: int) -> Syntax:
    """The predicates of the sentence from token `first` to `end`, each with the limits of its clause."""
    syntax = Syntax(scene, behind_dateline(scene, first, end), end)
    for i in range(syntax.first, end):
        if syntax.words[i].is_event and syntax.owner[i] is None:
            predicate = find_predicate(syntax, i)
            if predicate is not None:
                syntax.predicates.append(predicate)
                syntax.by_token[i] = predicate
    syntax.landmarks = find_landmarks(syntax)
    for predicate in syntax.predicates:
        predicate.limit = find_limit(syntax, predicate)
        predicate.left = find_left(syntax, predicate)
        opener = relative_opener(syntax, predicate) if predicate.finite else None
        if opener is not None:
            predicate.in_relative = True
            syntax.relatives.append((opener, after_relative(syntax, opener, end)))
    return syntax
