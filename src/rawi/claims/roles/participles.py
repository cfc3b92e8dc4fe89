"""The roles around a participle: whom متهما or التابعة describes, and its object."""

from __future__ import annotations

from rawi.arabic.tokens import WORD
from rawi.claims.parties import parties_of
from rawi.claims.pronouns import find_antecedent
from rawi.claims.roles.base import Roles
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate, can_take_part, coordinated, direct_nodes
from rawi.knowledge.lexicon import Rule
from rawi.recognise.nodes import ACTOR, GROUP, PERSON, PLACE, Node

#: How far behind the words for a source its circumstance may stand: بحسب مصدر طبي، محملا X المسؤولية.
_NEAR = 6


def participle_roles(sentence: Sentence, predicate: Predicate, rule: Rule, roles: Roles) -> None:
    """Add whom a participle describes as its actor, and its object."""
    if predicate.word.article or rule.type == "PART_OF":
        owner = _node_before(sentence, predicate.i)
        if owner is not None and not (owner.source_kind and not owner.members):
            roles["actor"] += parties_of(sentence, [owner])
        return
    subject = _circumstance_subject(sentence, predicate)
    roles["actor"] += parties_of(sentence, subject)
    direct = list(direct_nodes(sentence.syntax, predicate.i + 1, predicate.limit))
    objects = [n for n in direct if can_take_part(n)]
    if objects and rule.obj in ("recipient", "actor"):
        roles[rule.obj] += parties_of(sentence, coordinated(sentence.syntax, objects[0], predicate.limit))
    elif rule.obj == "recipient" and sentence.scene.norm(predicate.i + 1) in sentence.listed(
        "object_pronouns"
    ):
        roles["recipient"] += parties_of(
            sentence, find_antecedent(sentence, predicate, sentence.scene.norm(predicate.i + 1)[3:], subject)
        )


def _circumstance_subject(sentence: Sentence, predicate: Predicate) -> list[Node]:
    """Who is `متهماً` or `مطالبين`: the subject of the main verb, or the speaker."""
    for frame in sentence.frames:
        if frame.verb >= 0 and frame.verb < predicate.i and frame.speaker:
            return frame.speaker
    for frame in reversed(sentence.frames):
        if frame.verb < 0 and 0 <= predicate.i - frame.skip[1] < _NEAR and frame.skip[1]:
            return frame.speaker
    before = sentence.syntax.main_verbs_before(predicate.i)
    return before[0].subject if before else sentence.state.subject


def _node_before(sentence: Sentence, i: int) -> Node | None:
    """The node that a definite participle such as التابعة describes."""
    for k in range(i - 1, max(sentence.first - 1, i - 6), -1):
        node = sentence.scene.owner[k]
        if node is not None:
            return node if node.kind in (ACTOR, GROUP, PERSON, PLACE) else None
        plain = sentence.scene.tokens[k].kind == WORD and not sentence.scene.norm(k).startswith("ال")
        if plain and not sentence.scene.words[i].article:
            return None
    return None
