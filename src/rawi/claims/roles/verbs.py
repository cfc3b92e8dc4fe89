"""The roles around a finite verb: subject, object and attached pronoun."""

from __future__ import annotations

from rawi.claims.matching import tells_of
from rawi.claims.parties import parties_of
from rawi.claims.pronouns import find_antecedent
from rawi.claims.roles.base import Roles
from rawi.claims.sentence import Fit
from rawi.recognise.nodes import ACTOR, DUAL, GROUP, PERSON, PLACE, Node

#: Claim types whose object can be the place where they happen.
_PHYSICAL = {"ASSAULT", "COERCE", "CONTROLS", "RETREAT", "MOBILIZE", "PROTEST"}


def verb_roles(fit: Fit, roles: Roles, places: list[Node]) -> None:
    """Add the subject, the object and the pronoun of a finite verb, by the roles that the rule gives them."""
    sentence, predicate, rule, passive = fit.sentence, fit.predicate, fit.rule, fit.passive
    subject = parties_of(sentence, predicate.subject)
    if rule.type == "ASSAULT" and predicate.subject_implied:
        subject = [item for item in subject if not item.node.count]
    objects = predicate.objects
    if rule.type == "POST" and rule.with_:
        roles["recipient"] += parties_of(sentence, _body_of_office(fit))
    if "person" in rule.flags:
        around = [*predicate.subject, *objects] if passive or rule.obj == "recipient" else []
        people = [n for n in around if n.kind == PERSON]
        if people:
            roles["actor"] += parties_of(sentence, people)
            if rule.obj == "recipient":
                bodies = [n for n in around if n.kind in (ACTOR, GROUP)]
                if predicate.word.suffix and predicate.antecedent is not None and not bodies:
                    bodies = [predicate.antecedent]
                roles["recipient"] += parties_of(sentence, bodies)
            return
    if rule.obj == "recipient" and not (objects or predicate.subject or predicate.word.suffix):
        roles["recipient"] += parties_of(sentence, _owner_of_companion(fit))
    if rule.type == "COERCE" and rule.obj == "value" and rule.with_:
        owners = [node for node in _owner_of_companion(fit) if node.force or node.kind == GROUP]
        roles["recipient"] += parties_of(sentence, owners)
    if passive:
        role = rule.subj_passive or (rule.obj if rule.obj in ("actor", "recipient") else "recipient")
        roles[role] += subject
        return
    carried = bool(rule.whom) and tells_of(fit.sentence, predicate.subject, rule.whom)
    taken = [] if carried or rule.subj == "place" else objects
    if rule.subj in ("none", "place") and not taken and not predicate.subject_implied and rule.obj in roles:
        roles[rule.obj] += subject
    if rule.subj in roles:
        roles[rule.subj] += subject
    if rule.subj == "place" and rule.obj == "recipient":
        right = sentence.scene.owner[predicate.i + 1] if predicate.i + 1 < sentence.end else None
        places += [right] if right is not None and right.kind == PLACE and right not in objects else []
    elif rule.subj in ("place", "recipient") and rule.type in _PHYSICAL:
        around = predicate.subject or objects
        places += [n for n in around if n.kind == PLACE and n.state is None and not n.container]
    if predicate.word.suffix and rule.obj in roles and rule.obj != "place":
        antecedent = predicate.antecedent if predicate.in_relative else None
        target = (
            [antecedent]
            if antecedent is not None and antecedent.kind != PLACE
            else find_antecedent(sentence, predicate, predicate.word.suffix)
        )
        roles[rule.obj] += parties_of(sentence, target)
    elif rule.obj in ("actor", "recipient", "formed", "target"):
        if rule.object == "animate":
            objects = [n for n in objects if n.kind in (PERSON, GROUP, DUAL) or n.members]
        elif rule.object == "organisation":
            objects = [n for n in objects if n.kind in (ACTOR, GROUP)]
        elif rule.object == "not-force":
            objects = [n for n in objects if not n.force]
        if rule.type in _PHYSICAL:
            places += [n for n in objects if n.kind == PLACE and n.place is not None and not n.container]
            objects = [n for n in objects if n.kind != PLACE or n.place is None]
        roles[rule.obj] += parties_of(sentence, objects)
    elif rule.obj == "value" and rule.type in ("RETREAT", "CONTROLS"):
        places += [n for n in objects if n.kind == PLACE and not n.container]
    elif rule.obj == "place":
        if predicate.word.suffix and predicate.in_relative and predicate.antecedent is not None:
            places += [predicate.antecedent] if predicate.antecedent.kind == PLACE else []
        places += [n for n in objects if n.kind == PLACE and not n.container]


def _owner_of_companion(fit: Fit) -> list[Node]:
    """Whom the pronoun on a word that the rule names stands for: أسرى أُطلق سراحهم, استولى على أسلحتهم."""
    sentence, predicate = fit.sentence, fit.predicate
    for k in range(predicate.i + 1, predicate.limit):
        norm = sentence.scene.norm(k)
        for suffix in sentence.listed("attached_pronouns") if norm in fit.rule.with_ else ():
            stem = norm.removesuffix(suffix)
            if stem != norm and (stem in fit.rule.with_ or f"{stem}|".replace("ت|", "ه") in fit.rule.with_):
                return find_antecedent(sentence, predicate, suffix)
    return []


def _body_of_office(fit: Fit) -> list[Node]:
    """The body behind the word for an office: تولى رئاسة مجلس السيادة."""
    scene, predicate = fit.sentence.scene, fit.predicate
    for k in range(predicate.i + 1, predicate.limit - 1):
        if scene.norm(k) not in fit.rule.with_:
            continue
        body = scene.owner[k] or scene.owner[k + 1]
        if body is not None and body.kind == ACTOR and body.i in (k, k + 1) and not body.pro:
            return [body]
    return []
