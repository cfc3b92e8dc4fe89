"""Who is meant by a node: duals, states, pairs and groups.

Nodes in, parties out. Places that are no state, and statements, are nobody.
"""

from __future__ import annotations

from rawi.claims.draft import Party, party
from rawi.claims.holders import find_holders, state_party
from rawi.claims.sentence import Sentence
from rawi.recognise.nodes import ACTOR, ADJECTIVE, DUAL, GROUP, PERSON, PLACE, QUANTITY, Node


def parties_of(sentence: Sentence, nodes: list[Node]) -> list[Party]:
    """Parties for `nodes`, duals and states resolved."""
    parties: list[Party] = []
    for node in nodes:
        parties += _parties_of_node(sentence, node)
    return parties


def _parties_of_node(sentence: Sentence, node: Node) -> list[Party]:
    if node.kind == DUAL:
        return _parties_of_dual(sentence, node)
    if node.kind == PLACE:
        return state_party(sentence, node, node.state) if node.state is not None else []
    if node.kind == ADJECTIVE:
        return state_party(sentence, node, node.state)
    if node.kind == GROUP and node.title is not None and node.name == "role":
        return find_holders(sentence, node)
    if node.kind == QUANTITY or (node.kind == GROUP and not node.members):
        return [] if node.name == "statement" else [Party(node, None, None)]
    return [party(node)]


def _parties_of_dual(sentence: Sentence, node: Node) -> list[Party]:
    """The two, or as many as the words say, that `الطرفان`, `الرئيسان` or `الدول الثلاث` stand for."""
    name = node.name or ""
    described = _states_behind(sentence, node)
    if described:
        return described
    if name.startswith("states:"):
        return _states_before(sentence, node, int(name[7:]))
    if name == "person":
        both = _persons_around(sentence, node)
    else:
        org_of = sentence.state.org_of
        pair = _pair_before(sentence, node)
        both = [org_of.get(item.key, item) if item.node.kind == PERSON else item for item in pair]
    return [Party(node, item.entity, item.name, item.name_en) for item in both]


def _states_behind(sentence: Sentence, node: Node) -> list[Party]:
    """`الجانبان السعودي والإيراني`: the two states named by their adjectives right behind."""
    owner = sentence.scene.owner
    first = owner[node.j] if node.j < sentence.end else None
    second = owner[first.j] if first is not None and first.j < sentence.end else None
    if (
        first is None
        or second is None
        or first.kind != ADJECTIVE
        or second.kind != ADJECTIVE
        or second.pro != "و"
    ):
        return []
    return [*state_party(sentence, first, first.state), *state_party(sentence, second, second.state)]


def _persons_around(sentence: Sentence, node: Node) -> list[Party]:
    """The two persons named right behind `node`, else the last two named in earlier sentences."""
    behind = [
        party(n)
        for n in sentence.scene.between(sentence.first, sentence.end)
        if n.kind == PERSON and n.i > node.i
    ]
    if len(behind) >= 2 and behind[0].node.i - node.j < 4:
        return behind[:2]
    return sentence.state.persons[-2:]


def _states_before(sentence: Sentence, node: Node, count: int) -> list[Party]:
    """`الدول الثلاث`: the last states named, as many as the words say."""
    found: dict[str, Party] = {}
    for earlier in sentence.scene.before(node.i):
        state = (
            earlier.entity
            if earlier.kind == ACTOR
            else earlier.state
            if earlier.kind == PLACE and not earlier.place
            else None
        )
        if state in sentence.scene.knowledge.countries and state not in found:
            found[state] = state_party(sentence, node, state)[0]
        if len(found) == count:
            return list(found.values())[::-1]
    return []


def _pair_before(sentence: Sentence, node: Node) -> list[Party]:
    """The two sides last spoken of: joined by و or بين, else the last two actors."""
    actors = [n for n in sentence.scene.before(node.i) if n.kind == ACTOR and (n.entity or n.name)][::-1]
    for second, first in zip(reversed(actors), list(reversed(actors))[1:], strict=False):
        if node.i - second.i > 250:
            break
        if second.pro.endswith("و") and second.i - first.j <= 2 and first.entity != second.entity:
            if _in_list(first, second, actors):
                continue
            pair = [party(first), party(second)]
            if sentence.state.pair and {p.key for p in sentence.state.pair} != {p.key for p in pair}:
                later = max(p.node.i for p in sentence.state.pair)
                if later > second.i:
                    break
            return pair
    if sentence.state.pair:
        return sentence.state.pair[:2]
    last: list[Party] = []
    for actor in reversed(actors):
        if actor.entity not in {p.entity for p in last}:
            last.insert(0, party(actor))
        if len(last) == 2:
            break
    return last


def _in_list(first: Node, second: Node, actors: list[Node]) -> bool:
    """Whether two joined actors are part of a longer list, which no dual stands for."""
    return any(
        (other.i >= second.j and other.i - second.j <= 2 and other.pro.endswith("و"))
        or (other.j <= first.i and first.i - other.j <= 2 and first.pro.endswith("و"))
        for other in actors
        if other is not first and other is not second
    )
