"""What is wrong with a pack, or worth knowing about it: one record, and the line that tells it.

The loaders write lines, `file: entry: key: what is wrong`; `read_problem` takes such a line apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ERROR, NOTE = "error", "note"
_LINE = re.compile(
    r"(?P<file>.+?\.(?:yaml|tsv)(?::\d+)?): (?:(?P<entry>entry \d+|[^\s:]+): )?"
    r"(?:(?P<key>[a-z_1]+): )?(?P<message>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Problem:
    """`level` is error or note; `entry` and `key` are empty where the whole file or entry is meant."""

    level: str
    file: str
    entry: str
    key: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.key, self.message) if part)


def read_problem(line: str) -> Problem:
    """The line of a loader as a record; one that names no file is all message."""
    match = _LINE.fullmatch(line)
    if match is None:
        return Problem(ERROR, "", "", "", line)
    return Problem(ERROR, match["file"], match["entry"] or "", match["key"] or "", match["message"])
