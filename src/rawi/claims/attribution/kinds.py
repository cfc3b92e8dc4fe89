"""What kind of source a node is: outlet, organisation, named person or unnamed."""

from __future__ import annotations

from rawi.recognise.nodes import ACTOR, DUAL, GROUP, OUTLET, PERSON, PLACE, Node, Scene


def source_kind(node: Node, scene: Scene) -> str:
    """The kind of link that `node` makes in a chain of sources."""
    if node.source_kind:
        return node.source_kind
    outlet = scene.knowledge.outlets.get(node.entity or "")
    if outlet is not None and outlet.kind == "monitor":
        return "organisation"
    if node.kind == OUTLET or outlet is not None:
        return "outlet"
    if node.kind == PERSON:
        return "named_person"
    if node.kind == GROUP and node.title is None:
        return "unnamed"
    if node.kind == GROUP and node.title is not None and node.title.role != "spokesperson":
        behind = scene.norm(node.i + 1)
        if not scene.words[node.i].article and (
            behind in scene.knowledge.lexicon.listed("unnamed_holder")
            or scene.words[node.i + 1].pro in ("ب",)
        ):
            return "unnamed"
    if node.kind == ACTOR and node.members and "unnamed_sources" in scene.words[node.i].tags:
        return "unnamed"
    return "organisation"


def can_speak(node: Node) -> bool:
    """Whether `node` can be a source."""
    return node.kind in (ACTOR, PERSON, GROUP, OUTLET, DUAL) or (
        node.kind == PLACE and node.state is not None
    )
