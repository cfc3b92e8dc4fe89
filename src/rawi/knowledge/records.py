"""The entries of the knowledge packs: actors, people, outlets, countries. Places are in `gazetteer`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody that acts as a body: a state, a government, an army, a group, a party, an organisation.

    `start` and `end` are EDTF dates of existence under this name; empty where not known for sure.
    `short` are names that stand for it only after it has been named in full.
    """

    id: str
    kind: str
    ar: str
    en: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    start: str | None = None
    end: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    class_words: tuple[str, ...] = ()
    ref: str | None = None
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A post that a person held: the actor's id, the Arabic title, EDTF dates where known."""

    org: str
    title: str
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A public figure. `family` are the forms used alone after the first mention."""

    id: str
    ar: str
    en: str
    aliases: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    gender: str | None = None
    country: str | None = None
    posts: tuple[Post, ...] = ()
    ref: str | None = None
    pack: str = ""


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """A news outlet or agency. `short` are names used only behind a word such as وكالة or صحيفة."""

    id: str
    ar: str
    en: str
    aliases: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    kind: str | None = None
    affiliation: str | None = None
    affiliation_ref: str | None = None
    ref: str | None = None
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    """A state, with the capital and seats of power that stand for it and its adjectives."""

    id: str
    iso: str
    ar: str
    en: str
    aliases: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    ref: str | None = None
    pack: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A template of a state body, combined with a country's adjective: وزارة الخارجية + الإيرانية."""

    key: str
    suffix: str
    kind: str
    ar: str
    heads: tuple[str, ...]
    en: str
    as_state: bool = False
