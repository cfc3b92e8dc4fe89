"""Who takes part, as tellings of one event are compared: participants in, parties out.

A party is an entity of the packs or a name. It counts as the same as those it came from or became, as
the body that it is a part of, and, for a person, as the bodies whose posts the person holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rawi.arabic.tokens import NUMBER, WORD, tokenise
from rawi.corroborate.wording import fold_name
from rawi.knowledge import Knowledge
from rawi.model import Mention, Participant

#: Kinds of party; a group is people without a name (مقاتلين, 318 محتجزاً) and is the same as no other.
PERSON, BODY, STATE, NAME, GROUP = "person", "body", "state", "name", "group"


@dataclass(frozen=True, slots=True)
class Party:
    """`key` is an entity's id or a folded name; `line` holds the keys that count as the same party."""

    key: str
    kind: str
    line: frozenset[str] = frozenset()

    def is_same(self, other: Party) -> bool:
        """Whether both stand for one party; groups without a name never do."""
        if self.kind == GROUP or other.kind == GROUP:
            return False
        return self.key == other.key or self.key in other.line or other.key in self.line

    def is_known(self) -> bool:
        """Whether it has a name at all."""
        return self.kind != GROUP


def parties_of(
    participants: Iterable[Participant],
    mentions: Mapping[str, Mention],
    knowledge: Knowledge,
    bodies: Mapping[str, frozenset[str]],
) -> tuple[Party, ...]:
    """The parties of one role; `bodies` says for a person's key which bodies the report gives them."""
    found: dict[str, Party] = {}
    for participant in participants:
        party = party_of(participant, mentions[participant.mention], knowledge, bodies)
        found.setdefault(party.key, party)
    return tuple(found[key] for key in sorted(found))


def party_of(
    participant: Participant, mention: Mention, knowledge: Knowledge, bodies: Mapping[str, frozenset[str]]
) -> Party:
    """The party of one participant."""
    entity = participant.entity
    if entity is None:
        return _unknown(participant.name, mention, bodies)
    if mention.kind == "person" or entity in knowledge.people:
        return Party(entity, PERSON, _bodies_of(entity, knowledge) | bodies.get(entity, frozenset()))
    if entity in knowledge.countries:
        return Party(entity, STATE)
    return Party(entity, BODY, line_of(entity, knowledge))


def line_of(entity: str, knowledge: Knowledge) -> frozenset[str]:
    """The ids that an actor came from or led to, the body it is a part of, and its state."""
    return _line(entity, knowledge) - {entity}


@lru_cache(maxsize=10_000)
def _line(entity: str, knowledge: Knowledge) -> frozenset[str]:
    actor = knowledge.actors.get(entity)
    if actor is None:
        state = next((c.id for c in knowledge.countries.values() if entity.startswith(c.id + "-")), None)
        return frozenset({state} if state else ())
    found = _walk(entity, knowledge, "predecessors") | _walk(entity, knowledge, "successors")
    if actor.parent:
        found.add(actor.parent)
    country = knowledge.country_by_iso.get(actor.country or "")
    if country is not None and actor.kind in ("government", "state-force"):
        found.add(country.id)
    return frozenset(found)


def _walk(entity: str, knowledge: Knowledge, direction: str) -> set[str]:
    found: set[str] = set()
    waiting = [entity]
    while waiting:
        actor = knowledge.actors.get(waiting.pop())
        new = set(getattr(actor, direction)) - found if actor else set()
        found |= new
        waiting += new
    return found


@lru_cache(maxsize=10_000)
def _bodies_of(person: str, knowledge: Knowledge) -> frozenset[str]:
    record = knowledge.people.get(person)
    return frozenset(post.org for post in record.posts) if record else frozenset()


def _unknown(name: str | None, mention: Mention, bodies: Mapping[str, frozenset[str]]) -> Party:
    if name and mention.kind == "person" and len(name.split()) > 1:
        key = "~" + fold_name(name)
        return Party(key, PERSON, bodies.get(key, frozenset()))
    words = [token for token in tokenise(name or "") if token.kind in (WORD, NUMBER)]
    if len(words) > 1 and words[0].kind == WORD and mention.value is None:
        return Party("~" + fold_name(name or ""), NAME)
    return Party("~" + fold_name(mention.text), GROUP)
