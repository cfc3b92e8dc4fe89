"""What the steps of the engine share: a sentence while it is read, and what one leaves to the next."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.claims.attribution import Frame
from rawi.claims.draft import Draft, Party
from rawi.claims.syntax import Predicate, read_syntax
from rawi.knowledge.lexicon import Content, Rule
from rawi.model import SourceLink
from rawi.recognise.nodes import Node, Scene


class Sentence:
    """One sentence while it is read: its parts, and what has been found in it so far.

    `first` and `end` are those of the whole sentence; `syntax.first` stands behind a dateline.
    `consumed` are the tokens of event words that another rule has taken up; `own_chain` the
    sources of drafts that bring their own, by the draft's identity.
    """

    __slots__ = (
        "consumed",
        "drafts",
        "end",
        "first",
        "frames",
        "governors",
        "listed",
        "own_chain",
        "scene",
        "state",
        "syntax",
        "topics",
        "written",
    )  # fmt: skip

    def __init__(self, scene: Scene, first: int, end: int, state: State) -> None:
        self.scene, self.first, self.end, self.state = scene, first, end, state
        self.syntax = read_syntax(scene, first, end)
        self.listed, self.written = scene.knowledge.lexicon.listed, scene.knowledge.lexicon.written
        self.drafts: list[Draft] = []
        self.governors: list[Governor] = []
        self.frames: list[Frame] = []
        self.consumed: set[int] = set()
        self.topics = self.listed("topics")
        self.own_chain: dict[int, list[SourceLink]] = {}


@dataclass(slots=True)
class Governor:
    """A speech verb whose complement is being read: what it governs, and who would do it."""

    draft: Draft | None
    content: Content
    start: int
    end: int
    actors: list[Party]
    recipients: list[Party]
    reached: bool = False


@dataclass(frozen=True, slots=True)
class Fit:
    """A rule that fits a predicate of a sentence, read as passive or not, under its speech verb."""

    sentence: Sentence
    predicate: Predicate
    rule: Rule
    passive: bool
    governor: Governor | None


@dataclass(slots=True)
class State:
    """What one sentence leaves to the next."""

    subject: list[Node] = field(default_factory=list)
    speaker: list[Node] = field(default_factory=list)
    chain: list[SourceLink] = field(default_factory=list)
    pair: list[Party] = field(default_factory=list)
    persons: list[Party] = field(default_factory=list)
    agreement: list[Party] = field(default_factory=list)
    org_of: dict[str, Party] = field(default_factory=dict)
