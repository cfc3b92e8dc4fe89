"""`rawi knowledge`: the knowledge packs checked, shown, searched, and their actors' lineage drawn.

One module a command; what they share is in `common`.
"""

from __future__ import annotations

import typer

from rawi.cli.knowledge.check import EPILOG as CHECK_EPILOG
from rawi.cli.knowledge.check import check
from rawi.cli.knowledge.lineage import EPILOG as LINEAGE_EPILOG
from rawi.cli.knowledge.lineage import lineage
from rawi.cli.knowledge.search import EPILOG as SEARCH_EPILOG
from rawi.cli.knowledge.search import search
from rawi.cli.knowledge.show import EPILOG as SHOW_EPILOG
from rawi.cli.knowledge.show import show

_HELP = """
Look into what Rawi knows, and check what you add to it.

Knowledge stands in packs: folders of plain files with actors, people, outlets, places and rules. The
packs say what their references say; Rawi doesn't vouch for it.
"""

_EPILOG = """
Start with: rawi knowledge show "هيئة تحرير الشام"
"""

knowledge = typer.Typer(
    help=_HELP, epilog=_EPILOG, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)
knowledge.command("check", epilog=CHECK_EPILOG)(check)
knowledge.command("show", epilog=SHOW_EPILOG, no_args_is_help=True)(show)
knowledge.command("search", epilog=SEARCH_EPILOG, no_args_is_help=True)(search)
knowledge.command("lineage", epilog=LINEAGE_EPILOG, no_args_is_help=True)(lineage)

__all__ = ["knowledge"]
