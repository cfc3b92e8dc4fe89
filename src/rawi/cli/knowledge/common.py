"""What the commands of `rawi knowledge` share: the directory of entries, the screen, and what to say when
a name stands for nothing or for too much.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from rawi.cli.guard import USAGE
from rawi.errors import UsageError

if TYPE_CHECKING:
    from rawi.export.columns import Screen
    from rawi.knowledge.search import Directory, Entry

NOT_FOUND = 1
#: As many entries of one name are shown or listed; beyond, the name has to be narrowed down.
MOST_SHOWN, MOST_LISTED = 3, 20

HELP = {
    "kind": "Only entries of this kind: actor, person, outlet, place or country.",
}


class Kind(StrEnum):
    """The kinds of entry."""

    actor = "actor"
    person = "person"
    outlet = "outlet"
    place = "place"
    country = "country"


KindOption = Annotated[Kind | None, typer.Option("--kind", "-k", metavar="KIND", help=HELP["kind"])]


def open_directory(packs: Sequence[Path] | None) -> Directory:
    """All entries of the shipped packs and those given."""
    from rawi.knowledge import load_knowledge
    from rawi.knowledge.loader import pack_folders
    from rawi.knowledge.search import Directory

    extra = tuple(packs or ())
    return Directory(load_knowledge(extra), pack_folders(extra))


def kinds_of(kind: Kind | None) -> tuple[str, ...]:
    """The kinds to look among."""
    return (kind.value,) if kind else tuple(one.value for one in Kind)


def joined(words: Iterable[str] | None, what: str) -> str:
    """The words of an argument as one; UsageError where there is none."""
    name = " ".join(words or ()).strip()
    if not name:
        raise UsageError(f"no {what} given: give an id or a name, for example hts or هيئة تحرير الشام")
    return name


def screen() -> Screen:
    """What standard output is."""
    from rawi.export.columns import Screen

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size((100, 24)).columns
    return Screen(max(60, min(width, 160)), terminal, terminal and not os.environ.get("NO_COLOR"))


def leave_not_found(name: str, directory: Directory, kinds: Sequence[str]) -> NoReturn:
    """Says that nothing bears the name, and what comes near."""
    what = kinds[0] if len(kinds) == 1 else "entry"
    lines = [f"No {what} of the packs is called {name!r}."]
    body = directory.body_of(name)
    if body:
        title = body[1].en.format(en=body[0].en)
        lines.append(f"It stands for {title}: made from a template (bodies.yaml), with no entry of its own.")
    near = directory.suggest(name, kinds=kinds)
    lines += ["Near to it:", *map(_line, near)] if near else []
    lines.append("rawi knowledge search finds parts of names.")
    typer.echo("\n".join(lines), err=True)
    raise typer.Exit(NOT_FOUND)


def leave_ambiguous(name: str, found: Sequence[Entry]) -> NoReturn:
    """Says which entries bear the name, and how to ask for one of them."""
    lines = [f"{len(found)} entries are called {name!r}; give the id of one, or --kind:"]
    lines += map(_line, found[:MOST_LISTED])
    if len(found) > MOST_LISTED:
        lines.append(f"  … and {len(found) - MOST_LISTED} more")
    typer.echo("\n".join(lines), err=True)
    raise typer.Exit(USAGE)


def _line(entry: Entry) -> str:
    return f"  {entry.id}  ({entry.kind})  {entry.record.en}  {entry.record.ar}"
