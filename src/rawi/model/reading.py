"""A reading: one report with its mentions, claims and findings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from rawi.model.claim import Claim
from rawi.model.document import Document
from rawi.model.finding import Finding
from rawi.model.mention import Mention

#: The version of the result's form.
SCHEMA = "rawi/1"


@dataclass(frozen=True, slots=True)
class Engine:
    """What it takes to repeat a reading: program, version, fingerprint of the knowledge used."""

    name: str
    version: str
    knowledge: str

    def to_dict(self) -> dict[str, Any]:
        """The engine as in the `rawi/1` schema."""
        return {"name": self.name, "version": self.version, "knowledge": self.knowledge}


@dataclass(frozen=True)
class Reading:
    """What one report claims, on whose word, and what the checks have to say about it."""

    document: Document
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    engine: Engine

    @cached_property
    def mention_by_id(self) -> dict[str, Mention]:
        """The mentions by their ids."""
        return {mention.id: mention for mention in self.mentions}

    def to_dict(self) -> dict[str, Any]:
        """The reading as in the `rawi/1` schema."""
        return {
            "schema": SCHEMA,
            "document": self.document.to_dict(),
            "mentions": [mention.to_dict() for mention in self.mentions],
            "claims": [claim.to_dict() for claim in self.claims],
            "findings": [finding.to_dict() for finding in self.findings],
            "engine": self.engine.to_dict(),
        }

    def to_json(self, *, indent: int | None = None) -> str:
        """The reading as JSON text in the `rawi/1` schema; Arabic is not escaped."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Reading:
        """The reverse of `to_dict`."""
        return cls(
            document=Document.from_dict(data["document"]),
            mentions=tuple(Mention.from_dict(item) for item in data["mentions"]),
            claims=tuple(Claim.from_dict(item) for item in data["claims"]),
            findings=tuple(Finding.from_dict(item) for item in data["findings"]),
            engine=Engine(**data["engine"]),
        )
