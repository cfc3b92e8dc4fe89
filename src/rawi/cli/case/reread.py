"""`rawi reread`: the reports of a case read again with the knowledge of today."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from rawi.cli.case.common import CaseArgument, FormatOption, JobsOption, QuietOption, write_list
from rawi.cli.guard import ALL_READ, SET_ASIDE, guard
from rawi.cli.options import DebugOption, ListFormat, PacksOption
from rawi.cli.progress import ProgressBar

EPILOG = """
Examples:

\b
  rawi reread idlib.rawi
  rawi reread idlib.rawi --knowledge my-pack --format csv

Run `rawi corroborate` afterwards: stories that the changes touch are made again.
"""
HELP = {"all": "Read every report again, also those read with the same knowledge."}
_COLUMNS = ("report", "new", "gone", "same", "reason")


def reread(
    case: CaseArgument,
    everything: Annotated[bool, typer.Option("--all", help=HELP["all"])] = False,
    format: FormatOption = ListFormat.table,
    knowledge: PacksOption = None,
    jobs: JobsOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Read reports again after knowledge or rules have changed, and list what that changes."""
    with guard(debug):
        from dataclasses import asdict

        from rawi.case.rereading import reread as read_again
        from rawi.case.store import open_case

        changed: list[dict[str, Any]] = []
        count = 0
        with open_case(case) as opened, ProgressBar(None, quiet=quiet, verb="Rereading") as progress:
            for one in read_again(opened, packs=tuple(knowledge or ()), everything=everything, jobs=jobs):
                count += 1
                if one.new or one.gone or one.reason:
                    changed.append(asdict(one))
                progress.advance()
        write_list(changed, format, _COLUMNS, flexible=("reason",))
        typer.echo(f"{count:,} reread, {len(changed):,} changed", err=True)
    raise typer.Exit(SET_ASIDE if any(row["reason"] for row in changed) else ALL_READ)
