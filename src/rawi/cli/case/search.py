"""`rawi search`: words and filters in, the reports and claims of a case that fit out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from rawi.cli.case.common import CaseArgument, FormatOption, write_list
from rawi.cli.guard import guard
from rawi.cli.options import DebugOption, ListFormat, PacksOption

if TYPE_CHECKING:
    from rawi.case.search import Hit

EPILOG = """
Examples:

\b
  rawi search idlib.rawi "جبهة النصرة"
  rawi search idlib.rawi 'اجتماع "شرق الفرات" -تركيا' --from 2022-05-01 --to 2022-05-31
  rawi search idlib.rawi --actor hts --place إدلب --type CONSULT --format csv
  rawi search idlib.rawi --modality denied --finding place-in-wrong-area

\b
Exit codes:
  0  something was found
  1  nothing was found
  2  an option cannot be used, or the case cannot be opened
"""
HELP = {
    "words": 'Words in any spelling, with or without attached particles; "words in quotes" as they follow '
    "one another; -word must not occur.",
    "actor": "Claims in which this actor or person takes part, under any of its names.",
    "type": "Claims of this type, for example CONSULT, or ASSAULT/aerial.",
    "place": "Claims in this place or in what lies within it: a governorate finds its towns.",
    "from": "Claims about this day or later (YYYY-MM-DD); where a claim tells no time, its report's date.",
    "to": "Claims about this day or earlier.",
    "outlet": "Reports of this outlet.",
    "origin": "Claims that rest on this source, or are traced to this report.",
    "finding": "Reports with a finding of this check, or of this severity: error, warning or note.",
    "modality": "asserted, planned, proposed, requested, possible, conditional, or denied.",
    "limit": "At most so many reports.",
    "skip": "Leave out so many reports at the top: for the next page.",
}
NOT_FOUND = 1
_COLUMNS = ("report", "published", "outlet", "snippet", "claims")


def search(
    case: CaseArgument,
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]...", help=HELP["words"])] = None,
    actor: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["actor"])] = None,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help=HELP["type"])] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["place"])] = None,
    first: Annotated[str | None, typer.Option("--from", metavar="DAY", help=HELP["from"])] = None,
    last: Annotated[str | None, typer.Option("--to", metavar="DAY", help=HELP["to"])] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["outlet"])] = None,
    origin: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["origin"])] = None,
    finding: Annotated[str | None, typer.Option(metavar="CHECK", help=HELP["finding"])] = None,
    modality: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["modality"])] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=1, help=HELP["limit"])] = 20,
    skip: Annotated[int, typer.Option("--skip", metavar="N", min=0, help=HELP["skip"])] = 0,
    format: FormatOption = ListFormat.table,
    knowledge: PacksOption = None,
    debug: DebugOption = False,
) -> None:
    """Find reports by their words, and claims by who, what, where, when and on whose word."""
    with guard(debug):
        from rawi.case.search import Filters, Searcher
        from rawi.case.store import open_case

        filters = Filters(
            words=" ".join(words or ()), actor=actor, type=type, place=place, first_day=first, last_day=last,
            outlet=outlet, origin=origin, finding=finding, modality=modality, limit=limit, offset=skip,
        )  # fmt: skip
        with open_case(case) as opened:
            hits = Searcher(opened, tuple(knowledge or ())).search(filters)
        write_list([_row(hit, format) for hit in hits], format, _COLUMNS, flexible=("snippet", "claims"))
        if not hits:
            typer.echo("Nothing in the case fits.", err=True)
            raise typer.Exit(NOT_FOUND)


def _row(hit: Hit, format: ListFormat) -> dict[str, Any]:
    if format is ListFormat.json:
        from dataclasses import asdict

        return asdict(hit)
    claims = [
        " ".join(
            filter(
                None, (f"{one.type}{'/' + one.mode if one.mode else ''}", one.parties, one.places, one.day)
            )
        )
        for one in hit.claims
    ]
    return {
        "report": hit.report,
        "published": hit.published,
        "outlet": hit.outlet,
        "snippet": hit.snippet.text,
        "claims": claims,
    }
