"""`rawi add`: sources in, reports of a case out, each input with what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rawi.cli.case.common import CaseArgument, JobsOption, QuietOption
from rawi.cli.guard import ALL_READ, SET_ASIDE, guard
from rawi.cli.options import DebugOption, PacksOption
from rawi.cli.progress import ProgressBar
from rawi.errors import UsageError

if TYPE_CHECKING:
    from rawi.case.adding import AddOptions, Outcome

EPILOG = """
Examples:

\b
  rawi add idlib.rawi reports/ archive.zip links.txt
  rawi add idlib.rawi https://example.org/feed.xml
  rawi add idlib.rawi export.csv --column text=body --column published=date
  rawi add idlib.rawi statement.pdf --as reference
  rawi add postgresql://user@host/idlib result.json --dry-run

\b
Exit codes:
  0  every input was added, updated, or there already
  1  some inputs were set aside: standard error and `rawi log` say which and why
  2  an option or argument cannot be used, or the case cannot be opened
"""
HELP = {
    "sources": "Files of reports, folders, ZIP archives, lists of links, web addresses, RSS or Atom feeds, "
    "WARC or WACZ archives, JSONL or CSV tables, or the result.json of Telegram Desktop.",
    "as": "report: takes part in everything (the default). reference: background, such as a page of an "
    "encyclopaedia or a statement in full, that is compared but never counts as an origin.",
    "dry-run": "Say what would become of each input, and change nothing.",
    "published": "When the reports were published, for example 2023-07-15, where an input does not say.",
    "outlet": "Who published the reports, where an input does not say.",
    "column": "FIELD=NAME: the column or key of a table that holds id, text, title, published, outlet, url "
    "or author. May be repeated.",
    "allow-private": "Fetch from private and loopback addresses too, such as an archive in your own network.",
}
_LISTED = 20
#: Files with a row for each report, and those of which the number of reports is not seen from outside.
_ROWS = frozenset({".jsonl", ".ndjson", ".csv", ".tsv", ".urls", ".links"})
_UNKNOWN = frozenset({".zip", ".gz", ".warc", ".wacz", ".json", ".xml", ".rss", ".atom"})


class Role(StrEnum):
    """How reports take part in a case."""

    report = "report"
    reference = "reference"


def add(
    case: CaseArgument,
    sources: Annotated[list[str], typer.Argument(metavar="SOURCE...", help=HELP["sources"])],
    role: Annotated[Role, typer.Option("--as", metavar="ROLE", help=HELP["as"])] = Role.report,
    dry_run: Annotated[bool, typer.Option("--dry-run", "-n", help=HELP["dry-run"])] = False,
    published: Annotated[str | None, typer.Option(metavar="DATE", help=HELP["published"])] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["outlet"])] = None,
    column: Annotated[list[str] | None, typer.Option(metavar="FIELD=NAME", help=HELP["column"])] = None,
    allow_private: Annotated[bool, typer.Option("--allow-private", help=HELP["allow-private"])] = False,
    knowledge: PacksOption = None,
    jobs: JobsOption = None,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Add reports to a case, which is made where there is none.

    Originals are kept byte for byte under their SHA-256. Adding the same again changes nothing; a page
    that has changed becomes a new version. A run that was stopped goes on when it is started again.
    """
    with guard(debug):
        from rawi.case.adding import AddOptions
        from rawi.ingest.inputs import GatherOptions

        gather = GatherOptions(
            published=published, outlet=outlet, columns=_columns(column or ()), allow_private=allow_private
        )
        options = AddOptions(
            gather=gather, role=role.value, dry_run=dry_run, jobs=jobs, packs=tuple(knowledge or ())
        )
        counted = _run(case, sources, options, quiet)
    raise typer.Exit(SET_ASIDE if counted["set aside"] else ALL_READ)


def _run(where: str, sources: list[str], options: AddOptions, quiet: bool) -> Counter[str]:
    from rawi.case.adding import add_sources
    from rawi.case.store import SET_ASIDE as ASIDE

    counted: Counter[str] = Counter()
    aside: list[Outcome] = []
    with (
        _open(where, options.dry_run) as case,
        ProgressBar(_expected(sources), quiet=quiet, verb="Adding") as progress,
    ):
        for outcome in add_sources(case, sources, options):
            counted[outcome.outcome] += 1
            if outcome.outcome == ASIDE:
                aside.append(outcome)
            elif options.dry_run:
                typer.echo(f"{outcome.outcome}: {outcome.where}")
            progress.advance()
    _report(counted, aside, dry=options.dry_run)
    return counted


def _expected(sources: Iterable[str]) -> int | None:
    """How many inputs the sources hold, as far as that can be seen without reading them; else None."""
    counts = [_count(Path(source)) for source in sources]
    return sum(known) if len(known := [one for one in counts if one is not None]) == len(counts) else None


def _count(path: Path) -> int | None:
    if path.is_dir():
        inside = [_count(file) for file in path.rglob("[!.]*") if file.is_file()]
        return sum(one or 1 for one in inside)
    if not path.is_file() or path.suffix.lower() in _UNKNOWN:
        return None
    if path.suffix.lower() in _ROWS:
        with path.open("rb") as file:
            return sum(1 for _ in file)
    return 1


def _open(where: str, dry_run: bool):  # type: ignore[no-untyped-def]
    from rawi.case.database import MEMORY, is_server
    from rawi.case.store import open_case

    if dry_run and not is_server(where) and not Path(where).exists():
        return open_case(MEMORY, create=True)
    return open_case(where, create=not dry_run)


def _report(counted: Counter[str], aside: list[Outcome], *, dry: bool) -> None:
    order = ("added", "updated", "unchanged", "set aside")
    told = ", ".join(f"{counted[name]:,} {name}" for name in order if counted[name]) or "nothing found"
    typer.echo(f"{'Would be: ' if dry else ''}{told}")
    for outcome in aside[:_LISTED]:
        typer.echo(f"  set aside: {outcome.where}: {outcome.reason}", err=True)
    if len(aside) > _LISTED:
        typer.echo(f"  … and {len(aside) - _LISTED:,} more; `rawi log CASE` lists all", err=True)


def _columns(pairs: Iterable[str]) -> dict[str, str]:
    """The columns by field; UsageError for what is no pair."""
    columns = {}
    for pair in pairs:
        name, sign, column = pair.partition("=")
        if not sign or not name.strip() or not column.strip():
            raise UsageError(f"--column {pair}: accepted: FIELD=NAME, for example text=body")
        columns[name.strip()] = column.strip()
    return columns
