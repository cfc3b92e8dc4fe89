"""Checks: a reading in, findings out. Each check is one module; its docstring is what users see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from rawi.knowledge import Knowledge
from rawi.model import Finding, Reading

Check = Callable[[Reading, Knowledge], list[Finding]]
#: The checks by id, in the order in which they run.
CHECKS: Mapping[str, Check] = {}


def run_checks(reading: Reading, knowledge: Knowledge, *, skip: Collection[str] = ()) -> list[Finding]:
    """The findings of all checks but those in `skip`, in the order of the text."""
    found = [finding for name, check in CHECKS.items() if name not in skip for finding in check(reading, knowledge)]
    return sorted(found, key=lambda finding: (finding.span.start, finding.check))
