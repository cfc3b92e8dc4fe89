"""`rawi knowledge search`: words in, the entries with names like them out, the best first."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rawi.cli.guard import guard
from rawi.cli.knowledge.common import NOT_FOUND, KindOption, joined, kinds_of, open_directory, screen
from rawi.cli.options import DebugOption, ListFormat, PacksOption
from rawi.errors import UsageError

if TYPE_CHECKING:
    from rawi.knowledge.search import Directory

EPILOG = """
Examples:

\b
  rawi knowledge search النصره
  rawi knowledge search tahrir sham
  rawi knowledge search عبدالله --kind person --limit 50
  rawi knowledge search وزارة --pack iraq --format csv

\b
Exit codes:
  0  something was found
  1  nothing was found
  2  an option cannot be used, or a knowledge pack has problems
"""
HELP = {
    "words": "Parts of a name, Arabic or English, in any spelling.",
    "pack": "Only entries of this pack, for example syria.",
    "format": "table: for reading (the default). json: an array. csv: with a row of headings.",
    "limit": "At most so many; 0 for all.",
}


def search(
    words: Annotated[list[str] | None, typer.Argument(metavar="WORDS...", help=HELP["words"])] = None,
    kind: KindOption = None,
    pack: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["pack"])] = None,
    format: Annotated[
        ListFormat, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])
    ] = ListFormat.table,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=0, help=HELP["limit"])] = 20,
    knowledge: PacksOption = None,
    debug: DebugOption = False,
) -> None:
    """Find entries by any of their names, the best first.

    All words have to occur in one name, or begin its words. Spelling does not matter: أ and ا, ة and ه,
    ى and ي, vowel signs, the article, accents, apostrophes and hyphens are seen through.
    """
    with guard(debug):
        asked = joined(words, "words")
        directory = open_directory(knowledge)
        _check_pack(pack, directory)

        from rawi.knowledge.describe import summarise_entry

        matches = directory.search(asked, kinds=kinds_of(kind), pack=pack)
        kept = matches[:limit] if limit else matches
        rows = [{**summarise_entry(one.entry, directory), "matched": one.name} for one in kept]
        _write(rows, format)
        if len(kept) < len(matches):
            typer.echo(f"{len(kept)} of {len(matches)} shown; --limit 0 shows all.", err=True)
        if not matches:
            typer.echo(f"No entry has {asked!r} in its names.", err=True)
            raise typer.Exit(NOT_FOUND)


def _check_pack(pack: str | None, directory: Directory) -> None:
    names = [folder.name for folder in directory.folders]
    if pack is not None and pack not in names:
        raise UsageError(f"--pack {pack}: no such pack; accepted: {', '.join(names)}")


def _write(rows: list[dict[str, Any]], format: ListFormat) -> None:
    from rawi.export.entries import format_csv, format_table

    if format is ListFormat.json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    elif format is ListFormat.csv:
        typer.echo(format_csv(rows), nl=False)
    elif rows:
        typer.echo(format_table(rows, screen()))
