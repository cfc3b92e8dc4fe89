"""What is told twice.

The drafts of a document in, those to keep out: posts and names once, headlines only where the body
does not tell the same, an event told in the same words once unless it is another one (اجتماع آخر).
"""

from __future__ import annotations

from rawi.claims.draft import Draft, Party
from rawi.recognise.nodes import Scene

#: Claim types that are coded once per document, however often they are told.
REPEATED = {"POST", "NAMED", "PART_OF", "CLASSIFIED"}


def drop_repeated(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Drop what is told twice: posts and names after the first, headlines that the body repeats."""
    kept: list[Draft] = []
    another = scene.knowledge.lexicon.listed("another")
    body_types = {draft.type for draft in drafts if not draft.headline}
    seen: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        if draft.headline and draft.type in body_types and draft.type not in REPEATED:
            continue
        if draft.type in REPEATED:
            key = _key_of_repeated(draft)
        else:
            key = _key_of_event(draft)
            if scene.norm(draft.i + 1) in another:
                key = (*key, draft.i)
        told = seen.get(key)
        if told is not None and not (draft.type == "AGREE" and _goes_on(scene, told, draft)):
            continue
        seen[key] = draft
        kept.append(draft)
    return kept


def _goes_on(scene: Scene, told: Draft, draft: Draft) -> bool:
    """Whether `draft` is the next agreement of the same sentence: وقّعا إعلانا واتفقا على تشكيل حكومة."""
    joined = "و" in scene.words[draft.i].pro
    return joined and told.sentence == draft.sentence and told.rule != draft.rule


def _key_of_repeated(draft: Draft) -> tuple[object, ...]:
    """What makes two posts, names, classes or belongings the same."""
    mode = draft.mode if draft.type != "NAMED" else ""
    length = (
        (draft.value[1] - draft.value[0],) if draft.type in ("NAMED", "CLASSIFIED") and draft.value else ()
    )
    return (draft.type, mode, _keys(draft.actor), _keys(draft.recipient), draft.polarity, *length)


def _key_of_event(draft: Draft) -> tuple[object, ...]:
    """What makes two events the same; without parties, only their place in the text does."""
    time = draft.time.time if draft.time else None
    key: tuple[object, ...] = (
        draft.type, draft.mode, _keys(draft.actor), _keys(draft.recipient), draft.polarity, draft.modality,
        time.edtf if time else None, tuple(node.name for node in draft.place),
        tuple(link.span.text for link in draft.attribution),
    )  # fmt: skip
    return key if draft.actor or draft.recipient else (*key, draft.i)


def _keys(parties: list[Party]) -> tuple[str, ...]:
    return tuple(sorted(party.key for party in parties))
