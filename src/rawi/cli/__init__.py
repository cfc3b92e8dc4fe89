"""The command line: a module for each command, a folder for each group of commands, and what they share.

Nothing heavy is imported before it is needed, so that `rawi --help` and a single short report start
at once.
"""

from __future__ import annotations


def main() -> None:
    """Runs the command line; leaves with 0, 1 (documents set aside), 2 (usage) or 130 (interrupted)."""
    from rawi.cli.app import app

    app()
