"""`وهو ما تنفيه طهران`: the last claim again, negated, on the word of whoever denies it.

A denying verb in, a draft with a source of its own added; nothing where no claim stands before.
"""

from __future__ import annotations

from dataclasses import replace

from rawi.claims.attribution import source_kind
from rawi.claims.draft import Draft
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate, can_take_part, direct_nodes
from rawi.model import SourceLink, Span
from rawi.recognise.nodes import Node


def denies_last(sentence: Sentence, predicate: Predicate) -> bool:
    """Whether `predicate` denies what was said before it: ما تنفيه, الأمر الذي نفاه."""
    return (
        predicate.finite
        and "deny_verbs" in predicate.word.tags
        and sentence.scene.norm(predicate.i - 1) in sentence.listed("denial_openers")
    )


def deny_last(sentence: Sentence, predicate: Predicate) -> None:
    """`وهو ما تنفيه طهران`: the last claim again, negated, on the word of whoever denies it."""
    subject = [n for n in direct_nodes(sentence.syntax, predicate.i + 1, predicate.limit) if can_take_part(n)]
    claims = [d for d in sentence.drafts if d.type not in ("ACCUSE", "REQUEST", "REJECT")]
    if not subject or not claims:
        return
    last = claims[-1]
    denial = replace(last, polarity="negated", i=predicate.i, counts={}, rule="denied")
    denial.actor, denial.recipient, denial.place = (
        list(last.actor),
        list(last.recipient),
        list(last.place),
    )
    rest_on(sentence, denial, subject[0], predicate)
    sentence.drafts.append(denial)


def rest_on(sentence: Sentence, draft: Draft, node: Node, predicate: Predicate) -> None:
    """Make `node`, which `predicate` lets speak, the one source of a draft."""
    text, token = sentence.scene.text, sentence.scene.tokens[predicate.i]
    link = SourceLink(
        Span.of(text, node.start, node.end),
        source_kind(node, sentence.scene),
        node.entity or node.state,
        Span.of(text, token.start, token.end),
    )
    sentence.own_chain[id(draft)] = [link]
