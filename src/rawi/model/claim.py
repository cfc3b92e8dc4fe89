"""A claim: one thing that a report says happened, is the case, or is wanted, with the words that say it.

A claim is an allegation of its source, never a fact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rawi.model.span import Span

#: Claim type -> the modes it may have (None is always allowed). After PLOVER 2.0, with Rawi's
#: organisation claims (FORMED and those after it).
CLAIM_TYPES: dict[str, tuple[str, ...]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest",
        "deport", "withhold", "misinformation", "cyber",
    ),
    "ASSAULT": (
        "beat", "torture", "execute", "sexual", "assassinate", "primitive", "firearms", "explosives",
        "suicide-attack", "heavy-weapons", "aerial", "drone", "crowd-control", "destroy", "abduct",
        "cbrn", "sideAB",
    ),
    "FORMED": ("founding", "merger", "alliance"),
    "SPLIT": ("secession", "expulsion", "dissolution"),
    "JOINED": (),
    "NAMED": ("renamed", "formerly", "also-known-as", "designation"),
    "POST": ("holds", "appointed", "dismissed", "founder", "spokesperson"),
    "PART_OF": ("part", "affiliated", "backed-by"),
    "CLASSIFIED": (),
    "CONTROLS": ("holds", "takes", "loses"),
}  # fmt: skip

#: How the report presents the claim.
MODALITIES = ("asserted", "planned", "proposed", "requested", "possible", "conditional")

#: Whether the source says that it is so or that it is not.
POLARITIES = ("affirmed", "negated")

#: The kinds of link in a chain of sources.
SOURCE_KINDS = (
    "outlet", "named_person", "organisation", "unnamed", "own_correspondent",
    "document", "social_media", "general",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who takes part in a claim: the id of the mention whose words stand for them, and who it is.

    Two participants may share one mention ("the two sides").
    """

    mention: str
    entity: str | None = None
    name: str | None = None
    name_en: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The participant as in the `rawi/1` schema."""
        return {"mention": self.mention, "entity": self.entity, "name": self.name, "name_en": self.name_en}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Participant:
        """The reverse of `to_dict`."""
        return cls(data["mention"], data["entity"], data.get("name"), data.get("name_en"))


@dataclass(frozen=True, slots=True)
class SourceLink:
    """One link of a chain of sources: its words, its kind, and `cue`, the reporting word."""

    span: Span
    kind: str
    entity: str | None = None
    cue: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        """The link as in the `rawi/1` schema."""
        cue = self.cue.to_dict() if self.cue else None
        return {**self.span.to_dict(), "kind": self.kind, "entity": self.entity, "cue": cue}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> SourceLink:
        """The reverse of `to_dict`."""
        cue = data.get("cue")
        return cls(
            Span.from_dict(data), data["kind"], data.get("entity"), Span.from_dict(cue) if cue else None
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """What a source says, each part tied to its words.

    `place` and `time` hold mention ids. `attribution` is nearest to the publisher first; empty when
    the report speaks in its own voice. `dead`, `injured`, `detained` are counts or ranges (`3`,
    `10..15`, `>20`, `>=7`). `rule` names what produced the claim.
    """

    id: str
    type: str
    trigger: Span
    evidence: Span
    mode: str | None = None
    actor: tuple[Participant, ...] = ()
    recipient: tuple[Participant, ...] = ()
    holder: tuple[Participant, ...] = ()
    place: tuple[str, ...] = ()
    time: str | None = None
    value: Span | None = None
    modality: str = "asserted"
    polarity: str = "affirmed"
    attribution: tuple[SourceLink, ...] = ()
    dead: str | None = None
    injured: str | None = None
    detained: str | None = None
    rule: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """The claim as in the `rawi/1` schema."""
        return {
            "id": self.id,
            "type": self.type,
            "mode": self.mode,
            "trigger": self.trigger.to_dict(),
            "evidence": self.evidence.to_dict(),
            "actor": [item.to_dict() for item in self.actor],
            "recipient": [item.to_dict() for item in self.recipient],
            "holder": [item.to_dict() for item in self.holder],
            "place": [{"mention": mention} for mention in self.place],
            "time": self.time,
            "value": self.value.to_dict() if self.value else None,
            "modality": self.modality,
            "polarity": self.polarity,
            "attribution": [link.to_dict() for link in self.attribution],
            "dead": self.dead,
            "injured": self.injured,
            "detained": self.detained,
            "rule": self.rule,
        }

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Claim:
        """The reverse of `to_dict`."""

        def people(role: str) -> tuple[Participant, ...]:
            return tuple(Participant.from_dict(item) for item in data[role])

        return cls(
            id=data["id"],
            type=data["type"],
            mode=data.get("mode"),
            trigger=Span.from_dict(data["trigger"]),
            evidence=Span.from_dict(data["evidence"]),
            actor=people("actor"),
            recipient=people("recipient"),
            holder=people("holder"),
            place=tuple(item["mention"] for item in data["place"]),
            time=data["time"],
            value=Span.from_dict(data["value"]) if data["value"] else None,
            modality=data["modality"],
            polarity=data["polarity"],
            attribution=tuple(SourceLink.from_dict(item) for item in data["attribution"]),
            dead=data.get("dead"),
            injured=data.get("injured"),
            detained=data.get("detained"),
            rule=data.get("rule"),
        )
