"""Words that stand for somebody, a place, a time, a number or a source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

#: The kinds of mention.
MENTION_KINDS = ("actor", "person", "place", "time", "quantity", "source")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the document and what they stand for.

    `entity` is an id in the knowledge packs, or None where the packs do not know it; `resolved_by`
    says on what the resolution rests: knowledge, gazetteer, pattern, coreference, model, reviewer.
    `value` is EDTF for times, a number or range for quantities. `admin1` is the English name of the
    first-order division, `country` ISO 3166-1 alpha-2, `lat` and `lon` are WGS 84 degrees.
    """

    id: str
    kind: str
    start: int
    end: int
    text: str
    entity: str | None = None
    name: str | None = None
    name_en: str | None = None
    resolved_by: str | None = None
    value: str | None = None
    admin1: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """The mention as in the `rawi/1` schema."""
        return {name: getattr(self, name) for name in _FIELDS}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Mention:
        """The reverse of `to_dict`."""
        return cls(**{name: data.get(name) for name in _FIELDS})  # type: ignore[arg-type]


_FIELDS = tuple(Mention.__dataclass_fields__)
