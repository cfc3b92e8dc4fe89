"""A claim of force, control or aid whose only source takes part in it, or is an outlet that the knowledge
packs record as affiliated with one of the parties. The claim may be right; the source is not disinterested.

ادعاء باستعمال قوة أو سيطرة أو مساعدة مصدره الوحيد طرف فيه، أو وسيلة إعلام يسجّل المرجع تبعيتها لأحد
أطرافه. قد يكون صحيحاً، لكن المصدر صاحب مصلحة.
"""

from __future__ import annotations

from rawi.checks.base import Check, Context
from rawi.model import Claim, Finding, Span

ID, SEVERITY = "interested-source", "note"
_CONTESTED = frozenset({"ASSAULT", "COERCE", "CONTROLS", "RETREAT", "MOBILIZE", "AID"})
_OF_STATE = frozenset({"state", "government", "state-force"})


def check(context: Context) -> list[Finding]:
    """One note for each source and party to the claims that rest on it."""
    found: dict[tuple[int, str], Finding] = {}
    for claim in context.reading.claims:
        if claim.type not in _CONTESTED or claim.modality != "asserted":
            continue
        finding = _of_source(context, claim) if claim.attribution else _of_publisher(context, claim)
        if finding is not None:
            found.setdefault((finding.span.start, finding.reference or ""), finding)
    return list(found.values())


def _parties(claim: Claim) -> set[str]:
    return {one.entity for one in (*claim.actor, *claim.recipient) if one.entity}


def _of_source(context: Context, claim: Claim) -> Finding | None:
    """The origin of the chain, where no other named source stands in it, is a party or speaks for one."""
    origin = claim.attribution[-1]
    if any(
        link.entity != origin.entity and link.kind in ("named_person", "organisation")
        for link in claim.attribution
    ):
        return None
    if origin.kind == "outlet":
        return _of_outlet(context, claim, origin.entity, origin.span)
    parties = {one.entity: one for one in (*claim.actor, *claim.recipient) if one.entity}
    for body in _speaks_for(context, origin.entity):
        party = parties.get(body) or next(
            (one for entity, one in parties.items() if _is_same_state(context, body, entity)), None
        )
        if party is not None:
            name_ar, name_en = party.name or origin.span.text, party.name_en or party.name or origin.span.text
            return context.finding(
                ID, SEVERITY, origin.span.start, origin.span.end,
                f"المصدر الوحيد طرف في هذا الادعاء: {name_ar}.",
                f"The only source is a party to this claim: {name_en}.",
                claim=claim, stated=origin.span.text, reference=name_en,
                source=context.reference_of(origin.entity),
            )  # fmt: skip
    return None


def _of_publisher(context: Context, claim: Claim) -> Finding | None:
    outlet = context.reading.document.outlet
    return _of_outlet(context, claim, outlet.entity, claim.trigger) if outlet and outlet.entity else None


def _of_outlet(context: Context, claim: Claim, identity: str | None, span: Span) -> Finding | None:
    outlet = context.knowledge.outlets.get(identity or "")
    if outlet is None or not outlet.affiliation:
        return None
    parties = _parties(claim)
    related = {outlet.affiliation, *_above(context, outlet.affiliation)}
    is_party = related & parties or any(outlet.affiliation in _above(context, party) for party in parties)
    if not is_party and not any(_is_same_state(context, outlet.affiliation, party) for party in parties):
        return None
    name_ar, name_en = context.names_of(outlet.affiliation, outlet.affiliation)
    how_ar = "وهي من أطراف الادعاء أو جزء منها" if is_party else "ومن أطراف الادعاء جهة حكومية في البلد نفسه"
    how_en = (
        "a party to this claim or part of one" if is_party else "and a party is a state body of that country"
    )
    return context.finding(
        ID, SEVERITY, span.start, span.end,
        f"المصدر {outlet.ar}، وتبعيته بحسب المرجع لـ{name_ar}، {how_ar}.",
        f"The source is {outlet.en}, by the reference affiliated with {name_en}, {how_en}.",
        claim=claim, stated=outlet.ar, reference=name_en, source=outlet.affiliation_ref,
    )  # fmt: skip


def _is_same_state(context: Context, body: str, party: str) -> bool:
    """Whether both are bodies of one state: a ministry and the army, or the state itself."""
    actor, other = context.knowledge.actors.get(body), context.knowledge.actors.get(party)
    if actor is None or actor.kind not in _OF_STATE or actor.country is None:
        return False
    country = context.knowledge.countries.get(party)
    if country is not None:
        return country.iso == actor.country
    return other is not None and other.kind in _OF_STATE and other.country == actor.country


def _speaks_for(context: Context, entity: str | None) -> list[str]:
    """The entity itself, or the bodies in which a person holds a post, and what these are part of."""
    if not entity:
        return []
    person = context.knowledge.people.get(entity)
    found = [] if person else [entity]
    if person is not None:
        day = str(context.published or "")
        found += [
            post.org for post in person.posts
            if post.org
            and not (day and post.end and post.end < day)
            and not (day and post.start and post.start > day)
        ]  # fmt: skip
    for body in tuple(found):
        found += _above(context, body)
    return found


def _above(context: Context, entity: str) -> list[str]:
    """What an actor is part of, by the packs, the nearest first."""
    found: list[str] = []
    actor = context.knowledge.actors.get(entity)
    while actor is not None and actor.parent and actor.parent not in found:
        found.append(actor.parent)
        actor = context.knowledge.actors.get(actor.parent)
    return found


CHECK = Check(ID, SEVERITY, __doc__, check)
