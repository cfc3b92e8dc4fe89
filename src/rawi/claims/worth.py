"""When a claim is said at all.

A draft with the rule that fits in, yes or no out. Bare and definite event words are mentions of an event, not
claims, unless a verb carries them, a speech verb asks for them, or their parties are named.
"""

from __future__ import annotations

from rawi.claims.casualties import quantity_near
from rawi.claims.circumstances import find_place
from rawi.claims.draft import Draft
from rawi.claims.sentence import Fit, Sentence
from rawi.claims.syntax import Predicate
from rawi.knowledge.lexicon import Rule
from rawi.recognise.nodes import GROUP, PERSON, Node

#: Kinds of source that do nothing themselves.
_ONLY_SOURCES = ("general", "own_correspondent")


def is_topic(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether an event word only names what is talked about: جهود وقف إطلاق النار, مواقع تمركز القوات."""
    k = predicate.i - 1
    if k < sentence.first or predicate.word.pro or sentence.scene.owner[k] is not None:
        return False
    return sentence.scene.norm(k) in sentence.topics or "wide_places" in sentence.scene.words[k].tags


def is_worth(fit: Fit, draft: Draft, places: list[Node]) -> bool:
    """Whether enough is said for a claim; posts keep only persons, events to come become planned."""
    predicate, rule = fit.predicate, fit.rule
    if not _meets_needs(fit, draft, places):
        return False
    if "person" in rule.flags:
        draft.actor = [p for p in draft.actor if p.node.kind in (PERSON, GROUP)]
        if not draft.actor:
            return False
    if rule.object == "organisation" and rule.type == "FORMED" and not draft.actor:
        return False
    if predicate.finite:
        return _is_verb_worth(rule, draft, places)
    if predicate.form == "pas" and rule.with_:
        return True
    if predicate.form == "act" and predicate.word.article and rule.type != "PART_OF":
        return False
    if draft.actor and not draft.recipient and all(p.node.source_kind in _ONLY_SOURCES for p in draft.actor):
        return False
    if predicate.form in ("act", "pas"):
        return bool(draft.actor) and (rule.type != "PART_OF" or bool(draft.recipient))
    return fit.governor is not None or _is_noun_worth(fit, draft, places)


def _is_carried(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a verb without much meaning of its own carries the noun: عُقد اجتماع, شنّ غارة."""
    light = predicate.light
    if light is None or light.in_relative:
        return False
    return bool(light.word.tags & {"light_existential", "light_agent"}) or sentence.scene.norm(
        light.i + 1
    ) in sentence.listed("there_is")


def _is_declared(predicate: Predicate) -> bool:
    """Whether the noun is the object of a reporting verb: أعلن الجيش انسحابه."""
    return predicate.light is not None and bool(predicate.light.word.tags & {"report_verbs", "deny_verbs"})


def _meets_needs(fit: Fit, draft: Draft, places: list[Node]) -> bool:
    """Whether what the rule asks for in `needs` and `indefinite` is there."""
    sentence, predicate, rule, governor = fit.sentence, fit.predicate, fit.rule, fit.governor
    if rule.needs == "light" and not (_is_carried(sentence, predicate) or governor is not None):
        return False
    if rule.needs == "party" and not _has_both_sides(rule, draft, _is_declared(predicate)):
        return False
    if rule.needs == "place" and not (places or find_place(sentence.syntax, predicate, False, rule.type)):
        return False
    if rule.needs == "place-object" and not places:
        return False
    if rule.needs == "content" and governor is None:
        return False
    if rule.needs == "recipient" and not draft.recipient:
        return False
    if rule.needs == "pro-b" and "ب" not in predicate.word.pro:
        return False
    if "indefinite" not in rule.flags:
        return True
    definite = sentence.scene.norm(predicate.i + 1).startswith("ال") and not predicate.finite
    return not (predicate.word.article or definite)


def _has_both_sides(rule: Rule, draft: Draft, declared: bool) -> bool:
    """Whether both sides are named; who joins or leaves may be told by the one side or an announcement."""
    if draft.actor and (draft.recipient or (rule.reciprocal and len(draft.actor) > 1)):
        return True
    if rule.type not in ("SPLIT", "JOINED"):
        return False
    return bool(draft.recipient or (draft.actor and declared))


def _is_verb_worth(rule: Rule, draft: Draft, places: list[Node]) -> bool:
    """A finite verb is told of somebody or some place, unless its rule asks for no subject or counts."""
    named = bool(draft.actor or draft.recipient)
    if rule.obj == "recipient" and not named:
        return False
    if rule.object == "animate" and not draft.recipient and not rule.reciprocal:
        return False
    return named or bool(places) or rule.subj == "none"


def _is_noun_worth(fit: Fit, draft: Draft, places: list[Node]) -> bool:
    """An event noun that no speech verb governs is told of somebody, with a number, or by a verb."""
    sentence, predicate, rule = fit.sentence, fit.predicate, fit.rule
    carried, declared = _is_carried(sentence, predicate), _is_declared(predicate)
    named = bool(draft.actor or draft.recipient)
    light = predicate.light
    if rule.casualties and not named and quantity_near(sentence, predicate):
        return True
    if _is_scheduled(sentence, predicate):
        draft.modality = "planned"
        return True
    if "indefinite" in rule.flags and sentence.scene.norm(predicate.i).endswith("ا") and not carried:
        return False
    if predicate.word.article:
        gap = light.i - predicate.i if light is not None else 9
        met = rule.type == "CONSULT" and gap in (-1, -2)
        near = gap in (1, 2) or (met and bool(find_place(sentence.syntax, predicate, False, rule.type)))
        return (carried and (named or bool(places) or near)) or (declared and named)
    if "weak" in rule.flags:
        return carried and named
    if rule.type == "PROTEST" and carried:
        return True
    if rule.reciprocal:
        return len(draft.actor) > 1 or carried
    suffered = rule.type == "ASSAULT" and draft.actor
    if predicate.word.suffix and not (suffered or declared or carried or rule.type == "PART_OF"):
        return False
    placed = bool(places) or (carried and bool(find_place(sentence.syntax, predicate, False, rule.type)))
    return named or (placed and (carried or rule.type in ("ASSAULT", "CONTROLS")))


def _is_scheduled(sentence: Sentence, predicate: Predicate) -> bool:
    """الجولة المقررة, الاجتماع المرتقب: an event to come by its adjective."""
    return any(
        sentence.scene.norm(k) in sentence.listed("scheduled") and sentence.scene.owner[k] is None
        for k in range(predicate.i + 1, min(predicate.limit, predicate.i + 5))
    )
