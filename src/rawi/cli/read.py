"""`rawi read`: reports in, claims out.

Each document is read, written and forgotten before the next one, so that memory does not grow with
their number. A document that cannot be read is set aside with the reason, and the others go on.
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from rawi.cli.guard import ALL_READ, SET_ASIDE, describe, guard
from rawi.cli.options import DebugOption, PacksOption
from rawi.cli.progress import ProgressBar
from rawi.cli.writers import WRITERS, Output, Writer
from rawi.errors import RawiError, UsageError

if TYPE_CHECKING:
    from rawi.ingest import SetAside
    from rawi.model import Document, Reading
    from rawi.reader import Reader

EPILOG = """
Examples:

\b
  rawi read report.html
  rawi read report.txt --published 2023-07-15 --outlet "وكالة سانا"
  echo "التقى أردوغان نظيره الروسي بوتين في سوتشي أمس الأحد" | rawi read - --published 2023-07-17
  rawi read reports/ --format html --output pages
  rawi read archive.jsonl --format jsonl --output claims.jsonl
  rawi read --jsonl - < reports.jsonl > claims.jsonl

\b
Exit codes:
  0  every document was read
  1  some documents were set aside: standard error says which and why
  2  an option or argument cannot be used, or a knowledge pack has problems
"""

#: What each argument and option is for.
HELP = {
    "files": "Reports: .txt .html .pdf .docx, many at once in .jsonl or .csv, a folder of them, or - for "
    "standard input, whose format is found out.",
    "format": "text: a table for reading (the default). json, jsonl: results in the schema rawi/1. "
    "html: a page for each report.",
    "published": "When the reports were published, for example 2023-07-15, where a line or row does not say. "
    "Words such as أمس are counted from it.",
    "outlet": "Who published the reports, for example وكالة سانا, where a line or row does not say.",
    "output": "Write to this file; with html to this folder (rawi-html if not given).",
    "jsonl": "JSON lines in and out: standard input is read as one report a line, each answered at once "
    "with a line.",
    "skip": "Leave out the findings of this check, for example weekday-mismatch. May be repeated.",
    "quiet": "No progress bar and no list of pages; set-aside documents are still listed.",
}

#: Inputs that hold several documents.
MANY_SUFFIXES = frozenset((".jsonl", ".ndjson", ".json", ".csv", ".tsv", ".gz"))
#: How many set-aside documents are kept for the list at the end.
KEPT = 1000


class Format(StrEnum):
    """The forms of the result."""

    text = "text"
    json = "json"
    jsonl = "jsonl"
    html = "html"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What one run of `rawi read` was asked to do."""

    inputs: tuple[str, ...]
    format: Format
    jsonl: bool
    output: Path | None
    published: str | None
    outlet: str | None
    knowledge: tuple[Path, ...]
    skip: frozenset[str]
    quiet: bool
    debug: bool


@dataclass(slots=True)
class SetAsides:
    """The documents that were set aside; the first ones are kept, the others counted."""

    kept: list[tuple[str, str]] = field(default_factory=list)
    count: int = 0

    def add(self, where: str, message: str) -> None:
        self.count += 1
        if len(self.kept) < KEPT:
            self.kept.append((where, message))


class _Item(NamedTuple):
    """A document, or why there is none, and the name of the page that it would get."""

    content: Document | SetAside
    name: str


def read(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE...", help=HELP["files"])] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])
    ] = Format.text,
    published: Annotated[str | None, typer.Option(metavar="DATE", help=HELP["published"])] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["outlet"])] = None,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help=HELP["output"])
    ] = None,
    jsonl: Annotated[bool, typer.Option("--jsonl", help=HELP["jsonl"])] = False,
    knowledge: PacksOption = None,
    skip: Annotated[list[str] | None, typer.Option(metavar="CHECK", help=HELP["skip"])] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=HELP["quiet"])] = False,
    debug: DebugOption = False,
) -> None:
    """Read reports and show who is said to have done what, when, where, and on whose word.

    Results go to standard output, everything else to standard error. A claim is what its source
    says, never a fact.
    """
    with guard(debug):
        if not files and not jsonl:
            raise UsageError("no input: give files, a folder, or - for standard input")
        options = ReadOptions(
            inputs=tuple(map(str, files or ("-",))),
            format=Format.jsonl if jsonl else format,
            jsonl=jsonl,
            output=output,
            published=published,
            outlet=outlet,
            knowledge=tuple(knowledge or ()),
            skip=_skipped(skip or ()),
            quiet=quiet,
            debug=debug,
        )
        set_aside = _run(options)
    raise typer.Exit(SET_ASIDE if set_aside.count else ALL_READ)


def _run(options: ReadOptions) -> SetAsides:
    from rawi.ingest import SetAside
    from rawi.reader import Reader

    _check_date(options.published)
    inputs = _expand_folders(options.inputs)
    set_aside = SetAsides()
    seen = 0
    reader = Reader(options.knowledge, skip=options.skip)
    gc.freeze()  # the knowledge stays until the end: no collection need look at it
    writer: Writer = WRITERS[options.format](Output(options.output, options.quiet))
    try:
        with ProgressBar(
            None if any(map(_holds_many, inputs)) else len(inputs), quiet=options.quiet
        ) as progress:
            for content, name in _items(inputs, options):
                seen += 1
                if isinstance(content, SetAside):
                    set_aside.add(content.where, content.message)
                else:
                    reading = _read_one(reader, content, name, options, set_aside)
                    if reading:
                        _write(writer, reading, name, progress)
                progress.advance()
    finally:
        writer.close(set_aside.kept)
        _list_set_aside(set_aside, seen)
    return set_aside


def _read_one(
    reader: Reader, document: Document, name: str, options: ReadOptions, set_aside: SetAsides
) -> Reading | None:
    """The reading of one document; None where Rawi itself failed on it, which is noted."""
    try:
        return reader.read(document)
    except Exception as error:
        if options.debug:
            raise
        what = str(error) if isinstance(error, RawiError) else f"an error in Rawi itself: {describe(error)}"
        set_aside.add(f"{name} ({document.id})", f"{what}; --debug shows where")
        return None


def _write(writer: Writer, reading: Reading, name: str, progress: ProgressBar) -> None:
    if writer.to_terminal:
        with progress.hidden():
            writer.write(reading, name)
    else:
        writer.write(reading, name)


def _items(inputs: Sequence[str], options: ReadOptions) -> Iterator[_Item]:
    """Everything in the inputs, in their order."""
    from rawi.ingest import SetAside, documents_from, documents_from_stream

    for place in inputs:
        path = Path(place)
        if place == "-":
            kind = "jsonl" if options.jsonl else "auto"
            documents = documents_from_stream(
                sys.stdin.buffer, format=kind, published=options.published, outlet=options.outlet
            )
        else:
            documents = documents_from(path, published=options.published, outlet=options.outlet)
        for content in documents:
            if isinstance(content, SetAside) or not _holds_many(place):
                yield _Item(content, path.stem)
            else:
                yield _Item(content, content.id)


def _expand_folders(inputs: Sequence[str]) -> tuple[str, ...]:
    """The inputs with each folder replaced by the files in it, so that pages are called after files."""
    found: list[str] = []
    for place in inputs:
        inside = sorted(item for item in Path(place).rglob("[!.]*") if item.is_file()) if place != "-" else []
        found += map(str, inside) if inside else [place]
    return tuple(found)


def _holds_many(place: str) -> bool:
    """Whether an input may hold several documents."""
    return place == "-" or Path(place).suffix.lower() in MANY_SUFFIXES


def _check_date(published: str | None) -> None:
    """Refuses a bad date before any work."""
    from rawi.ingest import parse_published

    try:
        parse_published(published or "2000")
    except ValueError as error:
        raise UsageError(f"--published: {error}") from None


def _skipped(names: Sequence[str]) -> frozenset[str]:
    """The names of checks; UsageError for one that does not exist, and for a plugin that cannot be loaded."""
    from rawi.checks import CHECKS

    unknown = sorted(set(names) - set(CHECKS))
    if unknown:
        raise UsageError(f"--skip {unknown[0]}: no such check; accepted: {', '.join(sorted(CHECKS))}")
    return frozenset(names)


def _list_set_aside(set_aside: SetAsides, seen: int) -> None:
    if not set_aside.count:
        return
    lines = [f"Set aside {set_aside.count:,} of {seen:,} document{'s' if seen != 1 else ''}:"]
    lines += [f"  {where}: {message}" for where, message in set_aside.kept]
    if set_aside.count > len(set_aside.kept):
        lines.append(f"  … and {set_aside.count - len(set_aside.kept):,} more")
    typer.echo("\n".join(lines), err=True)
