"""`rawi export` and `rawi import`: a whole case as JSON lines, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from rawi.cli.case.common import CaseArgument
from rawi.cli.guard import guard
from rawi.cli.options import DebugOption

EXPORT_EPILOG = """
Examples:

\b
  rawi export idlib.rawi > idlib.jsonl
  rawi export idlib.rawi --output idlib.jsonl
"""
IMPORT_EPILOG = """
Examples:

\b
  rawi import copy.rawi idlib.jsonl
  rawi import postgresql://user@host/idlib idlib.jsonl
"""
HELP = {
    "output": "Write to this file (default: standard output).",
    "file": "What `rawi export` wrote; - for standard input.",
}


def export(
    case: CaseArgument,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help=HELP["output"])
    ] = None,
    debug: DebugOption = False,
) -> None:
    """Write everything that a case holds as JSON lines, without loss.

    Originals, reports with all their versions and readings, the log, and what people decided.
    """
    with guard(debug):
        from rawi.case.store import open_case
        from rawi.case.transfer import export_case

        with open_case(case) as opened:
            if output is None:
                for line in export_case(opened):
                    typer.echo(line)
            else:
                with output.open("w", encoding="utf-8") as file:
                    file.writelines(f"{line}\n" for line in export_case(opened))


def import_(
    case: CaseArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help=HELP["file"], allow_dash=True)],
    debug: DebugOption = False,
) -> None:
    """Make a new case from what `rawi export` wrote."""
    with guard(debug):
        import sys

        from rawi.case.store import open_case
        from rawi.case.transfer import import_case

        with open_case(case, create=True) as opened:
            if str(file) == "-":
                count = import_case(opened, sys.stdin)
            else:
                with file.open(encoding="utf-8") as lines:
                    count = import_case(opened, lines)
        typer.echo(f"{count:,} reports. `rawi corroborate {case}` finds copies and stories.")
