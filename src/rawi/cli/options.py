"""What commands have in common: options that mean the same everywhere, and the forms of their results."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class TextOrJson(StrEnum):
    """A result for reading, or for programs."""

    text = "text"
    json = "json"


class ListFormat(StrEnum):
    """A list for reading, for programs, or for spreadsheets."""

    table = "table"
    json = "json"
    csv = "csv"


PacksOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="Add the knowledge pack in this folder to those that come with Rawi. May be repeated.",
    ),
]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show where in the program an error arose.")]
