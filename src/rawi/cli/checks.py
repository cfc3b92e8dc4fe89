"""`rawi checks`: the checks that run on every report, with their explanations.

Nothing comes in; out goes one entry a check, in the order in which they run, those of plugins last.
"""

from __future__ import annotations

import json
import textwrap
from typing import Annotated

import typer

from rawi.cli.guard import guard
from rawi.cli.options import DebugOption, TextOrJson

EPILOG = """
Examples:

\b
  rawi checks
  rawi checks --format json
  rawi read report.txt --skip unknown-place --skip unknown-actor

\b
Severities:
  error    two statements of the text, or the text and a calendar, exclude each other
  warning  a reference disagrees
  note     worth knowing

A finding never says that a claim is false.
"""

HELP = {
    "format": "text: a list for reading (the default). json: one array.",
}
_WIDTH = 100


def checks(
    format: Annotated[
        TextOrJson, typer.Option("--format", "-f", metavar="FORMAT", help=HELP["format"])
    ] = TextOrJson.text,
    debug: DebugOption = False,
) -> None:
    """List the checks that run on every report: what each looks for, and how grave its findings are.

    `rawi read --skip CHECK` leaves the findings of a check out.
    """
    with guard(debug):
        entries = _entries()
        if format is TextOrJson.json:
            typer.echo(json.dumps(entries, ensure_ascii=False, indent=1))
        else:
            typer.echo("\n\n".join(map(_as_text, entries)))


def _entries() -> list[dict[str, str]]:
    """The checks as plain records."""
    from rawi.checks import CHECKS
    from rawi.export.labels import CHECKS as LABELS
    from rawi.export.labels import label_of

    return [
        {
            "id": check.id,
            "severity": check.severity,
            "label_ar": label_of(LABELS, check.id).ar,
            "label_en": label_of(LABELS, check.id).en,
            "explanation_ar": check.explanation_ar,
            "explanation_en": check.explanation_en,
        }
        for check in CHECKS.values()
    ]


def _as_text(entry: dict[str, str]) -> str:
    """One check: a line with its id and severity, then what it looks for in both languages."""
    lines = [f"{entry['id']}  ({entry['severity']})"]
    for text in (entry["explanation_en"], entry["explanation_ar"]):
        lines += textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")
    return "\n".join(lines)
