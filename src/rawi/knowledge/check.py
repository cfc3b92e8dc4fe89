"""Everything that can be wrong with packs: folders in, a report out that names file, entry and key.

Unlike loading, which refuses packs with problems, this goes on: what can be read is compared, and files
that Rawi would not read at all are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rawi.errors import KnowledgeError
from rawi.knowledge.consistency import find_inconsistencies
from rawi.knowledge.files import read_yaml
from rawi.knowledge.gazetteer import Gazetteer
from rawi.knowledge.lexicon import Lexicon
from rawi.knowledge.loader import fingerprint, pack_folders, read_packs
from rawi.knowledge.problems import ERROR, NOTE, Problem, read_problem
from rawi.knowledge.sources import FILES, find_source, ids_in

#: The files that a pack can have, and the folder for its rules.
_FILES = frozenset(
    {
        "pack.yaml", "actors.yaml", "people.yaml", "outlets.yaml", "countries.yaml", "bodies.yaml",
        "places.yaml", "places.tsv", "names.tsv", "words.yaml", "examples.yaml", "calendars.yaml",
        "checks.yaml", "grammar",
    }
)  # fmt: skip
_PACK_KEYS = ("id", "name_ar", "name_en", "description", "licence")
#: What is counted for each pack.
THEMES = ("actors", "people", "outlets", "places", "countries", "bodies", "rules")


@dataclass(frozen=True, slots=True)
class PackSummary:
    """A pack's name, its folder, and how many entries of each theme stand in its files."""

    name: str
    folder: Path
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class PackReport:
    """What was found: `errors` keep the packs from being right, `notes` are only worth knowing."""

    packs: tuple[PackSummary, ...]
    errors: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    fingerprint: str


def check_packs(extra: Sequence[Path] = ()) -> PackReport:
    """Check the shipped packs together with those in `extra`, as they would be used together."""
    usable = [folder for folder in extra if (folder / "pack.yaml").is_file()]
    folders = pack_folders(usable)
    found = [
        Problem(ERROR, str(folder), "", "", "not a knowledge pack: it has no pack.yaml")
        for folder in extra
        if folder not in usable
    ]
    found += [problem for folder in folders for problem in _check_folder(folder)]
    lines: list[str] = []
    packs = read_packs(folders, lines)
    lines += _problems_of(lambda: Gazetteer.load(*folders)) + _problems_of(lambda: Lexicon(folders))
    found += map(read_problem, lines)
    found += find_inconsistencies(packs)
    found.sort(key=lambda problem: problem.file)
    found += [note for folder in usable for note in _replaced(folder, folders)]
    return PackReport(
        tuple(_summarise(folder) for folder in folders),
        tuple(dict.fromkeys(problem for problem in found if problem.level == ERROR)),
        tuple(dict.fromkeys(problem for problem in found if problem.level == NOTE)),
        fingerprint(folders),
    )


def _problems_of(load: Callable[[], object]) -> list[str]:
    try:
        load()
    except KnowledgeError as error:
        return error.problems
    return []


def _check_folder(folder: Path) -> Iterator[Problem]:
    """What the pack says about itself, and files that nothing reads."""
    path = folder / "pack.yaml"
    try:
        about: Any = read_yaml(path)
    except KnowledgeError as error:
        yield from map(read_problem, error.problems)
        about = None
    if about is not None and not isinstance(about, dict):
        yield Problem(
            ERROR, str(path), "", "", f"a mapping with the keys {', '.join(_PACK_KEYS)} is expected"
        )
    elif about is not None:
        for key in sorted(set(map(str, about)) - set(_PACK_KEYS)):
            message = f"unknown key {key!r}; known are {', '.join(_PACK_KEYS)}"
            yield Problem(ERROR, str(path), "", "", message)
        for key in _PACK_KEYS:
            if not about.get(key):
                yield Problem(ERROR if key == "id" else NOTE, str(path), "", key, "is missing")
    for other in sorted(folder.iterdir()):
        if other.name not in _FILES and other.suffix in (".yaml", ".yml", ".tsv", ".csv", ".json"):
            message = f"is not read; the files of a pack are {', '.join(sorted(_FILES))}"
            yield Problem(NOTE, str(other), "", "", message)


def _replaced(folder: Path, folders: Sequence[Path]) -> Iterator[Problem]:
    """The entries of packs before `folder` that its own take the place of: meant, or a clash of ids."""
    earlier = folders[: folders.index(folder)]
    for kind, files in FILES.items():
        for id_ in ids_in(folder / files[0]):
            source = find_source(earlier, kind, id_)
            if source:
                message = f"takes the place of the whole entry in {source}"
                yield Problem(NOTE, str(folder / files[0]), id_, "", message)


def _summarise(folder: Path) -> PackSummary:
    counts = dict.fromkeys(THEMES, 0)
    for theme in ("actors", "people", "outlets", "countries"):
        counts[theme] = len(ids_in(folder / f"{theme}.yaml"))
    with suppress(KnowledgeError):
        counts["places"] = len(Gazetteer.load(folder))
    with suppress(KnowledgeError):
        counts["bodies"] = sum(1 for path in folder.glob("bodies.yaml") for _ in read_yaml(path) or ())
    with suppress(KnowledgeError):
        counts["rules"] = sum(_is_rule(row) for path in _grammar(folder) for row in read_yaml(path) or ())
    return PackSummary(folder.name, folder, counts)


def _grammar(folder: Path) -> list[Path]:
    return sorted((folder / "grammar").glob("*.yaml"))


def _is_rule(row: object) -> bool:
    return isinstance(row, dict) and not row.get("disabled")
