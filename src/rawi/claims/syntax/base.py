"""The records of syntax: a predicate, and a sentence with all of its predicates.

They hold what the sibling modules find; they look for nothing themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rawi.arabic.inflection import Inflection
from rawi.knowledge.lexicon import Analysis, Sense
from rawi.recognise.nodes import OUTLET, PARTIES, PLACE, Node, Scene


@dataclass(eq=False, slots=True)
class Predicate:
    """A word that says that something happens: a verb, a verbal noun or a participle.

    `form` is verb, passive, noun, act or pas. The parts are filled by `fill`.
    """

    i: int
    form: str
    word: Analysis
    senses: tuple[Sense, ...]
    inflection: Inflection
    limit: int = 0
    left: int = 0
    subject: list[Node] = field(default_factory=list)
    subject_implied: bool = False
    objects: list[Node] = field(default_factory=list)
    genitive: list[Node] = field(default_factory=list)
    phrases: list[tuple[str, list[Node], int]] = field(default_factory=list)
    antecedent: Node | None = None
    light: Predicate | None = None
    in_relative: bool = False

    @property
    def finite(self) -> bool:
        """Whether it is a finite verb."""
        return self.form in ("verb", "passive")


class Syntax:
    """The tokens `first` to `end` of a scene, their predicates and relative clauses.

    `landmarks` are the tokens that are looked at when clauses and their nodes are sought, in order: the first
    of every node, and outside of nodes predicates, particles, brackets and marks that may end a clause.
    """

    __slots__ = (
        "by_token",
        "end",
        "first",
        "landmarks",
        "listed",
        "owner",
        "predicates",
        "relatives",
        "scene",
        "tokens",
        "words",
        "written",
    )  # fmt: skip

    def __init__(self, scene: Scene, first: int, end: int) -> None:
        self.scene, self.first, self.end = scene, first, end
        self.tokens, self.words, self.owner = scene.tokens, scene.words, scene.owner
        self.listed = scene.knowledge.lexicon.listed
        self.written = scene.knowledge.lexicon.written
        self.predicates: list[Predicate] = []
        self.by_token: dict[int, Predicate] = {}
        self.relatives: list[tuple[int, int]] = []
        self.landmarks: list[int] = []

    def before(self, i: int) -> Iterator[Predicate]:
        """The predicates before token `i`, the nearest first."""
        return reversed([predicate for predicate in self.predicates if predicate.i < i])

    def main_verbs_before(self, i: int) -> list[Predicate]:
        """The verbs before token `i` with a subject and outside relative clauses, the nearest first."""
        return [verb for verb in self.before(i) if verb.finite and verb.subject and not verb.in_relative]


def can_take_part(node: Node) -> bool:
    """Whether `node` can act or be acted upon: a party, a state named by a place, or an outlet."""
    return node.kind in PARTIES or (node.kind == PLACE and node.state is not None) or node.kind == OUTLET
