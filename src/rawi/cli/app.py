"""The program `rawi` and its options that stand before a command."""

from __future__ import annotations

from typing import Annotated

import typer

from rawi.cli.case.add import EPILOG as ADD_EPILOG
from rawi.cli.case.add import add
from rawi.cli.case.corroborate import EPILOG as CORROBORATE_EPILOG
from rawi.cli.case.corroborate import corroborate
from rawi.cli.case.log import EPILOG as LOG_EPILOG
from rawi.cli.case.log import log
from rawi.cli.case.reread import EPILOG as REREAD_EPILOG
from rawi.cli.case.reread import reread
from rawi.cli.case.search import EPILOG as SEARCH_EPILOG
from rawi.cli.case.search import search
from rawi.cli.case.stories import (
    COPIES_EPILOG,
    ORIGINS_EPILOG,
    STORIES_EPILOG,
    STORY_EPILOG,
    copies,
    origins,
    stories,
    story,
)
from rawi.cli.case.transfer import EXPORT_EPILOG, IMPORT_EPILOG, export, import_
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
app.command("add", epilog=ADD_EPILOG, no_args_is_help=True)(add)
app.command("search", epilog=SEARCH_EPILOG, no_args_is_help=True)(search)
app.command("corroborate", epilog=CORROBORATE_EPILOG, no_args_is_help=True)(corroborate)
app.command("stories", epilog=STORIES_EPILOG, no_args_is_help=True)(stories)
app.command("story", epilog=STORY_EPILOG, no_args_is_help=True)(story)
app.command("copies", epilog=COPIES_EPILOG, no_args_is_help=True)(copies)
app.command("origins", epilog=ORIGINS_EPILOG, no_args_is_help=True)(origins)
app.command("log", epilog=LOG_EPILOG, no_args_is_help=True)(log)
app.command("reread", epilog=REREAD_EPILOG, no_args_is_help=True)(reread)
app.command("export", epilog=EXPORT_EPILOG, no_args_is_help=True)(export)
app.command("import", epilog=IMPORT_EPILOG, no_args_is_help=True)(import_)
app.command("checks", epilog=CHECKS_EPILOG)(checks)
app.add_typer(knowledge, name="knowledge")
