"""Meetings whose parties stand elsewhere: those who speak in them, and their hosts.

The drafts of a sentence in, CONSULT drafts and parties added.
"""

from __future__ import annotations

from rawi.claims.draft import Draft, distinct
from rawi.claims.parties import parties_of
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate, coordinated, preposition_before


def add_meetings(sentence: Sentence) -> None:
    """`وفي اجتماع آخر، طالب X Y بـ…`: the meeting is of those who speak in it."""
    drafted = {draft.i for draft in sentence.drafts}
    for predicate in sentence.syntax.predicates:
        rule = next((s.rule for s in predicate.senses if s.rule and s.rule.type == "CONSULT"), None)
        if (
            rule is None
            or predicate.finite
            or predicate.i in drafted
            or predicate.word.article
            or predicate.word.suffix
        ):
            continue
        if preposition_before(sentence.syntax, predicate.i) not in sentence.listed("meeting_settings"):
            continue
        if predicate.genitive or any(
            p in sentence.listed("meeting_parties") for p, _, _ in predicate.phrases
        ):
            continue
        main = next((d for d in sentence.drafts if d.i > predicate.i and d.actor and d.recipient), None)
        if main is None or main.i - predicate.i > 8:
            continue
        draft = Draft(
            "CONSULT", rule.mode, "meeting-of-speakers", (predicate.i, predicate.i + 1), predicate.i
        )
        draft.actor = distinct([*main.actor, *main.recipient])
        sentence.drafts.append(draft)


def address_other_side(sentence: Sentence) -> None:
    """`في هذا اللقاء اقترح X …`: what one of two sides asks for at their meeting, it asks of the other."""
    pair = sentence.state.pair
    for draft in sentence.drafts:
        if draft.type != "REQUEST" or draft.recipient or len(draft.actor) != 1 or len(pair) != 2:
            continue
        others = [side for side in pair if side.key != draft.actor[0].key]
        if len(others) == 1 and _opens_at_meeting(sentence, draft.i):
            draft.recipient = others


def _opens_at_meeting(sentence: Sentence, i: int) -> bool:
    """Whether the meeting spoken of stands close before token `i`: خلال الاجتماع, في هذا اللقاء."""
    settings, norm = sentence.listed("meeting_settings"), sentence.scene.norm
    return any(
        i - 6 <= predicate.i < i
        and predicate.word.article
        and settings & {norm(k).removeprefix("و") for k in (predicate.i - 1, predicate.i - 2)}
        and any(s.rule is not None and s.rule.type == "CONSULT" for s in predicate.senses)
        for predicate in sentence.syntax.predicates
    )


def add_hosts(sentence: Sentence, predicate: Predicate, draft: Draft) -> None:
    """برعاية X, بوساطة Y, بحضور Z: they take part in a meeting as third parties."""
    if draft.type != "CONSULT":
        return
    for k in range(predicate.i + 1, min(predicate.limit, sentence.end)):
        if sentence.scene.norm(k).lstrip("و") in sentence.listed("hosted_by") and k + 1 < sentence.end:
            node = sentence.scene.owner[k + 1]
            if node is not None:
                draft.actor = distinct(
                    [*draft.actor, *parties_of(sentence, coordinated(sentence.syntax, node, predicate.limit))]
                )
                draft.mode = "third-party"
                sentence.consumed.add(k)
