"""A claim in the making: nodes instead of mentions, until the verifier has passed it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.model import SourceLink
from rawi.recognise.nodes import Node


@dataclass(frozen=True, slots=True)
class Party:
    """A participant: the node whose words stand for it, and who it is ("the two sides" gives two)."""

    node: Node
    entity: str | None
    name: str | None
    name_en: str | None = None

    @property
    def key(self) -> str:
        """What tells one party from another."""
        return self.entity or self.name or f"@{self.node.start}"


def party(node: Node) -> Party:
    """The party that `node` stands for; a place stands for its state."""
    return Party(node, node.entity, node.name, node.name_en)


@dataclass(slots=True)
class Draft:
    """What a rule makes of a predicate. Offsets are token indices, `value` code points."""

    type: str
    mode: str | None
    rule: str
    trigger: tuple[int, int]
    i: int
    actor: list[Party] = field(default_factory=list)
    recipient: list[Party] = field(default_factory=list)
    holder: list[Party] = field(default_factory=list)
    place: list[Node] = field(default_factory=list)
    time: Node | None = None
    value: tuple[int, int] | None = None
    modality: str = "asserted"
    polarity: str = "affirmed"
    attribution: list[SourceLink] = field(default_factory=list)
    counts: dict[str, str] = field(default_factory=dict)
    sentence: tuple[int, int] = (0, 0)
    headline: bool = False


def distinct(parties: list[Party]) -> list[Party]:
    """`parties` without those named before, in order."""
    seen: dict[str, Party] = {}
    for item in parties:
        seen.setdefault(item.key, item)
    return list(seen.values())
