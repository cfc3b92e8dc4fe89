"""Where an entry stands: packs and an id in, the file and the line out.

The last pack that has the id is named, since its entry is the one that counts. YAML keeps no lines, so
the file is searched for the line with the id; a file written in another way gives no line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

#: The file of each theme.
FILES = {
    "actor": ("actors.yaml",),
    "person": ("people.yaml",),
    "outlet": ("outlets.yaml",),
    "country": ("countries.yaml",),
    "place": ("places.yaml", "places.tsv"),
}
_YAML_ID = re.compile(
    r"""^\s*(?:-\s*)?(?:\{(?:.*[,{\s])?)?id:\s*(?P<mark>["']?)(?P<id>[^\s"',}#]+)(?P=mark)\s*(?=[,}#]|$)"""
)


@dataclass(frozen=True, slots=True)
class Source:
    """The pack's folder, the file in it, and the line, counted from 1; None where it was not found."""

    folder: Path
    file: str
    line: int | None

    @property
    def pack(self) -> str:
        """The name of the pack."""
        return self.folder.name

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / self.file

    def __str__(self) -> str:
        return f"{self.pack}/{self.file}" + (f":{self.line}" if self.line else "")


def find_source(folders: Sequence[Path], kind: str, id_: str) -> Source | None:
    """Where the entry of `kind` (a key of `FILES`) stands that counts; None where no pack has it."""
    for folder in reversed(folders):
        for file in FILES[kind]:
            line = ids_in(folder / file).get(id_)
            if line:
                return Source(folder, file, line)
    return None


@lru_cache(maxsize=64)
def ids_in(path: Path) -> dict[str, int]:
    """Each id in a file and its line; nothing where there is no such file."""
    if not path.is_file():
        return {}
    found: dict[str, int] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if path.suffix == ".tsv":
            id_ = "" if line.startswith("#") else line.partition("\t")[0]
        else:
            match = _YAML_ID.match(line)
            id_ = match["id"] if match else ""
        if id_:
            found.setdefault(id_, number)
    return found
