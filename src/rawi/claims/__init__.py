"""Claims: a scene and its mentions in, verified claims out.

How a sentence becomes claims is told in `engine`; each step is a module or a folder of its own. What the
engine drafts passes the gate in `verify` or is dropped.
"""

from __future__ import annotations

import hashlib

from rawi.claims.draft import Draft, Party
from rawi.claims.engine import find_claims
from rawi.claims.verify import problems_of
from rawi.model import Claim, Participant, Span
from rawi.recognise import Mentions, Scene


def claims_of(scene: Scene, mentions: Mentions) -> list[Claim]:
    """The claims of `scene` that pass the verifier, in the order of their triggers, ids deterministic."""
    claims: list[Claim] = []
    for draft in find_claims(scene):
        claim = _claim(scene, mentions, draft, len(claims))
        if not problems_of(claim, scene.text, mentions):
            claims.append(claim)
    return claims


def _claim(scene: Scene, mentions: Mentions, draft: Draft, number: int) -> Claim:
    """The claim that `draft` becomes; its id is a hash of its words, type, rule and number."""
    tokens, text = scene.tokens, scene.text
    start = tokens[draft.trigger[0]].start
    pro = scene.words[draft.trigger[0]].pro
    if pro and scene.owner[draft.trigger[0]] is None and "لل" not in text[start : start + 3]:
        start += len(pro) if len(pro) < tokens[draft.trigger[0]].end - start else 0
    trigger = Span.of(text, start, tokens[draft.trigger[1] - 1].end)
    first, end = draft.sentence
    evidence = Span.of(text, tokens[first].start, tokens[end - 1].end)

    def people(parties: list[Party]) -> tuple[Participant, ...]:
        return tuple(
            Participant(
                mentions.of(p.node, "person" if p.node.kind == "person" else "actor"),
                p.entity,
                p.name,
                p.name_en,
            )
            for p in parties
        )

    words = text[evidence.start : evidence.end]
    identity = f"{words}|{draft.type}|{draft.mode}|{trigger.start}|{draft.rule}|{number}"
    digest = hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Claim(
        id=f"c{digest}",
        type=draft.type,
        trigger=trigger,
        evidence=evidence,
        mode=draft.mode,
        actor=people(draft.actor),
        recipient=people(draft.recipient),
        holder=people(draft.holder) if draft.modality in ("planned", "proposed", "requested") else (),
        place=tuple(mentions.of(node, "place") for node in draft.place),
        time=mentions.of(draft.time) if draft.time else None,
        value=Span.of(text, *draft.value) if draft.value and draft.value[0] < draft.value[1] else None,
        modality=draft.modality,
        polarity=draft.polarity,
        attribution=tuple(draft.attribution),
        dead=draft.counts.get("dead"),
        injured=draft.counts.get("injured"),
        detained=draft.counts.get("detained"),
        rule=draft.rule,
    )
