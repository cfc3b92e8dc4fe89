"""What somebody is counted as: حركة أحرار الشام التي تعد جماعة سلفية.

A finite verb in, a CLASSIFIED draft added where it names a class and its owner.
"""

from __future__ import annotations

from rawi.claims.draft import Draft
from rawi.claims.parties import parties_of
from rawi.claims.sentence import Sentence
from rawi.claims.syntax import Predicate
from rawi.recognise.nodes import GROUP


def classify(sentence: Sentence, predicate: Predicate) -> None:
    """حركة أحرار الشام التي تُعد جماعة سلفية: what somebody is counted as."""
    if "class_verbs" not in predicate.word.tags:
        return
    node = next(
        (n for n in sentence.scene.between(predicate.i + 1, min(predicate.limit, predicate.i + 4))), None
    )
    if (
        node is None
        or node.kind != GROUP
        or node.title is not None
        or node.source_kind
        or "class_heads" not in sentence.scene.words[node.i].tags
    ):
        return
    owner = [predicate.antecedent] if predicate.in_relative and predicate.antecedent else predicate.subject
    parties = [p for p in parties_of(sentence, [n for n in owner if n is not node]) if p.entity or p.name]
    if not parties:
        return
    draft = Draft("CLASSIFIED", None, "counted-as", (predicate.i, predicate.i + 1), predicate.i)
    draft.actor, draft.value = parties[:1], (node.start, node.end)
    sentence.drafts.append(draft)
