"""Nodes in, the mentions of a reading out."""

from __future__ import annotations

from rawi.model import Mention
from rawi.recognise.nodes import (
    ACTOR,
    ADJECTIVE,
    DUAL,
    GROUP,
    OUTLET,
    PERSON,
    PLACE,
    QUANTITY,
    TIME,
    Node,
    Scene,
)

_KINDS = {ACTOR: "actor", PERSON: "person", PLACE: "place", TIME: "time", QUANTITY: "quantity",
          OUTLET: "source", GROUP: "actor", DUAL: "actor", ADJECTIVE: "actor"}  # fmt: skip


class Mentions(dict[str, Mention]):
    """The mentions by id, and the id of each node's mention; further ones are made when claims need them."""

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene = scene
        self._of: dict[tuple[int, int, str], str] = {}

    def of(self, node: Node, kind: str | None = None) -> str:
        """The id of the mention for `node`, as a `kind` of mention."""
        kind = kind or ("source" if node.source_kind else _KINDS[node.kind])
        key = (node.start, node.end, kind)
        if key not in self._of:
            identity = f"m{len(self) + 1}"
            self._of[key] = identity
            self[identity] = _mention(self.scene, node, identity, kind)
        return self._of[key]


def mentions_of(scene: Scene) -> Mentions:
    """The mentions of everything recognised in `scene`, in order."""
    mentions = Mentions(scene)
    for node in scene.nodes:
        if node.kind == ADJECTIVE:
            continue
        if node.kind == PLACE and node.place is None and node.unresolved and not node.name:
            continue
        mentions.of(node)
    return mentions


def _mention(scene: Scene, node: Node, identity: str, kind: str) -> Mention:
    place = node.place
    value = node.count if node.kind in (QUANTITY, GROUP) else None
    if node.kind == TIME and node.time is not None:
        value = node.time.edtf
    entity, name, name_en = node.entity, node.name, node.name_en
    if kind == "actor" and node.kind in (PLACE, ADJECTIVE) and node.state:
        entity = node.state
        name, name_en = scene.knowledge.actor_name(node.state)
    if node.kind in (GROUP, DUAL) and not node.members:
        name = None
    return Mention(
        identity, kind, node.start, node.end, scene.text[node.start : node.end], entity, name, name_en,
        node.by, value,
        place.admin1 if place else node.admin1,
        place.country if place else node.country if kind != "time" else None,
        place.lat if place else None, place.lon if place else None,
    )  # fmt: skip
