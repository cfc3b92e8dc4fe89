"""`rawi knowledge lineage`: an actor in, what it came from and went into out, as a graph or a drawing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rawi.cli.guard import guard
from rawi.cli.knowledge.common import joined, leave_ambiguous, leave_not_found, open_directory, screen
from rawi.cli.options import DebugOption, PacksOption, TextOrJson
from rawi.errors import UsageError

if TYPE_CHECKING:
    from rawi.knowledge.lineage import Family
    from rawi.knowledge.search import Directory

EPILOG = """
Examples:

\b
  rawi knowledge lineage هيئة تحرير الشام
  rawi knowledge lineage hts --svg hts.svg
  rawi knowledge lineage slm --depth 1 --format json

\b
How one became another, as far as numbers and dates bear it out:
  renamed from, or in place of  one ended when the other began
  took over from                the same of governments
  merged from                   it came from several
  split from                    the older went into several, or lived on
  joined by                     the older went into it
  came after                    the packs' dates tell no more

\b
Exit codes:
  0  shown or written
  1  no actor bears this name; standard error says what comes near
  2  the name stands for several families, or an option cannot be used
"""
HELP = {
    "name": "The id or a name of an actor, Arabic or English, in any spelling.",
    "svg": "Write a drawing to this file, or to standard output with -.",
    "depth": "Only actors at most so many links away.",
    "format": "text: a graph for reading (the default). json: members and links.",
}


def lineage(
    name: Annotated[list[str] | None, typer.Argument(metavar="ID-OR-NAME...", help=HELP["name"])] = None,
    svg: Annotated[Path | None, typer.Option(metavar="FILE", help=HELP["svg"])] = None,
    depth: Annotated[int | None, typer.Option("--depth", metavar="N", min=0, help=HELP["depth"])] = None,
    format: Annotated[
        TextOrJson, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])
    ] = TextOrJson.text,
    knowledge: PacksOption = None,
    debug: DebugOption = False,
) -> None:
    """Draw what a group came from and went into: founded, renamed, merged, split, dissolved, with dates.

    Dates are EDTF, as the packs have them: 2017, 2017-01, 2017-01-28, and 2013~ for about 2013.
    """
    with guard(debug):
        family = _find(joined(name, "actor"), open_directory(knowledge), depth)
        if svg is not None:
            _write_svg(family, svg)
        elif format is TextOrJson.json:
            typer.echo(json.dumps(family.to_dict(), ensure_ascii=False, indent=1))
        else:
            from rawi.export.lineage_text import format_lineage

            typer.echo(format_lineage(family, screen()))


def _find(name: str, directory: Directory, depth: int | None) -> Family:
    """The family of the actor of this name; of several, if they are of one family."""
    from rawi.knowledge.lineage import find_family

    found = directory.look_up(name, kinds=("actor",))
    if not found:
        leave_not_found(name, directory, ("actor",))
    actors = directory.knowledge.actors
    whole = {member.actor.id for member in find_family(actors, found[0].id).members}
    if not all(entry.id in whole for entry in found):
        leave_ambiguous(name, found)
    return find_family(actors, found[0].id, depth=depth)


def _write_svg(family: Family, path: Path) -> None:
    from rawi.export.lineage_svg import format_lineage_svg

    drawing = format_lineage_svg(family)
    if str(path) == "-":
        typer.echo(drawing, nl=False)
        return
    try:
        path.write_text(drawing, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"--svg {path}: {error.strerror}; give a file that can be written, or -") from None
    typer.echo(f"{path}", err=True)
