"""`rawi knowledge check`: the packs in, everything that is wrong with them out."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rawi.cli.guard import guard
from rawi.cli.knowledge.common import screen
from rawi.cli.options import DebugOption, PacksOption, TextOrJson

if TYPE_CHECKING:
    from rawi.knowledge.check import PackReport
    from rawi.knowledge.problems import Problem

EPILOG = """
Examples:

\b
  rawi knowledge check
  rawi knowledge check my-pack
  rawi knowledge check my-pack --format json

\b
Exit codes:
  0  no problems; notes are no problems
  1  problems: each line says in which file, at which entry and key, and what would be accepted
  2  an option or argument cannot be used
"""
HELP = {
    "folders": "Folders of your own packs; those that come with Rawi are always checked along.",
    "notes": "List the notes on all packs, not only those on the folders given.",
    "format": "text: for reading (the default). json: one object.",
}
PROBLEMS = 1


def check(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FOLDER...", exists=True, file_okay=False, help=HELP["folders"]),
    ] = None,
    notes: Annotated[bool, typer.Option("--notes", help=HELP["notes"])] = False,
    format: Annotated[
        TextOrJson, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])
    ] = TextOrJson.text,
    knowledge: PacksOption = None,
    debug: DebugOption = False,
) -> None:
    """Check knowledge packs: the form of every entry, and whether the entries fit together.

    Problems are ids that nothing bears, dates that exclude each other, unknown keys, missing references,
    characters that Rawi would not recognise, and rules that read their examples otherwise than said.
    Notes tell of what may be meant, such as names that several actors share.
    """
    with guard(debug):
        from rawi.knowledge.check import check_packs

        own = tuple(dict.fromkeys([*(folders or ()), *(knowledge or ())]))
        report = _with_examples(check_packs(own), own)
        listed = report.notes if notes else tuple(note for note in report.notes if _is_about(note, own))
        if format is TextOrJson.json:
            typer.echo(json.dumps(_to_dict(report), ensure_ascii=False, indent=1))
        else:
            typer.echo(_to_text(report, listed))
    if report.errors:
        raise typer.Exit(PROBLEMS)


def _with_examples(report: PackReport, folders: tuple[Path, ...]) -> PackReport:
    """The report with what the examples in `folders` show, where the packs are sound enough to read them."""
    if report.errors:
        return report
    from rawi.cli.knowledge.examples import read_examples

    found = list(read_examples(folders))
    errors = tuple(one for one in found if one.level == "error")
    return replace(report, errors=errors, notes=(*report.notes, *(one for one in found if one not in errors)))


def _is_about(note: Problem, folders: tuple[Path, ...]) -> bool:
    return any(Path(note.file).is_relative_to(folder) for folder in folders)


def _to_text(report: PackReport, notes: tuple[Problem, ...]) -> str:
    from rawi.export.text import count
    from rawi.knowledge.check import THEMES

    out = screen()
    lines = [out.put(str(problem), "error") for problem in report.errors]
    lines += [out.put(f"note: {note}", "note") for note in notes]
    lines += [""] if lines else []
    rows = [
        [pack.name, *(f"{pack.counts[theme]:,}" if pack.counts[theme] else "–" for theme in THEMES)]
        for pack in report.packs
    ]
    lines += out.table(["pack", *THEMES], rows)
    hidden = len(report.notes) - len(notes)
    lines += ["", f"{count(len(report.errors), 'problem')}, {count(len(report.notes), 'note')}. "
              f"Fingerprint {report.fingerprint}."]  # fmt: skip
    lines += (
        [f"{count(hidden, 'note')} on the packs that come with Rawi: --notes lists them."] if hidden else []
    )
    return "\n".join(lines)


def _to_dict(report: PackReport) -> dict[str, object]:
    return {
        "packs": [
            {"name": pack.name, "folder": str(pack.folder), "counts": pack.counts} for pack in report.packs
        ],
        "problems": [asdict(problem) for problem in report.errors],
        "notes": [asdict(note) for note in report.notes],
        "fingerprint": report.fingerprint,
    }
