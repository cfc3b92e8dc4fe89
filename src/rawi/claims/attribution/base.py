"""The records of attribution: a frame, and the search for the frames of one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.claims.syntax import Syntax
from rawi.model import SourceLink
from rawi.recognise.nodes import Node, Scene


class Search:
    """The search for the frames of one sentence: what it reads, and the frames found so far."""

    __slots__ = ("frames", "last_chain", "last_speaker", "listed", "scene", "syntax", "written")

    def __init__(self, syntax: Syntax, last_speaker: list[Node], last_chain: list[SourceLink]) -> None:
        self.syntax = syntax
        self.scene: Scene = syntax.scene
        self.listed, self.written = syntax.listed, syntax.written
        self.last_speaker, self.last_chain = last_speaker, last_chain
        self.frames: list[Frame] = []


@dataclass(slots=True)
class Frame:
    """Tokens `start` to `end` are reported by `chain`; `speaker` are the nodes that speak."""

    start: int
    end: int
    chain: list[SourceLink]
    speaker: list[Node] = field(default_factory=list)
    denied: bool = False
    verb: int = -1
    possible: bool = False
    skip: tuple[int, int] = (0, 0)

    def covers(self, i: int) -> bool:
        """Whether token `i` is reported speech of this frame."""
        return self.start <= i < self.end and not self.skip[0] <= i < self.skip[1]
