"""Who a pronoun stands for.

A predicate and its attached pronoun in, nodes out; an empty list where none before fits.
"""

from __future__ import annotations

from rawi.claims.sentence import Governor, Sentence
from rawi.claims.syntax import Predicate
from rawi.recognise.nodes import ACTOR, DUAL, GROUP, PERSON, PLACE, Node


def suffix_owner(sentence: Sentence, predicate: Predicate, governor: Governor | None) -> list[Node]:
    """Whose act an event noun with a pronoun is: انسحابه."""
    light = predicate.light
    if light is not None and light.subject and not light.in_relative:
        return light.subject
    if governor is not None and governor.actors:
        return [governor.actors[0].node]
    for frame in sentence.frames:
        if frame.covers(predicate.i) and frame.speaker and frame.verb >= 0:
            return frame.speaker
    return find_antecedent(sentence, predicate, predicate.word.suffix)


def find_antecedent(
    sentence: Sentence, predicate: Predicate, suffix: str, exclude: list[Node] | None = None
) -> list[Node]:
    """The nearest node before that an attached pronoun can stand for."""
    subject = predicate.subject if exclude is None else exclude
    taken = {n.entity or n.name for n in subject}
    for node in sentence.scene.before(predicate.i):
        if predicate.i - node.i > 80:
            return []
        if node.kind not in (ACTOR, PERSON, GROUP, DUAL) and not (node.kind == PLACE and node.state):
            continue
        if (node.entity or node.name) in taken and node.kind != GROUP:
            continue
        if node.source_kind and node.source_kind != "organisation":
            continue
        if suffix == "ه" and not node.feminine and node.number == "s" and node.kind in (PERSON, ACTOR):
            return [node]
        if suffix == "ها" and (
            (node.feminine and node.number != "d") or (node.kind == GROUP and node.number == "p")
        ):
            return [node]
        if suffix in sentence.listed("plural_pronouns") and node.number == "p":
            return [node]
        if suffix == "هما" and node.kind == DUAL:
            return [node]
    return []
