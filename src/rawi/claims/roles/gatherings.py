"""The parties of لقاء جمع X وY, لقاء جمعهما, اتفاق توصل إليه X وY: they stand behind the verb."""

from __future__ import annotations

from rawi.claims.parties import parties_of
from rawi.claims.roles.base import Roles
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate, can_take_part, coordinated, direct_nodes, fill
from rawi.knowledge.lexicon import Rule


def gather(sentence: Sentence, predicate: Predicate, rule: Rule, roles: Roles) -> None:
    """لقاء جمع X وY, لقاء جمعهما, اتفاق توصل إليه X وY: the parties stand behind the verb."""
    for k in range(predicate.i + 1, predicate.i + 4):
        near = sentence.syntax.by_token.get(k)
        if near is not None and near.finite and not near.subject and not near.phrases:
            fill(sentence.syntax, near)
    other = next(
        (
            p
            for p in (sentence.syntax.by_token.get(k) for k in range(predicate.i + 1, predicate.i + 4))
            if p and p.finite
        ),
        None,
    )
    if other is None or other.word.pro:
        return
    if other.word.suffix and "light_agent" in other.word.tags:
        nodes = [n for n in direct_nodes(sentence.syntax, other.i + 1, other.limit) if can_take_part(n)]
        if nodes:
            roles["actor"] += parties_of(sentence, coordinated(sentence.syntax, nodes[0], other.limit))
        return
    if rule.type == "AGREE" and other.in_relative and other.i == predicate.i + 1 and other.subject:
        roles["actor"] += parties_of(sentence, other.subject)
        return
    if rule.reciprocal and any(
        s.lemma.split()[0] in sentence.written("covering_verbs") for s in other.senses
    ):
        for preposition, sides, _ in other.phrases:
            if preposition in sentence.listed("meeting_parties"):
                roles["actor"] += parties_of(sentence, sides)
        return
    if not rule.reciprocal or other.i != predicate.i + 1:
        return
    if not any(s.lemma in sentence.written("gathering_verbs") for s in other.senses):
        return
    if other.word.suffix in sentence.listed("gathered_pronouns"):
        before = next((p for p in sentence.syntax.before(predicate.i) if p.finite and p.subject), None)
        if before is not None:
            roles["actor"] += parties_of(sentence, before.subject)
        return
    nodes = [n for n in direct_nodes(sentence.syntax, other.i + 1, other.limit) if can_take_part(n)]
    if nodes:
        roles["actor"] += parties_of(sentence, coordinated(sentence.syntax, nodes[0], other.limit))
        for preposition, more, _ in predicate.phrases:
            if preposition in sentence.listed("gathering_prepositions"):
                roles["actor"] += parties_of(sentence, more)
