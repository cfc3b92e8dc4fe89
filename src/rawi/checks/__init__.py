"""Checks: a reading and its scene in, findings out. Each check is one module; users see its docstring.

`CHECKS` are the checks by id, in the order in which they run: those of Rawi, then those of plugins
(entry points of the group `rawi.checks`, each leading to a `Check`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from importlib.metadata import entry_points

from rawi.checks import (
    actor_anachronism,
    age_or_count_implausible,
    event_after_publication,
    hijri_mismatch,
    interested_source,
    lineage_mismatch,
    loaded_naming,
    no_source,
    place_in_wrong_area,
    stale_name,
    sum_mismatch,
    twin_month_mismatch,
    unknown_actor,
    unknown_place,
    unnamed_only,
    weekday_mismatch,
)
from rawi.checks.base import Check, Context
from rawi.errors import PluginError, UsageError
from rawi.model import SEVERITIES, Finding, Span

#: The group of entry points by which plugins add checks.
GROUP = "rawi.checks"
#: The checks that come with Rawi.
SHIPPED = (
    place_in_wrong_area.CHECK,
    twin_month_mismatch.CHECK,
    weekday_mismatch.CHECK,
    hijri_mismatch.CHECK,
    event_after_publication.CHECK,
    actor_anachronism.CHECK,
    lineage_mismatch.CHECK,
    sum_mismatch.CHECK,
    age_or_count_implausible.CHECK,
    unnamed_only.CHECK,
    no_source.CHECK,
    interested_source.CHECK,
    loaded_naming.CHECK,
    stale_name.CHECK,
    unknown_place.CHECK,
    unknown_actor.CHECK,
)


class _Registry(Mapping[str, Check]):
    """The checks by id. Plugins are looked for when the first check is asked for, not on import."""

    @cached_property
    def _checks(self) -> dict[str, Check]:
        checks = {check.id: check for check in SHIPPED}
        for point in entry_points(group=GROUP):
            try:
                check = point.load()
            except Exception as error:
                raise UsageError(
                    f"plugin check {point.name!r} ({point.value}) cannot be loaded: {error}"
                ) from error
            if not isinstance(check, Check) or check.severity not in SEVERITIES:
                raise UsageError(
                    f"plugin check {point.name!r} ({point.value}) is no check: "
                    "a rawi.checks.Check with severity note, warning or error is accepted"
                )
            if check.id in checks:
                raise UsageError(f"plugin check {point.name!r} ({point.value}): {check.id} exists already")
            checks[check.id] = check
        return checks

    def __getitem__(self, key: str) -> Check:
        return self._checks[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._checks)

    def __len__(self) -> int:
        return len(self._checks)


CHECKS: Mapping[str, Check] = _Registry()


def run_checks(context: Context, *, skip: Collection[str] = ()) -> list[Finding]:
    """The findings of all checks but those in `skip`, the graver first, then in the order of the text.

    A finding on the time, the place or other words of a claim is given that claim.
    """
    found = [
        finding if finding.claim is not None else replace(finding, claim=_claim_of(context, finding.span))
        for name, check in CHECKS.items()
        if name not in skip
        for finding in _findings_of(check, context)
    ]
    return sorted(
        found,
        key=lambda finding: (
            -SEVERITIES.index(finding.severity),
            finding.span.start,
            finding.check,
            finding.claim or "",
        ),
    )


def _findings_of(check: Check, context: Context) -> list[Finding]:
    """What a check finds; where that of a plugin fails, the error says which one and how to do without it."""
    if check in SHIPPED:
        return check(context)
    try:
        return list(check(context))
    except Exception as error:
        raise PluginError(
            f"the check {check.id} of a plugin failed ({type(error).__name__}: {error}); "
            f"leave it out with --skip {check.id}"
        ) from error


def _claim_of(context: Context, span: Span) -> str | None:
    """The claim that the words are part of; of several, the one whose trigger is nearest."""
    claims = [
        claim
        for claim in context.reading.claims
        if claim.evidence.overlaps(span) and any(part.overlaps(span) for part in context.parts_of(claim))
    ]
    nearest = min(claims, key=lambda claim: abs(claim.trigger.start - span.start), default=None)
    return nearest.id if nearest is not None else None


__all__ = ["CHECKS", "GROUP", "SHIPPED", "Check", "Context", "run_checks"]
