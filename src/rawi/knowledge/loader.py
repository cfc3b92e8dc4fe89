"""Knowledge packs: folders of YAML and TSV in, checked records out.

A pack is a folder with `pack.yaml` and any of `actors.yaml`, `people.yaml`, `outlets.yaml`,
`countries.yaml`, `bodies.yaml`, `places.yaml`, `places.tsv`. Unknown keys, missing fields, values that
are no text, bad ids and dates and unusual characters are refused, all problems at once, each with file and
key. What the entries say of each other is not looked at here but in `consistency`.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rawi.errors import KnowledgeError
from rawi.knowledge.files import read_yaml
from rawi.knowledge.periods import read_period
from rawi.knowledge.records import Actor, Body, Country, OutletEntry, Person, Post

PACKS = Path(__file__).parent / "packs"
#: The packs that ship with Rawi, in the order in which later ones win over earlier ones.
SHIPPED = ("arabic", "middle-east", "lebanon-palestine", "libya", "sudan", "yemen", "iraq", "syria")

_EDTF = re.compile(r"\d{4}(-\d\d(-\d\d)?)?[~?%]?")
_ODD = re.compile("[\u0640\u06cc\u06a9\ufb50-\ufdff\ufe70-\ufefc]")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_COUNTRY = re.compile("[A-Z]{2}")
_ACTOR_KINDS = {
    "state", "government", "state-force", "armed-group", "party", "alliance", "organisation", "company",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Packs:
    """The records of several packs together, and the fingerprint of their files."""

    actors: tuple[Actor, ...]
    people: tuple[Person, ...]
    outlets: tuple[OutletEntry, ...]
    countries: tuple[Country, ...]
    bodies: tuple[Body, ...]
    folders: tuple[Path, ...]
    fingerprint: str


def pack_folders(extra: Sequence[Path] = ()) -> tuple[Path, ...]:
    """The folders of the shipped packs, then those of the user, later ones winning."""
    shipped = [PACKS / name for name in SHIPPED if (PACKS / name).is_dir()]
    for folder in extra:
        if not (folder / "pack.yaml").is_file():
            raise KnowledgeError([f"{folder}: not a knowledge pack: it has no pack.yaml"])
    return (*shipped, *extra)


def fingerprint(folders: Iterable[Path]) -> str:
    """Twelve hex digits that change when any file of the packs does."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                digest.update(str(path.relative_to(folder)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def load_packs(folders: Sequence[Path]) -> Packs:
    """Read and check the packs in `folders`; a later entry replaces an earlier one of the same id.

    Raises KnowledgeError with every problem found, as `file: entry: what is wrong`.
    """
    problems: list[str] = []
    packs = read_packs(folders, problems)
    if problems:
        raise KnowledgeError(problems)
    return packs


def read_packs(folders: Sequence[Path], problems: list[str]) -> Packs:
    """The entries that can be read; what is wrong with the others is added to `problems`."""
    actors: dict[str, Actor] = {}
    people: dict[str, Person] = {}
    outlets: dict[str, OutletEntry] = {}
    countries: dict[str, Country] = {}
    bodies: dict[str, Body] = {}
    for folder in folders:
        check = _Checker(folder, problems)
        for row in check.rows("actors.yaml", _ACTOR_KEYS):
            actors[row["id"]] = _actor(row, check)
        for row in check.rows("people.yaml", _PERSON_KEYS):
            people[row["id"]] = _person(row, check)
        for row in check.rows("outlets.yaml", _OUTLET_KEYS):
            outlets[row["id"]] = _outlet(row, check)
        for row in check.rows("countries.yaml", _COUNTRY_KEYS):
            countries[row["id"]] = _country(row, check)
        for row in check.rows("bodies.yaml", _BODY_KEYS, required=("key", "kind", "ar", "heads", "en")):
            bodies[row["key"]] = Body(
                row["key"], row.get("suffix") or row["key"], row["kind"], row["ar"],
                check.names(row, "heads"), row["en"], bool(row.get("as_state")),
            )  # fmt: skip
    return Packs(
        tuple(actors.values()), tuple(people.values()), tuple(outlets.values()), tuple(countries.values()),
        tuple(bodies.values()), tuple(folders), fingerprint(folders),
    )  # fmt: skip


_ACTOR_KEYS = {
    "id", "kind", "ar", "en", "aliases", "short", "country", "parent", "from", "until",
    "predecessors", "successors", "class", "ref",
}  # fmt: skip
_PERSON_KEYS = {"id", "ar", "en", "aliases", "family", "gender", "country", "posts", "ref"}
_OUTLET_KEYS = {"id", "ar", "en", "aliases", "short", "domains", "country", "kind", "affiliation", "ref"}
_COUNTRY_KEYS = {"id", "iso", "ar", "en", "aliases", "metonyms", "adjectives", "people", "capital", "ref"}
_BODY_KEYS = {"key", "suffix", "kind", "ar", "heads", "en", "post", "as_state"}
_TEXTS = ("id", "key", "ar", "en", "ref", "kind", "country", "parent", "gender", "iso", "capital", "suffix")
#: What may be lacking while the rest of an entry is checked all the same.
_STAND_IN = frozenset({"ar", "en", "ref"})


class _Checker:
    """Reads one pack's files and collects what is wrong with them."""

    def __init__(self, folder: Path, problems: list[str]) -> None:
        self.folder, self.problems = folder, problems
        self.pack = folder.name
        self.where = str(folder)

    def rows(
        self, name: str, keys: set[str], required: Sequence[str] = ("id", "ar", "en", "ref")
    ) -> Iterable[dict[str, Any]]:
        path = self.folder / name
        if not path.is_file():
            return
        try:
            rows = read_yaml(path) or []
        except KnowledgeError as error:
            self.problems += error.problems
            return
        if not isinstance(rows, list):
            self.problems.append(f"{path}: a list of entries is expected")
            return
        seen: set[str] = set()
        for number, row in enumerate(rows, 1):
            key = row.get("id", row.get("key")) if isinstance(row, dict) else None
            self.where = f"{path}: {key or f'entry {number}'}"
            if not isinstance(row, dict):
                self.add("a mapping is expected")
                continue
            for unknown in sorted(set(row) - keys):
                self.add(f"unknown key {unknown!r}; known are {', '.join(sorted(keys))}")
            missing = [field for field in required if not row.get(field)]
            if missing:
                self.add(f"lacks {', '.join(missing)}")
            row = self.texts(row)
            missing = [field for field in required if not row.get(field)]
            if not _STAND_IN.issuperset(missing):
                continue
            row |= dict.fromkeys(missing, "?")
            if not _ID.fullmatch(str(key)):
                self.add(
                    f"id: {key!r} is no id; small letters a to z, digits and single hyphens are accepted"
                )
            if key in seen:
                self.add("the id stands twice in this file")
            seen.add(str(key))
            yield row

    def add(self, message: str) -> None:
        self.problems.append(f"{self.where}: {message}")

    def texts(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row without values that should be text and are not: YAML makes NO and 2017 something else."""
        odd = [name for name in _TEXTS if row.get(name) is not None and not isinstance(row[name], str)]
        for name in odd:
            self.add(f"{name}: {row[name]!r} is not read as text: put it into quotes")
        return {name: value for name, value in row.items() if name not in odd}

    def country(self, row: dict[str, Any], key: str = "country") -> str | None:
        value = row.get(key)
        if value is None:
            return None
        if not _COUNTRY.fullmatch(value):
            self.add(f"{key}: {value!r} is no country code; two capital letters (ISO 3166-1) are accepted")
        return str(value)

    def names(self, row: dict[str, Any], key: str) -> tuple[str, ...]:
        values = row.get(key) or []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            self.add(f"{key}: a list of names is expected")
            return ()
        for value in values:
            self.characters(value, key)
        return tuple(values)

    def characters(self, value: str, key: str) -> None:
        if unicodedata.normalize("NFC", value) != value or _ODD.search(value):
            self.add(f"{key}: {value!r} has a tatweel, presentation form, Persian letter or is not NFC")

    def date(self, row: dict[str, Any], key: str) -> str | None:
        value = row.get(key)
        if value is None:
            return None
        if not isinstance(value, str) or not _EDTF.fullmatch(value) or read_period(value) is None:
            self.add(f"{key}: {value!r} is no date; '2017', '2017-01' or '2017-01-28' in quotes is accepted")
            return None
        return value


def _actor(row: dict[str, Any], check: _Checker) -> Actor:
    if row.get("kind") not in _ACTOR_KINDS:
        check.add(f"kind {row.get('kind')!r} is not one of {', '.join(sorted(_ACTOR_KINDS))}")
    check.characters(row["ar"], "ar")
    return Actor(
        row["id"], row.get("kind", ""), row["ar"], row["en"], check.names(row, "aliases"),
        check.names(row, "short"), check.country(row), row.get("parent"), check.date(row, "from"),
        check.date(row, "until"), check.names(row, "predecessors"), check.names(row, "successors"),
        check.names(row, "class"), row["ref"], check.pack,
    )  # fmt: skip


def _person(row: dict[str, Any], check: _Checker) -> Person:
    check.characters(row["ar"], "ar")
    posts = []
    given = row.get("posts") or []
    if not isinstance(given, list):
        check.add("posts: a list of posts is expected")
        given = []
    for post in given:
        if (
            not isinstance(post, dict)
            or not post.get("title")
            or set(post) - {"org", "title", "from", "until"}
        ):
            check.add(f"posts: {post!r}: org, title, from and until are accepted, title is needed")
            continue
        if not all(isinstance(post.get(name) or "", str) for name in ("org", "title")):
            check.add(f"posts: {post!r}: org and title are texts: put them into quotes")
            continue
        posts.append(
            Post(post.get("org") or "", post["title"], check.date(post, "from"), check.date(post, "until"))
        )
    return Person(
        row["id"], row["ar"], row["en"], check.names(row, "aliases"), check.names(row, "family"),
        row.get("gender"), check.country(row), tuple(posts), row["ref"], check.pack,
    )  # fmt: skip


def _outlet(row: dict[str, Any], check: _Checker) -> OutletEntry:
    check.characters(row["ar"], "ar")
    affiliation = row.get("affiliation") or {}
    if not isinstance(affiliation, dict) or (
        affiliation and not (affiliation.get("actor") and affiliation.get("ref"))
    ):
        check.add("affiliation: both actor and ref are needed")
        affiliation = {}
    return OutletEntry(
        row["id"], row["ar"], row["en"], check.names(row, "aliases"), check.names(row, "short"),
        check.names(row, "domains"), check.country(row), row.get("kind"), affiliation.get("actor"),
        affiliation.get("ref"), row["ref"], check.pack,
    )  # fmt: skip


def _country(row: dict[str, Any], check: _Checker) -> Country:
    check.characters(row["ar"], "ar")
    return Country(
        row["id"], check.country(row, "iso") or "", row["ar"], row["en"], check.names(row, "aliases"),
        check.names(row, "metonyms"), check.names(row, "adjectives"), check.names(row, "people"),
        row.get("capital"), row["ref"], check.pack,
    )  # fmt: skip
