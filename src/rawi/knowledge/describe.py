"""One entry of a pack in full, as plain data with the keys that the packs themselves use.

Comes in: an entry and the directory it is from. Goes out: a dict ready for JSON, with what other entries
say of it added: the actors it came from and went into, its parts, the people who held posts in it. Keys
without a value are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from rawi.knowledge import Knowledge
from rawi.knowledge.gazetteer import Place
from rawi.knowledge.lineage import find_family
from rawi.knowledge.records import Actor, Country, OutletEntry, Person, Post
from rawi.knowledge.search import Directory, Entry

Plain = dict[str, Any]


def describe_entry(entry: Entry, directory: Directory) -> Plain:
    """Everything that is known of an entry, and where it stands."""
    record = entry.record
    source = directory.source(entry)
    data: Plain = {"type": entry.kind, "id": entry.id, "ar": record.ar, "en": record.en}
    data |= _BY_KIND[entry.kind](record, directory.knowledge)
    data["ref"] = getattr(record, "ref", None)
    data["pack"] = directory.pack_of(entry)
    data["file"] = str(source) if source else None
    return {key: value for key, value in data.items() if value not in (None, "", [], ())}


def summarise_entry(entry: Entry, directory: Directory) -> Plain:
    """An entry in a line: kind, id, names, country, dates, pack."""
    record = entry.record
    country = record.iso if isinstance(record, Country) else record.country
    return {
        "type": entry.kind,
        "id": entry.id,
        "ar": record.ar,
        "en": record.en,
        "kind": getattr(record, "kind", None),
        "country": country,
        "from": getattr(record, "start", None),
        "until": getattr(record, "end", None),
        "pack": directory.pack_of(entry),
    }


def _actor(actor: Actor, knowledge: Knowledge) -> Plain:
    family = find_family(knowledge.actors, actor.id, depth=1)
    return {
        "kind": actor.kind, "aliases": list(actor.aliases), "short": list(actor.short),
        "class": list(actor.class_words), "country": actor.country, "from": actor.start, "until": actor.end,
        "parent": name_of(actor.parent, knowledge),
        "came_from": [
            {"how": one.kind, "date": one.date, **(name_of(one.older, knowledge) or {})}
            for one in family.incoming(actor.id)
        ],
        "went_into": [
            {"how": one.kind, "date": one.date, **(name_of(one.younger, knowledge) or {})}
            for one in family.outgoing(actor.id)
        ],
        "parts": [name_of(one.id, knowledge) for one in knowledge.actors.values() if one.parent == actor.id],
        "people": _people(actor.id, knowledge),
    }  # fmt: skip


def _person(person: Person, knowledge: Knowledge) -> Plain:
    return {
        "aliases": list(person.aliases), "family": list(person.family), "gender": person.gender,
        "country": person.country,
        "posts": [{**_post(post), "org": name_of(post.org, knowledge)} for post in person.posts],
    }  # fmt: skip


def _outlet(outlet: OutletEntry, knowledge: Knowledge) -> Plain:
    affiliation = name_of(outlet.affiliation, knowledge)
    return {
        "kind": outlet.kind, "aliases": list(outlet.aliases), "short": list(outlet.short),
        "domains": list(outlet.domains), "country": outlet.country,
        "affiliation": {**affiliation, "ref": outlet.affiliation_ref} if affiliation else None,
    }  # fmt: skip


def _country(country: Country, knowledge: Knowledge) -> Plain:
    return {
        "country": country.iso, "aliases": list(country.aliases), "metonyms": list(country.metonyms),
        "adjectives": list(country.adjectives), "peoples": list(country.people), "capital": country.capital,
        "people": _people(country.id, knowledge),
    }  # fmt: skip


def _place(place: Place, knowledge: Knowledge) -> Plain:
    return {
        "kind": place.kind, "aliases": list(place.aliases), "admin1": place.admin1, "country": place.country,
        "lat": place.lat, "lon": place.lon, "population": place.population or None,
        "ambiguous": place.ambiguous or None,
    }  # fmt: skip


_BY_KIND: dict[str, Callable[[Any, Knowledge], Plain]] = {
    "actor": _actor, "person": _person, "outlet": _outlet, "country": _country, "place": _place,
}  # fmt: skip


def name_of(id_: str | None, knowledge: Knowledge) -> Plain | None:
    """The id with its names; of a state's body that only a template makes, the id alone."""
    if not id_:
        return None
    ar, en = knowledge.actor_name(id_)
    return {"id": id_, "ar": ar, "en": en} if ar else {"id": id_}


def _people(id_: str, knowledge: Knowledge) -> list[Plain]:
    """Those who held posts there, in the order of their posts' beginnings, undated ones first."""
    found = [
        {"id": person.id, "ar": person.ar, "en": person.en, **_post(post)}
        for person in knowledge.people.values()
        for post in person.posts
        if post.org == id_
    ]
    return sorted(found, key=lambda one: one["from"] or "")


def _post(post: Post) -> Plain:
    return {"title": post.title, "from": post.start, "until": post.end}
