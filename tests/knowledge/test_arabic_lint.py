"""The characters of the packs: NFC, no tatweel, presentation form, Persian letter or hidden character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from rawi.knowledge.loader import PACKS, SHIPPED

FILES = sorted(path for path in PACKS.rglob("*") if path.suffix in (".yaml", ".tsv"))
ODD = {
    "a tatweel": re.compile("\u0640"),
    "a presentation form": re.compile("[\ufb50-\ufdff\ufe70-\ufefc]"),
    "a Persian letter": re.compile("[\u06a9\u06cc\u06be\u06c1\u06d5]"),
    "a hidden character": re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00a0]"),
    "a letter split from its hamza or madda": re.compile("[اوي][\u0653-\u0655]"),
}


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def names(path: Path) -> Iterator[tuple[int, str]]:
    """The lines of a file with Arabic in them, comments aside."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.lstrip().startswith("#"):
            yield number, line


def test_every_pack_is_looked_at() -> None:
    assert {path.relative_to(PACKS).parts[0] for path in FILES} >= set(SHIPPED)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKS)))
def test_characters(path: Path) -> None:
    problems = []
    for number, line in names(path):
        if unicodedata.normalize("NFC", line) != line:
            problems.append(f"{path.name}:{number}: not NFC: {line[:80]}")
        problems += [
            f"{path.name}:{number}: {what}: {line[:80]}" for what, odd in ODD.items() if odd.search(line)
        ]
    assert problems == []


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix == ".yaml"], ids=lambda path: str(path.relative_to(PACKS))
)
def test_names_have_no_stray_space(path: Path) -> None:
    problems = []
    for entry in yaml.load(path.read_text(encoding="utf-8"), Loader=LOADER) or []:
        if not isinstance(entry, dict):
            continue
        for value in [entry.get("ar"), *(entry.get("aliases") or []), *(entry.get("short") or [])]:
            if isinstance(value, str) and value != " ".join(value.split()):
                problems.append(f"{path.name}: {entry.get('id')}: {value!r}")
    assert problems == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKS)))
def test_files_are_utf8_with_plain_line_ends(path: Path) -> None:
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert data.decode("utf-8")
    assert data.endswith(b"\n")
