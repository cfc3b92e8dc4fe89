"""What a check is: a context in, findings out.

A check is one module with a `CHECK`. Its docstring is what users see: the first paragraph in English,
the second in Arabic. A message is short and fair and never says that a claim is false. Further checks
come from plugins: an entry point of the group `rawi.checks` that leads to a `Check`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rawi.checks.words import starting_forms
from rawi.knowledge import Knowledge
from rawi.knowledge.periods import Period, read_period
from rawi.model import Claim, Finding, Mention, Reading, Span
from rawi.recognise import Node, Scene
from rawi.recognise.nodes import TIME
from rawi.recognise.times import TimeMention


@dataclass(frozen=True)
class Context:
    """All that a check may look at: the reading, the scene it was made from, and what is known."""

    reading: Reading
    scene: Scene
    knowledge: Knowledge

    @cached_property
    def published(self) -> date | None:
        """The day of publication; None where it is not known to the day."""
        try:
            return date.fromisoformat((self.reading.document.published or "")[:10])
        except ValueError:
            return None

    @cached_property
    def times(self) -> Sequence[tuple[Node, TimeMention]]:
        """The time expressions of the text, in order."""
        return [
            (node, node.time)
            for node in self.scene.nodes
            if node.kind == TIME and isinstance(node.time, TimeMention)
        ]

    @cached_property
    def sources(self) -> frozenset[tuple[int, int]]:
        """Where the words stand that name the sources of claims."""
        return frozenset(
            (link.span.start, link.span.end) for claim in self.reading.claims for link in claim.attribution
        )

    @cached_property
    def _listed(self) -> dict[str, list[int]]:
        places: dict[str, list[int]] = {}
        forms = starting_forms()
        for index, norm in enumerate(self.scene.norms):
            if norm in forms:
                for name in forms[norm]:
                    places.setdefault(name, []).append(index)
        return places

    def where(self, name: str) -> Sequence[int]:
        """The tokens that stand in the list `name` of the words that checks look for, in order."""
        return self._listed.get(name, ())

    def mention(self, identity: str) -> Mention:
        """The mention with this id."""
        return self.reading.mention_by_id[identity]

    def parts_of(self, claim: Claim) -> Iterator[Span]:
        """The words that tell a claim: its trigger, place, time, value and participants."""
        yield claim.trigger
        if claim.value is not None:
            yield claim.value
        participants = (one.mention for one in (*claim.actor, *claim.recipient))
        for identity in (*claim.place, *((claim.time,) if claim.time else ()), *participants):
            mention = self.mention(identity)
            yield Span(mention.start, mention.end, mention.text)

    def period_of(self, claim: Claim) -> Period | None:
        """When the claim says that it happened; None where it gives no time."""
        return read_period(self.mention(claim.time).value) if claim.time else None

    def node_at(self, start: int) -> Node | None:
        """The node whose words begin at code point `start`."""
        return self._nodes.get(start)

    @cached_property
    def _nodes(self) -> dict[int, Node]:
        return {node.start: node for node in self.scene.nodes}

    def words(self, first: int, end: int) -> str:
        """The text of the tokens `first` to `end` (exclusive)."""
        tokens = self.scene.tokens
        return self.scene.text[tokens[first].start : tokens[end - 1].end]

    def sentence_of(self, index: int) -> tuple[int, int]:
        """The sentence (token indices) in which token `index` stands."""
        sentences = self.scene.sentences
        found = bisect_right(sentences, index, key=lambda sentence: sentence[0]) - 1
        if found >= 0 and index < sentences[found][1]:
            return sentences[found]
        return index, index + 1

    def names_of(self, entity: str | None, fallback: str = "") -> tuple[str, str]:
        """The Arabic and English names of an entity, or `fallback` for both."""
        arabic, english = self.knowledge.actor_name(entity) if entity else (None, None)
        return arabic or fallback, english or arabic or fallback

    def reference_of(self, entity: str | None) -> str | None:
        """The reference that the packs give for an entity."""
        knowledge = self.knowledge
        record = (
            knowledge.actors.get(entity or "")
            or knowledge.people.get(entity or "")
            or knowledge.outlets.get(entity or "")
            or knowledge.countries.get(entity or "")
        )
        return record.ref if record else None

    def finding(
        self,
        check: str,
        severity: str,
        start: int,
        end: int,
        ar: str,
        en: str,
        *,
        claim: Claim | None = None,
        stated: str | None = None,
        reference: str | None = None,
        source: str | None = None,
    ) -> Finding:
        """A finding on the code points `start` to `end`; `source` says where `reference` is from."""
        return Finding(
            check, severity, Span.of(self.scene.text, start, end), ar, en,
            claim.id if claim else None, stated, reference, source,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """A check: its id, the highest severity it gives, its explanation and its function."""

    id: str
    severity: str
    explanation: str
    function: Callable[[Context], list[Finding]]

    @property
    def explanation_en(self) -> str:
        """The explanation in English, on one line."""
        return " ".join(self._paragraph(0).split())

    @property
    def explanation_ar(self) -> str:
        """The explanation in Arabic, on one line."""
        return " ".join(self._paragraph(1).split())

    def _paragraph(self, number: int) -> str:
        paragraphs = [part for part in self.explanation.strip().split("\n\n") if part.strip()]
        return paragraphs[number] if number < len(paragraphs) else ""

    def __call__(self, context: Context) -> list[Finding]:
        return self.function(context)
