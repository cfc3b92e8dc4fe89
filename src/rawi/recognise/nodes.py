"""A scene: the tokens of a report with what has been recognised in them, ready for the claim rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from rawi.arabic.sentences import split_sentences
from rawi.arabic.tokens import BREAK, Token, tokenise
from rawi.knowledge import Knowledge
from rawi.knowledge.gazetteer import Place
from rawi.knowledge.lexicon import NOTHING, Analysis
from rawi.recognise.times.records import TimeMention

ACTOR, PERSON, PLACE, TIME, GROUP, DUAL, QUANTITY, OUTLET, ADJECTIVE = (
    "actor", "person", "place", "time", "group", "dual", "quantity", "outlet", "adjective",
)  # fmt: skip
#: The kinds of node that can take part in a claim.
PARTIES = frozenset({ACTOR, PERSON, GROUP, DUAL})
#: What a place is still to be resolved to that is a part of the country spoken of: شمالي البلاد.
COUNTRY = "country"
#: The name of a group that is only a number of people: العشرات.
MANY = "many"


class Node:
    """Tokens `i` to `j` (exclusive) that stand for one thing.

    `name_i` is where the name itself begins, behind a title; `pro` are the particles written onto the
    first word. `state` is the state that a place name may stand for ("Moscow said"). `members` says
    that the words stand for people of the entity. `unresolved` is the short name still to be resolved.
    """

    __slots__ = (
        "admin1", "by", "cited", "container", "count", "country", "end", "entity", "feminine",
        "force", "i", "j", "key", "kind", "members", "name", "name_en", "name_i", "number", "place", "pro",
        "rank", "source_kind", "start", "state", "suffix", "time", "title", "unresolved",
    )  # fmt: skip

    def __init__(self, kind: str, i: int, j: int, start: int, end: int, **more: object) -> None:
        self.kind, self.i, self.j, self.start, self.end = kind, i, j, start, end
        self.name_i = i
        self.entity: str | None = None
        self.name: str | None = None
        self.name_en: str | None = None
        self.by: str | None = None
        self.pro = ""
        self.state: str | None = None
        self.country: str | None = None
        self.admin1: str | None = None
        self.place: Place | None = None
        self.count: str | None = None
        self.time: TimeMention | None = None
        self.members = False
        self.cited = False
        self.force = False
        self.container = False
        self.feminine = False
        self.number = "s"
        self.unresolved: str | None = None
        self.key: str | None = None
        self.source_kind: str | None = None
        self.title: Title | None = None
        self.rank = False
        self.suffix = ""
        for name, value in more.items():
            setattr(self, name, value)

    def __repr__(self) -> str:
        return f"<{self.kind} {self.i}-{self.j} {self.entity or self.name or self.unresolved}>"


def as_place(node: Node) -> Node:
    """The place that the name of a state stands for behind a verb of movement; any other node as it is."""
    if node.kind != ACTOR or node.place is None or node.place.kind != "country":
        return node
    place = node.place
    return Node(PLACE, node.i, node.j, node.start, node.end, place=place, by="gazetteer", entity=place.id,
                name=place.ar, name_en=place.en, country=place.country, pro=node.pro)  # fmt: skip


class Title:
    """A post named before or beside a person: its words, and the body or adjective it belongs to."""

    __slots__ = ("end", "former", "i", "j", "org", "role", "start", "state")

    def __init__(self, i: int, j: int, start: int, end: int) -> None:
        self.i, self.j, self.start, self.end = i, j, start, end
        self.org: Node | None = None
        self.state: Node | None = None
        self.former = False
        self.role = "holds"


@lru_cache(maxsize=8)
def first_words(phrases: frozenset[str]) -> frozenset[str]:
    """The first words of phrases, remembered for each set of them."""
    return frozenset(phrase.split()[0] for phrase in phrases)


class Scene:
    """The tokens, their analyses, the sentences and the nodes of one text."""

    def __init__(self, text: str, knowledge: Knowledge, published: str | None, outlet: str | None) -> None:
        self.text = text
        self.knowledge = knowledge
        self.published = published
        self.outlet = outlet
        self.tokens: list[Token] = tokenise(text)
        self.norms = [token.norm for token in self.tokens]
        self.size = len(self.tokens)
        self.words: list[Analysis] = list(map(knowledge.lexicon.analyse, self.norms))
        for index, word in enumerate(self.words):
            if word is NOTHING:
                continue
            if word.suffix == "ه" and text[self.tokens[index].end - 1] == "ة":
                self.words[index] = NOTHING
            elif (
                "finite" in word.tags
                and "\u064b" in text[self.tokens[index].end - 2 : self.tokens[index].end]
            ):
                self.words[index] = word.without_verbs()
        self.sentences: list[tuple[int, int]] = split_sentences(self.tokens)
        self.nodes: list[Node] = []
        self._starts: list[int] = []
        self.owner: list[Node | None] = [None] * len(self.tokens)
        self.main_country: str | None = None

    def add(self, node: Node) -> None:
        """Put `node` into the scene, behind all others; its tokens are its own from now on."""
        self.nodes.append(node)
        self._starts.append(node.i)
        for index in range(node.i, node.j):
            self.owner[index] = node

    def between(self, first: int, last: int) -> Iterator[Node]:
        """The nodes that begin within tokens `first` to `last` (exclusive), in order."""
        starts = self._starts
        return iter(self.nodes[bisect_left(starts, first) : bisect_left(starts, last)])

    def before(self, index: int, reach: int = 400) -> Iterator[Node]:
        """The nodes that begin before token `index`, nearest first, at most `reach` of them."""
        stop = bisect_left(self._starts, index)
        for k in range(stop - 1, max(stop - 1 - reach, -1), -1):
            yield self.nodes[k]

    def norm(self, index: int) -> str:
        """The folded form of token `index`, or an empty string outside the text."""
        return self.norms[index] if 0 <= index < self.size else ""

    def has_phrase(self, index: int, phrases: frozenset[str]) -> bool:
        """Whether token `index` and the next are one of the folded `phrases` of two words."""
        first = self.norm(index)
        return first in first_words(phrases) and f"{first} {self.norm(index + 1)}" in phrases

    def is_break(self, index: int) -> bool:
        """Whether token `index` is a line break or outside the text."""
        return not 0 <= index < len(self.tokens) or self.tokens[index].kind == BREAK
