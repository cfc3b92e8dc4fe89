"""An event that an outlet can hardly have seen itself, told in its own voice without a source: an attack, an
arrest, a movement of forces. Reports with a correspondent's word, and events long past, are left out.

حدث يصعب أن تكون الوسيلة قد رأته بنفسها، ترويه من غير أن تذكر مصدراً: هجوم أو اعتقال أو تحرك قوات. ولا يدخل
فيه ما يُنقل عن مراسل ولا ما مضى عليه زمن طويل.
"""

from __future__ import annotations

from datetime import timedelta

from rawi.checks.base import Check, Context
from rawi.model import Claim, Finding
from rawi.recognise.nodes import GROUP

ID, SEVERITY = "no-source", "note"
_UNSEEN = frozenset({"ASSAULT", "COERCE", "RETREAT", "MOBILIZE", "CONTROLS", "AID", "COOPERATE"})
#: Events further back than this are known from elsewhere by the time of the report.
_RECENT = timedelta(days=31)


def check(context: Context) -> list[Finding]:
    """One note for each sentence with such a claim that says neither from whom nor by whom it is known."""
    if _has_correspondent(context):
        return []
    found: dict[int, Finding] = {}
    for claim in context.reading.claims:
        if claim.type not in _UNSEEN or claim.attribution or claim.modality != "asserted":
            continue
        if not (claim.actor or claim.recipient) or claim.evidence.start in found or _is_past(context, claim):
            continue
        found[claim.evidence.start] = context.finding(
            ID, SEVERITY, claim.trigger.start, claim.trigger.end,
            "تروي الوسيلة هذا بصوتها ولا تذكر له مصدراً.",
            "The outlet tells this in its own voice and names no source for it.",
            claim=claim, stated=claim.trigger.text,
        )  # fmt: skip
    return list(found.values())


def _has_correspondent(context: Context) -> bool:
    """Whether the report speaks of a correspondent of its own."""
    return any(node.kind == GROUP and node.source_kind == "own_correspondent" for node in context.scene.nodes)


def _is_past(context: Context, claim: Claim) -> bool:
    """Whether the claim is of a time long before publication."""
    period = context.period_of(claim)
    if period is None or context.published is None or period.last is None:
        return False
    return period.last + _RECENT < context.published


CHECK = Check(ID, SEVERITY, __doc__, check)
