"""Victims: how many, and one event where victims and means are told apart.

Drafts in, the same with their numbers out; `قتل خمسة وأصيب عشرة` becomes one draft.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.claims.draft import Draft, Party, distinct
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate, preposition_before
from rawi.knowledge.lexicon import Rule
from rawi.recognise.nodes import GROUP, QUANTITY

#: Claim types told in passing, between the victims of an event and its means.
_ASIDE = frozenset({"POST", "NAMED", "PART_OF", "CLASSIFIED"})


def merge_casualties(sentence: Sentence) -> None:
    """`قُتل خمسة وأصيب عشرة`, `قُتل خمسة بغارات روسية`, `غارة أسفرت عن مقتل خمسة`: one event each."""
    kept: list[Draft] = []
    for draft in sorted(sentence.drafts, key=lambda draft: draft.i):
        last = next((one for one in reversed(kept) if one.type not in _ASIDE), None)
        both = last is not None and last.type == draft.type == "ASSAULT" and draft.polarity == last.polarity
        if last is None or not both:
            kept.append(draft)
        elif _adds_victims(sentence, last, draft) or _is_result(sentence, last, draft):
            _take_victims(last, draft)
        elif _tells_victims(sentence, last) and not last.actor and _is_means(sentence, last, draft):
            kept[kept.index(last)] = _with_means(last, draft)
        else:
            kept.append(draft)
    sentence.drafts = kept


def _tells_victims(sentence: Sentence, draft: Draft) -> bool:
    """Whether a draft tells who was killed or hurt, rather than what was done."""
    predicate = sentence.syntax.by_token.get(draft.i)
    return predicate is not None and any(
        s.rule is not None and s.rule.id == draft.rule and s.rule.casualties for s in predicate.senses
    )


def _adds_victims(sentence: Sentence, victims: Draft, draft: Draft) -> bool:
    """Whether `draft` goes on with `victims`, joined by و: مقتل ثلاثة وإصابة خمسة."""
    return (
        sentence.scene.words[draft.i].pro == "و"
        and not draft.actor
        and not (draft.time and (victims.time or victims.place))
        and _tells_victims(sentence, victims)
        and _tells_victims(sentence, draft)
    )


def _take_victims(draft: Draft, victims: Draft) -> None:
    uncounted = victims.recipient if not victims.counts else []
    draft.recipient = distinct([*draft.recipient, *uncounted]) if draft.recipient else victims.recipient
    draft.counts.update(victims.counts)
    draft.place, draft.time = draft.place or victims.place, draft.time or victims.time


def _is_result(sentence: Sentence, attack: Draft, draft: Draft) -> bool:
    """Whether `draft` tells what came of the attack: غارة أسفرت عن مقتل خمسة, أدى قصف إلى إصابة طفل."""
    if draft.actor or not _tells_victims(sentence, draft) or _tells_victims(sentence, attack):
        return False
    syntax = sentence.syntax
    verb = next(
        (p for p in reversed(syntax.predicates) if p.finite and p.i < draft.i and p.word.pro != "و"), None
    )
    if verb is None or draft.i >= verb.limit or (verb.i < attack.i and preposition_before(syntax, attack.i)):
        return False
    results = sentence.scene.knowledge.lexicon.mapped("result_verbs")
    verbs = {fold(sense.lemma.split()[0]) for sense in verb.senses}
    prepositions = {fold(word) for lemma in verbs for word in results.get(lemma, ())}
    return preposition_before(syntax, draft.i) in prepositions


def _is_means(sentence: Sentence, victims: Draft, attack: Draft) -> bool:
    """Whether the attack is told as what the victims fell to: in their clause, behind بـ, في, جراء, إثر."""
    if attack.counts or attack.mode == "sideAB":
        return False
    predicate = sentence.syntax.by_token.get(victims.i)
    last = next((p for p in sentence.syntax.before(attack.i) if p.finite), None)
    if last is not None and any(s.rule is not None and s.rule.casualties for s in last.senses):
        predicate = last
    causes = sentence.scene.norm(attack.i - 1) in sentence.listed("means_causes")
    in_clause = predicate is not None and attack.i < predicate.limit
    return causes or (in_clause and _stands_as_means(sentence, attack))


def _with_means(victims: Draft, attack: Draft) -> Draft:
    """The one event of both: told by its attacker where he is named, else by its victims."""
    if not attack.actor:
        victims.mode = victims.mode or attack.mode
        victims.place, victims.time = victims.place or attack.place, victims.time or attack.time
        return victims
    attack.recipient, attack.counts = distinct([*victims.recipient, *attack.recipient]), victims.counts
    attack.place, attack.time = attack.place or victims.place, attack.time or victims.time
    return attack


def add_told_victims(sentence: Sentence) -> None:
    """`7 قتلى و71 جريحا في هجوم لـX`: the victims that a headline without a verb names before the attack."""
    scene, kinds = sentence.scene, sentence.scene.knowledge.lexicon.mapped("victims")
    for draft in sentence.drafts:
        predicate = sentence.syntax.by_token.get(draft.i)
        if predicate is None or predicate.form != "noun" or draft.counts or draft.type != "ASSAULT":
            continue
        if not _stands_as_means(sentence, draft):
            continue
        if any(p.finite and p.i < draft.i for p in sentence.syntax.predicates):
            continue
        for node in scene.between(sentence.syntax.first, draft.i):
            lemmas = {s.lemma for k in range(node.i, node.j) for s in scene.words[k].senses}
            kind = next((kinds[fold(lemma)][0] for lemma in sorted(lemmas) if fold(lemma) in kinds), None)
            if node.kind != GROUP or kind is None:
                continue
            draft.recipient = distinct([*draft.recipient, Party(node, None, None)])
            if node.count:
                draft.counts.setdefault(kind, node.count)


def _stands_as_means(sentence: Sentence, attack: Draft) -> bool:
    """Whether the attack stands behind بـ, في, جراء, إثر: what somebody fell to."""
    before = preposition_before(sentence.syntax, attack.i)
    causes = sentence.scene.norm(attack.i - 1) in sentence.listed("means_causes")
    return causes or before in sentence.listed("means_prepositions")


def add_counts(sentence: Sentence, rule: Rule, draft: Draft, predicate: Predicate) -> None:
    """Add the number of victims, from the recipients or from a number close behind."""
    if not rule.casualties and draft.type not in ("ASSAULT", "COERCE"):
        return
    counts = [p.node.count for p in draft.recipient if p.node.count]
    if rule.casualties and not counts:
        counts = [
            n.count
            for n in sentence.scene.between(predicate.i + 1, min(predicate.limit, predicate.i + 9))
            if n.kind == QUANTITY and n.count
        ]
    if rule.casualties and counts:
        draft.counts[rule.casualties] = counts[0]


def quantity_near(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether a number stands close behind `predicate`."""
    return any(
        n.kind == QUANTITY and n.count
        for n in sentence.scene.between(predicate.i + 1, min(predicate.limit, predicate.i + 16))
    )
