"""Where the gazetteer has a place: nodes in, candidate places and distances out.

A name can have several places; all of them count, so that a text is only doubted where none fits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from rawi.arabic.tokens import LATIN, WORD
from rawi.checks.base import Context
from rawi.knowledge.gazetteer import Gazetteer, Place
from rawi.recognise import Node

#: Kinds of place that have no single spot: they may lie in several areas.
WIDE = frozenset({"region", "river", "sea", "lake", "mountain", "street", "field", "island", "country"})
_PLACE_REFS = ("place", "unsure-place")
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Divisions:
    """First-order divisions by country and English name: their own record and the spots known in them."""

    records: dict[Key, Place]
    spots: dict[Key, tuple[tuple[float, float], ...]]


@lru_cache(maxsize=2)
def divisions(gazetteer: Gazetteer) -> Divisions:
    """The first-order divisions of a gazetteer; made when a place first seems to be in the wrong one."""
    records: dict[Key, Place] = {}
    spots: dict[Key, list[tuple[float, float]]] = defaultdict(list)
    for place in gazetteer.by_id.values():
        if place.country is None or place.admin1 is None:
            continue
        key = (place.country, place.admin1)
        if place.kind == "admin1":
            records.setdefault(key, place)
        if place.lat is not None and place.lon is not None and place.kind not in WIDE:
            spots[key].append((place.lat, place.lon))
    return Divisions(records, {key: tuple(found) for key, found in spots.items()})


def candidates(context: Context, node: Node) -> list[Place]:
    """All places that the words of `node` may stand for, with and without its head words."""
    found = {node.place.id: node.place} if node.place else {}
    tokens, knowledge = context.scene.tokens, context.knowledge
    for index in range(node.i, node.j):
        if tokens[index].kind not in (WORD, LATIN):
            continue
        match = knowledge.names.longest(tokens, index, node.j)
        if match is None or (match[1] and index != node.i):
            continue
        for kind, folded in match[2]:
            if kind in _PLACE_REFS:
                found.update({place.id: place for place in knowledge.gazetteer.named(folded)})
    return list(found.values())


def distance(one: Place, other: Place) -> float | None:
    """Kilometres between two places; None where a coordinate is missing."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    return _kilometres(one.lat, one.lon, other.lat, other.lon)


def distance_to_division(context: Context, place: Place, area: Place) -> float | None:
    """Kilometres from `place` to the nearest known place of the division of `area`."""
    if place.lat is None or place.lon is None or area.country is None or area.admin1 is None:
        return None
    spots: Iterable[tuple[float, float]] = divisions(context.knowledge.gazetteer).spots.get(
        (area.country, area.admin1), ()
    )
    return min((_kilometres(place.lat, place.lon, lat, lon) for lat, lon in spots), default=None)


def division_name(context: Context, place: Place) -> tuple[str, str]:
    """The Arabic and English names of the division, or else the country, in which a place lies."""
    country = context.knowledge.country_by_iso.get(place.country or "")
    land_ar, land_en = (country.ar, country.en) if country else (place.country or "", place.country or "")
    if place.admin1 is None:
        return land_ar, land_en
    record = divisions(context.knowledge.gazetteer).records.get((place.country or "", place.admin1))
    arabic = record.ar if record else place.admin1
    return f"{arabic} ({land_ar})", f"{place.admin1} ({land_en})"


def source_of(place: Place) -> str:
    """Where the gazetteer has a place from."""
    number = place.id.removeprefix("gn:")
    return f"https://www.geonames.org/{number}" if number != place.id else f"Rawi gazetteer: {place.id}"


def _kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """By the haversine formula on a sphere of 6,371 km."""
    phi, other_phi = radians(lat), radians(other_lat)
    half = (
        sin((other_phi - phi) / 2) ** 2 + cos(phi) * cos(other_phi) * sin(radians(other_lon - lon) / 2) ** 2
    )
    return 2 * 6371 * asin(sqrt(half))
