"""Where an event took place, as tellings are compared: place mentions in, sites and their relation out."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.corroborate.wording import fold_name, name_stems
from rawi.knowledge import Knowledge
from rawi.model import Mention

#: How two sites lie to each other.
SAME, INSIDE, APART, UNCLEAR = "same", "inside", "apart", "unclear"
_WIDE = frozenset({"country", "admin1", "admin2", "region", "sea"})
_TOWNS = frozenset({"town", "village"})


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the gazetteer (`key` is its id) or the words for one; `kind` as in the gazetteer."""

    key: str
    name: str
    stems: frozenset[str]
    kind: str
    admin1: str | None
    country: str | None

    def is_spot(self) -> bool:
        """Whether it is a town or smaller, known or by its words."""
        return self.kind not in _WIDE

    def relation(self, other: Site) -> str:
        """same, inside (either way round), apart, or unclear where the gazetteer does not tell."""
        if self.key == other.key:
            return SAME
        if not self.kind or not other.kind:
            return SAME if self.stems & other.stems else self._by_area(other)
        if self.country is None or other.country is None:
            return UNCLEAR
        if self.country != other.country:
            return APART
        if "country" in (self.kind, other.kind):
            return INSIDE
        if self.admin1 is None or other.admin1 is None:
            return UNCLEAR
        if self.admin1 != other.admin1:
            return APART
        if "admin1" in (self.kind, other.kind):
            return INSIDE
        if self.stems & other.stems:
            return SAME
        return APART if {self.kind, other.kind} <= _TOWNS else UNCLEAR

    def _by_area(self, other: Site) -> str:
        """apart where the areas in which the places lie are known and differ."""
        if self.country and other.country and self.country != other.country:
            return APART
        return APART if self.admin1 and other.admin1 and self.admin1 != other.admin1 else UNCLEAR


def site_of(mention: Mention, knowledge: Knowledge) -> Site:
    """The site of a place mention."""
    entity, kind, country = mention.entity or "", "", mention.country
    if entity in knowledge.countries:
        kind, country = "country", knowledge.countries[entity].iso
    elif entity in knowledge.gazetteer.by_id:
        kind = knowledge.gazetteer.by_id[entity].kind
    name = mention.name or mention.text
    return Site(
        entity or "~" + fold_name(name), name, name_stems(name, knowledge), kind, mention.admin1, country
    )
