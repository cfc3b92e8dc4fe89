"""Who says so: the source frames of a sentence, found before any event.

A reporting verb or noun (كشف أكد أفاد نقل عن، بحسب، وفقاً لـ، نقلاً عن، في بيان…) opens a frame over
the words that it reports; a frame holds a chain of sources, nearest to the publisher first. A denial
(نفى) is a frame whose content is negated. Reporting words are never events themselves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from rawi.arabic.characters import fold
from rawi.arabic.clitics import splits
from rawi.claims.syntax import Predicate, Syntax
from rawi.model import SourceLink, Span
from rawi.recognise.nodes import ACTOR, DUAL, GROUP, OUTLET, PERSON, PLACE, Node, Scene


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


_RELAYS = {"نقل", "أورد", "ذكر", "تناقل", "نشر", "اقتبس", "تداول"}
_WEAK = {"بين", "شهد", "علق", "سجل", "قدر", "تابع", "نشر", "تحدث", "حذر", "وصف", "أقر", "اعترف", "رصد", "وثق", "بث",
         "تبنى", "رأى", "اعتبر", "أبلغ", "كتب", "شدد", "روى", "أخبر", "تداول", "لفت", "أشار", "توقع", "رجح", "استبعد"}  # fmt: skip
_DECLARES = {
    "أعلن",
    "أكد",
    "كشف",
    "نفى",
    "كذب",
    "فند",
    "أنكر",
    "زعم",
    "ادعى",
    "تبنى",
    "أفاد",
    "رجح",
    "توقع",
    "نقل",
    "أورد",
}
_CONTRAST = {"فيما", "بينما", "لكن", "اما", "واما"}
_UNSURE = {"رجح", "توقع", "استبعد"}


def find_frames(syntax: Syntax, last_speaker: list[Node], last_chain: list[SourceLink]) -> list[Frame]:
    """The frames of one sentence, in order; a dropped subject is the last speaker of the text."""
    return _Finder(syntax, last_speaker, last_chain).run()


class _Finder:
    def __init__(self, syntax: Syntax, last_speaker: list[Node], last_chain: list[SourceLink]) -> None:
        self.syntax = syntax
        self.scene: Scene = syntax.scene
        self.last_speaker, self.last_chain = last_speaker, last_chain
        self.frames: list[Frame] = []

    def run(self) -> list[Frame]:
        syntax = self.syntax
        for i in range(syntax.first, syntax.end):
            if syntax.owner[i] is not None:
                continue
            tags = syntax.words[i].tags
            predicate = syntax.by_token.get(i)
            if (
                predicate is not None
                and predicate.finite
                and tags & {"report_verbs", "deny_verbs", "relay_verbs"}
            ):
                self._verb(predicate)
            elif "report_participles" in tags and i not in syntax.by_token:
                self._participle(i)
            elif "according" in tags:
                self._according(i)
            elif syntax.tokens[i].norm == "نقلا" and self.scene.norm(i + 1) == "عن":
                self._according(i + 1, cue=i)
            elif syntax.tokens[i].norm == "لسان" and self.scene.norm(i - 1) == "علي":
                self._according(i, cue=i)
        return sorted(self.frames, key=lambda frame: (frame.start, -frame.end))

    # ------------------------------------------------------------------ verbs

    def _verb(self, predicate: Predicate) -> None:
        syntax = self.syntax
        lemma = next(
            s.lemma for s in predicate.word.senses if s.tag in ("report_verbs", "deny_verbs", "relay_verbs")
        )
        denied = "deny_verbs" in predicate.word.tags
        before = self.scene.norm(predicate.i - 1)
        if (
            before == "ما"
            or self.scene.norm(predicate.i - 2) in ("حسبما", "وفقما")
            or ("according" in syntax.words[predicate.i - 1].tags
            and predicate.i > syntax.first)
        ):
            return
        syntax.fill(predicate) if not predicate.subject and not predicate.phrases else None
        that = self._that(predicate)
        if lemma in _WEAK and that is None:
            return
        if predicate.in_relative and lemma in _RELAYS and predicate.word.suffix:
            return
        sources = self._subject(predicate)
        if not sources:
            return
        chain = self._chain(predicate, sources, that, lemma)
        for node in sources:
            if node.source_kind and not node.members and node.kind == GROUP:
                node.cited = True
        if that is not None:
            start = that
        elif lemma in _DECLARES or (lemma == "قال" and self._quote_follows(predicate)):
            start = max(
                (node.j for node in predicate.subject if node.i > predicate.i), default=predicate.i + 1
            )
        else:
            return
        end = self._content_end(start, predicate, sources)
        if end > start:
            self.frames.append(
                Frame(start, end, chain, sources, denied, predicate.i, possible=lemma in _UNSURE)
            )
            self.last_speaker, self.last_chain = sources, chain

    def _that(self, predicate: Predicate) -> int | None:
        """The token where the reported clause begins, behind أن / إن or a colon."""
        syntax = self.syntax
        for k in range(predicate.i + 1, min(syntax.end, predicate.i + 40)):
            if syntax.owner[k] is not None:
                continue
            norm = syntax.tokens[k].norm
            if "subordinators" in syntax.words[k].tags:
                before = self.scene.norm(k - 1)
                if before in ("قبل", "بعد", "الي", "من", "علي", "غير", "دون", "الا", "منذ", "عن", "في"):
                    return None
                return k + 1
            if norm == ":":
                return k + 1
            if norm in (";", "؛"):
                return None
            other = syntax.by_token.get(k)
            if other is None or not other.finite or other.in_relative or other.word.suffix:
                continue
            if other.inflection.tense == "past" and (
                other.word.pro in ("و", "ف") or other.word.tags & {"report_verbs"}
            ):
                return None
        return None

    def _quote_follows(self, predicate: Predicate) -> bool:
        return any(
            self.scene.norm(k) == '"' for k in range(predicate.i + 1, min(predicate.limit, predicate.i + 14))
        )

    def _subject(self, predicate: Predicate) -> list[Node]:
        syntax = self.syntax
        topic = syntax.topic(predicate)
        if topic is not None and predicate.word.pro in ("", "ف"):
            return syntax.coordinates(topic, predicate.i)
        right = [
            node
            for node in self.scene.between(predicate.i + 1, predicate.limit)
            if _can_speak(node) and (not syntax.preposition(node))
        ]
        statement = self._statement(predicate.i + 1, predicate.limit)
        if right and right[0].i - predicate.i < 10 and (statement is None or right[0].i < statement.i):
            plural = predicate.inflection.number in ("d", "p") and predicate.inflection.tense
            if not plural or right[0].kind in (DUAL, GROUP):
                return syntax.coordinates(right[0], predicate.limit)
        if statement is not None:
            return [statement]
        if predicate.in_relative and predicate.antecedent is not None:
            return [predicate.antecedent]
        left = [
            node
            for node in self.scene.between(predicate.left, predicate.i)
            if _can_speak(node) and not syntax.preposition(node)
        ]
        if left and (predicate.word.pro in ("", "ف")):
            return syntax.coordinates(left[0], predicate.i)
        if predicate.subject:
            return predicate.subject
        earlier = [frame.speaker for frame in self.frames]
        if earlier:
            return earlier[-1]
        head = [
            n
            for n in self.scene.between(syntax.first, predicate.i)
            if _can_speak(n) and not syntax.preposition(n)
        ]
        if head and predicate.i > syntax.first + 1:
            return [head[0]]
        return self.last_speaker if predicate.word.pro in ("و", "ف") or predicate.i == syntax.first else []

    def _statement(self, first: int, limit: int) -> Node | None:
        """A statement that speaks for its body: أكد البيان أن, جاء في البيان الختامي أن."""
        for k in range(first, min(limit, first + 4)):
            if (
                self.syntax.owner[k] is None
                and "statements" in self.syntax.words[k].tags
                and self.syntax.words[k].article
            ):
                return self._pseudo(k, "organisation")
        return None

    def _pseudo(self, k: int, kind: str) -> Node:
        """A source that is no node of the scene: a statement or a document, with its adjectives."""
        tokens = self.syntax.tokens
        j = k + 1
        while j < self.syntax.end and j - k < 4:
            node = self.syntax.owner[j]
            if node is not None:
                if (
                    node.kind in (ACTOR, OUTLET)
                    and self.syntax.preposition(node) in ("", "ل")
                    and node.i == j
                ):
                    j = node.j
                break
            norm = tokens[j].norm
            if not (norm.startswith("ال") or norm in ("منها", "منه", "مشترك", "رسمي")):
                break
            j += 1
        start = tokens[k].start + len(self.syntax.words[k].pro)
        node = Node(GROUP, k, j, start, tokens[j - 1].end)
        node.source_kind = kind
        issuer = self.syntax.owner[j - 1]
        if issuer is not None and issuer.kind == ACTOR:
            node.entity, node.name, node.name_en = issuer.entity, issuer.name, issuer.name_en
        elif self.last_speaker and kind == "organisation":
            node.entity = self.last_speaker[0].entity
            node.name, node.name_en = self.last_speaker[0].name, self.last_speaker[0].name_en
        return node

    def _content_end(self, start: int, predicate: Predicate, sources: list[Node]) -> int:
        syntax = self.syntax
        for i in range(start, syntax.end):
            if syntax.owner[i] is not None:
                continue
            norm = syntax.tokens[i].norm
            if norm in _CONTRAST and i > start:
                return i
            if norm == "حين" and self.scene.norm(i - 1) == "في":
                return i - 1
            other = syntax.by_token.get(i)
            if other is None:
                if (
                    "report_participles" in syntax.words[i].tags
                    and i > start
                    and syntax.words[i].pro in ("", "و")
                    and self._opens_that(i)
                ):
                    return i
                continue
            if other.form == "act" and syntax._is_circumstance(i) and i > start:
                return i
            if (
                other.finite
                and other.inflection.tense == "past"
                and other.word.pro in ("و", "ف")
                and i > start
            ):
                if other.word.tags & {"report_verbs", "deny_verbs"} and not self._weak_only(other):
                    return i
                types = {s.rule.type for s in other.senses if s.rule}
                if types & _SPEECH and self._agrees(other, sources):
                    return i
        return syntax.end

    def _weak_only(self, predicate: Predicate) -> bool:
        lemmas = {s.lemma for s in predicate.word.senses if s.tag in ("report_verbs", "deny_verbs")}
        return lemmas <= _WEAK

    def _opens_that(self, i: int) -> bool:
        return any(
            "subordinators" in self.syntax.words[k].tags for k in range(i + 1, min(i + 5, self.syntax.end))
        )

    def _agrees(self, predicate: Predicate, sources: list[Node]) -> bool:
        """Whether the verb's gender fits the speaker, so that the speaker is its dropped subject."""
        if not sources:
            return True
        explicit = [
            n
            for n in self.scene.between(predicate.i + 1, min(predicate.limit, predicate.i + 4))
            if _can_speak(n) and not self.syntax.preposition(n)
        ]
        if explicit and not explicit[0].source_kind and predicate.objects:
            return True
        feminine = predicate.inflection.gender == "f"
        return feminine == sources[0].feminine

    # ------------------------------------------------------------------ participles and phrases

    def _participle(self, i: int) -> None:
        """مؤكداً أن, مضيفة أن: the speaker of the sentence goes on."""
        syntax = self.syntax
        if syntax.words[i].article or not syntax._is_circumstance(i):
            return
        start = next(
            (k + 1 for k in range(i + 1, min(i + 9, syntax.end)) if "subordinators" in syntax.words[k].tags),
            None,
        )
        denied = any(s.lemma == "ناف" for s in syntax.words[i].senses)
        if start is None:
            if not denied:
                return
            start = i + 1
        frame = self.frames[-1] if self.frames else None
        speaker = frame.speaker if frame else self._main_subject(i)
        if not speaker:
            return
        chain = frame.chain if frame else self._links(speaker, i)
        self.frames.append(Frame(start, self._content_end(start, _NONE, speaker), chain, speaker, denied, i))

    def _main_subject(self, i: int) -> list[Node]:
        for predicate in reversed([p for p in self.syntax.predicates if p.i < i and p.finite]):
            self.syntax.fill(predicate) if not predicate.subject else None
            if predicate.subject:
                return predicate.subject
        return self.last_speaker

    def _according(self, i: int, cue: int | None = None) -> None:
        """بحسب X, وفق ما نقلت X عن Y, نقلاً عن Y: the clause around it is reported."""
        syntax = self.syntax
        k = i + 1
        while k < syntax.end and self.scene.norm(k) in (
            "ما",
            "ل",
            '"',
            "لما",
            "به",
            "قول",
            "(",
            "تعبير",
            "بيانات",
            "تقديرات",
            "رصد",
            "الي",
        ):
            k += 1
        if k < syntax.end and syntax.owner[k] is None and syntax.words[k].tags & {"report_verbs", "relay_verbs"}:
            k += 1
            while k < syntax.end and self.scene.norm(k) in ("به", "عنه", "عنها"):
                k += 1
        node = self._source_at(k)
        if node is None:
            return
        node.cited = True
        links = self._links([node], cue if cue is not None else i)
        end = node.j
        follow = self._from_whom(node.j, min(node.j + 12, syntax.end))
        if follow is not None:
            follow.cited = True
            links += self._links([follow], cue if cue is not None else i)
            end = follow.j
        open_frame = next((frame for frame in self.frames if frame.verb < i < frame.start), None)
        if open_frame is not None and syntax.tokens[i].norm == "عن":
            return
        previous = next((frame for frame in self.frames if frame.skip[1] and i - frame.skip[1] < 3), None)
        if previous is not None and self.scene.norm(i) in ("عن", "لسان"):
            return
        start = self._scope_start(i)
        if self.scene.norm(i) == "لسان" and self.frames and False:
            return
        self.frames.append(
            Frame(
                start,
                self._scope_end(end),
                links,
                [node],
                skip=((cue if cue is not None else i), end),
                verb=-1,
            )
        )

    def _scope_start(self, i: int) -> int:
        start = self.syntax.first
        for k in range(self.syntax.first, i):
            if self.syntax.owner[k] is None and (
                self.scene.norm(k) in _CONTRAST
                or (self.scene.norm(k) == "حين"
                and self.scene.norm(k - 1) == "في")
            ):
                start = k + 1
        return start

    def _scope_end(self, i: int) -> int:
        for k in range(i, self.syntax.end):
            if self.syntax.owner[k] is None and (
                self.scene.norm(k) in _CONTRAST
                or (self.scene.norm(k) == "حين"
                and self.scene.norm(k - 1) == "في")
            ):
                return k
        return self.syntax.end

    def _source_at(self, k: int) -> Node | None:
        syntax = self.syntax
        for j in range(k, min(k + 2, syntax.end)):
            node = syntax.owner[j]
            if node is not None and node.i <= j:
                return node if _can_speak(node) else None
            tags = syntax.words[j].tags
            if syntax.tokens[j].norm in ("مصادره", "مصادرها", "مصدره"):
                return self._pseudo(j, "unnamed")
            if "documents" in tags:
                return self._pseudo(j, "document")
            if "statements" in tags:
                return self._pseudo(j, "organisation")
            if tags & {"finite", "prepositions"} and not syntax.words[j].article:
                return None
        return None

    # ------------------------------------------------------------------ chains

    def _chain(
        self, predicate: Predicate, sources: list[Node], that: int | None, lemma: str
    ) -> list[SourceLink]:
        syntax = self.syntax
        chain = self._links(sources[:1] if sources[0].kind == PERSON else sources[:1], predicate.i)
        stop = that if that is not None else min(predicate.limit, predicate.i + 30)
        for node in self._outlets_told(predicate, stop, sources[0]):
            chain = self._links([node], predicate.i) + chain
        outlet_like = sources[0].kind == OUTLET or self._is_outlet(sources[0]) or sources[0].kind == ACTOR
        if (lemma in _RELAYS and outlet_like) or sources[0].kind == OUTLET:
            first = max(node.j for node in sources) if sources[0].i > predicate.i else predicate.i + 1
            origin = self._from_whom(first, stop)
            if origin is not None:
                sources[:] = [origin]
                chain = chain + self._links([origin], predicate.i)
        return chain

    def _from_whom(self, first: int, stop: int) -> Node | None:
        """The node behind `عن` (نقلت … عن X, نقلاً عن X) within the tokens `first` to `stop`."""
        for k in range(first, stop):
            if self.syntax.owner[k] is None and self.scene.norm(k) == "عن":
                return self._source_at(k + 1)
            if self.syntax.owner[k] is None and self.scene.norm(k) in ("قوله", "قولها", "قولهم"):
                return None
        return None

    def _outlets_told(self, predicate: Predicate, stop: int, speaker: Node) -> Iterator[Node]:
        """Outlets to which the speaker spoke, or whose report carries the words."""
        syntax = self.syntax
        first = predicate.i + 1
        for node in self.scene.between(first, stop):
            if node is speaker or (node.kind != OUTLET and not self._is_outlet(node)):
                continue
            node.cited = True
            preposition = syntax.preposition(node)
            before = syntax.by_token.get(node.i - 1)
            if (preposition in ("ل", "الي", "مع") and speaker.kind != OUTLET) or (before is not None and before.finite and before.word.suffix):
                yield node
        for k in range(first, stop):
            owner = self.scene.owner[k]
            if owner is not None and owner.kind != PLACE:
                continue
            for pro, rest in splits(self.scene.norm(k)):
                if not pro.endswith("ل") or speaker.kind == OUTLET:
                    continue
                ids = [
                    i
                    for kind, i in self.scene.knowledge.names.get(rest)
                    if kind in ("outlet", "outlet-short")
                ]
                if ids and self.scene.norm(k - 1) not in _TO_SPEAKER:
                    token = self.scene.tokens[k]
                    told = Node(OUTLET, k, k + 1, token.start, token.end)
                    told.entity, told.name = ids[0], self.scene.knowledge.outlets[ids[0]].ar
                    yield told

    def _is_outlet(self, node: Node) -> bool:
        return node.kind == ACTOR and node.entity in self.scene.knowledge.outlets

    def _links(self, nodes: list[Node], cue: int) -> list[SourceLink]:
        tokens, text = self.scene.tokens, self.scene.text
        links = []
        for node in nodes:
            if self._is_own_outlet(node):
                continue
            kind = source_kind(node, self.scene)
            span = Span.of(text, node.start, node.end)
            links.append(
                SourceLink(span, kind, node.entity, Span.of(text, tokens[cue].start, tokens[cue].end))
            )
        return links

    def _is_own_outlet(self, node: Node) -> bool:
        if not self.scene.outlet or node.kind not in (OUTLET, ACTOR):
            return False
        own, name = fold(self.scene.outlet), fold(node.name or "")
        return bool(name) and node.kind == OUTLET and (name in own or own in name)


def source_kind(node: Node, scene: Scene) -> str:
    """The kind of link that `node` makes in a chain of sources."""
    if node.source_kind:
        return node.source_kind
    outlet = scene.knowledge.outlets.get(node.entity or "")
    if outlet is not None and outlet.kind == "monitor":
        return "organisation"
    if node.kind == OUTLET or outlet is not None:
        return "outlet"
    if node.kind == PERSON:
        return "named_person"
    if node.kind == GROUP and node.title is None:
        return "unnamed"
    if node.kind == GROUP and node.title is not None and node.title.role != "spokesperson":
        behind = scene.norm(node.i + 1)
        if not scene.words[node.i].article and (
            behind in ("في", "ب", "من", "لدي") or scene.words[node.i + 1].pro in ("ب",)
        ):
            return "unnamed"
    if node.kind == ACTOR and node.members and "unnamed_sources" in scene.words[node.i].tags:
        return "unnamed"
    return "organisation"


def _can_speak(node: Node) -> bool:
    return node.kind in (ACTOR, PERSON, GROUP, OUTLET, DUAL) or (
        node.kind == PLACE and node.state is not None
    )


_TO_SPEAKER = {"مدير", "رئيس", "التابع", "التابعه", "العام"}
_SPEECH = {"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"}
_NONE = Predicate(-1, "verb", None, (), None)  # type: ignore[arg-type]
