"""One report as received: its text and what is known of where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published the report; `entity` is the outlet's id in the knowledge packs, where known."""

    name: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is exactly what all offsets count in; `sha256` is of the bytes as received.

    `published` is an EDTF date. `notes` are remarks of ingest that the reader of the result
    should know (a guessed encoding, skipped foreign passages, replaced characters).
    """

    id: str
    text: str
    sha256: str
    language: str = "ar"
    published: str | None = None
    outlet: Outlet | None = None
    title: str | None = None
    url: str | None = None
    author: str | None = None
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The document as in the `rawi/1` schema."""
        outlet = {"name": self.outlet.name, "entity": self.outlet.entity} if self.outlet else None
        return {
            "id": self.id,
            "text": self.text,
            "sha256": self.sha256,
            "language": self.language,
            "published": self.published,
            "outlet": outlet,
            "title": self.title,
            "url": self.url,
            "author": self.author,
            "notes": list(self.notes),
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Document:
        """The reverse of `to_dict`."""
        outlet = data.get("outlet")
        return cls(
            id=data["id"],
            text=data["text"],
            sha256=data["sha256"],
            language=data["language"],
            published=data["published"],
            outlet=Outlet(outlet["name"], outlet.get("entity")) if outlet else None,
            title=data["title"],
            url=data["url"],
            author=data.get("author"),
            notes=tuple(data.get("notes", ())),
        )
