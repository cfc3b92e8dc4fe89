"""The program `rawi` and its options that stand before a command."""

from __future__ import annotations

from typing import Annotated

import typer

from rawi.cli.checks import EPILOG as CHECKS_EPILOG
from rawi.cli.checks import checks
from rawi.cli.knowledge import knowledge
from rawi.cli.read import EPILOG as READ_EPILOG
from rawi.cli.read import read

_HELP = """
Rawi (راوي) reads Arabic reports into claims: who is said to have done what, when, where, and on
whose word, each part tied to its exact words.

A claim is what its source says, never a fact.
"""

_EPILOG = """
Start with: rawi read report.txt

Documentation: docs/ in the project's folder.
"""

app = typer.Typer(
    name="rawi",
    help=_HELP,
    epilog=_EPILOG,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            number = version("rawi")
        except PackageNotFoundError:
            number = "(not installed)"
        typer.echo(f"rawi {number}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and leave."),
    ] = False,
) -> None:
    """The options of the program itself; its help is `_HELP`."""


app.command("read", epilog=READ_EPILOG, no_args_is_help=True)(read)
app.command("checks", epilog=CHECKS_EPILOG)(checks)
app.add_typer(knowledge, name="knowledge")
