"""What the commands on a case share: their arguments, and lists as tables, JSON or CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from rawi.cli.knowledge.common import screen

HELP = {
    "case": "The case: a file such as idlib.rawi, or postgresql://user@host/database.",
    "format": "table: for reading (the default). json: an array. csv: with a row of headings.",
    "knowledge": "Add the knowledge pack in this folder to those that come with Rawi. May be repeated.",
    "jobs": "Read with so many processes (default: one for each core).",
    "quiet": "No progress on standard error.",
    "debug": "Show where in the program an error arose.",
}


class ListFormat(StrEnum):
    """The forms of a list."""

    table = "table"
    json = "json"
    csv = "csv"


CaseArgument = Annotated[str, typer.Argument(metavar="CASE", help=HELP["case"], show_default=False)]
FormatOption = Annotated[ListFormat, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])]
PacksOption = Annotated[
    list[Path] | None,
    typer.Option("--knowledge", metavar="DIR", exists=True, file_okay=False, help=HELP["knowledge"]),
]
JobsOption = Annotated[int | None, typer.Option("--jobs", "-j", metavar="N", min=1, help=HELP["jobs"])]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help=HELP["quiet"])]
DebugOption = Annotated[bool, typer.Option("--debug", help=HELP["debug"])]


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
