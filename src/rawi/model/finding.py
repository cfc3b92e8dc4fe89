"""A finding: what a check has to say about words of the report. It never says that a claim is false."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rawi.model.span import Span

#: error: two statements of the text or a calendar exclude each other; warning: a reference
#: disagrees; note: worth knowing.
SEVERITIES = ("note", "warning", "error")


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark of one check, in Arabic and English, on `span`, with what was stated and what is known."""

    check: str
    severity: str
    span: Span
    message_ar: str
    message_en: str
    claim: str | None = None
    stated: str | None = None
    reference: str | None = None
    reference_source: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The finding as in the `rawi/1` schema."""
        return {
            "check": self.check,
            "severity": self.severity,
            **self.span.to_dict(),
            "claim": self.claim,
            "message": {"ar": self.message_ar, "en": self.message_en},
            "stated": self.stated,
            "reference": self.reference,
            "reference_source": self.reference_source,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Finding:
        """The reverse of `to_dict`."""
        return cls(
            data["check"], data["severity"], Span.from_dict(data),
            data["message"]["ar"], data["message"]["en"],
            data.get("claim"), data.get("stated"), data.get("reference"), data.get("reference_source"),
        )  # fmt: skip
