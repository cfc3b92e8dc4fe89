"""Whose word a claim is, as origins are compared: a chain of sources in, comparable sources out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.corroborate.wording import fold_name
from rawi.knowledge import Knowledge
from rawi.model import Claim, Mention, Outlet, Reading, SourceLink

#: Kinds of source whose statement several outlets can retell.
QUOTABLE = frozenset({"named_person", "organisation", "document"})


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain: its kind, `name` as shown, and `key`, the same for one voice in any report.

    A spokesperson has the key of the body that speaks. Sources without a name have no key.
    """

    kind: str
    name: str
    key: str | None = None


Chain = tuple[Source, ...]


class Chains:
    """The chains of one reading."""

    def __init__(self, reading: Reading, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._mentions = [m for m in reading.mentions if m.kind in ("person", "actor", "source")]
        self._speaks_for = _spokespersons(reading)

    def of(self, claim: Claim) -> Chain:
        """The comparable chain of a claim, nearest to the publisher first."""
        return tuple(self._source(link) for link in claim.attribution)

    def _source(self, link: SourceLink) -> Source:
        name = link.span.text
        if link.kind == "outlet":
            return Source(
                link.kind, name, link.entity or outlet_key(self._inner_name(link, "source"), self._knowledge)
            )
        if link.kind not in QUOTABLE:
            return Source(link.kind, name)
        person = self._inner(link, "person")
        key = link.entity
        if link.kind == "named_person" and person is not None:
            name = person.name or person.text
            key = key or person.entity or "~" + fold_name(name)
        key = key or "~" + fold_name(name)
        return Source(link.kind, name, self._speaks_for.get(key, key))

    def _inner(self, link: SourceLink, kind: str) -> Mention | None:
        inside = (
            m
            for m in self._mentions
            if m.kind == kind and link.span.start <= m.start and m.end <= link.span.end
        )
        return max(inside, key=lambda mention: mention.end - mention.start, default=None)

    def _inner_name(self, link: SourceLink, kind: str) -> str:
        mention = self._inner(link, kind)
        return (mention.name if mention else None) or link.span.text


def leading_chain(claims: Sequence[Claim], chains: Chains) -> Chain:
    """The chain on which at least half of a report's sourced claims rest; empty where there is none."""
    found = [chain for chain in map(chains.of, claims) if chain]
    voices = [chain[-1].key or chain[-1].kind for chain in found]
    for voice, chain in zip(voices, found, strict=True):
        if 2 * voices.count(voice) >= len(voices):
            return chain
    return ()


def outlet_of(outlet: Outlet | None, knowledge: Knowledge) -> str | None:
    """The key of the publisher."""
    if outlet is None:
        return None
    return outlet.entity or outlet_key(outlet.name, knowledge)


def outlet_key(name: str, knowledge: Knowledge) -> str:
    """An outlet's key by its name, without quotation marks and without the word for what it is."""
    listed = knowledge.lexicon.listed("outlet_heads")
    words = fold_words(name)
    kept = [word for word in words if word.removeprefix("ال") not in listed and word not in listed]
    return "~" + "".join(kept or words)


def fold_words(name: str) -> list[str]:
    """The folded words of a name, one by one."""
    return [fold_name(word) for word in name.split() if fold_name(word)]


def _spokespersons(reading: Reading) -> dict[str, str]:
    found: dict[str, str] = {}
    for claim in reading.claims:
        if claim.type == "POST" and claim.mode == "spokesperson" and claim.actor and claim.recipient:
            person, body = claim.actor[0], claim.recipient[0]
            mention = reading.mention_by_id[person.mention]
            speaker = person.entity or "~" + fold_name(person.name or mention.text)
            if body.entity:
                found[speaker] = body.entity
    return found
