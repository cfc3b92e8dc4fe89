"""A place that the gazetteer does not know. It is listed so that you can add it; its position is never
guessed.

مكان لا يعرفه معجم الأماكن. يُدرج لتضيفه إن شئت، ولا يُخمَّن موقعه.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.checks.base import Check, Context
from rawi.checks.words import is_listed, words
from rawi.model import Finding
from rawi.recognise import Node
from rawi.recognise.nodes import PLACE

ID, SEVERITY = "unknown-place", "note"


def check(context: Context) -> list[Finding]:
    """One note for each unknown place, at its first mention."""
    found: dict[str, Finding] = {}
    for node in context.scene.nodes:
        if node.kind != PLACE or node.place is not None or not node.name or node.unresolved or node.state:
            continue
        if node.country or not _is_one_place(context, node):
            continue
        name = context.scene.text[node.start : node.end]
        if fold(name) not in found:
            found[fold(name)] = context.finding(
                ID, SEVERITY, node.start, node.end,
                f"«{name}» غير معروف في معجم الأماكن.",
                f"“{name}” is not in the gazetteer.",
                stated=name,
            )  # fmt: skip
    return list(found.values())


def _is_one_place(context: Context, node: Node) -> bool:
    """Whether a head such as قرية stands before a word that is no everyday word: not مدينة المهرجانات."""
    scene = context.scene
    if not is_listed(scene.norm(node.i), "one_place") or node.j - node.i < 2:
        return False
    if scene.norm(node.i - 1).removeprefix("و") == "من" and scene.norm(node.i) in words("sides"):
        return False
    if scene.text[node.start : scene.tokens[node.i].end].endswith("بلده"):
        return False
    return not any(scene.words[index].tags for index in range(node.i + 1, node.j))


CHECK = Check(ID, SEVERITY, __doc__, check)
