"""The roles around a verbal noun: its genitive, its pronoun, and the verb that carries it."""

from __future__ import annotations

from rawi.claims.circumstances import find_place
from rawi.claims.parties import parties_of
from rawi.claims.pronouns import find_antecedent, suffix_owner
from rawi.claims.roles.base import Roles
from rawi.claims.roles.gatherings import gather
from rawi.claims.roles.participles import participle_roles
from rawi.claims.sentence import Fit, Sentence
from rawi.claims.syntax import (
    BY_HAND,
    Predicate,
    can_take_part,
    coordinated,
    direct_nodes,
    fill,
    preposition_before,
)
from rawi.recognise.nodes import ACTOR, ADJECTIVE, GROUP, PERSON, PLACE, QUANTITY, Node, as_place


def noun_roles(fit: Fit, roles: Roles, places: list[Node]) -> None:
    """Add the parties and places of a verbal noun, and find the verb that carries it."""
    sentence, predicate, rule = fit.sentence, fit.predicate, fit.rule
    gather(sentence, predicate, rule, roles)
    if rule.type == "ASSAULT":
        _add_target(sentence, predicate, roles, places)
    _find_carrier(sentence, predicate, places)
    if predicate.form in ("act", "pas"):
        participle_roles(sentence, predicate, rule, roles)
        return
    if predicate.word.suffix and rule.gen in ("actor", "recipient", "by-kind"):
        _add_owner(fit, roles)
    elif predicate.genitive:
        _add_genitive(fit, roles, places)
    denier = _denies_part(sentence, predicate)
    if denier is not None and not roles["actor"]:
        roles["actor"] = parties_of(sentence, denier.subject)
    light = predicate.light
    if light is None or not light.subject or light.in_relative:
        return
    if _does(light, predicate):
        roles["actor"] = parties_of(sentence, light.subject) + roles["actor"]
    if (
        not roles["actor"]
        and light.word.tags & {"report_verbs", "deny_verbs"}
        and _does_itself(sentence, predicate, light)
    ):
        roles["actor"] = parties_of(sentence, light.subject)


def _find_carrier(sentence: Sentence, predicate: Predicate, places: list[Node]) -> None:
    """Find the verb that carries the noun; one that says where it was seen, with its places: شهدته أنقرة."""
    seen_at = sentence.syntax.by_token.get(predicate.i + 1) or sentence.syntax.by_token.get(predicate.i + 2)
    seeing = sentence.written("seeing_verbs")
    if seen_at is not None and seen_at.word.suffix and any(s.lemma in seeing for s in seen_at.senses):
        places += [n for n in sentence.scene.between(seen_at.i + 1, seen_at.limit) if n.kind == PLACE]
        predicate.light = seen_at
    predicate.light = predicate.light or _find_light(sentence, predicate)
    light = predicate.light
    if light is not None and light is not seen_at and any(s.lemma.split()[0] in seeing for s in light.senses):
        seers = [*light.subject, *light.objects][:1]
        places += [n for n in seers if n.kind == PLACE and n.i < predicate.i]


def _add_owner(fit: Fit, roles: Roles) -> None:
    """Add whom the pronoun of a noun stands for (انسحابه), and the object of what its actor does."""
    sentence, predicate, governor = fit.sentence, fit.predicate, fit.governor
    by_hand = any(preposition == BY_HAND for preposition, _, _ in predicate.phrases)
    if fit.rule.gen == "recipient" or (fit.rule.gen == "by-kind" and by_hand):
        taken = [p.node for p in (*governor.actors, *governor.recipients)] if governor is not None else []
        owner = find_antecedent(sentence, predicate, predicate.word.suffix, taken)
        roles["recipient"] += parties_of(sentence, owner)
        return
    roles["actor"] += parties_of(sentence, suffix_owner(sentence, predicate, governor))
    if fit.rule.obj in ("recipient", "actor"):
        direct = [
            n for n in direct_nodes(sentence.syntax, predicate.i + 1, predicate.limit) if can_take_part(n)
        ]
        if direct and direct[0].i - predicate.i < 3:
            objects = coordinated(sentence.syntax, direct[0], predicate.limit)
            roles[fit.rule.obj] += parties_of(sentence, objects)


def _add_genitive(fit: Fit, roles: Roles, places: list[Node]) -> None:
    """Add the nodes that a noun governs, by the role that its rule gives them."""
    sentence, rule, genitive = fit.sentence, fit.rule, fit.predicate.genitive
    if rule.gen == "by-kind" and not _is_adjective(sentence, genitive[0]):
        force = genitive[0].force or genitive[0].kind == ADJECTIVE or _is_syrian(sentence, genitive[0])
        named = [n for n in genitive if n.kind != QUANTITY]
        roles["actor" if force else "recipient"] += parties_of(sentence, named)
        if not force:
            places += [n for n in genitive if n.kind == PLACE]
    elif rule.gen == "place":
        places += [n for n in genitive if n.kind == PLACE]
    elif rule.gen == "target":
        places += [n for n in genitive if n.kind == PLACE and n.state is None]
        roles["recipient"] += parties_of(sentence, [n for n in genitive if n.kind != PLACE or n.state])
    elif rule.gen in roles:
        counted = rule.casualties is not None
        parties = [
            n
            for n in genitive
            if n.kind not in (QUANTITY, PLACE) or n.state or (counted and n.kind == QUANTITY)
        ]
        left = fit.rule.mode == "withdraw" and fit.governor is not None and not fit.governor.recipients
        if left and fit.governor is not None and fit.governor.actors:
            # يجب على القوات مغادرة ليبيا: who has to leave is said before, the genitive is left.
            taken = [as_place(n) for n in parties]
            places += [n for n in taken if n.kind == PLACE]
            parties = [n for n, place in zip(parties, taken, strict=True) if place.kind != PLACE]
        roles[rule.gen] += parties_of(sentence, parties)
        places += [n for n in genitive if n.kind == PLACE and n.state is None]
        if rule.gen == "actor" and rule.obj == "place" and parties:
            direct = direct_nodes(sentence.syntax, genitive[-1].j, fit.predicate.limit)
            places += [n for n in direct if n.kind == PLACE and not n.container][:1]


def _add_target(sentence: Sentence, predicate: Predicate, roles: Roles, places: list[Node]) -> None:
    """What an attack hit, by the verb right behind it: غارات استهدفت X, قصف مدفعي يستهدف X."""
    syntax = sentence.syntax
    verb = next((p for p in syntax.predicates if predicate.i < p.i <= predicate.i + 5), None)
    if verb is None or not verb.finite or verb.word.pro:
        return
    gap = range(predicate.i + 1, verb.i)
    if any(sentence.scene.norm(k).startswith(("و", "،")) for k in gap):
        return
    if not any(sense.lemma.split()[0] in sentence.written("striking_verbs") for sense in verb.senses):
        return
    fill(syntax, verb)
    direct = list(direct_nodes(syntax, verb.i + 1, verb.limit))
    hit = coordinated(syntax, direct[0], verb.limit) if direct else []
    opened = any(p.finite and p.i < predicate.i for p in syntax.predicates)
    if preposition_before(syntax, predicate.i) and not opened and any(n.force for n in hit):
        return
    places += [n for n in hit if n.kind == PLACE and not n.container] or find_place(
        syntax, verb, False, "ASSAULT"
    )
    roles["recipient"] += parties_of(sentence, [n for n in hit if n.kind != PLACE])
    owners = [nodes[0] for preposition, nodes, _ in verb.phrases if preposition == "ل"]
    if not roles["recipient"]:
        roles["recipient"] += parties_of(sentence, owners[:1])
    sentence.consumed.add(verb.i)


def _is_adjective(sentence: Sentence, node: Node) -> bool:
    """Whether a word for one person only describes the attack: هجوم مسلح, not هجوم مسلحين."""
    return (
        node.kind == GROUP
        and node.j - node.i == 1
        and sentence.scene.norm(node.i) in sentence.listed("adjectives")
    )


def _is_syrian(sentence: Sentence, node: Node) -> bool:
    """Whether a state's name is its adjective here: غارات سورية."""
    state = node.state or (node.entity if node.entity in sentence.scene.knowledge.countries else None)
    return state is not None and sentence.scene.norm(node.i).endswith("يه")


def _does(light: Predicate, noun: Predicate) -> bool:
    """Whether the subject of a light verb does what its noun says: أجرى X محادثات, not عُقد اجتماع."""
    if "light_agent" not in light.word.tags:
        return False
    if "light_existential" not in light.word.tags:
        return True
    talks = any(sense.rule is not None and sense.rule.reciprocal for sense in noun.senses)
    holding = talks and light.inflection.tense == "present" and light.i < noun.i
    before = light.subject[0].i < light.i and not holding
    speaks = light.subject[0].source_kind and not light.subject[0].members
    return not (light.subject_implied or speaks or before)


def _does_itself(sentence: Sentence, predicate: Predicate, light: Predicate) -> bool:
    """Whether who announces an act has done it: `أعلن الجيش إسقاط الطائرة`, not `أعلنت الشرطة مقتل ثلاثة`."""
    lemma = predicate.senses[0].lemma.split()[0]
    denied = "deny_verbs" in light.word.tags and lemma in sentence.written("denied_deeds")
    if lemma in sentence.written("suffered_nouns") and not denied:
        return False
    lemmas = {s.lemma for s in light.word.senses}
    if not lemmas & sentence.written("owning_verbs"):
        return False
    node = light.subject[0]
    if node.kind == PLACE and node.state is not None:
        return True
    if node.kind == GROUP and any(s.rule and s.rule.type == "PROTEST" for s in predicate.senses):
        return True
    return (
        node.kind == PERSON
        or (node.kind == ACTOR and not node.source_kind)
        or (node.kind == GROUP and node.title is not None)
    )


def _denies_part(sentence: Sentence, predicate: Predicate) -> Predicate | None:
    """The verb whose subject denies a part in what the noun tells: نفى مسؤوليته عن اختطاف X."""
    before = predicate.i - (1 if predicate.word.pro else 2)
    if sentence.scene.norm(before) not in sentence.listed("own_parts"):
        return None
    verb = next((p for p in sentence.syntax.before(before) if p.finite), None)
    return verb if verb is not None and "deny_verbs" in verb.word.tags else None


def _find_light(sentence: Sentence, predicate: Predicate) -> Predicate | None:
    """The verb that carries a verbal noun: عُقد اجتماع, أجرى محادثات, أعلن انفصاله, تمكن من الانسحاب."""
    before = preposition_before(sentence.syntax, predicate.i)
    managing = sentence.scene.knowledge.lexicon.mapped("managing_verbs")
    managed = {verb for verb, prepositions in managing.items() if before in prepositions}
    if (before or set(predicate.word.pro) & set("بلك")) and before != "ب" and not managed:
        return None
    for other in sentence.syntax.before(predicate.i):
        if other.finite:
            if managed and not any(s.lemma.split()[0] in managed for s in other.senses):
                return None
            if other.limit > predicate.i and predicate.i - other.i < 22:
                return other
            return None
        if other.form == "noun" and predicate.word.pro != "و" and predicate.i - other.i <= 2:
            return None
    return None
