"""The preposition that governs a node or a token, written before it or onto it.

Out comes its folded form, or an empty string where none does.
"""

from __future__ import annotations

from rawi.arabic.clitics import splits
from rawi.arabic.tokens import NUMBER
from rawi.claims.syntax.base import Syntax
from rawi.recognise.nodes import Node

#: Stands for nouns that name the doer as a preposition does: على يد X, بنيران X.
BY_HAND = "يد"


def preposition_of(syntax: Syntax, node: Node) -> str:
    """The preposition that governs `node`, folded, or an empty string."""
    pro = node.pro.lstrip("وف")
    if pro:
        return pro[-1]
    k = node.i - 1
    while k >= syntax.first and syntax.tokens[k].norm in ('"', "("):
        k -= 1
    if k < syntax.first or syntax.owner[k] is not None:
        return ""
    norm = syntax.tokens[k].norm
    if norm in syntax.listed("about") and syntax.tokens[node.i].kind == NUMBER:
        return ""
    if norm in syntax.listed("property_nouns") and not syntax.words[k].pro and syntax.owner[k - 1] is None:
        before = syntax.tokens[k - 1].norm if k > syntax.first else ""
        return before if before in syntax.listed("preposition_forms") else ""
    if norm in syntax.listed("partitives") and syntax.scene.norm(k - 1).lstrip("وف") in syntax.listed(
        "each_of"
    ):
        return ""
    if norm in syntax.listed("detached_prepositions"):
        return norm[0]
    if norm in syntax.listed("hands") or (
        norm in syntax.listed("doers_behind_from") and syntax.scene.norm(k - 1) == "من"
    ):
        return BY_HAND
    if syntax.words[k].tags & {"prepositions"}:
        for _, rest in splits(norm):
            if rest in syntax.listed("preposition_forms"):
                return rest
        return norm
    return ""


def preposition_before(syntax: Syntax, i: int) -> str:
    """The preposition written before or onto token `i`, folded, or an empty string."""
    pro = syntax.words[i].pro.lstrip("وف")
    if pro:
        return pro[-1]
    norm = syntax.scene.norm(i - 1)
    if i - 1 >= syntax.first and syntax.owner[i - 1] is None:
        for _, rest in splits(norm):
            if rest in syntax.listed("preposition_forms"):
                return rest
    return ""
