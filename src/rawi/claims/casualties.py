"""Victims: how many, and one event where victims and means are told apart.

Drafts in, the same with their numbers out; `قتل خمسة وأصيب عشرة` becomes one draft.
"""

from __future__ import annotations

from rawi.claims.draft import Draft
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate, preposition_before
from rawi.knowledge.lexicon import Rule
from rawi.recognise.nodes import QUANTITY


def merge_casualties(sentence: Sentence) -> None:
    """`قُتل خمسة وأصيب عشرة`, `قُتل خمسة بغارات روسية`: one event, told by its victims and by its means."""
    kept: list[Draft] = []
    for draft in sorted(sentence.drafts, key=lambda draft: draft.i):
        last = kept[-1] if kept else None
        if (
            last is None
            or last.type != "ASSAULT"
            or draft.type != "ASSAULT"
            or draft.polarity != last.polarity
        ):
            kept.append(draft)
            continue
        joined = sentence.scene.words[draft.i].pro == "و"
        if (
            "injured" in draft.counts
            and "dead" in last.counts
            and joined
            and not draft.actor
            and not draft.time
        ):
            last.counts.update(draft.counts)
            continue
        by_means = last.counts and not last.actor and not draft.counts and _is_means(sentence, last, draft)
        if by_means and draft.actor and not draft.recipient:
            draft.recipient, draft.counts = last.recipient, last.counts
            draft.place, draft.time = draft.place or last.place, draft.time or last.time
            kept[-1] = draft
            continue
        if by_means and not draft.actor:
            last.mode = last.mode or draft.mode
            continue
        kept.append(draft)
    sentence.drafts = kept


def _is_means(sentence: Sentence, victims: Draft, attack: Draft) -> bool:
    """Whether the attack is told as what the victims fell to: in their clause, behind بـ, في, جراء, إثر."""
    predicate = sentence.syntax.by_token.get(victims.i)
    return (
        predicate is not None
        and attack.i < predicate.limit
        and preposition_before(sentence.syntax, attack.i) in sentence.listed("means_prepositions")
    ) or sentence.scene.norm(attack.i - 1) in sentence.listed("means_causes")


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
