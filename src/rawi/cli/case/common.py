"""What the commands on a case share: their arguments, and lists as tables, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from rawi.cli.knowledge.common import screen
from rawi.cli.options import ListFormat

HELP = {
    "case": "The case: a file such as idlib.rawi, or postgresql://user@host/database.",
    "format": "table: for reading (the default). json: an array. csv: with a row of headings.",
    "jobs": "Read with so many processes (default: one for each core).",
    "quiet": "No progress on standard error.",
}


CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help=HELP["case"], show_default=False)]
FormatOption = Annotated[ListFormat, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])]
JobsOption = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help=HELP["jobs"])]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=HELP["quiet"])]


def write_list(
    rows: Sequence[Mapping[str, Any]],
    format: ListFormat,
    columns: Sequence[str],
    *,
    flexible: Sequence[str] = (),
) -> None:
    """Write rows of plain values: all of them as JSON, the `columns` as a table or CSV."""
    if format is ListFormat.json:
        typer.echo(json.dumps(list(rows), ensure_ascii=False, indent=1))
    elif format is ListFormat.csv:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows([_cell(row.get(name)) for name in columns] for row in rows)
        typer.echo(out.getvalue(), nl=False)
    elif rows:
        headings = [name.replace("_", " ") for name in columns]
        cells = [[_cell(row.get(name)) for name in columns] for row in rows]
        places = [columns.index(name) for name in flexible]
        typer.echo("\n".join(screen().table(headings, cells, flexible=places)))


def _cell(value: Any) -> str:
    """A value as the text of a cell; lists by semicolons."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(map(_cell, value))
    return str(value)
