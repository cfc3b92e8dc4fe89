"""`rawi stories`, `rawi story`, `rawi copies`, `rawi origins`: what corroboration found, for reading."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rawi.cli.case.common import CaseArgument, FormatOption, write_list
from rawi.cli.guard import guard
from rawi.cli.knowledge.common import screen
from rawi.cli.options import DebugOption, ListFormat

if TYPE_CHECKING:
    from rawi.case.store import Case
    from rawi.case.stories import CopyLine, StoryLine, StoryMatrix

STORIES_EPILOG = """
Examples:

\b
  rawi stories idlib.rawi
  rawi stories idlib.rawi --least 3 --disputed
  rawi stories idlib.rawi --type CONSULT --format csv

A story is what reports tell, not what happened. Origins are independent as far as chains of sources and
shared text show.
"""
STORY_EPILOG = """
Examples:

\b
  rawi story idlib.rawi 4f1c2ab09d31
  rawi story idlib.rawi 4f1c --same 77b0          these two are one event
  rawi story idlib.rawi 4f1c --split r3:c123456   this claim tells another event
  rawi story idlib.rawi 4f1c --undo               take the last decision on it back

Decisions are kept: they are respected by every later run of `rawi corroborate`.
"""
COPIES_EPILOG = """
Examples:

\b
  rawi copies idlib.rawi
  rawi copies idlib.rawi r1b
"""
ORIGINS_EPILOG = """
Examples:

\b
  rawi origins idlib.rawi
  rawi origins idlib.rawi --format csv
"""
HELP = {
    "type": "Only stories of this type of claim, for example CONSULT.",
    "least": "Only stories told by so many reports or more.",
    "disputed": "Only stories in which reports contradict each other.",
    "facts": "Posts, names, memberships and classes too, which tell what is the case and not what happened.",
    "limit": "At most so many; 0 for all.",
    "story": "The id of a story, or how it begins.",
    "report": "Only copies that this report takes part in, with the shared words.",
    "same": "Decide that this story tells the same event.",
    "split": "Decide that this claim tells another event. May be repeated.",
    "undo": "Take the last decision on this story back.",
    "by": "Who decides, for the record.",
}
#: Code points of a line in the list of stories.
_SHORT = 110
_STORIES = ("id", "type", "first_day", "reports", "origins", "contradictions", "parties", "places", "words")
_MATRIX = (
    "report",
    "outlet",
    "published",
    "date",
    "place",
    "parties",
    "numbers",
    "modality",
    "chain",
    "origin",
)
_COPIES = ("report", "source", "kind", "share", "basis", "own", "passages")
_ORIGINS = ("outlet", "reports", "originates", "carries", "sources")


def stories(
    case: CaseArgument,
    type: Annotated[str | None, typer.Option(metavar="TYPE", help=HELP["type"])] = None,
    least: Annotated[int, typer.Option(metavar="N", min=1, help=HELP["least"])] = 1,
    disputed: Annotated[bool, typer.Option("--disputed", help=HELP["disputed"])] = False,
    facts: Annotated[bool, typer.Option("--facts", help=HELP["facts"])] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", metavar="N", min=0, help=HELP["limit"])] = 30,
    format: FormatOption = ListFormat.table,
    debug: DebugOption = False,
) -> None:
    """List the events that the reports of a case tell, those told by most reports first."""
    with guard(debug):
        from rawi.case.store import open_case
        from rawi.case.stories import list_stories

        with open_case(case) as opened:
            found = list_stories(
                opened, type=type, least_reports=least, disputed=disputed, facts=facts, limit=limit or None
            )
        if format is ListFormat.table:
            typer.echo("\n".join(line for one in found for line in _listed(one)))
        else:
            write_list([_plain(line) for line in found], format, _STORIES)


def story(
    case: CaseArgument,
    id: Annotated[str, typer.Argument(metavar="ID", help=HELP["story"])],
    same: Annotated[str | None, typer.Option(metavar="STORY", help=HELP["same"])] = None,
    split: Annotated[list[str] | None, typer.Option(metavar="CLAIM", help=HELP["split"])] = None,
    undo: Annotated[bool, typer.Option("--undo", help=HELP["undo"])] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", help=HELP["by"])] = None,
    format: FormatOption = ListFormat.table,
    debug: DebugOption = False,
) -> None:
    """Show who reports a story how: a row a claim, reports of one origin together, contradictions below.

    With --same, --split or --undo it is corrected first.
    """
    with guard(debug):
        from rawi.case.store import open_case
        from rawi.case.stories import read_story

        with open_case(case) as opened:
            if same or split or undo:
                id = _correct(opened, id, same, split or (), undo, by)
            matrix = read_story(opened, id)
        if format is ListFormat.json:
            typer.echo(json.dumps(_plain(matrix), ensure_ascii=False, indent=1))
            return
        rows = [{**_plain(row), "origin": row.explained} for row in matrix.rows]
        if format is ListFormat.table:
            typer.echo("\n".join(_heading(matrix.line)))
            _fold(rows, matrix)
        write_list(rows, format, _MATRIX, flexible=("outlet", "place", "parties", "chain", "origin"))
        if format is ListFormat.table and matrix.contradictions:
            typer.echo("\n".join(_contradictions(matrix)))


def _correct(case: Case, id: str, same: str | None, split: Any, undo: bool, by: str | None) -> str:
    """Write a decision down and make the stories that it touches anew; the id of the story afterwards."""
    from rawi.corroborate import corroborate
    from rawi.corroborate.judgements import join_stories, split_claims, take_back

    if undo:
        claim = take_back(case, id)
    elif same:
        claim = join_stories(case, id, same, by=by)
    else:
        claim = split_claims(case, id, split, by=by)
    corroborate(case)
    from rawi.case.stories import story_of

    return story_of(case, claim)


def copies(
    case: CaseArgument,
    report: Annotated[str | None, typer.Argument(metavar="[REPORT]", help=HELP["report"])] = None,
    format: FormatOption = ListFormat.table,
    debug: DebugOption = False,
) -> None:
    """List reports that share text, the oldest source first; for one report, the shared passages."""
    with guard(debug):
        from rawi.case.store import open_case
        from rawi.case.stories import list_copies

        with open_case(case) as opened:
            found = list_copies(opened, report)
            if report is not None and format is ListFormat.table:
                for line in found:
                    typer.echo("\n".join(_aligned(opened, line)))
                return
        rows = [{**_plain(line), "share": round(line.share, 2)} for line in found]
        if format is not ListFormat.json:
            rows = [{**row, "passages": len(row["passages"])} for row in rows]
        write_list(rows, format, _COPIES)


def origins(case: CaseArgument, format: FormatOption = ListFormat.table, debug: DebugOption = False) -> None:
    """List outlets with what they originate and what they carry from others: never a score of trust."""
    with guard(debug):
        from rawi.case.store import open_case
        from rawi.case.stories import list_origins

        with open_case(case) as opened:
            write_list(list_origins(opened), format, _ORIGINS, flexible=("sources",))


def _plain(record: Any) -> dict[str, Any]:
    from rawi.case.stories import as_plain

    return as_plain(record)


def _listed(line: StoryLine) -> list[str]:
    """A story in the list: numbers, who and where, and the words of its first report."""
    paper = screen()
    lines = [paper.put(_numbers(line), "bold")]
    for words in (" · ".join(filter(None, ("، ".join(line.parties), "، ".join(line.places)))), line.words):
        short = words if len(words) <= _SHORT else words[: words.rfind(" ", 0, _SHORT)] + " …"
        lines += [f"    {paper.put(short)}"] * bool(short)
    return lines


def _numbers(line: StoryLine) -> str:
    reports = f"{line.reports} report{'s' * (line.reports != 1)}"
    origins = f"{line.origins} independent origin{'s' * (line.origins != 1)}"
    days = line.first_day or "no date"
    if line.last_day and line.last_day != line.first_day:
        days = f"{days} to {line.last_day}"
    differ = f" · they differ in: {', '.join(line.contradictions)}" if line.contradictions else ""
    return f"{line.id} · {line.type} · {days} · {reports}, {origins}{differ}"


def _heading(line: StoryLine) -> list[str]:
    paper = screen()
    return [paper.put(f"Story {_numbers(line)}", "bold"), paper.put(line.words), ""]


def _fold(rows: list[dict[str, Any]], matrix: StoryMatrix) -> None:
    """Show reports of one origin under its first, behind an arrow."""
    seen: set[str] = set()
    for row, source in zip(rows, matrix.rows, strict=True):
        if source.origin in seen:
            row["report"] = f"└ {row['report']}"
        seen.add(source.origin)


def _contradictions(matrix: StoryMatrix) -> list[str]:
    lines = ["", "The reports differ:"]
    for one in matrix.contradictions:
        told = "; ".join(f"{value['report']}: {value['value']}" for value in one["values"])
        what = f"{one['field']}{' (a later version of one outlet)' if one['update'] else ''}"
        lines.append(f"  {what}: {screen().put(told)}")
    return lines


def _aligned(case: Case, line: CopyLine) -> list[str]:
    """The passages that two reports share, from both."""
    paper = screen()
    head = f"{line.report} ← {line.source} · {line.kind} · {line.share:.0%} · {line.basis}"
    lines = [paper.put(head, "bold")]
    texts = {}
    for id_ in (line.report, line.source):
        reading = case.reading(id_)
        texts[id_] = reading.document.text if reading is not None else ""
    for passage in line.passages:
        for id_, start, end in (
            (line.source, passage["other_start"], passage["other_end"]),
            (line.report, passage["start"], passage["end"]),
        ):
            lines += paper.pair(id_, [texts[id_][start:end]])
        lines.append("")
    return lines
