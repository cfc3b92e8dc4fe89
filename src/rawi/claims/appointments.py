"""Who gets, loses or founds a post: تعيين X رئيسا للأركان وY نائبا له.

The draft of an appointment in, one draft for each person with the post out.
"""

from __future__ import annotations

from rawi.claims.appositions import post_of
from rawi.claims.draft import Draft, Party, party
from rawi.claims.parties import parties_of
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import BY_HAND, Predicate, preposition_of
from rawi.knowledge.lexicon import Rule
from rawi.recognise.nodes import ACTOR, GROUP, PERSON


def share_posts(sentence: Sentence, predicate: Predicate, rule: Rule, draft: Draft) -> list[Draft]:
    """Each person with the post they get or lose: تعيين X رئيساً للأركان وY نائباً له."""
    nodes = list(sentence.scene.between(predicate.i + 1, predicate.limit))
    people = {p.key: p for p in draft.actor}
    drafts: list[Draft] = []
    org: list[Party] = []
    for index, node in enumerate(nodes):
        if node.kind != PERSON or preposition_of(sentence.syntax, node):
            continue
        following = nodes[index + 1] if index + 1 < len(nodes) else None
        own = following is not None and following.title is not None and following.kind == GROUP
        if party(node).key not in people and not own:
            continue
        title = following.title if own and following is not None else None
        recipient = post_of(sentence.scene, title, node) if title is not None else []
        org = recipient or org
        single = Draft(draft.type, draft.mode, draft.rule, draft.trigger, draft.i)
        single.actor = [party(node)]
        single.recipient = org or _last_post(sentence)
        single.place, single.time = draft.place, draft.time
        single.modality, single.polarity, single.holder = draft.modality, draft.polarity, draft.holder
        single.value = (title.start, title.end) if title is not None else draft.value
        drafts.append(single)
    if not drafts and not draft.recipient:
        titles = [n for n in nodes if n.kind == GROUP and n.title is not None and n.title.org is not None]
        if titles:
            assert titles[0].title is not None
            draft.recipient = post_of(sentence.scene, titles[0].title, titles[0])
        elif (
            rule.mode == "appointed"
            and predicate.finite
            and predicate.subject
            and predicate.subject[0].kind == ACTOR
        ):
            draft.recipient = parties_of(sentence, predicate.subject)
    for single in drafts:
        if (
            not single.recipient
            and rule.mode == "appointed"
            and predicate.finite
            and rule.subj == "none"
            and (predicate.subject and predicate.subject[0].kind == ACTOR and not predicate.subject_implied)
        ):
            single.recipient = parties_of(sentence, predicate.subject)
    return drafts


def _last_post(sentence: Sentence) -> list[Party]:
    """The body of the last post that changed hands in the sentence."""
    for draft in reversed(sentence.drafts):
        if draft.type == "POST" and draft.recipient:
            return draft.recipient
    return []


def add_founder(sentence: Sentence, predicate: Predicate, draft: Draft) -> None:
    """Add the post of the persons who found what `draft` tells of."""
    by_hand = [n for preposition, nodes, _ in predicate.phrases if preposition == BY_HAND for n in nodes]
    people = [n for n in (*predicate.subject, *by_hand) if n.kind == PERSON]
    if predicate.finite and people:
        post = Draft("POST", "founder", "founder", draft.trigger, draft.i)
        post.actor, post.recipient = parties_of(sentence, people), draft.actor
        sentence.drafts.append(post)
