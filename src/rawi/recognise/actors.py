"""Nodes given their actor: the record of a name, the body of a state, and the gender verbs agree with.

In: a node, and ids or the key of a state body (وزارة الخارجية). Out: the node with entity, names,
country, force and gender. Of actors that share a name it takes one that lived when the report appeared.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.arabic.tokens import WORD
from rawi.recognise.nodes import ACTOR, Node, Scene
from rawi.recognise.scan import Scan, first_ref
from rawi.recognise.vocabulary import Vocabulary

_FORCES = frozenset({"armed-group", "state-force", "alliance"})


def set_actor(scan: Scan, node: Node, ids: list[str]) -> None:
    """Of the actors that share a name, let `node` be the one that existed when the report was published."""
    knowledge = scan.knowledge
    entity = alive_first(ids, scan.scene)[0]
    node.entity = entity
    node.name, node.name_en = knowledge.actor_name(entity)
    actor = knowledge.actors.get(entity)
    country = knowledge.countries.get(entity)
    node.country = actor.country if actor else country.iso if country else None
    node.force = bool(actor and actor.kind in _FORCES)
    set_gender(scan, node, state=country is not None)


def alive_first(ids: list[str], scene: Scene) -> list[str]:
    """Actors that share a name, those that existed when the report was published first."""
    if len(ids) < 2 or not scene.published:
        return ids
    day = scene.published[:10]

    def lived(actor_id: str) -> bool:
        actor = scene.knowledge.actors.get(actor_id)
        if actor is None:
            return True
        return not (actor.start and day < actor.start) and not (actor.end and day > actor.end)

    return sorted(ids, key=lambda actor_id: not lived(actor_id))


def set_gender(scan: Scan, node: Node, *, state: bool = False) -> None:
    """Gender by the first word as written, where it is a noun that shows it, else by the usual name."""
    vocabulary = scan.vocabulary
    bare = _written_bare(scan.text, node)
    if bare.endswith(("ون", "ين")) and len(bare) > 4:
        node.number = "p"
        node.feminine = False
    elif not state and bare in vocabulary.masculine_heads:
        node.feminine = False
    elif not state and (bare.endswith(("ه", "ات")) or bare in vocabulary.feminine_heads):
        node.feminine = True
    else:
        node.feminine = _is_feminine(vocabulary, node.name, state=state)


def _written_bare(text: str, node: Node) -> str:
    """The first word of `node` as the report writes it, folded, without its article."""
    return fold(text[node.start : node.end].lstrip('"“«').split()[0]).removeprefix("ال")


def _is_feminine(vocabulary: Vocabulary, name: str | None, *, state: bool) -> bool:
    """Whether verbs agree in the feminine with this Arabic name: by its first word, as Arabic does."""
    if not name:
        return False
    if state:
        return name not in vocabulary.masculine_states
    first = name.split()[0]
    return first.endswith(("ة", "اء", "ات", "ى", "يا")) or first in vocabulary.feminine_names


def find_state_body(scan: Scan, i: int, j: int, pro: str, key: str) -> Node | None:
    """A state body with its adjective (وزارة الخارجية الإيرانية) or alone (وزارة الصحة)."""
    body = scan.knowledge.bodies[key]
    if j - i == 1 and "finite" in scan.words[i].tags:
        return None
    if j < scan.end and scan.tokens[j].kind == WORD:
        found = scan.longest_name(j)
        definite = scan.tokens[j - 1].norm.startswith("ال") and j - i == 1
        if found is not None and not found[1]:
            state = (
                first_ref(found[2], "adjective") if definite else first_ref(found[2], "adjective", "state")
            )
            country = scan.knowledge.countries.get(state) if state else None
            if country is not None:
                node = scan.node(ACTOR, i, found[0], pro, by="knowledge", country=country.iso)
                set_body(scan.scene, node, body.key, country.id)
                return node
    node = scan.node(ACTOR, i, j, pro, by="pattern", unresolved=f"body:{key}", name=body.ar)
    node.force = body.kind == "state-force"
    set_gender(scan, node)
    return node


def set_body(scene: Scene, node: Node, key: str, state: str) -> None:
    """Let `node` be the body `key` of the country with id `state`: an actor of its own, or the state."""
    knowledge = scene.knowledge
    body, country = knowledge.bodies[key], knowledge.countries[state]
    feminine = body.ar.split()[-1].endswith("ة") or body.ar.split()[0].endswith("ة")
    adjective = country.adjectives[0] if country.adjectives else ""
    full = f"{body.ar} ال{adjective}{'ة' if feminine else ''}" if adjective else f"{body.ar} {country.ar}"
    own = alive_first([id_ for kind, id_ in knowledge.names.get(full) if kind == "actor"], scene)
    node.unresolved = None
    node.force = body.kind == "state-force"
    node.feminine = _written_bare(scene.text, node).endswith(("ه", "ات"))
    node.country = country.iso
    actor = knowledge.actors[own[0]] if own else knowledge.actors.get(f"{state}-{body.suffix}")
    if actor is not None:
        node.entity, node.name, node.name_en = actor.id, actor.ar, actor.en
    elif body.as_state:
        node.entity, node.name, node.name_en = country.id, country.ar, country.en
    else:
        node.entity, node.name = f"{state}-{body.suffix}", full
        node.name_en = body.en.format(en=country.en)
