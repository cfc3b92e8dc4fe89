"""What somebody is said to be: إنهم عناصر في الحرس الثوري, وهي جماعة سلفية.

A node behind such a pronoun in; a draft of belonging, post or class out, if its owner is found.
"""

from __future__ import annotations

from rawi.claims.appositions.posts import make_post
from rawi.claims.draft import Draft, party
from rawi.recognise.nodes import ACTOR, GROUP, PERSON, Node, Scene


def find_nominal(scene: Scene, nodes: list[Node], index: int) -> list[Draft]:
    """إنهم عناصر في الحرس الثوري, بأنه قيادي في التنظيم, وهي جماعة سلفية: what somebody is said to be."""
    node = nodes[index]
    if node.pro or index == 0:
        return []
    k = node.i - 1
    if scene.norm(k) in scene.knowledge.lexicon.listed("one_of"):
        k -= 1
    cue = scene.norm(k)
    if cue not in scene.knowledge.lexicon.listed("nominal_pronouns"):
        return []
    plural = cue.endswith("هم")
    feminine = cue in scene.knowledge.lexicon.listed("feminine_pronouns")
    owner = next(
        (
            n for n in reversed(nodes[:index])
            if n.kind in (ACTOR, PERSON, GROUP) and not n.source_kind and not n.cited and (
                (plural and n.number == "p") or (not plural and n.number != "p" and n.feminine == feminine)
            )
        ),
        None,
    )  # fmt: skip
    if owner is None:
        return []
    if node.kind == ACTOR and node.members and node.name_i != node.i:
        draft = Draft("PART_OF", "part", "is-member", (node.i, max(node.i + 1, node.name_i)), node.i)
        draft.actor = [party(owner)]
        draft.recipient = [party(node)]
        return [draft]
    if node.kind == GROUP and node.title is not None and node.title.org is not None and owner.kind == PERSON:
        post = make_post(scene, node.title, owner, "is-post")
        return [post] if post else []
    if (k < node.i - 1 and node.kind in (ACTOR, GROUP) and node.entity is None and owner.kind == ACTOR) or (
        node.kind == GROUP and node.title is None and node.name != "source" and owner.kind == ACTOR
    ):
        draft = Draft("CLASSIFIED", None, "is-class", (node.i, node.j), node.i)
        draft.actor = [party(owner)]
        draft.value = (node.start, node.end)
        return [draft]
    return []
