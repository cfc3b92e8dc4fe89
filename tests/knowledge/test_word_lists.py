"""The Arabic pack: every word list is asked for and names no word twice, every rule key is explained."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import rawi
from rawi.arabic.characters import fold
from rawi.knowledge.loader import PACKS
from rawi.knowledge.rules import RULE_KEYS

FILES = [PACKS / "arabic" / name for name in ("words.yaml", "checks.yaml")]
SOURCES = [path.read_text("utf-8") for path in Path(rawi.__file__).parent.rglob("*.py")]
#: Lists that are compared as written, so that two spellings of a word are two entries.
WRITTEN = set(re.findall(r'\bwritten\("(\w+)"\)', "\n".join(SOURCES)))


def lists(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The lists of a file, those within mappings too, each with the name that code asks for."""
    for name, value in yaml.safe_load(path.read_text("utf-8")).items():
        for words in value.values() if isinstance(value, dict) else [value]:
            if isinstance(words, list):
                yield name, [str(word) for word in words]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_list_is_used(path: Path) -> None:
    names = yaml.safe_load(path.read_text("utf-8"))
    assert [name for name in names if not any(f'"{name}"' in source for source in SOURCES)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_name_is_given_twice(path: Path) -> None:
    names = Counter(re.findall(r"^(\w+):", path.read_text("utf-8"), re.MULTILINE))
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_word_is_listed_twice(path: Path) -> None:
    problems = []
    for name, words in lists(path):
        seen = Counter(words if name in WRITTEN else map(fold, words))
        problems += [f"{name}: {word}" for word, times in seen.items() if times > 1]
    assert problems == []


def test_every_key_of_a_rule_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "knowledge.md").read_text("utf-8")
    section = page.partition("## A rule")[2].partition("\n## ")[0]
    named = set(re.findall(r"`(\w+)`", section)) | set(re.findall(r"^(?:- |  )(\w+):", section, re.MULTILINE))
    assert sorted(RULE_KEYS - named) == []
