"""An actor under a name that it no longer had at the stated time: the Nusra Front in 2018.

جهة تُذكر باسم لم تعد تحمله في الزمن المذكور، مثل «جبهة النصرة» في عام 2018.
"""

from __future__ import annotations

from rawi.checks.base import Check, Context
from rawi.checks.lifetimes import TOLERANCE, ended, has_namesake, heirs, is_remnant, lived_in
from rawi.model import Finding

ID, SEVERITY = "stale-name", "note"
_TOLD = ("asserted", "planned", "proposed", "requested", "possible")


def check(context: Context) -> list[Finding]:
    """One note for each actor with a successor, at its first claim dated after its name had ended."""
    found: dict[str, Finding] = {}
    for claim in context.reading.claims:
        if claim.modality not in _TOLD or claim.type in ("NAMED", "POST", "FORMED", "SPLIT"):
            continue
        period = context.period_of(claim)
        if period is None or claim.time is None:
            continue
        for participant in (*claim.actor, *claim.recipient):
            actor = context.knowledge.actors.get(participant.entity or "")
            end = ended(actor) if actor else None
            if actor is None or end is None or actor.id in found:
                continue
            if not period.begins_after(end, tolerance=TOLERANCE):
                continue
            mention = context.mention(participant.mention)
            later = next((one for one in heirs(context, actor) if lived_in(one, period)), None)
            if later is None or mention.resolved_by != "knowledge" or is_remnant(context, mention):
                continue
            if has_namesake(context, mention, actor, period):
                continue
            time = context.mention(claim.time).value
            found[actor.id] = context.finding(
                ID, SEVERITY, mention.start, mention.end,
                f"كان هذا الاسم ({actor.ar}) قد انتهى في {actor.end}؛ وفي الزمن المذكور "
                f"({time}) كان الاسم {later.ar}.",
                f"The name {actor.en} had ended in {actor.end}; at the time told ({time}) it was {later.en}.",
                claim=claim, stated=mention.text, reference=f"{later.en} ({later.start or '..'})",
                source=actor.ref,
            )  # fmt: skip
    return list(found.values())


CHECK = Check(ID, SEVERITY, __doc__, check)
