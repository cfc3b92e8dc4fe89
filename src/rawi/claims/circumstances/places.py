"""Where a predicate happens.

A predicate in, the nodes of its places out. Refused: places that only say where another lies
(منبج التابعة لحلب), states that act, and places in brackets or in another clause.
"""

from __future__ import annotations

from rawi.claims.circumstances.scope import SPOKEN, STATES, find_header, joins_clause, own_end
from rawi.claims.syntax import Predicate, Syntax, is_hidden, preposition_of
from rawi.recognise.nodes import ACTOR, GROUP, PLACE, Node


def find_place(syntax: Syntax, predicate: Predicate, governed: bool, kind: str = "") -> list[Node]:
    """The places of a predicate of claim type `kind`: behind it in its clause, else before it."""
    if kind in STATES:
        return []
    stop = own_end(syntax, predicate, kind)
    places = _places(syntax, predicate, predicate.i + 1, stop)
    if kind in SPOKEN and kind != "AGREE":
        places = [n for n in places if n.place is None or n.place.kind != "country"]
    if places or governed:
        return places
    said = kind in SPOKEN and (
        kind != "AGREE" or any(s.rule and s.rule.type == kind and s.rule.value for s in predicate.senses)
    )
    if predicate.finite and not said:
        places = _places(syntax, predicate, predicate.i + 1, predicate.limit)
        if places:
            return places
    if syntax.scene.norm(predicate.left - 1) in syntax.listed("where"):
        before = syntax.owner[predicate.left - 2] or syntax.owner[predicate.left - 3]
        if before is not None and before.kind == PLACE:
            return [before]
    if (predicate.finite or predicate.light is not None) and kind not in SPOKEN:
        main = predicate if predicate.light is None else predicate.light
        found = _places(syntax, predicate, main.i if joins_clause(syntax, main) else main.left, predicate.i)
        if not found and predicate.light is not None:
            found = _places(syntax, predicate, predicate.i, predicate.light.limit)
        return found or ([] if predicate.in_relative else find_header(syntax, PLACE) or _fronted(syntax))
    return _fronted(syntax) if predicate.finite and not predicate.in_relative else []


def _fronted(syntax: Syntax) -> list[Node]:
    """The place a sentence opens with, for all of its main verbs: وفي طبرق اقتحم محتجون المقر وأحرقوه."""
    scene = syntax.scene
    first = next(scene.between(syntax.first, min(syntax.first + 2, syntax.end)), None)
    if first is None or first.kind != PLACE or preposition_of(syntax, first) not in syntax.listed("inside"):
        return []
    verb = syntax.by_token.get(first.j + (scene.norm(first.j) == "،"))
    return [first] if verb is not None and verb.finite else []


def _places(syntax: Syntax, predicate: Predicate, first: int, end: int) -> list[Node]:
    scene = syntax.scene
    found: list[Node] = []
    previous: Node | None = None
    for node in scene.between(first, end):
        if node.kind != PLACE:
            previous = node
            continue
        preposition = preposition_of(syntax, node)
        if is_hidden(syntax, node, predicate) or scene.norm(node.i - 1) == "(":
            continue
        if previous is not None and previous.kind == PLACE and _contains(syntax, previous, node):
            node.container = True
        elif not preposition and scene.norm(node.i) in syntax.listed("directions") and not node.container:
            found.append(node)
        elif preposition in syntax.listed("place_prepositions") and not node.container:
            acts = node.state and preposition in syntax.listed("state_prepositions") and not node.place
            if not acts and preposition != "ل" and not _describes_body(syntax, previous, node):
                found.append(node)
        elif previous in found and (node.pro == "و" or scene.norm(node.i - 1) in ("و", "،")):
            found.append(node)
        previous = node
    return found


def _describes_body(syntax: Syntax, previous: Node | None, node: Node) -> bool:
    """Whether a country only says where the bodies right before it are: الفصائل المسلحة في سوريا."""
    if previous is None or previous.j + 1 != node.i or node.place is None or node.place.kind != "country":
        return False
    definite = syntax.scene.norm(previous.j - 1).startswith("ال")
    return previous.kind in (ACTOR, GROUP) and definite and previous.title is None


def _contains(syntax: Syntax, inner: Node, outer: Node) -> bool:
    """Whether `outer` only says where `inner` lies: منبج التابعة لمحافظة إدلب, جرابلس بمحافظة حلب."""
    gap = [syntax.scene.norm(k) for k in range(inner.j, outer.i)]
    if len(gap) > 4:
        return False
    if syntax.scene.norm(outer.j - 1) in syntax.listed("the_country") and "في" not in gap[1:]:
        return True
    if len(gap) == 1 and gap[0] in syntax.listed("directions"):
        return True
    if any(word.startswith(tuple(syntax.listed("lies_in"))) for word in gap):
        return True
    if gap == ["،"] and syntax.scene.norm(outer.i) in syntax.listed("area_seats"):
        return True
    if (
        len(gap) == 1
        and gap[0] in syntax.listed("lies_on")
        and syntax.scene.norm(outer.i) in syntax.listed("landmarks")
    ):
        return True
    head = syntax.scene.norm(outer.i).lstrip("بل")
    if not gap and not outer.pro and head in syntax.listed("directions"):
        return True
    if not gap:
        return outer.pro in syntax.listed("area_particles") or (
            head in syntax.listed("outer_heads") and not outer.pro
        )
    return len(gap) == 1 and gap[0] in syntax.listed("inside") and head in syntax.listed("area_heads")
