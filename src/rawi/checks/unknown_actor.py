"""A body or person with a name that the knowledge packs do not have. It is listed so that you can add it;
who it is is never guessed.

جهة أو شخص باسم لا تعرفه قاعدة المعرفة. يُدرج لتضيفه إن شئت، ولا يُخمَّن من هو.
"""

from __future__ import annotations

from rawi.arabic.characters import fold
from rawi.checks.base import Check, Context
from rawi.model import Finding
from rawi.recognise.nodes import ACTOR, PERSON

ID, SEVERITY = "unknown-actor", "note"


def check(context: Context) -> list[Finding]:
    """One note for each unknown actor that takes part in a claim or speaks for one, at its first mention."""
    parts = {
        participant.mention
        for claim in context.reading.claims
        for participant in (*claim.actor, *claim.recipient, *claim.holder)
        if not participant.entity and participant.name
    }
    spoken = {
        link.span.start for claim in context.reading.claims for link in claim.attribution if not link.entity
    }
    taking_part = {(context.mention(one).start, context.mention(one).end) for one in parts}
    found: dict[str, Finding] = {}
    for node in context.scene.nodes:
        if (
            node.kind not in (ACTOR, PERSON)
            or node.entity
            or not node.name
            or node.unresolved
            or node.by != "pattern"
        ):
            continue
        if (node.start, node.end) not in taking_part and node.start not in spoken:
            continue
        if node.kind == ACTOR and not _is_proper(fold(node.name).split()):
            continue
        key = fold(node.name)
        if key not in found:
            found[key] = context.finding(
                ID, SEVERITY, node.start, node.end,
                f"«{node.name}» غير معروف في قاعدة المعرفة.",
                f"“{node.name}” is not in the knowledge packs.",
                stated=node.name,
            )  # fmt: skip
    return list(found.values())


def _is_proper(words: list[str]) -> bool:
    """Whether folded words can name a body: حركة النهضة, لواء شهداء الإسلام, not جيش موحد, السلطة الجديدة."""
    if len(words) < 2 or words[0].startswith(("ال", "لل")):
        return False
    return words[1].startswith(("ال", '"', "“", "«")) or (len(words) > 2 and words[2].startswith("ال"))


CHECK = Check(ID, SEVERITY, __doc__, check)
