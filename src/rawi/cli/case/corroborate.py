"""`rawi corroborate`: a case in, its copies, origins, stories and contradictions worked out."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from rawi.cli.case.common import CaseArgument, QuietOption
from rawi.cli.guard import guard
from rawi.cli.options import DebugOption, PacksOption, TextOrJson
from rawi.cli.progress import ProgressBar

EPILOG = """
Examples:

\b
  rawi corroborate idlib.rawi
  rawi corroborate idlib.rawi --format json > corroboration.json

Only what is new is compared. `rawi stories`, `rawi copies` and `rawi origins` show what came out.
"""
HELP = {
    "format": "text: what was done (the default). json: all copies, and the stories of two reports or more, "
    "with their claims, independent origins and contradictions.",
}


def corroborate(
    case: CaseArgument,
    format: Annotated[
        TextOrJson, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])
    ] = TextOrJson.text,
    knowledge: PacksOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Work out which reports share text, which tell one event, on how many origins, and where they differ."""
    with guard(debug):
        from rawi.case.store import open_case
        from rawi.case.stories import result_of
        from rawi.corroborate import corroborate as work_out
        from rawi.corroborate import count_pending

        with open_case(case) as opened:
            with ProgressBar(count_pending(opened), quiet=quiet, verb="Comparing") as progress:
                done = work_out(opened, tuple(knowledge or ()), advance=progress.advance)
            result = result_of(opened) if format is TextOrJson.json else None
            stories = opened.count()["stories"]
        if result is not None:
            typer.echo(json.dumps(result, ensure_ascii=False, indent=1))
        else:
            typer.echo(
                f"{done.reports:,} reports compared: {done.copies:,} pairs share text, "
                f"{done.claims:,} claims put into stories; {stories:,} stories in all"
            )
