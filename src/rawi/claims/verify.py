"""The gate that every claim passes, whichever engine proposes it.

Drafts in, claims out. A claim is let through when its type and mode are legal, its words stand
exactly where it says, its participants are mentions of the reading, and its rule is named.
"""

from __future__ import annotations

from rawi.model import CLAIM_TYPES, MODALITIES, POLARITIES, SOURCE_KINDS, Claim, Mention


def problems_of(claim: Claim, text: str, mentions: dict[str, Mention]) -> list[str]:
    """What keeps `claim` from being let through: an empty list where nothing does."""
    found = []
    if claim.type not in CLAIM_TYPES:
        found.append(f"type {claim.type!r} is not in the codebook")
    elif claim.mode is not None and claim.mode not in CLAIM_TYPES[claim.type]:
        found.append(f"mode {claim.mode!r} is not one of {claim.type}")
    if claim.modality not in MODALITIES:
        found.append(f"modality {claim.modality!r} is not in the codebook")
    if claim.polarity not in POLARITIES:
        found.append(f"polarity {claim.polarity!r} is not in the codebook")
    if not claim.rule:
        found.append("no rule is named")
    spans = [claim.trigger, claim.evidence, *(link.span for link in claim.attribution)]
    if claim.value is not None:
        spans.append(claim.value)
    for span in spans:
        if span.start >= span.end or text[span.start : span.end] != span.text:
            found.append(f"the words {span.text!r} do not stand at {span.start}-{span.end}")
    for link in claim.attribution:
        if link.kind not in SOURCE_KINDS:
            found.append(f"source kind {link.kind!r} is not in the codebook")
    for item in (*claim.actor, *claim.recipient, *claim.holder):
        if item.mention not in mentions:
            found.append(f"participant {item.mention!r} is no mention of the reading")
    for mention in (*claim.place, *((claim.time,) if claim.time else ())):
        if mention not in mentions:
            found.append(f"{mention!r} is no mention of the reading")
    return found
