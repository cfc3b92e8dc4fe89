"""Where the parts of a sentence stand: predicates, their subjects, objects and prepositional phrases.

No full parse: Arabic news sentences are read through the order of their parts (verb-subject-object,
subject-verb, verbal noun + genitive), particles that open clauses, and agreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rawi.arabic.tokens import BREAK, MARK, WORD
from rawi.knowledge.lexicon import Analysis, Inflection, Rule, Sense
from rawi.recognise.nodes import (
    ACTOR,
    ADJECTIVE,
    DUAL,
    GROUP,
    OUTLET,
    PARTIES,
    PERSON,
    PLACE,
    QUANTITY,
    TIME,
    Node,
    Scene,
)  # fmt: skip

_FAR = 45
_AUXILIARIES = {"قد", "لم", "لن", "لا", "ما", "سوف", "كان", "كانت", "كانوا", "كانا", "فقد", "وقد", "فكان", "لقد", "يكون",
                "تكون", "ليس", "زال", "زالت", "يزال", "ايضا"}  # fmt: skip
_CONTRAST = {"فيما", "بينما", "لكن", "لكنه", "لكنها", "حيث", "اذ", "عندما", "بعدما", "حينما", "كما", "لان", "لانه",
             "لانها", "ريثما", "اما", "واما", "ثم", "بحيث"}  # fmt: skip


@dataclass(eq=False, slots=True)
class Predicate:
    """A word that says that something happens: a verb, a verbal noun or a participle.

    `form` is verb, passive, noun, act or pas. The parts are filled by `Syntax.fill`.
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
    """One sentence of a scene."""

    def __init__(self, scene: Scene, first: int, end: int) -> None:
        self.scene, self.first, self.end = scene, _behind_dateline(scene, first, end), end
        first = self.first
        self.tokens, self.words, self.owner = scene.tokens, scene.words, scene.owner
        self.predicates: list[Predicate] = []
        self.by_token: dict[int, Predicate] = {}
        self.relatives: list[tuple[int, int]] = []
        for i in range(first, end):
            predicate = self._predicate(i)
            if predicate is not None:
                self.predicates.append(predicate)
                self.by_token[i] = predicate
        for predicate in self.predicates:
            predicate.limit = self._limit(predicate)
            predicate.left = self._left(predicate)
            predicate.in_relative = self._in_relative(predicate)
            if predicate.in_relative:
                opener = self._relative_opener(predicate)
                assert opener is not None
                self.relatives.append((opener, self._after_relative(opener, self.end)))

    # ------------------------------------------------------------------ finding predicates

    def _predicate(self, i: int) -> Predicate | None:
        if self.owner[i] is not None or self.tokens[i].kind != WORD:
            return None
        word = self.words[i]
        if not word.tags & {"finite", "trigger"} or self.tokens[i].norm in _AMONG:
            return None
        if word.tags & {"prepositions", "subordinators"} and not word.article and not word.suffix:
            following = self.scene.norm(i + 1)
            if not any(s.rule and s.inflection.tense and following in s.rule.with_ for s in word.senses):
                return None
        verbs = tuple(s for s in word.senses if s.inflection.tense and not word.article)
        if verbs and (
            self._behind_preposition(i) or self.scene.norm(i - 1) in ("اطار", "سبيل", "اجل", "سياق")
        ):
            verbs = ()
        nouns = tuple(s for s in word.senses if s.rule and not s.inflection.tense)
        if verbs and nouns:
            if self._is_nominal(i, verbs):
                verbs = ()
            else:
                nouns = ()
        if verbs:
            if "ل" in word.pro or "ب" in word.pro or "ك" in word.pro:
                if not ("ل" in word.pro and verbs[0].inflection.tense == "present"):
                    return None
            form = (
                "passive"
                if all(s.tag == "passive" for s in verbs if s.rule) and any(s.rule for s in verbs)
                else "verb"
            )
            return Predicate(i, form, word, verbs, verbs[0].inflection)
        if nouns:
            return Predicate(i, nouns[0].tag, word, nouns, nouns[0].inflection)
        return None

    def _behind_preposition(self, i: int) -> bool:
        """Whether the word before is a preposition, which no finite verb follows."""
        if i == self.first or self.owner[i - 1] is not None:
            return False
        word = self.words[i - 1]
        if self.scene.norm(i - 2) in ("هي", "هو", "هم", "كان", "كانت") or self.scene.norm(i - 1).endswith("ما"):
            return False
        return bool(word.tags & {"prepositions", "according"}) and not word.article and not word.suffix and (
            self.tokens[i - 1].norm not in ("ان", "حتي", "منذ", "غير", "دون")
        )  # fmt: skip

    def topic(self, predicate: Predicate) -> Node | None:
        """The node that stands before its verb as its subject, if one does."""
        return self._left_subject(predicate)

    def _is_nominal(self, i: int, verbs: tuple[Sense, ...]) -> bool:
        """Whether a word that can be verb or noun is a noun here."""
        word = self.words[i]
        if word.article or set(word.pro) & set("بلك"):
            return True
        if not word.pro and any(self.scene.norm(k) in _RESUMED for k in (i + 1, i + 2)):
            return False
        if word.suffix and verbs[0].inflection.tense == "past" and self.scene.norm(i - 1) in _PREPOSITIONS:
            return True
        j = i - 1
        if j < self.first:
            following = self.owner[i + 1] if i + 1 < self.end else None
            if following is not None and following.kind == ADJECTIVE:
                return True
            return self.scene.norm(self.end - 1) not in (".", "؟", "!") and self._genitive_follows(i)
        before = self.words[j]
        if self.owner[j] is None and before.tags & {"prepositions"}:
            return True
        if self.owner[j] is None and self.tokens[j].norm in (
            "ان",
            "انه",
            "انها",
            "انهم",
            "التي",
            "الذي",
            "الذين",
            "قد",
            "فقد",
        ):
            return False
        if j in self.by_token and not word.pro:
            return True
        if self.owner[j] is not None and j - 1 >= self.first and not word.pro:
            k = self.owner[j].i - 1
            if k in self.by_token and self.by_token[k].finite:
                return True
        if not word.pro and verbs[0].inflection.tense == "past" and self._follows_verb(i):
            return True
        if (
            word.pro == "و"
            and word.suffix
            and self.predicates
            and not self.predicates[-1].finite
            and self.predicates[-1].i == i - 1
        ):
            return True
        if (
            word.pro == "و"
            and self.predicates
            and not self.predicates[-1].finite
            and self._genitive_follows(i)
        ):
            return True
        return False

    def _follows_verb(self, i: int) -> bool:
        """Whether a finite verb stands before in the same clause: two do not follow without a particle."""
        for k in range(i - 1, max(self.first, i - 30) - 1, -1):
            if self.owner[k] is not None:
                continue
            tags = self.words[k].tags
            norm = self.tokens[k].norm
            if (
                tags & {"subordinators", "relatives"}
                or norm in _CONTRAST
                or norm in (":", "؛", ".")
                or norm in _AUXILIARIES
            ):
                return False
            other = self.by_token.get(k)
            if other is not None and other.finite:
                return True
        return False

    def _genitive_follows(self, i: int) -> bool:
        """Whether what follows is a genitive: a definite noun right behind, without a nominative ending."""
        node = self.owner[i + 1] if i + 1 < self.end else None
        if node is None:
            return i + 1 < self.end and self.tokens[i + 1].norm.startswith("ال")
        return node.number != "d" and not node.pro

    # ------------------------------------------------------------------ boundaries

    def _limit(self, predicate: Predicate) -> int:
        """The first token behind `predicate` that is no longer its own."""
        i = predicate.i + 1
        stop = min(self.end, predicate.i + _FAR)
        while i < stop:
            token = self.tokens[i]
            node = self.owner[i]
            if node is not None:
                i = max(node.j, i + 1)
                continue
            if token.kind == BREAK or token.norm in (":", ";", "؛"):
                return i
            if token.norm == "(":
                i = self._close_bracket(i)
                continue
            tags = self.words[i].tags
            if (
                self.tokens[i - 1].norm == "،"
                and token.norm.startswith("ف")
                and self.words[i].pro.startswith("ف")
            ):
                return i
            if "relatives" in tags:
                i = self._after_relative(i, stop)
                if i >= stop:
                    return stop
                continue
            if tags & {"subordinators"} or (token.norm in _CONTRAST and i > predicate.i + 1):
                return i
            other = self.by_token.get(i)
            if other is not None and other.finite and token.norm not in _AUXILIARIES:
                if (
                    not predicate.finite
                    and i - predicate.i <= 2
                    and "light_existential" in other.word.tags
                    and not other.word.pro
                ):
                    predicate.light = other
                    i += 1
                    continue
                if self._is_bare_relative(i):
                    i = self._after_relative(i, stop)
                    continue
                return i
            if other is not None and other.form == "act" and self._is_circumstance(i):
                return i
            if "report_participles" in tags and self._is_circumstance(i):
                return i
            i += 1
        return stop

    def _is_bare_relative(self, i: int) -> bool:
        """A finite verb with an object pronoun right behind an indefinite noun: بيان أصدرته, مبادرة أطلقها."""
        word = self.words[i]
        if word.pro or i == self.first:
            return False
        before = self.tokens[i - 1]
        if not word.suffix and not any(self.scene.norm(k) in _RESUMED for k in (i + 1, i + 2)):
            senses = [s for s in word.senses if s.inflection.tense == "present"]
            if (
                not senses
                or word.future
                or before.norm in _AUXILIARIES
                or self.words[i - 1].tags & _PARTICLES
            ):
                return False
            if before.norm in _ADVERBS or before.norm in _CONTRAST or len(before.norm) < 3:
                return False
        return (before.kind == WORD and not before.norm.startswith("ال") and self.owner[i - 1] is None) or (
            before.norm == '"'
        )  # fmt: skip

    def _is_circumstance(self, i: int) -> bool:
        """An indefinite participle that opens a circumstance: متهماً, مطالبين, مؤكدة."""
        word = self.words[i]
        if word.article or word.pro not in ("", "و"):
            return False
        norm = self.tokens[i].norm
        return norm.endswith(("ا", "ه", "ين")) and self.owner[i] is None

    def _close_bracket(self, i: int) -> int:
        for k in range(i + 1, min(i + 12, self.end)):
            if self.tokens[k].norm == ")":
                return k + 1
        return i + 1

    def _after_relative(self, i: int, stop: int) -> int:
        """Where the relative clause at `i` ends: behind the next comma, or at `stop`."""
        for k in range(i + 1, stop):
            if self.tokens[k].norm in ("،", ","):
                return k + 1
        return stop

    def _left(self, predicate: Predicate) -> int:
        """The first token of the clause that `predicate` stands in."""
        i = predicate.i - 1
        while i >= self.first:
            token = self.tokens[i]
            node = self.owner[i]
            if node is not None:
                i = node.i - 1
                continue
            tags = self.words[i].tags
            if token.norm in (":", ";", "؛") or tags & {"subordinators"} or "relatives" in tags:
                return i + 1
            if token.norm in _CONTRAST and token.norm not in ("غير", "الا"):
                return i + 1
            other = self.by_token.get(i)
            if other is not None and other.finite and token.norm not in _AUXILIARIES:
                opener = self._relative_opener(other)
                if opener is None:
                    return i + 1
                i = opener - 1
                continue
            i -= 1
        return self.first

    def _relative_opener(self, predicate: Predicate) -> int | None:
        """The token of the relative pronoun that `predicate` stands behind, if it does."""
        k = predicate.i - 1
        while k >= self.first and (
            self.tokens[k].norm in _AUXILIARIES or (self.owner[k] is not None and k > predicate.i - 4)
        ):
            k -= 1
        if k >= self.first and "relatives" in self.words[k].tags and self.owner[k] is None:
            return k
        if self._is_bare_relative(predicate.i):
            return predicate.i
        return None

    def _in_relative(self, predicate: Predicate) -> bool:
        return predicate.finite and self._relative_opener(predicate) is not None

    # ------------------------------------------------------------------ parts

    def hidden(self, node: Node, predicate: Predicate) -> bool:
        """Whether `node` stands inside a relative clause that `predicate` is outside of."""
        return any(
            first <= node.i < end and not first - 3 <= predicate.i < end for first, end in self.relatives
        )

    def preposition(self, node: Node) -> str:
        """The preposition that governs `node`, folded, or an empty string."""
        pro = node.pro.lstrip("وف")
        if pro:
            return pro[-1]
        k = node.i - 1
        while k >= self.first and self.tokens[k].norm in ('"', "("):
            k -= 1
        if k < self.first or self.owner[k] is not None:
            return ""
        norm = self.tokens[k].norm
        if norm in ("ب", "ل", "ك", "لل"):
            return norm[0]
        if self.words[k].tags & {"prepositions"}:
            for pro, rest in _rests(norm):
                if rest in _PREPOSITIONS:
                    return "الي" if rest == "الى" else rest
            return norm
        return ""

    def coordinates(self, node: Node, limit: int) -> list[Node]:
        """`node` and the parties joined to it by و or commas, up to token `limit`."""
        chain = [node]
        i = node.j
        comma = False
        while i < limit:
            norm = self.tokens[i].norm
            following = self.owner[i]
            if following is not None and following.i == i:
                if following.kind == ADJECTIVE and not following.pro and not comma:
                    i = following.j
                    continue
                behind = self.owner[following.j] if following.j < limit else None
                if (
                    following.kind in (ADJECTIVE, ACTOR, GROUP)
                    and following.pro == "و"
                    and chain[-1].kind == PERSON
                    and behind is not None
                    and behind.kind == PERSON
                    and not behind.pro
                    and behind.title is None
                ):
                    chain.append(behind)
                    i = behind.j
                    continue
                if (
                    following.kind == PERSON
                    and following.pro == "و"
                    and following.title is not None
                    and (chain[-1].kind == GROUP and chain[-1].title is not None and i == following.i)
                ):
                    chain[-1] = following
                    i = following.j
                    continue
                if (
                    following.kind == PERSON
                    and chain[-1].kind in (GROUP, ACTOR)
                    and not following.pro
                    and not comma
                ):
                    return chain
                joined = following.pro in ("و", "ثم") or self.tokens[i - 1].norm == "و"
                if (
                    following.kind == PERSON
                    and self.tokens[following.i - 1].norm in _LED_BY
                    and chain[-1].kind != PERSON
                ):
                    i = following.j
                    continue
                if following.kind not in PARTIES and not (
                    following.kind == PLACE and (following.state or node.kind == PLACE)
                ):
                    break
                if joined or (
                    comma and following.kind == chain[-1].kind and self._list_goes_on(following, limit)
                ):
                    if not _alike(chain[0], following) or self._opens_clause(following, limit):
                        break
                    chain.append(following)
                    i = following.j
                    comma = False
                    continue
                break
            if norm in ("،", ","):
                comma = True
                i += 1
                continue
            if norm == "(":
                i = self._close_bracket(i)
                continue
            if norm in ('"', "و", "كذا", "وكذا", "ثم", "كل", "وكل") or norm in _LED_BY:
                i += 1
                continue
            if (
                norm in _AMONG
                and i + 1 < limit
                and self.owner[i + 1] is not None
                and self.owner[i + 1].kind in (ACTOR, PERSON)
            ):
                chain.append(self.owner[i + 1])
                i = self.owner[i + 1].j
                comma = False
                continue
            if self.words[i].tags & {"formerly"}:
                i += 1
                continue
            break
        return chain

    def _list_goes_on(self, node: Node, limit: int) -> bool:
        """Whether a list that reaches `node` by a comma goes on behind it with و or another comma."""
        k = node.j
        return k < limit and (
            self.tokens[k].norm in ("،", ",", "و") or (self.owner[k] is not None and self.owner[k].pro == "و")
        )

    def _opens_clause(self, node: Node, limit: int) -> bool:
        """Whether a joined node is the subject of a new clause: its own plural verb or a verb right behind."""
        other = self.by_token.get(node.j)
        return other is not None and other.finite and not other.word.pro and other.inflection.number == "s"

    def fill(self, predicate: Predicate) -> None:
        """Find the subject, objects, genitive and phrases of `predicate`."""
        if predicate.finite:
            self._fill_verb(predicate)
        else:
            self._fill_noun(predicate)
        self._fill_phrases(predicate)

    def _direct(self, first: int, limit: int) -> Iterator[Node]:
        """The nodes without a preposition from `first` to `limit`, before any verbal noun."""
        i = first
        while i < limit:
            node = self.owner[i]
            if node is None:
                other = self.by_token.get(i)
                if other is not None and other.i != first - 1 and not other.finite:
                    return
                if "relatives" in self.words[i].tags:
                    i = self._after_relative(i, limit)
                    continue
                if self.tokens[i].norm == "(":
                    i = self._close_bracket(i)
                    continue
                i += 1
                continue
            if (
                node.i == i
                and not node.cited
                and self.scene.norm(node.i - 1) != "("
                and not self.preposition(node)
                and not self._is_genitive(node)
            ):
                yield node
            i = max(node.j, i + 1)

    def _is_genitive(self, node: Node) -> bool:
        """Whether a plain noun that is no node stands right before `node` and owns it: إدارة الدولة."""
        if self.scene.norm(node.i - 1) in _AMONG and node.kind not in (ACTOR, PERSON):
            return True
        k = node.i - 1
        if k < self.first or self.owner[k] is not None or self.tokens[k].kind != WORD or node.pro:
            return False
        word = self.words[k]
        if word.tags & {
            "finite",
            "prepositions",
            "subordinators",
            "relatives",
            "negations",
            "clause_openers",
            "auxiliaries",
        }:
            return False
        norm = self.tokens[k].norm
        if norm.startswith("ال") or norm.endswith(("ا", "ون")) or norm in _AUXILIARIES or norm in _ADVERBS:
            return False
        if norm in _TRANSPARENT or any(rest in _TRANSPARENT for _, rest in _rests(norm)):
            return False
        return k not in self.by_token

    def _party(self, node: Node) -> bool:
        return node.kind in PARTIES or (node.kind == PLACE and node.state is not None) or node.kind == OUTLET

    def _fill_verb(self, predicate: Predicate) -> None:
        inflection = predicate.inflection
        right = [
            node
            for node in self._direct(predicate.i + 1, predicate.limit)
            if self._party(node) or node.kind in (QUANTITY, PLACE, ADJECTIVE)
        ]
        parties = [node for node in right if self._party(node)]
        left = self._left_subject(predicate)
        opener = self._relative_opener(predicate)
        if opener is not None:
            predicate.antecedent = self._antecedent_of_relative(opener)
        subject: Node | None = None
        if opener is not None and predicate.word.suffix and parties:
            subject = parties[0]
        elif (inflection.number in ("d", "p") and inflection.tense) or (left is not None and predicate.word.pro in ("", "ف")):
            subject = left
        elif parties and parties[0].i - predicate.i < 16 and self._may_be_subject(predicate, parties[0]):
            subject = parties[0]
        elif left is not None and predicate.word.pro not in ("و", "ف"):
            subject = left
        if subject is None and opener is not None and not predicate.word.suffix:
            subject = predicate.antecedent
        if subject is None and opener is not None and predicate.word.suffix and parties:
            subject = parties[0]
        if subject is not None:
            predicate.subject = self.coordinates(
                subject, predicate.limit if subject.i > predicate.i else predicate.i
            )
        used = set(map(id, predicate.subject))
        for node in parties if parties else ():
            if id(node) not in used and node.kind != OUTLET:
                predicate.objects = self.coordinates(node, predicate.limit)
                break
        if not predicate.objects:
            places = [node for node in right if node.kind == PLACE and id(node) not in used]
            if places:
                predicate.objects = self.coordinates(places[0], predicate.limit)

    def _may_be_subject(self, predicate: Predicate, node: Node) -> bool:
        """Whether a verb in the singular agrees in gender with a node behind it."""
        if (
            (node.kind == GROUP
            and node.title is None)
            or node.kind == QUANTITY
            or node.members
            or predicate.word.suffix
        ):
            return True
        feminine = node.feminine or node.kind == PLACE
        if node.kind == DUAL:
            feminine = self.tokens[node.i].norm.endswith(("تان", "تين"))
            if self.tokens[node.i].norm.endswith("ين"):
                return False
        return feminine == (predicate.inflection.gender == "f")

    def _left_subject(self, predicate: Predicate) -> Node | None:
        """The topic that stands before its verb: the first node of the clause without a preposition."""
        candidate = None
        i = predicate.left
        while i < predicate.i:
            node = self.owner[i]
            if node is None:
                other = self.by_token.get(i)
                if (
                    other is not None
                    and not other.finite
                    and other.form == "noun"
                    and self.preposition_before(i) == ""
                ):
                    return None if candidate is None else candidate
                if "relatives" in self.words[i].tags:
                    i = self._after_relative(i, predicate.i)
                    continue
                i += 1
                continue
            if (
                node.i >= predicate.left
                and not node.cited
                and self._party(node)
                and not self.preposition(node)
                and not self._is_genitive(node)
            ):
                candidate = node
                break
            i = max(node.j, i + 1)
        if candidate is None:
            return None
        inflection = predicate.inflection
        if (
            inflection.number == "s"
            and inflection.gender == "m"
            and candidate.feminine
            and candidate.kind != GROUP
        ):
            return None
        return candidate

    def preposition_before(self, i: int) -> str:
        """The preposition written before or onto token `i`, folded, or an empty string."""
        pro = self.words[i].pro.lstrip("وف")
        if pro:
            return pro[-1]
        norm = self.scene.norm(i - 1)
        if i - 1 >= self.first and self.owner[i - 1] is None:
            for _, rest in _rests(norm):
                if rest in _PREPOSITIONS:
                    return "الي" if rest == "الى" else rest
        return ""

    def _antecedent_of_relative(self, opener: int) -> Node | None:
        """The node that a relative pronoun stands for: the nearest before it."""
        k = opener - 1
        while k >= self.first and opener - k < 12:
            node = self.owner[k]
            if node is not None and (self._party(node) or node.kind == PLACE):
                return node
            if node is None and self.tokens[k].kind == WORD and k < opener - 3:
                return None
            k -= 1
        return None

    def _fill_noun(self, predicate: Predicate) -> None:
        i = predicate.i + 1
        while i < predicate.limit and (
            self.tokens[i].norm == '"'
            or (self.owner[i] is None and i not in self.by_token and self._is_modifier(i))
        ):
            i += 1
        node = self.owner[i] if i < predicate.limit else None
        if node is not None and not predicate.word.suffix and not predicate.word.article:
            if (self._party(node) or node.kind in (PLACE, QUANTITY, ADJECTIVE)) and (
                not self.preposition(node) or (node.kind == GROUP and node.pro == "")
            ):
                predicate.genitive = self.coordinates(node, predicate.limit)

    def _is_modifier(self, i: int) -> bool:
        norm = self.tokens[i].norm
        return self.words[i].tags <= {"former", "title_scope"} and norm in _QUANTIFIERS

    def _fill_phrases(self, predicate: Predicate) -> None:
        for node in self.scene.between(predicate.i + 1, predicate.limit):
            preposition = self.preposition(node)
            if preposition and (self._party(node) or node.kind in (PLACE, QUANTITY)):
                if any(node in nodes for _, nodes, _ in predicate.phrases):
                    continue
                predicate.phrases.append((preposition, self.coordinates(node, predicate.limit), node.i))


def _behind_dateline(scene: Scene, first: int, end: int) -> int:
    """The first token behind a dateline such as `مأرب (اليمن) -` or `سوتشي – سنابل`, else `first`."""
    for k in range(first + 1, min(first + 12, end - 4)):
        token = scene.tokens[k]
        if (
            token.norm == "/"
            and scene.owner[k] is None
            and k < first + 6
            and scene.tokens[k + 1].start > token.end
            and not any(scene.words[m].is_verb and scene.owner[m] is None for m in range(first, k))
        ):
            return k + 1
        if token.norm in ("-", "–", "—", "ـ", "|", "ــ") and token.kind == MARK:
            spaced = token.start > scene.tokens[k - 1].end or scene.tokens[k + 1].start > token.end
            if (spaced or (scene.owner[k - 1] is not None and scene.owner[k - 1].kind == PLACE)) and not any(
                scene.owner[m] is None and scene.words[m].is_verb for m in range(first, k)
            ):
                while k + 1 < end and scene.tokens[k + 1].norm in ("-", "–"):
                    k += 1
                return k + 1
    return first


def _alike(first: Node, second: Node) -> bool:
    if PLACE in (first.kind, second.kind):
        if first.kind == second.kind:
            return True
        return bool(first.state or first.kind in PARTIES) and bool(second.state or second.kind in PARTIES)
    return True


def _rests(norm: str) -> tuple[tuple[str, str], ...]:
    from rawi.arabic.clitics import splits

    return splits(norm)


_QUANTIFIERS = {
    "جميع",
    "كل",
    "كافه",
    "بعض",
    "عده",
    "معظم",
    "عدد",
    "نحو",
    "كبار",
    "جميعا",
    "من",
    "مءات",
    "عشرات",
    "الاف",
} - {"من"}
_RESUMED = {
    "اليه",
    "اليها",
    "عليه",
    "عليها",
    "فيه",
    "فيها",
    "منه",
    "منها",
    "عنه",
    "عنها",
    "به",
    "بها",
    "بينهما",
}
_PARTICLES = {
    "subordinators",
    "negations",
    "future",
    "condition",
    "clause_openers",
    "finite",
    "contrast",
    "possible",
}
_LED_BY = {"بقياده", "برئاسه", "برياسه", "بزعامه"}
_AMONG = {"ومنهم", "منهم", "بينهم", "وبينهم", "ابرزها", "ابرزهم", "بينها", "ومنها", "منها", "واهمها"}
_TRANSPARENT = {"سراح", "سبيل", "حياه", "جميع", "كل", "كلا", "كافه", "بعض", "معظم", "نحو", "عشرات", "مئات", "الاف", "عدد",
                "عده", "ثلاثه", "اربعه", "خمسه", "مجموعه", "غالبيه", "اهالي", "كبار", "بقيه", "سائر", "حوالي", "قرابه"}  # fmt: skip
_ADVERBS = {"امس", "اليوم", "مساء", "صباحا", "ليلا", "فجر", "معا", "ايضا", "رسميا", "كلا", "كل", "هناك", "بدوره", "بدورها",
            "حينها", "لاحقا", "مجددا", "ميدانيا", "تماما", "قبل", "بعد"}  # fmt: skip
_PREPOSITIONS = {
    "من", "الي", "الى", "علي", "في", "عن", "مع", "بين", "ضد", "نحو", "باتجاه", "خارج", "داخل", "عبر", "لدي", "عند",
    "تحت", "ضمن", "خلال", "قرب", "حول", "بشان", "بحق", "لصالح", "تجاه", "امام", "شمال", "جنوب", "شرق", "غرب", "شمالي",
    "جنوبي", "شرقي", "غربي", "وسط", "اثر", "عقب", "بعد", "قبل", "غداه", "منذ", "حتي", "دون", "بدون", "اثناء", "بعيد",
    "قبيل", "رغم", "بسبب", "مقابل", "بهدف", "ب", "ل", "ك",
}  # fmt: skip
_ = (ACTOR, DUAL, MARK, TIME, Rule)
