"""Subjects that are not said again, and objects taken for subjects.

A finite predicate in, the same with the subject of the clause, speaker or sentence before, where gender
and number allow it.
"""

from __future__ import annotations

from rawi.arabic.tokens import WORD
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate, fill, preposition_of
from rawi.recognise.nodes import ACTOR, DUAL, GROUP, MANY, PERSON, TIME, Node

_ACTING = (ACTOR, PERSON, DUAL)
#: Classes of words behind which a verb stands in a clause of its own.
_PARTICLES = {"subordinators", "relatives", "clause_openers", "negations", "auxiliaries"}


def imply_subject(sentence: Sentence, predicate: Predicate) -> None:
    """A dropped subject is that of the clause before, where gender and number allow it."""
    if (
        not predicate.finite
        or predicate.subject
        or predicate.form == "passive"
        or _has_own_noun(sentence, predicate)
    ):
        return
    twin = sentence.syntax.by_token.get(predicate.i + 1)
    if twin is not None and twin.finite and twin.word.pro == "و":
        # Two verbs before their one subject: قُتل وأُصيب عدد من الجنود.
        if not twin.subject:
            fill(sentence.syntax, twin)
        if twin.subject and twin.subject[0].i > twin.i:
            predicate.subject = twin.subject
            return
    before = sentence.scene.owner[predicate.i - 1] if predicate.i > sentence.first else None
    if before is not None and before.kind == GROUP and before.force and _sees(sentence, predicate, before):
        predicate.subject = [before]
        return
    if sentence.scene.norm(predicate.i - 1) in sentence.listed("own_country"):
        speaker = next((frame.speaker for frame in sentence.frames[::-1] if frame.start <= predicate.i), [])
        predicate.subject, predicate.subject_implied = speaker, bool(speaker)
        if speaker:
            return
    # Whoever speaks is not the victim of what is told: قُتل على إثرها العقيد.
    hurts = any(s.rule and s.rule.casualties for s in predicate.senses)
    for earlier in sentence.syntax.main_verbs_before(predicate.i):
        if hurts and earlier.subject[0].source_kind:
            continue
        listed = len(earlier.subject) > 1 and earlier.inflection == predicate.inflection
        if (listed and predicate.word.pro == "و") or _agree(sentence, predicate, earlier.subject):
            predicate.subject, predicate.subject_implied = earlier.subject, True
            return
    for frame in reversed(sentence.frames):
        if hurts or (frame.speaker and frame.speaker[0].source_kind == "document"):
            continue
        if frame.speaker and frame.start <= predicate.i and _agree(sentence, predicate, frame.speaker):
            predicate.subject, predicate.subject_implied = frame.speaker, True
            return
    nodes = [
        n
        for n in sentence.scene.between(sentence.first, predicate.i)
        if n.kind in _ACTING or (n.kind == GROUP and not n.source_kind and n.name != MANY)
    ]
    for node in nodes:
        if not preposition_of(sentence.syntax, node) and _agree(sentence, predicate, [node]):
            predicate.subject, predicate.subject_implied = [node], True
            return
    if (
        predicate.i - sentence.first < 4
        and sentence.state.subject
        and _agree(sentence, predicate, sentence.state.subject)
    ):
        predicate.subject, predicate.subject_implied = sentence.state.subject, True


def _sees(sentence: Sentence, predicate: Predicate, node: Node) -> bool:
    """Whether a plural verb says what those right before it were seen to do: شاهد جنودا ينتشرون."""
    inflection = predicate.inflection
    plural = inflection.number == "p" and inflection.tense == "present" and not predicate.word.pro
    return plural and node.number == "p" and not preposition_of(sentence.syntax, node)


def _has_own_noun(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a noun that is no node is the verb's subject: لم تتبن أي جهة, أن العملية انتهت."""
    return (
        sentence.scene.norm(predicate.i + 1) in sentence.listed("any_of")
        or _noun_behind_that(sentence, predicate)
        or _describes_event(sentence, predicate)
        or _noun_right_before(sentence, predicate)
    )


def _noun_right_before(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a plain noun stands right before a verb of the past, which tells of it: حالة من الهلع أصابت."""
    k, scene = predicate.i - 1, sentence.scene
    if k < sentence.first or predicate.word.pro or predicate.inflection.tense != "past":
        return False
    if scene.owner[k] is not None or scene.tokens[k].kind != WORD or scene.words[k].tags:
        return False
    norm = scene.norm(k)
    return norm.startswith("ال") and norm not in sentence.listed("free_adverbs")


def _noun_behind_that(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a plain noun stands right behind the أن before the verb: أن العملية انتهت."""
    scene, left = sentence.scene, predicate.left
    k = left
    while k < predicate.i:
        node = scene.owner[k]
        if scene.norm(k) not in sentence.listed("subject_gap") and (node is None or node.kind != TIME):
            break
        k += 1
    return (
        k < predicate.i
        and left > sentence.first
        and "subordinators" in scene.words[left - 1].tags
        and scene.owner[k] is None
        and scene.tokens[k].kind == WORD
        and not scene.words[k].tags & {"prepositions", "finite", "auxiliaries"}
        and scene.norm(left - 1).lstrip("وب") in sentence.listed("that")
    )


def _describes_event(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb in the past follows another without a particle: it describes an event told there."""
    if predicate.word.pro or predicate.inflection.tense != "past" or predicate.in_relative:
        return False
    scene, breaks = sentence.scene, sentence.listed("described_breaks")
    for k in range(predicate.i - 1, max(sentence.first - 1, predicate.i - 25), -1):
        if scene.owner[k] is not None:
            continue
        if scene.words[k].tags & _PARTICLES or scene.norm(k) in breaks:
            return False
        other = sentence.syntax.by_token.get(k)
        if other is not None and other.finite:
            return True
    return False


def take_single_object(sentence: Sentence, predicate: Predicate) -> None:
    """`واتهمت قواته بقصف …`: verbs that need an object take the only noun behind them as that.

    Only where the verb is joined by و to a clause whose subject it agrees with.
    """
    behind_her = sentence.scene.norm(predicate.i - 1) in sentence.listed("that_she")
    if (
        not (predicate.word.pro in ("و", "ف") or behind_her)
        or predicate.objects
        or predicate.word.suffix
        or predicate.subject_implied
    ):
        return
    if not predicate.finite or not any(s.rule and "transitive" in s.rule.flags for s in predicate.senses):
        return
    if len(predicate.subject) != 1 or predicate.subject[0].i < predicate.i:
        return
    behind = predicate.subject
    candidates = [
        *(verb.subject for verb in sentence.syntax.main_verbs_before(predicate.i)),
        *(frame.speaker for frame in sentence.frames if frame.verb >= 0 and frame.speaker),
    ]
    if behind_her:
        candidates = [frame.speaker for frame in sentence.frames if frame.speaker]
    doubtful = not behind_her and all(s.rule is None or s.rule.ambiguous_passive for s in predicate.senses)
    for subject in candidates:
        if doubtful and not all(node.force for node in subject):
            continue
        if _agree(sentence, predicate, subject) and {n.entity or n.name for n in subject} != {
            n.entity or n.name for n in behind
        }:
            predicate.subject, predicate.objects, predicate.subject_implied = subject, behind, True
            return


def _agree(sentence: Sentence, predicate: Predicate, nodes: list[Node]) -> bool:
    """Whether a verb agrees in gender and number with `nodes` before it."""
    inflection = predicate.inflection
    if inflection.number == "d":
        return len(nodes) == 2 or nodes[0].kind == DUAL
    if inflection.number == "p":
        followers = sentence.scene.norm(nodes[0].i) in sentence.listed("followers")
        return len(nodes) > 1 or nodes[0].number == "p" or nodes[0].kind == DUAL or followers
    if len(nodes) > 1 or nodes[0].kind == DUAL or nodes[0].name == MANY:
        return False
    feminine = nodes[0].feminine or (nodes[0].number == "p" and nodes[0].kind == ACTOR)
    return feminine == (inflection.gender == "f") or (nodes[0].kind == GROUP and not nodes[0].title)
