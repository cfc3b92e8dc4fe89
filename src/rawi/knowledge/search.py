"""Entries by name, in any spelling: words in, the entries that bear them out, the best first.

Names are compared by `key_of`: folded as everywhere else, عبد and its second half together, Latin letters
without accents, apostrophes and hyphens, so that هيئه تحرير الشام and hayat tahrir al sham both find theirs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from rawi.arabic.characters import fold
from rawi.knowledge import Knowledge
from rawi.knowledge.gazetteer import Gazetteer, Place
from rawi.knowledge.records import Actor, Body, Country, OutletEntry, Person
from rawi.knowledge.sources import Source, find_source

#: The kinds of entry that can be looked up.
KINDS = ("actor", "person", "outlet", "place", "country")
Record = Actor | Person | OutletEntry | Place | Country

#: How well a name fits, best first: the same; begins with the words; has them; has words that begin so;
#: has the letters somewhere.
EXACT, START, WORDS, BEGINNINGS, INSIDE = range(5)
_APOSTROPHES = re.compile("['’‘`´ʼʾʿʻ]")
_OTHER = re.compile(r"[\W_]+")
_ALIKE = {"ابي": "ابو", "ابن": "بن"}
_ARTICLE = "(?:[وبكف]?ال|لل)?"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a pack with the kind that tells what its record is; a kind and an id name one entry."""

    kind: str
    record: Record

    @property
    def id(self) -> str:
        """The id, which an entry of another kind may bear as well."""
        return self.record.id

    def full_names(self) -> tuple[str, ...]:
        """The names that mean it anywhere, its usual ones first."""
        return (self.record.ar, self.record.en, *self.record.aliases)

    def names(self) -> Iterator[str]:
        """All that it is called; those that need an earlier mention come last."""
        yield from self.full_names()
        yield from getattr(self.record, "short", ())
        yield from getattr(self.record, "family", ())


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that was found, the name by which, and how well that fits, EXACT to INSIDE."""

    entry: Entry
    name: str
    fit: int


class Directory:
    """All entries of some packs, ready to be looked up."""

    def __init__(self, knowledge: Knowledge, folders: Sequence[Path]) -> None:
        self.knowledge = knowledge
        self.folders = tuple(folders)
        self.entries: tuple[Entry, ...] = tuple(_entries(knowledge))
        self._names: list[tuple[str, str, int, Entry]] = [
            (key_of(name), name, place, entry)
            for entry in self.entries
            for place, name in enumerate(dict.fromkeys((*entry.names(), entry.id)))
        ]

    def source(self, entry: Entry) -> Source | None:
        """The pack, file and line in which an entry stands."""
        return find_source(self.folders, entry.kind, entry.id)

    def pack_of(self, entry: Entry) -> str:
        """The name of the pack that an entry is from."""
        if isinstance(entry.record, Place):
            return _packs_of_places(self.folders).get(entry.id, "")
        return entry.record.pack

    def look_up(self, name: str, *, kinds: Iterable[str] = KINDS) -> list[Entry]:
        """The entries with exactly this id, or else with exactly this name in any spelling."""
        wanted = frozenset(kinds)
        by_id = [entry for entry in self.entries if entry.id == name.strip() and entry.kind in wanted]
        if by_id:
            return by_id
        matches = [match for match in self._matches(key_of(name), wanted) if match.fit == EXACT]
        full = [match for match in matches if match.name in match.entry.full_names()]
        found = [match.entry for match in full or matches]
        states = {entry.record.iso for entry in found if isinstance(entry.record, Country)}
        return [entry for entry in found if not _is_map_of(entry.record, states)]

    def body_of(self, id_: str) -> tuple[Country, Body] | None:
        """The state and template behind an id such as portugal-mod, that readings use and no pack lists."""
        for country in self.knowledge.countries.values():
            if id_.startswith(f"{country.id}-"):
                suffix = id_.removeprefix(f"{country.id}-")
                body = next((one for one in self.knowledge.bodies.values() if one.suffix == suffix), None)
                if body:
                    return country, body
        return None

    def search(self, words: str, *, kinds: Iterable[str] = KINDS, pack: str | None = None) -> list[Match]:
        """The entries of which a name or the id has all the words or their beginnings, best first."""
        matches = self._matches(key_of(words), frozenset(kinds))
        return [match for match in matches if pack is None or self.pack_of(match.entry) == pack]

    def suggest(self, name: str, *, kinds: Iterable[str] = KINDS, limit: int = 5) -> list[Entry]:
        """Entries whose names look most like one that no entry has."""
        from difflib import get_close_matches

        wanted, key = frozenset(kinds), key_of(name)
        inside = [match.entry for match in self._matches(key, wanted)][:limit]
        keys = {found: entry for found, _, _, entry in reversed(self._names) if entry.kind in wanted}
        near = [keys[found] for found in get_close_matches(key, keys, n=limit, cutoff=0.7)]
        return list(dict.fromkeys((*inside, *near)))[:limit]

    def _matches(self, key: str, kinds: frozenset[str]) -> list[Match]:
        if not key:
            return []
        pattern = _Pattern.of(key)
        best: dict[tuple[str, str], tuple[tuple[object, ...], Match]] = {}
        for found, name, place, entry in self._names:
            fit = pattern.fit(found) if entry.kind in kinds else None
            if fit is None:
                continue
            weight = self._weight(entry)
            rank = (fit, min(place, 3), weight if fit == EXACT else (), len(found), weight, entry.id)
            known = best.get((entry.kind, entry.id))
            if known is None or rank < known[0]:
                best[entry.kind, entry.id] = (rank, Match(entry, name, fit))
        return [match for _, match in sorted(best.values(), key=lambda item: item[0])]

    def _weight(self, entry: Entry) -> tuple[int, int]:
        """Countries and actors before people and outlets, these before places; large places first."""
        if isinstance(entry.record, Place):
            large = entry.record.kind in ("country", "admin1")
            return 3, -max(entry.record.population, 1_000_000 if large else 0)
        return (0 if entry.kind in ("country", "actor") else 1), 0


def _is_map_of(record: Record, states: set[str]) -> bool:
    """Whether an entry only places a country that is there as a country as well."""
    return isinstance(record, Place) and record.kind == "country" and record.country in states


def key_of(name: str) -> str:
    """What two spellings of a name have in common: folded words with single spaces."""
    folded = fold(_APOSTROPHES.sub("", name))
    if not folded.isascii():
        folded = unicodedata.normalize("NFC", _without_accents(folded))
    words = [_ALIKE.get(word, word) for word in _OTHER.sub(" ", folded).split()]
    return re.sub(r"\bعبد (?=ال)", "عبد", " ".join(words))


def _without_accents(text: str) -> str:
    """Latin letters without their accents; ı, ø and đ, which Unicode takes for letters of their own, too."""
    plain = "".join(one for one in unicodedata.normalize("NFD", text) if not "\u0300" <= one <= "\u036f")
    return plain.translate(str.maketrans("ıøđł", "iodl"))


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The words that are looked for, with or without the article."""

    key: str
    word: str
    whole: re.Pattern[str]
    first: re.Pattern[str]
    each: tuple[re.Pattern[str], ...]

    @classmethod
    def of(cls, key: str) -> _Pattern:
        """The patterns of some words as `key_of` gives them."""
        words = key.split()
        together = rf"\b{_ARTICLE}" + rf" {_ARTICLE}".join(map(re.escape, words))
        each = tuple(re.compile(rf"\b{_ARTICLE}{re.escape(word)}") for word in words)
        return cls(key, words[0], re.compile(rf"{together}\b"), re.compile(together), each)

    def fit(self, name: str) -> int | None:
        """How well a name fits, as `key_of` gives it; None where it does not."""
        if self.word not in name:
            return None
        whole = self.whole.search(name)
        if whole and whole.end() - whole.start() == len(name):
            return EXACT
        if whole:
            return WORDS if whole.start() else START
        if self.first.search(name) or (len(self.each) > 1 and all(word.search(name) for word in self.each)):
            return BEGINNINGS
        return INSIDE if self.key in name else None


def _entries(knowledge: Knowledge) -> Iterator[Entry]:
    themes: tuple[tuple[str, Iterable[Record]], ...] = (
        ("country", knowledge.countries.values()), ("actor", knowledge.actors.values()),
        ("person", knowledge.people.values()), ("outlet", knowledge.outlets.values()),
        ("place", knowledge.gazetteer.by_id.values()),
    )  # fmt: skip
    for kind, records in themes:
        for record in records:
            yield Entry(kind, record)


@lru_cache(maxsize=4)
def _packs_of_places(folders: tuple[Path, ...]) -> dict[str, str]:
    """The pack of each place: the last one that has it."""
    return {id_: folder.name for folder in folders for id_ in Gazetteer.load(folder).by_id}
