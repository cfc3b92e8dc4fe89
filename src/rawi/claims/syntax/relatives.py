"""Relative clauses: where they open and end, and whom they describe.

A predicate in; its relative pronoun, its antecedent, or whether a node is hidden from it out. A
verb with a pronoun behind an indefinite noun (بيان أصدرته) is a relative clause without an opener.
"""

from __future__ import annotations

from rawi.arabic.tokens import WORD
from rawi.claims.syntax.base import Predicate, Syntax, can_take_part
from rawi.recognise.nodes import PLACE, Node

#: Classes of words behind which a verb opens no relative clause of its own.
_PARTICLES = {
    "subordinators", "negations", "future", "condition", "clause_openers", "finite", "contrast", "possible",
}  # fmt: skip


def is_bare_relative(syntax: Syntax, i: int) -> bool:
    """A verb with an object pronoun right behind an indefinite noun: بيان أصدرته, مبادرة أطلقها."""
    word = syntax.words[i]
    if word.pro or i == syntax.first:
        return False
    before = syntax.tokens[i - 1]
    if syntax.owner[i - 1] is None and syntax.words[i - 1].tags & {"subordinators", "negations"}:
        return False
    if not word.suffix and not any(
        syntax.scene.norm(k) in syntax.listed("resumptive_pronouns") for k in (i + 1, i + 2)
    ):
        senses = [s for s in word.senses if s.inflection.tense == "present"]
        if (
            not senses
            or word.future
            or before.norm in syntax.listed("auxiliary_forms")
            or syntax.words[i - 1].tags & _PARTICLES
        ):
            return False
        if (
            before.norm in syntax.listed("free_adverbs")
            or before.norm in syntax.listed("clause_breaks")
            or len(before.norm) < 3
        ):
            return False
    return (before.kind == WORD and not before.norm.startswith("ال") and syntax.owner[i - 1] is None) or (
        before.norm == '"'
    )  # fmt: skip


def opens_relative(syntax: Syntax, i: int) -> bool:
    """Whether token `i`, of no node, opens a clause about the name before it: الذي, وهي إحدى الفصائل،"""
    if "relatives" in syntax.words[i].tags:
        return True
    if syntax.tokens[i].norm not in syntax.listed("aside_pronouns") or i == syntax.first:
        return False
    named = syntax.owner[i - 1] is not None or "formerly" in syntax.words[i - 1].tags
    return named and i + 1 not in syntax.by_token and after_relative(syntax, i, syntax.end) < syntax.end


def after_relative(syntax: Syntax, i: int, stop: int) -> int:
    """Where the relative clause at `i` ends: behind the next comma, or at `stop`."""
    for k in range(i + 1, stop):
        if syntax.tokens[k].norm in ("،", ","):
            return k + 1
    return stop


def relative_opener(syntax: Syntax, predicate: Predicate) -> int | None:
    """The token of the relative pronoun that `predicate` stands behind, if it does."""
    k = predicate.i - 1
    while k >= syntax.first and (
        syntax.tokens[k].norm in syntax.listed("auxiliary_forms")
        or (syntax.owner[k] is not None and k > predicate.i - 4)
    ):
        k -= 1
    if k >= syntax.first and "relatives" in syntax.words[k].tags and syntax.owner[k] is None:
        return k
    if is_bare_relative(syntax, predicate.i):
        return predicate.i
    return None


def is_hidden(syntax: Syntax, node: Node, predicate: Predicate) -> bool:
    """Whether `node` stands inside a relative clause that `predicate` is outside of."""
    return any(
        first <= node.i < end and not first - 1 <= predicate.i < end for first, end in syntax.relatives
    )


def find_antecedent_of_relative(syntax: Syntax, opener: int) -> Node | None:
    """The node that a relative pronoun stands for: the nearest before it."""
    k = opener - 1
    while k >= syntax.first and opener - k < 12:
        node = syntax.owner[k]
        if node is not None and (can_take_part(node) or node.kind == PLACE):
            return node
        if node is None and syntax.tokens[k].kind == WORD and k < opener - 3:
            return None
        k -= 1
    return None
