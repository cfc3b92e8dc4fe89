"""Claims that stand beside a name: posts, other names, belonging.

The tokens of a sentence in, drafts in order out. `القائد العام لهيئة تحرير الشام أبو محمد الجولاني`,
`جبهة فتح الشام (جبهة النصرة سابقا)`, `المعروفة باسم …`, `الملقب بـ …`, `الجيش بقيادة …`.
"""

from __future__ import annotations

from rawi.claims.appositions.names import find_bracketed, find_named, find_nickname, find_renaming
from rawi.claims.appositions.nominals import find_nominal
from rawi.claims.appositions.owners import post_of
from rawi.claims.appositions.posts import (
    find_service,
    led_by,
    post_after,
    post_before,
    second_of_two,
    two_posts,
)
from rawi.claims.draft import Draft
from rawi.recognise.nodes import ACTOR, GROUP, PERSON, Scene

__all__ = ["find_appositions", "post_of"]


def find_appositions(scene: Scene, first: int, end: int) -> list[Draft]:
    """The drafts of one sentence, in order."""
    drafts: list[Draft] = []
    nodes = list(scene.between(first, end))
    for index, node in enumerate(nodes):
        following = nodes[index + 1] if index + 1 < len(nodes) else None
        if node.kind == PERSON:
            before = nodes[index - 1] if index else None
            serving = find_service(scene, before, node)
            drafts += [serving] if serving else post_before(scene, node)
            if following is not None:
                drafts += post_after(scene, node, following)
            drafts += second_of_two(scene, nodes, index)
        elif node.kind == GROUP and node.title is not None and following is not None:
            drafts += two_posts(scene, node, following)
        named = find_named(scene, node, following, end) if following is not None else []
        drafts += named or find_bracketed(scene, node, end)
        if node.title is not None and node.title.org is not None and node.title.org.kind == ACTOR:
            drafts += find_bracketed(scene, node.title.org, end)
        drafts += find_renaming(scene, nodes, index)
        drafts += find_nickname(scene, node, end)
        drafts += led_by(scene, nodes, index)
        drafts += find_nominal(scene, nodes, index)
    for draft in drafts:
        draft.sentence = (first, end)
    return drafts
