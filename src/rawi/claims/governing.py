"""Speech verbs and what they ask for: who would do it, who wants it, how sure it is.

A speech verb opens a `Governor` over its complement; a later predicate finds its governor here, and a
draft gets modality, actor and holder from it. Words outside the complement are never governed.
"""

from __future__ import annotations

from rawi.claims.draft import Draft, distinct
from rawi.claims.parties import parties_of
from rawi.claims.sentence import Governor, Sentence
from rawi.claims.syntax import Predicate, coordinated, preposition_before
from rawi.knowledge.lexicon import Content, Rule
from rawi.recognise.nodes import PARTIES


def is_conditional(sentence: Sentence) -> bool:
    """Whether the sentence sets a condition: إذا, إن لم, ما لم, شرط."""
    text, tokens = sentence.scene.text, sentence.scene.tokens
    for k in range(sentence.first, sentence.end):
        norm = sentence.scene.norm(k)
        if norm in sentence.listed("condition_words"):
            return True
        raw = text[tokens[k].start : tokens[k].end]
        if raw in sentence.written("conditional_in") and (
            sentence.scene.norm(k + 1) in sentence.listed("condition_negations")
            or sentence.syntax.by_token.get(k + 1) is not None
        ):
            return True
    return False


def open_content(sentence: Sentence, predicate: Predicate, rule: Rule, draft: Draft) -> None:
    """Open a governor over what the speech verb `predicate` asks for or tells."""
    content = rule.content
    assert content is not None
    end = predicate.limit
    if (
        content.on & sentence.listed("that")
        and end < sentence.end
        and sentence.scene.norm(end).lstrip("ب") in sentence.listed("attached_complements")
    ) or (end < sentence.end and sentence.scene.norm(end) in sentence.listed("complement_starts")):
        end = _clause_end(sentence, end + 1)
    sentence.governors.append(Governor(draft, content, predicate.i, end, draft.actor, draft.recipient))


def suppress_content(sentence: Sentence, predicate: Predicate, content: Content) -> None:
    """What a noun refuses has not happened, even where nobody is named who does: رفض بلاده تهجير السكان."""
    sentence.governors.append(Governor(None, content, predicate.i, predicate.limit, [], []))


def _clause_end(sentence: Sentence, start: int) -> int:
    """Where a complement that begins at token `start` ends: at the next past verb or contrast."""
    for i in range(start, sentence.end):
        other = sentence.syntax.by_token.get(i)
        if other is not None and other.finite and other.inflection.tense == "past" and not other.in_relative:
            return i
        if sentence.scene.owner[i] is None and sentence.scene.norm(i) in sentence.listed("complement_breaks"):
            return i
    return sentence.end


def open_terms(sentence: Sentence, predicate: Predicate) -> None:
    """ينص الاتفاق على …, يعتزم …: what follows is planned, its holders the parties of the agreement."""
    tags = predicate.word.tags
    if "terms_verbs" in tags:
        near = range(predicate.left, min(predicate.limit, predicate.i + 6))
        if not any("agreements" in sentence.scene.words[k].tags for k in near) and not (
            sentence.state.agreement and (not predicate.subject or predicate.subject_implied)
        ):
            return
        content = Content(sentence.listed("terms_markers"), "planned", "none", "agreement")
        end = _clause_end(sentence, predicate.i + 1)
        holders = sentence.state.agreement or sentence.state.pair
        sentence.governors.append(Governor(None, content, predicate.i, end, holders, []))
    elif "plan_verbs" in tags:
        content = Content(sentence.listed("plan_markers"), "planned", "subj")
        actors = parties_of(sentence, predicate.subject)
        sentence.governors.append(Governor(None, content, predicate.i, predicate.limit, actors, []))


def open_obligations(sentence: Sentence) -> None:
    """`أن على القوات مغادرة المدينة`: what somebody has to do is asked for, or planned once agreed."""
    scene, obliging = sentence.scene, sentence.listed("obliging")
    if not sentence.frames:
        return
    for k in range(sentence.syntax.first + 1, sentence.end - 2):
        if scene.norm(k) not in obliging or scene.owner[k] is not None:
            continue
        before = scene.norm(k - 1).lstrip("وب")
        if before not in sentence.listed("that") and before not in sentence.listed("obliging_verbs"):
            continue
        node = scene.owner[k + 1] or scene.owner[k + 2]
        if node is None or node.i > k + 2 or node.kind not in PARTIES:
            continue
        actors = parties_of(sentence, coordinated(sentence.syntax, node, sentence.end))
        modality = "planned" if sentence.state.agreement else "requested"
        content = Content(frozenset(sentence.listed("plan_markers")), modality, "subj")
        end = _clause_end(sentence, k + 1)
        end = next((m for m in range(k + 1, end) if scene.norm(m) in sentence.listed("next_that")), end)
        sentence.governors.append(Governor(None, content, k, end, actors, []))


def find_governor(sentence: Sentence, predicate: Predicate) -> Governor | None:
    """The speech verb whose complement `predicate` stands in, or None."""
    for governor in reversed(sentence.governors):
        if not governor.start < predicate.i < governor.end:
            continue
        if predicate.finite:
            if predicate.inflection.tense != "present" or predicate.in_relative:
                continue
            opener = predicate.left - 1
            if (
                opener >= sentence.first
                and sentence.scene.norm(opener) in sentence.listed("complement_openers")
                and opener > governor.start
            ):
                governor.reached = True
                return governor
            if governor.reached and predicate.word.pro in ("و", "ف", "ل"):
                return governor
            continue
        if predicate.form != "noun":
            continue
        preposition = preposition_before(sentence.syntax, predicate.i)
        if not preposition and _unowned(sentence, predicate.i - 1) in sentence.listed("holding_nouns"):
            preposition = preposition_before(sentence.syntax, predicate.i - 1)
        markers = governor.content.on
        if (
            preposition == ""
            and ("obj" in markers or governor.reached)
            and (predicate.word.pro == "و" or (not governor.reached and predicate.i - governor.start < 18))
        ):
            governor.reached = True
            return governor
        if preposition and preposition in markers:
            governor.reached = True
            return governor
    return None


def _unowned(sentence: Sentence, k: int) -> str:
    """The word at token `k` without its particles, or an empty string where it belongs to a node."""
    if k < sentence.first or sentence.scene.owner[k] is not None:
        return ""
    norm, pro = sentence.scene.norm(k), sentence.scene.words[k].pro
    bare = norm.removeprefix(pro)
    return bare[1:] if not pro and bare[:1] in ("ب", "ل") else bare


def govern(draft: Draft, governor: Governor, *, mutual: bool = False) -> None:
    """Give `draft` the modality, the actor and the holder that its speech verb says."""
    content = governor.content
    draft.modality = content.modality
    if mutual and len(draft.actor) < 2 and content.by != "none":
        sides = governor.actors if content.by == "subj" else governor.recipients
        if not draft.actor and content.by != "subj" and sides:
            sides = [*governor.actors, *sides]
        draft.actor = distinct([*sides, *draft.actor])
    if draft.type == "FORMED" and governor.draft is not None and governor.draft.type == "AGREE":
        draft.recipient = draft.recipient or list(governor.actors)
    elif not draft.actor:
        if content.by == "subj":
            draft.actor = list(governor.actors)
        elif content.by in ("obj", "recipient"):
            draft.actor = list(governor.recipients)
    draft.recipient = [item for item in draft.recipient if item.key not in {a.key for a in draft.actor}]
    if content.modality in ("planned", "proposed", "requested") and content.holder:
        draft.holder = list(governor.actors)
        if (
            {p.key for p in draft.holder} == {p.key for p in draft.actor}
            and content.holder != "agreement"
            and not (governor.draft is not None and governor.draft.type == "AGREE" and len(draft.actor) > 1)
        ):
            draft.holder = []
