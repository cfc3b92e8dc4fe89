"""What Rawi knows: the packs, indexed by name. `load_knowledge` gives one `Knowledge` per set of packs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from rawi.arabic.characters import fold
from rawi.arabic.clitics import splits
from rawi.knowledge.cache import cached
from rawi.knowledge.gazetteer import Gazetteer, Place
from rawi.knowledge.lexicon import Lexicon
from rawi.knowledge.loader import load_packs, pack_folders
from rawi.knowledge.names import NameIndex
from rawi.knowledge.records import Actor, Body, Country, OutletEntry, Person
from rawi.knowledge.remembered import Remembered

#: What a name refers to: (class, id). Classes: actor, state, metonym, adjective, people, person, outlet,
#: outlet-short, body, place, unsure-place.
Ref = tuple[str, str]


class Knowledge:
    """The records of the packs, an index of all their names, and the lexicon of the language packs."""

    def __init__(self, folders: Sequence[Path]) -> None:
        packs = load_packs(folders)
        self.fingerprint = packs.fingerprint
        self.actors: dict[str, Actor] = {actor.id: actor for actor in packs.actors}
        self.people: dict[str, Person] = {person.id: person for person in packs.people}
        self.outlets: dict[str, OutletEntry] = {outlet.id: outlet for outlet in packs.outlets}
        self.countries: dict[str, Country] = {country.id: country for country in packs.countries}
        self.country_by_iso: dict[str, Country] = {country.iso: country for country in packs.countries}
        self.bodies: dict[str, Body] = {body.key: body for body in packs.bodies}
        #: The keys of the state bodies that an actor's id may be of, by the ending of the id.
        self.body_keys: Remembered[str, tuple[str, ...]] = Remembered(self._body_keys)
        self.gazetteer = Gazetteer.load(*folders)
        self.lexicon = Lexicon(folders)
        self.given_names, self.surnames = _personal_names(folders)
        self.names: NameIndex[Ref] = NameIndex()
        #: (country, folded short name) -> the state's bodies that bear it.
        self.state_shorts: dict[tuple[str, str], list[str]] = {}
        self._index()

    def _index(self) -> None:
        add = self.names.add
        for folded, ambiguous in self.gazetteer.names():
            self.names.add_folded(folded, ("unsure-place" if ambiguous else "place", folded))
        for actor in self.actors.values():
            kind = "state" if actor.kind == "state" else "actor"
            for name in (actor.ar, *actor.aliases):
                add(name, (kind, actor.id))
            for name in actor.short:
                add(name, ("short", actor.id))
                if actor.kind in ("government", "state-force"):
                    self.state_shorts.setdefault((actor.country or "", fold(name)), []).append(actor.id)
        for country in self.countries.values():
            for name in (country.ar, *country.aliases):
                add(name, ("state", country.id))
            for name in country.metonyms:
                add(name, ("metonym", country.id))
            for word in country.adjectives:
                for form in adjective_forms(word):
                    add(form, ("adjective", country.id))
            for word in country.people:
                add(word, ("people", country.id))
        for person in self.people.values():
            for name in (person.ar, *person.aliases):
                add(name, ("person", person.id))
        for outlet in self.outlets.values():
            for name in (outlet.ar, *outlet.aliases):
                add(name, ("outlet", outlet.id))
            for name in outlet.short:
                add(name, ("outlet-short", outlet.id))
        for body in self.bodies.values():
            for name in (body.ar, *body.heads):
                add(name, ("body", body.key))

    def _body_keys(self, entity: str) -> tuple[str, ...]:
        return tuple(key for key, body in self.bodies.items() if entity.endswith("-" + body.suffix))

    def actor_name(self, entity: str) -> tuple[str | None, str | None]:
        """The Arabic and English names of an actor, state, person or outlet, or (None, None)."""
        record = (
            self.actors.get(entity)
            or self.countries.get(entity)
            or self.people.get(entity)
            or self.outlets.get(entity)
        )
        return (record.ar, record.en) if record else (None, None)

    def place(self, folded: str, *, country: str | None = None, admin1: str | None = None) -> Place | None:
        """The place that a folded name most likely stands for."""
        found = self.gazetteer.named(folded)
        return self.gazetteer.choose(found, country=country, admin1=admin1) if found else None

    def capital(self, country: Country) -> Place | None:
        """The capital of a country: the town, where the country bears the same name (الكويت)."""
        name = country.capital
        if not name:
            return None
        for form in (name, f"{name} العاصمة", f"مدينة {name}"):
            for place in self.gazetteer.named(fold(form)):
                if place.country == country.iso and place.kind == "town":
                    return place
        return self.place(fold(name), country=country.iso)

    def is_given_name(self, norm: str) -> bool:
        """Whether a folded word is used as a given name."""
        return norm in self.given_names or (norm.startswith("عبدال") and len(norm) > 6)

    def is_name(self, norm: str) -> bool:
        """Whether a folded word, with or without its article, is used as a personal name."""
        return self.is_given_name(norm) or norm in self.surnames


def adjective_forms(word: str) -> list[str]:
    """The forms of a nationality adjective given in the masculine singular: سوري, سورية, السوري …"""
    stem = word[:-1] if word.endswith("ي") else word
    endings = ("ي", "ية", "يان", "يين", "يتان", "يتين", "يون", "يات") if word.endswith("ي") else ("", "ة")
    return [article + stem + ending for ending in endings for article in ("", "ال")]


def _personal_names(folders: Sequence[Path]) -> tuple[frozenset[str], frozenset[str]]:
    given: set[str] = set()
    family: set[str] = set()
    for folder in folders:
        path = folder / "names.tsv"
        if not path.is_file():
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            name, _, kind = line.partition("\t")
            if kind in ("g", "b"):
                given.add(name)
            if kind in ("s", "b"):
                family.add(name)
    return frozenset(given), frozenset(family)


@lru_cache(maxsize=4)
def load_knowledge(extra: tuple[Path, ...] = ()) -> Knowledge:
    """The shipped packs and those in `extra`, later ones winning; kept for the life of the process."""
    folders = pack_folders(extra)
    return cached(folders, lambda: Knowledge(folders), Knowledge)


__all__ = ["Knowledge", "Ref", "adjective_forms", "fold", "load_knowledge", "splits"]
