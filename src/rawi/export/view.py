"""A claim with its ids looked up: what a page or table needs to show it.

Comes in: a `Reading`. Goes out: one `ClaimView` a claim, in the order of the text. Nothing is
added: a name is the entity's, and where none is known the report's own words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rawi.model import Claim, Mention, Participant, Reading, SourceLink, Span


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who takes part: `name` to show, `words` of the text where they differ from it."""

    name: str
    name_en: str | None
    words: str | None
    entity: str | None
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim ready to be shown; `number` counts from 1 in the order of the text."""

    number: int
    claim: Claim
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    holders: tuple[Party, ...]
    places: tuple[Mention, ...]
    time: Mention | None
    sources: tuple[SourceLink, ...]

    def spans(self) -> list[tuple[str, Span]]:
        """All words that the claim rests on, each with its part: trigger, actor, place …, evidence."""
        claim = self.claim
        parts = [("trigger", claim.trigger)]
        for role, parties in (
            ("actor", self.actors),
            ("recipient", self.recipients),
            ("holder", self.holders),
        ):
            parts += [(role, span_of(party.mention)) for party in parties if party.mention]
        parts += [("place", span_of(place)) for place in self.places]
        parts += [("time", span_of(self.time))] if self.time else []
        parts += [("value", claim.value)] if claim.value else []
        parts += [("source", link.span) for link in self.sources]
        parts += [("source", link.cue) for link in self.sources if link.cue]
        return [*dict.fromkeys(parts), ("evidence", claim.evidence)]


def span_of(mention: Mention) -> Span:
    """The words of a mention as a span."""
    return Span(mention.start, mention.end, mention.text)


def view_claims(reading: Reading) -> list[ClaimView]:
    """The claims of a reading, in the order of their words in the text."""
    mentions = reading.mention_by_id
    ordered = sorted(reading.claims, key=lambda claim: (claim.trigger.start, claim.trigger.end))
    return [_view(number, claim, mentions) for number, claim in enumerate(ordered, start=1)]


def _view(number: int, claim: Claim, mentions: dict[str, Mention]) -> ClaimView:
    return ClaimView(
        number=number,
        claim=claim,
        actors=_parties(claim.actor, mentions),
        recipients=_parties(claim.recipient, mentions),
        holders=_parties(claim.holder, mentions),
        places=tuple(mentions[place] for place in claim.place if place in mentions),
        time=mentions.get(claim.time) if claim.time else None,
        sources=claim.attribution,
    )


def _parties(participants: Iterable[Participant], mentions: dict[str, Mention]) -> tuple[Party, ...]:
    return tuple(_party(item, mentions.get(item.mention)) for item in participants)


def _party(participant: Participant, mention: Mention | None) -> Party:
    words = mention.text if mention else None
    name = participant.name or words or participant.entity or "—"
    return Party(name, participant.name_en, words if words != name else None, participant.entity, mention)


def title_of(reading: Reading) -> str:
    """The report's title; without one, the first line of its text, shortened at a word."""
    document = reading.document
    if document.title and document.title.strip():
        return document.title.strip()
    line = next((line.strip() for line in document.text.splitlines() if line.strip()), document.id)
    return line if len(line) <= 120 else line[:120].rsplit(" ", 1)[0] + "…"
