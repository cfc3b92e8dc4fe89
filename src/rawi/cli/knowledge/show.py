"""`rawi knowledge show`: an id or a name in, everything that the packs have of it out."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from rawi.cli.guard import guard
from rawi.cli.knowledge.common import (
    MOST_SHOWN,
    KindOption,
    joined,
    kinds_of,
    leave_ambiguous,
    leave_not_found,
    open_directory,
    screen,
)
from rawi.cli.options import DebugOption, PacksOption, TextOrJson

EPILOG = """
Examples:

\b
  rawi knowledge show hts
  rawi knowledge show هيئه تحرير الشام
  rawi knowledge show Hayat Tahrir al-Sham --format json
  rawi knowledge show حلب --kind place

\b
Exit codes:
  0  shown
  1  nothing bears this name; standard error says what comes near
  2  the name stands for many entries, or an option cannot be used
"""
HELP = {
    "name": "An id or a name, Arabic or English, in any spelling.",
    "format": "text: for reading (the default). json: an object, or an array where several entries bear "
    "the name.",
}


def show(
    name: Annotated[list[str] | None, typer.Argument(metavar="ID-OR-NAME...", help=HELP["name"])] = None,
    kind: KindOption = None,
    format: Annotated[
        TextOrJson, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])
    ] = TextOrJson.text,
    knowledge: PacksOption = None,
    debug: DebugOption = False,
) -> None:
    """Show one entry in full: names, dates, lineage, posts, reference, and the file it stands in.

    Where several entries bear the name, up to three are shown; more are listed with their ids.
    """
    with guard(debug):
        words = joined(name, "name")
        directory = open_directory(knowledge)
        found = directory.look_up(words, kinds=kinds_of(kind))
        if not found:
            leave_not_found(words, directory, kinds_of(kind))
        if len(found) > MOST_SHOWN:
            leave_ambiguous(words, found)

        from rawi.export.entries import format_entry
        from rawi.knowledge.describe import describe_entry

        entries = [describe_entry(entry, directory) for entry in found]
        if format is TextOrJson.json:
            shown = entries[0] if len(entries) == 1 else entries
            typer.echo(json.dumps(shown, ensure_ascii=False, indent=1))
        else:
            typer.echo("\n\n".join(format_entry(entry, screen()) for entry in entries))
