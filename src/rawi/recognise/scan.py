"""The state of one scan through a scene, and the small questions that every recogniser asks of its words.

In: a scene. Out: nodes built from tokens, the words of a token without its particles, quotation marks
closed. It decides nothing about what a word stands for; `recogniser` and the modules it calls do.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rawi.arabic.characters import fold
from rawi.arabic.clitics import splits
from rawi.arabic.tokens import WORD
from rawi.knowledge import Ref
from rawi.recognise.nodes import Node, Scene
from rawi.recognise.openings import openings_of
from rawi.recognise.vocabulary import vocabulary_of

_DEFINITE = ("ال", "لل")
_ADJECTIVE_ENDINGS = ("ه", "ا", "ان", "تان", "ين", "تين", "ون", "ات")
#: Letters that, before an unknown word in ـي, may as well be a particle: وحلفاؤ.
_PARTICLES = ("و",)


class Scan:
    """Where a scan stands: the scene, the sentence's `end`, and the names read in full so far.

    `families` are the short forms of persons named before, `family_firsts` the first words of these,
    `place_heads` the heads of places named before (مدينة behind مدينة منبج), `named_places` the last words of
    their names. `openings` say what a word may begin. `days` are the tokens at which a day is told from
    publication on (أمس, غداً السبت), where no name goes on, `times` all at which a time is told. `find`
    is what finds the node at any token.
    """

    __slots__ = (
        "_find", "days", "end", "families", "family_firsts", "knowledge", "named_places", "names", "norm",
        "openings", "owner", "place_heads", "scene", "text", "times", "tokens", "vocabulary", "words",
    )  # fmt: skip

    def __init__(self, scene: Scene, find: Callable[[Scan, int], Node | None]) -> None:
        self.scene = scene
        self.text, self.tokens, self.words = scene.text, scene.tokens, scene.words
        self.owner, self.norm = scene.owner, scene.norm
        self.knowledge, self.names = scene.knowledge, scene.knowledge.names
        self.vocabulary = vocabulary_of(scene.knowledge.lexicon)
        self.openings = openings_of(scene.knowledge)
        self.families: dict[str, Node] = {}
        self.family_firsts: frozenset[str] = frozenset()
        self.place_heads: set[str] = set()
        self.named_places: set[str] = set()
        self.days: frozenset[int] = frozenset()
        self.times: frozenset[int] = frozenset()
        self.end = 0
        self._find = find

    def node_at(self, i: int) -> Node | None:
        """The node that begins at token `i`, of whatever kind, or None."""
        return self._find(self, i)

    def longest_name(self, i: int) -> tuple[int, str, list[Ref]] | None:
        """The longest known name at token `i` of the sentence: (end token, particles, references)."""
        return self.names.longest(self.tokens, i, self.end)

    # ------------------------------------------------------------------ building nodes

    def node(self, kind: str, i: int, j: int, pro: str = "", **more: object) -> Node:
        """A node of tokens `i` to `j`; its span leaves out the particles `pro` written onto the first."""
        token = self.tokens[i]
        start = token.start
        if pro and token.norm != pro:
            raw = self.text[start : token.end]
            length = length_of_particles(raw, pro)
            # The ل of للجيش stays with the article that it has swallowed; that of لليبيا goes.
            known = any(not particles for particles, _ in self.names.starts(fold(raw[length:])))
            swallowed = raw[max(length - 1, 0) :].startswith("لل") and not known
            start += length - 1 if swallowed else length
        return Node(kind, i, j, start, self.tokens[j - 1].end, pro=pro, **more)

    def same(self, known: Node, i: int, j: int, pro: str = "", **more: object) -> Node:
        """A node of tokens `i` to `j` that stands for what `known` stands for."""
        alike: dict[str, object] = {
            "entity": known.entity, "name": known.name, "name_en": known.name_en, "by": known.by,
            "country": known.country, "unresolved": known.unresolved, "force": known.force, "name_i": known.i,
        }  # fmt: skip
        return self.node(known.kind, i, j, pro, **{**alike, **more})

    def is_feminine_head(self, i: int) -> bool:
        """Whether verbs agree in the feminine with what the head at `i` names: هيئة, قوات."""
        return self.bare(i).endswith(("ه", "ات"))

    def close_quote(self, i: int, j: int) -> int:
        """`j`, moved behind a closing quote when one was opened inside the tokens `i` to `j`."""
        quotes = sum(1 for k in range(i, j) if self.tokens[k].norm == '"')
        if quotes % 2 and j < self.end and self.tokens[j].norm == '"':
            return j + 1
        return j

    def find_mark(self, mark: str, i: int, stop: int) -> int | None:
        """The first token of `i` to `stop` within the sentence that is `mark`."""
        return next((k for k in range(i, min(stop, self.end)) if self.tokens[k].norm == mark), None)

    # ------------------------------------------------------------------ words

    def text_of(self, i: int, j: int) -> str:
        """The text of tokens `i` to `j`, as the report writes it."""
        return self.text[self.tokens[i].start : self.tokens[j - 1].end]

    def bare(self, i: int) -> str:
        """The folded word at `i` without its particles and article."""
        pro = self.words[i].pro
        norm = self.tokens[i].norm
        for split_pro, rest in splits(norm):
            if split_pro == pro:
                return rest[2:] if rest.startswith("ال") else rest
        return norm

    def looks_like_adjective(self, i: int) -> bool:
        """Whether token `i` is an adjective without the article: a listed one, or one of origin in ـي."""
        norm = self.tokens[i].norm
        if norm in self.vocabulary.not_origin_adjectives:
            return False
        stems = {norm, *(norm.removesuffix(ending) for ending in _ADJECTIVE_ENDINGS)}
        return any(
            stem in self.vocabulary.adjectives
            or (len(stem) > 3 and stem.endswith("ي") and norm[0] not in _PARTICLES)
            for stem in stems
        )

    def is_definite(self, i: int) -> bool:
        """Whether token `i` is a word with the article."""
        token = self.tokens[i]
        return (
            token.kind == WORD
            and token.norm.startswith(_DEFINITE)
            and "prepositions" not in self.words[i].tags
        )


def first_ref(refs: Sequence[Ref], *kinds: str) -> str | None:
    """The id of the first of `refs` that is of one of `kinds`."""
    for kind, id_ in refs:
        if kind in kinds:
            return id_
    return None


def has_ref(refs: Sequence[Ref], *kinds: str) -> bool:
    """Whether one of `refs` is of one of `kinds`."""
    return any(kind in kinds for kind, _ in refs)


def length_of_particles(raw: str, pro: str) -> int:
    """How many characters of `raw` the particles `pro` take up, marks included; 0 if they fill it."""
    for length in range(1, len(raw)):
        if len(fold(raw[:length])) >= len(pro):
            after = length
            while after < len(raw) and not fold(raw[after]):
                after += 1
            return after if not raw[length - 1 : length + 1].startswith("لل") else length
    return 0
