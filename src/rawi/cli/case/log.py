"""`rawi log`: a case in, what became of each input out."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from rawi.cli.case.common import CaseArgument, FormatOption, write_list
from rawi.cli.guard import guard
from rawi.cli.options import DebugOption, ListFormat

EPILOG = """
Examples:

\b
  rawi log idlib.rawi
  rawi log idlib.rawi --outcome "set aside" --format csv
  rawi log idlib.rawi --last
"""
HELP = {
    "outcome": "Only inputs of which this became: added, updated, unchanged or set aside.",
    "last": "Only the last run.",
}
_COLUMNS = ("run", "at", "outcome", "where", "report", "reason")


class OutcomeName(StrEnum):
    """What can become of an input."""

    added = "added"
    updated = "updated"
    unchanged = "unchanged"
    set_aside = "set aside"


def log(
    case: CaseArgument,
    outcome: Annotated[OutcomeName | None, typer.Option(metavar="OUTCOME", help=HELP["outcome"])] = None,
    last: Annotated[bool, typer.Option("--last", help=HELP["last"])] = False,
    format: FormatOption = ListFormat.table,
    debug: DebugOption = False,
) -> None:
    """List every input that the case was given, with what became of it and why."""
    with guard(debug):
        from rawi.case.store import open_case

        with open_case(case) as opened:
            rows = opened.log_lines(outcome=outcome.value if outcome else None, last=last)
        write_list(rows, format, _COLUMNS, flexible=("where", "reason"))
