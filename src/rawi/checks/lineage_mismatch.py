"""A founding, merger, split, renaming or dissolution whose date, or whose founders, differ from those in the
knowledge packs: a break with the parent dated to 2017 where the reference has July 2016.

تأسيس أو اندماج أو انشقاق أو تغيير اسم أو حلّ يختلف تاريخه أو أطرافه عمّا في المرجع، مثل تأريخ فك الارتباط
بعام 2017 والمرجع يذكر تموز 2016.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.checks.base import Check, Context
from rawi.checks.lifetimes import forebears, span_of
from rawi.checks.words import is_listed
from rawi.knowledge.periods import Period, read_period
from rawi.knowledge.records import Actor
from rawi.model import Claim, Finding, Mention
from rawi.recognise.nodes import PLACE

ID, SEVERITY = "lineage-mismatch", "warning"
#: Days between the announcement of a body and its founding that still count as the same.
_TOLERANCE = 45
_GROUPS = ("armed-group", "party", "alliance")


def check(context: Context) -> list[Finding]:
    """One finding for each claim of lineage that the packs date otherwise, or found from others."""
    found = []
    for claim in context.reading.claims:
        if claim.modality != "asserted" or claim.polarity != "affirmed" or not claim.actor:
            continue
        bodies = [one for one in claim.actor if one.entity not in context.knowledge.people]
        actor = context.knowledge.actors.get(bodies[0].entity or "") if len(bodies) == 1 else None
        if actor is None or actor.kind in ("state", "government") or _is_remembered(context, claim):
            continue
        mention = context.mention(bodies[0].mention)
        if mention.resolved_by != "knowledge" or _is_branch(context, mention, actor):
            continue
        finding = _date(context, claim, actor) or _constituents(context, claim, actor)
        if finding is not None:
            found.append(finding)
    return found


def _is_remembered(context: Context, claim: Claim) -> bool:
    """Whether the founding is only what a celebration is about: حفل تأسيس, ذكرى تأسيس."""
    before = context.scene.text[: claim.trigger.start].split()[-1:]
    return bool(before) and is_listed(fold(before[0]), "celebrations")


def _is_branch(context: Context, mention: Mention, actor: Actor) -> bool:
    """Whether a place behind the name outside the actor's country makes it a branch: القاعدة في العراق."""
    node = context.node_at(mention.start)
    if node is None or context.scene.norm(node.j) not in ("في", "ببلاد", "بلاد"):
        return False
    after = context.scene.owner[node.j + 1] if node.j + 1 < len(context.scene.tokens) else None
    if after is None or not (after.kind == PLACE or after.place is not None):
        return False
    country = after.country or (after.place.country if after.place is not None else None)
    return actor.country is None or country != actor.country


def _known_date(context: Context, claim: Claim, actor: Actor) -> str | None:
    """The date that the packs have for what the claim says, as EDTF."""
    if claim.type == "FORMED":
        return actor.start
    if claim.type == "NAMED" and claim.mode == "renamed":
        return actor.end
    if claim.type == "SPLIT" and claim.mode == "dissolution":
        return actor.end
    if claim.type == "SPLIT" and claim.mode == "secession":
        if _left_its_parent(context, claim, actor):
            return actor.start
        told, end = context.period_of(claim), read_period(actor.end)
        if told and end and end.last and told.begins_after(end.last, tolerance=_TOLERANCE):
            return actor.end
    return None


def _left_its_parent(context: Context, claim: Claim, actor: Actor) -> bool:
    """Whether what was left is the body, or the parent of the body, that the actor succeeded."""
    older = forebears(context, actor)
    known = {one.id for one in older} | {one.parent for one in older if one.parent}
    return any(one.entity in known for one in claim.recipient)


def _date(context: Context, claim: Claim, actor: Actor) -> Finding | None:
    known, told = _known_date(context, claim, actor), context.period_of(claim)
    reference = read_period(known)
    if reference is None or told is None or told.about or not _apart(told, reference):
        return None
    time = context.mention(claim.time or "")
    severity = "note" if claim.type == "FORMED" and _began_as_another(context, actor, told) else SEVERITY
    return context.finding(
        ID, severity, min(claim.trigger.start, time.start), max(claim.trigger.end, time.end),
        f"يؤرّخ النص ذلك بـ«{time.text}»، وتاريخه في المرجع لـ{actor.ar}: {known}.",
        f"The text dates this to {time.value}; the reference for {actor.en} has {known}.",
        claim=claim, stated=time.value, reference=known, source=actor.ref,
    )  # fmt: skip


def _began_as_another(context: Context, actor: Actor, told: Period) -> bool:
    """Whether the text dates the founding from that of a predecessor."""
    starts = (read_period(one.start) for one in forebears(context, actor))
    return any(start is not None and not _apart(told, start) for start in starts)


def _apart(told: Period, reference: Period) -> bool:
    if told.first is None or told.last is None or reference.first is None or reference.last is None:
        return False
    return told.ends_before(reference.first, tolerance=_TOLERANCE) or told.begins_after(
        reference.last, tolerance=_TOLERANCE
    )


def _constituents(context: Context, claim: Claim, actor: Actor) -> Finding | None:
    """A founding from groups of which the packs know none, though they know others."""
    if claim.type != "FORMED" or claim.mode not in ("founding", "merger") or not actor.predecessors:
        return None
    named = [context.knowledge.actors.get(one.entity or "") for one in claim.recipient]
    groups = [one for one in named if one is not None and one.kind in _GROUPS]
    known = {one.id for one in forebears(context, actor)} | {actor.parent, actor.id}
    if len(groups) < 2 or any(one.id in known for one in groups):
        return None
    names_ar = "، ".join(context.names_of(one)[0] for one in actor.predecessors)
    names_en = ", ".join(context.names_of(one)[1] for one in actor.predecessors)
    return context.finding(
        ID, SEVERITY, claim.trigger.start, claim.trigger.end,
        f"يذكر المرجع لتأسيس {actor.ar} أطرافاً أخرى: {names_ar}.",
        f"The reference names others from which {actor.en} was formed: {names_en}.",
        claim=claim, stated=", ".join(one.en for one in groups), reference=f"{names_en} ({span_of(actor)})",
        source=actor.ref,
    )  # fmt: skip


CHECK = Check(ID, SEVERITY, __doc__, check)
