"""A claim that rests on unnamed sources alone: nobody can be asked for it. Such a claim may well be right;
it is worth a second source.

ادعاء لا يستند إلا إلى مصادر غير مسمّاة، فلا أحد يُسأل عنه. قد يكون صحيحاً، ويستحق مصدراً ثانياً.
"""

from __future__ import annotations

from collections import defaultdict

from rawi.checks.base import Check, Context
from rawi.model import Claim, Finding, Span

ID, SEVERITY = "unnamed-only", "note"
#: The kinds of link behind which nobody in particular stands.
_NOBODY = frozenset({"unnamed", "general", "social_media"})
_SOMEBODY = frozenset({"named_person", "organisation", "document", "own_correspondent"})


def check(context: Context) -> list[Finding]:
    """One note for each source that nobody stands behind, with the first of the claims that rest on it."""
    resting: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    spans: dict[tuple[int, int], Span] = {}
    for claim in context.reading.claims:
        chain = claim.attribution
        if not chain or chain[-1].kind not in _NOBODY or any(link.kind in _SOMEBODY for link in chain):
            continue
        span = chain[-1].span
        resting[span.start, span.end].append(claim)
        spans[span.start, span.end] = span
    found = []
    for key, claims in resting.items():
        span, several = spans[key], len(claims)
        found.append(
            context.finding(
                ID, SEVERITY, span.start, span.end,
                "لا يستند هذا إلا إلى مصدر غير مسمّى." if several == 1
                else f"يستند {several} من الادعاءات إلى هذا المصدر غير المسمّى وحده.",
                "This rests on an unnamed source alone." if several == 1
                else f"{several} claims rest on this unnamed source alone.",
                claim=claims[0], stated=span.text,
            )
        )  # fmt: skip
    return found


CHECK = Check(ID, SEVERITY, __doc__, check)
