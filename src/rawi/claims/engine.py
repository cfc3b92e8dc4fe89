"""The rule engine: a scene in, drafts of claims out, sentence by sentence.

For each sentence: the source frames first, then what stands beside names, then every predicate that a
rule knows, from left to right, each under the frame and the speech verb that govern it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from rawi.claims.appositions import _post_of, find_appositions
from rawi.claims.attribution import Frame, find_frames, source_kind
from rawi.claims.circumstances import SPOKEN, find_place, find_time, modality_of, negated
from rawi.claims.draft import Draft, Party, party
from rawi.claims.syntax import Predicate, Syntax, _rests
from rawi.knowledge.lexicon import Content, Rule
from rawi.model import SourceLink, Span
from rawi.recognise.nodes import ACTOR, ADJECTIVE, DUAL, GROUP, OUTLET, PERSON, PLACE, QUANTITY, TIME, Node, Scene


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


def find_claims(scene: Scene) -> list[Draft]:
    """All drafts of `scene`, in the order of their triggers."""
    state = State()
    drafts: list[Draft] = []
    for number, (first, end) in enumerate(scene.sentences):
        headline = _is_headline(scene, first, end, number)
        found = _Sentence(scene, first, end, state).run()
        for draft in found:
            draft.headline = headline
        drafts += found
    return _once(drafts)


def _is_headline(scene: Scene, first: int, end: int, number: int) -> bool:
    """Whether a sentence is the headline: a first line without a full stop."""
    return (
        number == 0
        and scene.norm(end - 1) not in (".", "؟", "!")
        and scene.is_break(end)
        and end - first < 30
    )


_REPEATED = {"POST", "NAMED", "PART_OF", "CLASSIFIED"}


def _once(drafts: list[Draft]) -> list[Draft]:
    """Drop what is told twice: posts and names after the first, headlines that the body repeats."""
    kept: list[Draft] = []
    body_types = {draft.type for draft in drafts if not draft.headline}
    seen: set[tuple[object, ...]] = set()
    for draft in drafts:
        if draft.headline and draft.type in body_types and draft.type not in _REPEATED:
            continue
        if draft.type in _REPEATED:
            key: tuple[object, ...] = (
                draft.type, draft.mode if draft.type != "NAMED" else "", tuple(sorted(p.key for p in draft.actor)),
                tuple(sorted(p.key for p in draft.recipient)), draft.polarity,
            )  # fmt: skip
            if draft.type in ("NAMED", "CLASSIFIED") and draft.value:
                key += (draft.value[1] - draft.value[0],)
        else:
            key = (draft.type, draft.mode, tuple(sorted(p.key for p in draft.actor)),
                   tuple(sorted(p.key for p in draft.recipient)), draft.polarity, draft.modality,
                   draft.time.time.edtf if draft.time else None, tuple(n.name for n in draft.place),
                   tuple(link.span.text for link in draft.attribution))  # fmt: skip
            if not draft.actor and not draft.recipient:
                key += (draft.i,)
        if key in seen:
            continue
        seen.add(key)
        kept.append(draft)
    return kept


class _Sentence:
    def __init__(self, scene: Scene, first: int, end: int, state: State) -> None:
        self.scene, self.first, self.end, self.state = scene, first, end, state
        self.syntax = Syntax(scene, first, end)
        self.drafts: list[Draft] = []
        self.governors: list[Governor] = []
        self.frames: list[Frame] = []
        self.consumed: set[int] = set()
        self.topics = scene.knowledge.lexicon.listed("topics")
        self.own_chain: dict[int, list[SourceLink]] = {}

    def run(self) -> list[Draft]:
        syntax, state = self.syntax, self.state
        if not syntax.predicates and not any(True for _ in self.scene.between(self.first, self.end)):
            return []
        self._resolve_members()
        self.frames = find_frames(syntax, state.speaker, state.chain)
        appositions = find_appositions(self.scene, self.first, self.end)
        for draft in appositions:
            if draft.type == "POST" and draft.recipient and draft.actor:
                state.org_of[draft.actor[0].key] = draft.recipient[0]
        for predicate in syntax.predicates:
            self._visit(predicate)
        self._meetings()
        self._merge_casualties()
        self._leave()
        for draft in (*appositions, *self.drafts):
            draft.sentence = (self.first, self.end)
            draft.attribution = self.own_chain.get(id(draft)) or self._attribution(draft)
        return sorted([*appositions, *self.drafts], key=lambda draft: draft.i)

    def _merge_casualties(self) -> None:
        """`قُتل خمسة وأصيب عشرة`, `قُتل خمسة بغارات روسية`: one event, told by its victims and by its means."""
        kept: list[Draft] = []
        for draft in sorted(self.drafts, key=lambda draft: draft.i):
            last = kept[-1] if kept else None
            if last is None or last.type != "ASSAULT" or draft.type != "ASSAULT" or draft.polarity != last.polarity:
                kept.append(draft)
                continue
            joined = self.scene.words[draft.i].pro == "و"
            if "injured" in draft.counts and "dead" in last.counts and joined and not draft.actor and not draft.time:
                last.counts.update(draft.counts)
                continue
            by_means = last.counts and not last.actor and not draft.counts and self._is_means(last, draft)
            if by_means and draft.actor and not draft.recipient:
                draft.recipient, draft.counts = last.recipient, last.counts
                draft.place, draft.time = draft.place or last.place, draft.time or last.time
                kept[-1] = draft
                continue
            if by_means and not draft.actor:
                last.mode = last.mode or draft.mode
                continue
            kept.append(draft)
        self.drafts = kept

    def _is_means(self, victims: Draft, attack: Draft) -> bool:
        """Whether the attack is told as what the victims fell to: in their clause, behind بـ, في, جراء, إثر."""
        predicate = self.syntax.by_token.get(victims.i)
        return (
            predicate is not None
            and attack.i < predicate.limit
            and self.syntax.preposition_before(attack.i) in ("ب", "في", "اثر", "خلال")
            or self.scene.norm(attack.i - 1) in ("جراء", "نتيجه", "بسبب")
        )

    def _meetings(self) -> None:
        """`وفي اجتماع آخر، طالب X Y بـ…`: the meeting is of those who speak in it."""
        drafted = {draft.i for draft in self.drafts}
        for predicate in self.syntax.predicates:
            rule = next((s.rule for s in predicate.senses if s.rule and s.rule.type == "CONSULT"), None)
            if (
                rule is None
                or predicate.finite
                or predicate.i in drafted
                or predicate.word.article
                or predicate.word.suffix
            ):
                continue
            if self.syntax.preposition_before(predicate.i) not in ("في", "خلال", "عقب", "بعد", "اثر"):
                continue
            if predicate.genitive or any(p in ("مع", "بين") for p, _, _ in predicate.phrases):
                continue
            main = next((d for d in self.drafts if d.i > predicate.i and d.actor and d.recipient), None)
            if main is None or main.i - predicate.i > 8:
                continue
            draft = Draft(
                "CONSULT", rule.mode, "meeting-of-speakers", (predicate.i, predicate.i + 1), predicate.i
            )
            draft.actor = _distinct([*main.actor, *main.recipient])
            self.drafts.append(draft)

    # ------------------------------------------------------------------ what one sentence leaves

    def _leave(self) -> None:
        if self.frames:
            last = self.frames[-1]
            if last.speaker and last.verb >= 0:
                self.state.speaker, self.state.chain = last.speaker, last.chain
        main = next((p for p in self.syntax.predicates if p.finite and p.subject), None)
        if main is not None:
            self.state.subject = main.subject
        persons = [party(n) for n in self.scene.between(self.first, self.end) if n.kind == PERSON]
        for person in persons:
            self.state.persons = [p for p in self.state.persons if p.key != person.key] + [person]

    def _resolve_members(self) -> None:
        """قواته, مقاتلوه, بلاده: whose they are."""
        for node in self.scene.between(self.first, self.end):
            if node.kind == GROUP and node.suffix and node.entity is None and node.force:
                owner = self._owner_before(node, node.suffix)
                if owner is not None:
                    node.entity, node.name, node.name_en = owner.entity, owner.name, owner.name_en
                    node.members = True

    def _owner_before(self, node: Node, suffix: str) -> Party | None:
        for earlier in reversed([n for n in self.scene.nodes if n.i < node.i]):
            if node.i - earlier.i > 60:
                break
            if (
                suffix in ("ه", "ها")
                and earlier.kind in (PERSON, ACTOR)
                and earlier.feminine != (suffix == "ها")
            ):
                continue
            if earlier.kind == PERSON:
                org = self.state.org_of.get(earlier.entity or earlier.name or "")
                if org is None and earlier.title is not None and earlier.title.org is not None:
                    org = party(earlier.title.org)
                if org is None and earlier.entity:
                    record = self.scene.knowledge.people.get(earlier.entity)
                    posts = [p.org for p in record.posts if p.org] if record else []
                    if posts:
                        name, name_en = self.scene.knowledge.actor_name(posts[-1])
                        org = Party(earlier, posts[-1], name, name_en)
                if org is not None:
                    return org
            elif earlier.kind == ACTOR and earlier.entity:
                return party(earlier)
        return None

    # ------------------------------------------------------------------ predicates

    def _visit(self, predicate: Predicate) -> None:
        syntax = self.syntax
        if not predicate.finite and self._is_topic(predicate):
            return
        if not predicate.subject and not predicate.genitive and not predicate.phrases:
            syntax.fill(predicate)
        self._imply_subject(predicate)
        self._single_object(predicate)
        if predicate.i in self.consumed and not predicate.finite:
            return
        if (
            predicate.finite
            and "deny_verbs" in predicate.word.tags
            and self.scene.norm(predicate.i - 1) in ("ما", "الامر")
        ):
            self._deny_last(predicate)
            return
        governor = self._governor(predicate)
        if governor is not None and governor.content.suppress:
            return
        if governor is not None and governor.content.only_if and not self._conditional():
            return
        drafted = False
        for rule, passive in self._rules(predicate):
            draft = self._draft(predicate, rule, passive, governor)
            if draft is None:
                continue
            more = (
                self._appointments(predicate, rule, draft)
                if "person" in rule.flags and rule.mode != "founder"
                else None
            )
            self.drafts += more if more else [draft]
            companion = self._companion(predicate, rule)
            if companion is not None:
                self.consumed.add(companion)
            drafted = True
            if rule.id == "found":
                self._founder(predicate, draft)
            if rule.content is not None:
                self._open(predicate, rule, draft)
            if rule.type == "AGREE" and len(draft.actor) > 1:
                self.state.agreement = draft.actor
            if len(draft.actor) > 1 and rule.reciprocal:
                self.state.pair = draft.actor
            break
        if not drafted and predicate.finite:
            self._open_terms(predicate)
            self._classify(predicate)

    def _is_topic(self, predicate: Predicate) -> bool:
        """Whether an event word only names what is talked about: جهود وقف إطلاق النار, مواقع تمركز القوات."""
        k = predicate.i - 1
        if k < self.first or predicate.word.pro or self.scene.owner[k] is not None:
            return False
        return self.scene.norm(k) in self.topics or "wide_places" in self.scene.words[k].tags

    def _inherit(self, predicate: Predicate, draft: Draft) -> None:
        """A verb joined by و to the verb before, with the same subject, happens when and where that did."""
        if not predicate.finite or not predicate.subject_implied or not self.drafts or predicate.in_relative:
            return
        last = self.drafts[-1]
        before = self.syntax.by_token.get(last.i)
        if (
            before is None
            or not before.finite
            or last.modality != "asserted"
            or predicate.inflection.tense != "past"
        ):
            return
        if {id(n) for n in before.subject} != {id(n) for n in predicate.subject}:
            return
        draft.time = draft.time or last.time
        if draft.type not in SPOKEN and last.type not in SPOKEN:
            draft.place = draft.place or list(last.place)

    def _classify(self, predicate: Predicate) -> None:
        """حركة أحرار الشام التي تُعد جماعة سلفية: what somebody is counted as."""
        if "class_verbs" not in predicate.word.tags:
            return
        node = next(
            (n for n in self.scene.between(predicate.i + 1, min(predicate.limit, predicate.i + 4))), None
        )
        if (
            node is None
            or node.kind != GROUP
            or node.title is not None
            or node.source_kind
            or "class_heads" not in self.scene.words[node.i].tags
        ):
            return
        owner = (
            [predicate.antecedent] if predicate.in_relative and predicate.antecedent else predicate.subject
        )
        parties = [p for p in self._nodes([n for n in owner if n is not node]) if p.entity or p.name]
        if not parties:
            return
        draft = Draft("CLASSIFIED", None, "counted-as", (predicate.i, predicate.i + 1), predicate.i)
        draft.actor, draft.value = parties[:1], (node.start, node.end)
        self.drafts.append(draft)

    def _conditional(self) -> bool:
        """Whether the sentence sets a condition: إذا, إن لم, ما لم, شرط."""
        text, tokens = self.scene.text, self.scene.tokens
        for k in range(self.first, self.end):
            norm = self.scene.norm(k)
            if norm in ("اذا", "لو", "شرط", "شريطه", "بشرط"):
                return True
            raw = text[tokens[k].start : tokens[k].end]
            if raw == "إن" and (
                self.scene.norm(k + 1) == "لم" or self.syntax.by_token.get(k + 1) is not None
            ):
                return True
        return False

    def _deny_last(self, predicate: Predicate) -> None:
        """`وهو ما تنفيه طهران`: the last claim again, negated, on the word of whoever denies it."""
        subject = [n for n in self.syntax._direct(predicate.i + 1, predicate.limit) if self.syntax._party(n)]
        claims = [d for d in self.drafts if d.type not in ("ACCUSE", "REQUEST", "REJECT")]
        if not subject or not claims:
            return
        last = claims[-1]
        denial = replace(last, polarity="negated", i=predicate.i, counts={}, rule="denied")
        denial.actor, denial.recipient, denial.place = (
            list(last.actor),
            list(last.recipient),
            list(last.place),
        )
        kind = source_kind(subject[0], self.scene)
        node = subject[0]
        text, token = self.scene.text, self.scene.tokens[predicate.i]
        link = SourceLink(
            Span.of(text, node.start, node.end),
            kind,
            node.entity or node.state,
            Span.of(text, token.start, token.end),
        )
        self.own_chain[id(denial)] = [link]
        self.drafts.append(denial)

    def _companion(self, predicate: Predicate, rule: Rule) -> int | None:
        """The token of the word that makes the rule fit, where that is an event word itself."""
        for k in range(predicate.i + 1, min(predicate.limit, predicate.i + 30)):
            if (
                k in self.syntax.by_token
                and {self.scene.norm(k), *(rest for _, rest in _rests(self.scene.norm(k)))} & rule.with_
            ):
                return k
        return None

    def _appointments(self, predicate: Predicate, rule: Rule, draft: Draft) -> list[Draft]:
        """Each person with the post they get or lose: تعيين X رئيساً للأركان وY نائباً له."""
        nodes = [n for n in self.scene.between(predicate.i + 1, predicate.limit)]
        people = {p.key: p for p in draft.actor}
        drafts: list[Draft] = []
        org: list[Party] = []
        for index, node in enumerate(nodes):
            if node.kind != PERSON or self.syntax.preposition(node):
                continue
            following = nodes[index + 1] if index + 1 < len(nodes) else None
            own = following is not None and following.title is not None and following.kind == GROUP
            if party(node).key not in people and not own:
                continue
            title = following.title if own and following is not None else None
            recipient = _post_of(self.scene, title, node) if title is not None else []
            org = recipient or org
            single = Draft(draft.type, draft.mode, draft.rule, draft.trigger, draft.i)
            single.actor = [party(node)]
            single.recipient = org or self._last_post()
            single.place, single.time = draft.place, draft.time
            single.modality, single.polarity, single.holder = draft.modality, draft.polarity, draft.holder
            single.value = (title.start, title.end) if title is not None else draft.value
            drafts.append(single)
        if not drafts and not draft.recipient:
            titles = [n for n in nodes if n.kind == GROUP and n.title is not None and n.title.org is not None]
            if titles:
                assert titles[0].title is not None
                draft.recipient = _post_of(self.scene, titles[0].title, titles[0])
            elif (
                rule.mode == "appointed"
                and predicate.finite
                and predicate.subject
                and predicate.subject[0].kind == ACTOR
            ):
                draft.recipient = self._nodes(predicate.subject)
        for single in drafts:
            if (
                not single.recipient
                and rule.mode == "appointed"
                and predicate.finite
                and rule.subj == "none"
                and (
                    predicate.subject and predicate.subject[0].kind == ACTOR and not predicate.subject_implied
                )
            ):
                single.recipient = self._nodes(predicate.subject)
        return drafts

    def _last_post(self) -> list[Party]:
        """The body of the last post that changed hands in the sentence."""
        for draft in reversed(self.drafts):
            if draft.type == "POST" and draft.recipient:
                return draft.recipient
        return []

    def _imply_subject(self, predicate: Predicate) -> None:
        """A dropped subject is that of the clause before, where gender and number allow it."""
        if (
            not predicate.finite
            or predicate.subject
            or predicate.form == "passive"
            or self._has_own_noun(predicate)
        ):
            return
        for earlier in reversed([p for p in self.syntax.predicates if p.i < predicate.i and p.finite]):
            if earlier.subject and not earlier.in_relative and self._agree(predicate, earlier.subject):
                predicate.subject, predicate.subject_implied = earlier.subject, True
                return
        for frame in reversed(self.frames):
            if frame.speaker and frame.speaker[0].source_kind == "document":
                continue
            if frame.speaker and frame.start <= predicate.i and self._agree(predicate, frame.speaker):
                predicate.subject, predicate.subject_implied = frame.speaker, True
                return
        nodes = [
            n
            for n in self.scene.between(self.first, predicate.i)
            if n.kind in (ACTOR, PERSON, DUAL) or (n.kind == GROUP and not n.source_kind)
        ]
        for node in nodes:
            if not self.syntax.preposition(node) and self._agree(predicate, [node]):
                predicate.subject, predicate.subject_implied = [node], True
                return
        if predicate.i - self.first < 4 and self.state.subject and self._agree(predicate, self.state.subject):
            predicate.subject, predicate.subject_implied = self.state.subject, True

    def _has_own_noun(self, predicate: Predicate) -> bool:
        """Whether a noun that is no node is the verb's subject: right behind أن, or the event it describes."""
        k = predicate.left
        while k < predicate.i and (
            self.scene.norm(k) in ('"', "قد", "لم", "لن", "لا", "سوف", "كان", "كانت", "،")
            or (self.scene.owner[k] is not None and self.scene.owner[k].kind == "time")
        ):
            k += 1
        if k < predicate.i and predicate.left > self.first and "subordinators" in self.scene.words[predicate.left - 1].tags and (
            self.scene.owner[k] is None and self.scene.tokens[k].kind == "word"
            and not self.scene.words[k].tags & {"prepositions", "finite", "auxiliaries"}
            and self.scene.norm(predicate.left - 1).lstrip("وب") in ("ان",)
        ):  # fmt: skip
            return True
        if predicate.word.pro or predicate.inflection.tense != "past" or predicate.in_relative:
            return False
        for m in range(predicate.i - 1, max(self.first - 1, predicate.i - 25), -1):
            if self.scene.owner[m] is not None:
                continue
            tags, norm = self.scene.words[m].tags, self.scene.norm(m)
            if tags & {
                "subordinators",
                "relatives",
                "clause_openers",
                "negations",
                "auxiliaries",
            } or norm in ("قد", ":", "،", "فقد"):
                return False
            other = self.syntax.by_token.get(m)
            if other is not None and other.finite:
                return True
        return False

    def _single_object(self, predicate: Predicate) -> None:
        """`واتهمت قواته بقصف …`: verbs that need an object take the only noun behind them as that.

        Only where the verb is joined by و to a clause whose subject it agrees with.
        """
        if predicate.word.pro not in ("و", "ف") or predicate.objects or predicate.word.suffix or predicate.subject_implied:
            return
        if not predicate.finite or not any(s.rule and "transitive" in s.rule.flags for s in predicate.senses):
            return
        if len(predicate.subject) != 1 or predicate.subject[0].i < predicate.i:
            return
        behind = predicate.subject
        earlier = [p for p in self.syntax.predicates if p.i < predicate.i and p.finite and p.subject and not p.in_relative]
        candidates = [p.subject for p in reversed(earlier)] + [f.speaker for f in self.frames if f.verb >= 0 and f.speaker]
        for subject in candidates:
            if self._agree(predicate, subject) and {n.entity or n.name for n in subject} != {n.entity or n.name for n in behind}:
                predicate.subject, predicate.objects, predicate.subject_implied = subject, behind, True
                return

    def _agree(self, predicate: Predicate, nodes: list[Node]) -> bool:
        inflection = predicate.inflection
        if inflection.number == "d":
            return len(nodes) == 2 or nodes[0].kind == DUAL
        if inflection.number == "p":
            return len(nodes) > 1 or nodes[0].number == "p" or nodes[0].kind == DUAL
        if len(nodes) > 1 or nodes[0].kind == DUAL:
            return False
        feminine = nodes[0].feminine or (nodes[0].number == "p" and nodes[0].kind == ACTOR)
        return feminine == (inflection.gender == "f") or (nodes[0].kind == GROUP and not nodes[0].title)

    def _rules(self, predicate: Predicate) -> list[tuple[Rule, bool]]:
        """The rules that fit the words around the predicate, the most particular first."""
        scored: list[tuple[int, int, Rule, bool]] = []
        for order, sense in enumerate(predicate.senses):
            rule = sense.rule
            if rule is None:
                continue
            score = 0
            if rule.with_ or rule.with_phrases:
                if not self._has_companion(predicate, rule):
                    continue
                score += 3
            if rule.follow:
                if not self._followed(predicate, rule):
                    continue
                score += 3
            if rule.subject_words:
                first = max(self.first, predicate.left - 5) if predicate.in_relative else predicate.left
                if not self._words_within(rule.subject_words, first, predicate.limit) and not (
                    "inherits" in rule.flags and any(d.type == "PROTEST" for d in self.drafts)
                ):
                    continue
                score += 2
            if rule.without and self._words_within(
                rule.without, max(self.first, predicate.i - 3), min(predicate.limit, predicate.i + 12)
            ):
                continue
            if "without_that" in rule.flags and self.scene.norm(predicate.limit) in ("ان", "انه", "انها"):
                continue
            if "only-negated" in rule.flags:
                if not negated(self.syntax, predicate):
                    continue
                score += 4
            if rule.subject and not self._subject_fits(predicate, rule):
                continue
            score += bool(rule.subject) + bool(rule.object) + bool(rule.needs)
            passive = self._is_passive(predicate, rule, sense.tag)
            scored.append((-score, order, rule, passive))
        scored.sort(key=lambda item: item[:2])
        return [(rule, passive) for _, _, rule, passive in scored]

    def _forms_at(self, i: int) -> set[str]:
        norm = self.scene.norm(i)
        forms = set()
        for _, rest in _rests(norm):
            forms.add(rest)
            if rest.startswith("ال"):
                forms.add(rest[2:])
        return forms

    def _words_within(self, words: frozenset[str], first: int, end: int) -> bool:
        return any(self._forms_at(k) & words for k in range(first, min(end, self.end)))

    def _has_companion(self, predicate: Predicate, rule: Rule) -> bool:
        stop = min(predicate.limit, predicate.i + (34 if predicate.finite else 20))
        before = (
            range(max(self.first, predicate.i - 4), predicate.i)
            if predicate.in_relative or predicate.form == "pas"
            else ()
        )
        for k in (*before, *range(predicate.i + 1, stop)):
            norm = self.scene.norm(k)
            forms = {norm, *(rest for pro, rest in _rests(norm) if not set(pro) & {"ب", "ك"})}
            if forms & rule.with_:
                return True
            for phrase in rule.with_phrases:
                if phrase[0] in forms and all(
                    self.scene.norm(k + m) == word for m, word in enumerate(phrase)
                ):
                    return True
        return False

    def _followed(self, predicate: Predicate, rule: Rule) -> bool:
        k = predicate.i + 1
        while k < self.end and self.scene.norm(k) == '"':
            k += 1
        norm = self.scene.norm(k)
        return norm in rule.follow or any(rest in rule.follow for _, rest in _rests(norm)) or (
            norm.startswith("ال") and norm[2:] in rule.follow
        )  # fmt: skip

    def _subject_fits(self, predicate: Predicate, rule: Rule) -> bool:
        nodes = predicate.subject if predicate.finite else predicate.genitive
        if rule.subject == "any":
            return True
        if not nodes:
            return (
                (rule.subject in ("organisation",)
                and bool(predicate.word.suffix))
                or (not predicate.finite
                and rule.subject != "force")
            )
        node = nodes[0]
        if rule.subject == "force":
            return node.force or node.members or node.kind == DUAL
        if rule.subject == "named":
            return node.kind in (PERSON, ACTOR) or node.state is not None
        if rule.subject == "group":
            return node.kind == GROUP and node.title is None
        if rule.subject == "organisation":
            return node.kind in (ACTOR, DUAL) or (node.kind == GROUP and node.title is None)
        return True

    def _is_passive(self, predicate: Predicate, rule: Rule, tag: str) -> bool:
        if tag == "passive":
            return True
        if predicate.form in ("act", "pas", "noun"):
            return predicate.form == "pas"
        token = self.scene.tokens[predicate.i]
        raw = self.scene.text[token.start : token.end]
        if "\u064f" in raw[1 : 4 + len(predicate.word.pro)] and predicate.inflection.tense == "past":
            return True
        if (
            "\u064f" in raw[1 : 4 + len(predicate.word.pro)]
            and raw.lstrip("وفس")[:2] in ("يُ", "تُ")
            and not predicate.objects
        ):
            return (
                rule.ambiguous_passive
                or rule.subj_passive is not None
                or rule.id in ("appoint", "resign", "dismiss")
            )
        objects = [node for node in predicate.objects if node.kind != PLACE]
        if not rule.ambiguous_passive or objects or predicate.word.suffix:
            return False
        if rule.obj == "none":
            return False
        if predicate.subject and not predicate.subject_implied:
            node = predicate.subject[0]
            if node.kind == ACTOR and not node.count:
                return node.members and not self._object_word(node) and rule.casualties is not None
            if node.force and node.kind == GROUP and not node.count and self._object_word(node):
                return False
        return not predicate.subject_implied or not predicate.subject

    def _object_word(self, node: Node) -> bool:
        """Whether a plain noun that can be the object stands right behind the subject."""
        k = node.j
        if k >= self.end or self.scene.owner[k] is not None or self.scene.tokens[k].kind != "word":
            return False
        word = self.scene.words[k]
        return (
            not word.tags & {"prepositions", "subordinators", "relatives", "finite", "negations"}
            and not word.pro
        )

    # ------------------------------------------------------------------ drafting

    def _draft(
        self, predicate: Predicate, rule: Rule, passive: bool, governor: Governor | None
    ) -> Draft | None:
        trigger_end = predicate.i + 1
        if rule.follow and trigger_end < self.end and self.scene.owner[trigger_end] is None:
            trigger_end += 1
        draft = Draft(rule.type, rule.mode, rule.id, (predicate.i, trigger_end), predicate.i)
        roles: dict[str, list[Party]] = {
            "actor": [],
            "recipient": [],
            "place": [],
            "target": [],
            "founder": [],
            "formed": [],
        }
        places: list[Node] = []
        if predicate.finite:
            self._verb_roles(predicate, rule, passive, roles, places)
        else:
            self._noun_roles(predicate, rule, roles, places, governor)
        self._phrase_roles(predicate, rule, roles, places)
        draft.actor, draft.recipient = _distinct(roles["actor"]), _distinct(roles["recipient"])
        if rule.id == "be-founded":
            for other in self.syntax.predicates:
                if (
                    predicate.i < other.i < predicate.limit
                    and self.syntax.preposition_before(other.i) == "من"
                    and (any(s.rule and s.rule.id == "merge" for s in other.senses))
                ):
                    self.syntax.fill(other) if not other.genitive else None
                    first = next(
                        (n for n in self.scene.between(other.i + 1, min(other.limit, other.i + 4))), None
                    )
                    if first is not None:
                        draft.recipient += self._nodes(self.syntax.coordinates(first, predicate.limit))
                        draft.mode = "merger"
                        self.consumed.add(other.i)
        if rule.reciprocal:
            draft.actor = _distinct([*draft.actor, *draft.recipient])
            draft.recipient = []
            if (
                not predicate.finite
                and len(draft.actor) == 1
                and any(p == "مع" for p, _, _ in predicate.phrases)
            ):
                before = [
                    p
                    for p in self.syntax.predicates
                    if p.i < predicate.i and p.finite and p.subject and not p.in_relative
                ]
                if before and predicate.light is None:
                    draft.actor = _distinct([*self._nodes(before[-1].subject), *draft.actor])
            self._add_hosts(predicate, draft)
        for item in roles["target"]:
            draft.recipient.append(item)
        if roles["formed"]:
            draft.actor = roles["formed"]
        elif rule.id == "found" and roles["founder"]:
            return None
        draft.recipient = [item for item in draft.recipient if item.key not in {a.key for a in draft.actor}]
        if governor is not None:
            self._govern(draft, governor, predicate, rule)
        if not self._is_worth(predicate, rule, draft, places, governor):
            return None
        governed = governor is not None
        modality, polarity = modality_of(self.syntax, predicate)
        draft.place = places or find_place(self.syntax, predicate, governed, rule.type)
        draft.time = find_time(
            self.syntax,
            predicate,
            governed=governed,
            kind=rule.type,
            planned=modality == "planned" and not predicate.finite,
        )
        self._inherit(predicate, draft)
        if draft.time is None and not governed and predicate.light is not None and predicate.light.i < predicate.i:
            hidden = [
                node
                for node in self.scene.between(predicate.light.i, predicate.i)
                if node.kind == TIME and node.time.edtf  # type: ignore[attr-defined]
            ]
            if len(hidden) == 1 and draft.modality == "asserted" and rule.type not in SPOKEN:
                draft.time = hidden[0]
        if governor is None or governor.content.attributed:
            draft.modality = modality
        if polarity == "negated":
            draft.polarity = "negated"
            if modality == "planned" and governor is None:
                draft.modality = "planned"
        if rule.polarity:
            draft.polarity = rule.polarity
        self._counts(rule, draft, predicate)
        self._value(predicate, rule, draft)
        return draft

    def _nodes(self, nodes: list[Node]) -> list[Party]:
        """Parties for `nodes`, duals and states resolved."""
        parties: list[Party] = []
        for node in nodes:
            parties += self._party(node)
        return parties

    def _party(self, node: Node) -> list[Party]:
        if node.kind == DUAL and (node.name or "").startswith("states:"):
            return self._states_before(node, int((node.name or "")[7:]))
        if node.kind == DUAL:
            source = self.state.persons[-2:] if node.name == "person" else self._pair_before(node)
            if node.name == "person":
                here = [
                    party(n)
                    for n in self.scene.between(self.first, self.end)
                    if n.kind == PERSON and n.i > node.i
                ]
                if len(here) >= 2 and here[0].node.i - node.j < 4:
                    source = here[:2]
            if node.name != "person":
                source = [
                    self.state.org_of.get(item.key, item) if item.node.kind == PERSON else item
                    for item in source
                ]
            return [Party(node, item.entity, item.name, item.name_en) for item in source]
        if node.kind == PLACE:
            if node.state is None:
                return []
            name, name_en = self.scene.knowledge.actor_name(node.state)
            return [Party(node, node.state, name, name_en)]
        if node.kind == ADJECTIVE:
            name, name_en = self.scene.knowledge.actor_name(node.state or "")
            return [Party(node, node.state, name, name_en)]
        if node.kind == GROUP and node.title is not None and node.name == "role":
            return self._holders(node)
        if node.kind == QUANTITY or (node.kind == GROUP and not node.members):
            if node.name == "statement":
                return []
            return [Party(node, None, None)]
        return [party(node)]

    def _states_before(self, node: Node, count: int) -> list[Party]:
        """`الدول الثلاث`: the last states named, as many as the words say."""
        found: dict[str, Party] = {}
        for earlier in reversed([n for n in self.scene.nodes if n.i < node.i]):
            state = (
                earlier.entity
                if earlier.kind == ACTOR
                else earlier.state
                if earlier.kind == PLACE and not earlier.place
                else None
            )
            if state in self.scene.knowledge.countries and state not in found:
                found[state] = self._state(node, state)[0]
            if len(found) == count:
                return list(found.values())[::-1]
        return []

    def _holders(self, node: Node) -> list[Party]:
        """A post without a name: the person named with it before, the states of `الوسيطان السعودي والأميركي`."""
        title = node.title
        assert title is not None
        if title.state is not None:
            following = self.scene.owner[node.j] if node.j < self.end else None
            if following is not None and following.kind == ADJECTIVE and following.pro == "و":
                return [*self._state(node, title.state.state), *self._state(node, following.state)]
        lemma = self._title_lemma(node)
        for earlier in reversed(
            [n for n in self.scene.nodes if n.i < node.i and n.kind == PERSON and n.title is not None]
        ):
            other = earlier.title
            assert other is not None
            same = lemma == "نظير" or lemma == self._title_lemma(earlier)
            if title.state is not None:
                same = same and other.state is not None and other.state.state == title.state.state
                if lemma == "نظير" and other.state is None:
                    same = earlier.country is not None and earlier.country == self._iso(title.state.state)
            elif title.org is not None:
                same = same and other.org is not None and other.org.entity == title.org.entity
            elif not self.scene.words[node.i].article:
                same = False
            if same:
                return [Party(node, earlier.entity, earlier.name, earlier.name_en)]
        if lemma == "نظير" and title.state is not None:
            for earlier in reversed([n for n in self.scene.nodes if n.i < node.i and n.kind == PERSON]):
                if earlier.country and earlier.country == self._iso(title.state.state):
                    return [Party(node, earlier.entity, earlier.name, earlier.name_en)]
        return [Party(node, None, None)]

    def _iso(self, state: str | None) -> str | None:
        country = self.scene.knowledge.countries.get(state or "")
        return country.iso if country else None

    def _state(self, node: Node, state: str | None) -> list[Party]:
        name, name_en = self.scene.knowledge.actor_name(state or "")
        return [Party(node, state, name, name_en)]

    def _title_lemma(self, node: Node) -> str:
        i = node.title.i if node.title is not None else node.i
        return next((s.lemma for s in self.scene.words[i].senses if s.tag == "titles"), "")

    def _pair_before(self, node: Node) -> list[Party]:
        """The two sides last spoken of: joined by و or بين, else the last two actors."""
        actors = [n for n in self.scene.nodes if n.i < node.i and (n.kind == ACTOR and (n.entity or n.name))]
        for second, first in zip(reversed(actors), list(reversed(actors))[1:], strict=False):
            if node.i - second.i > 250:
                break
            if second.pro.endswith("و") and second.i - first.j <= 2 and first.entity != second.entity:
                if self._in_list(first, second, actors):
                    continue
                pair = [party(first), party(second)]
                if self.state.pair and {p.key for p in self.state.pair} != {p.key for p in pair}:
                    later = max(p.node.i for p in self.state.pair)
                    if later > second.i:
                        break
                return pair
        if self.state.pair:
            return self.state.pair[:2]
        last: list[Party] = []
        for actor in reversed(actors):
            if actor.entity not in {p.entity for p in last}:
                last.insert(0, party(actor))
            if len(last) == 2:
                break
        return last

    def _in_list(self, first: Node, second: Node, actors: list[Node]) -> bool:
        """Whether two joined actors are part of a longer list, which no dual stands for."""
        return any(
            other.i >= second.j and other.i - second.j <= 2 and other.pro.endswith("و")
            or other.j <= first.i and first.i - other.j <= 2 and first.pro.endswith("و")
            for other in actors
            if other is not first and other is not second
        )

    def _verb_roles(
        self,
        predicate: Predicate,
        rule: Rule,
        passive: bool,
        roles: dict[str, list[Party]],
        places: list[Node],
    ) -> None:
        subject = self._nodes(predicate.subject)
        if rule.type == "ASSAULT" and predicate.subject_implied:
            subject = [item for item in subject if not item.node.count]
        objects = predicate.objects
        if "person" in rule.flags:
            around = [*predicate.subject, *objects] if passive or rule.obj == "recipient" else []
            people = [n for n in around if n.kind == PERSON]
            if people:
                roles["actor"] += self._nodes(people)
                if rule.obj == "recipient":
                    bodies = [n for n in around if n.kind in (ACTOR, GROUP)]
                    if predicate.word.suffix and predicate.antecedent is not None and not bodies:
                        bodies = [predicate.antecedent]
                    roles["recipient"] += self._nodes(bodies)
                return
        if passive:
            role = rule.subj_passive or (rule.obj if rule.obj in ("actor", "recipient") else "recipient")
            roles[role] += subject
            return
        if rule.subj == "none" and not objects and not predicate.subject_implied and rule.obj in roles:
            roles[rule.obj] += subject
        if rule.subj in roles:
            roles[rule.subj] += subject
        elif rule.subj == "place":
            places += [n for n in predicate.subject if n.kind == PLACE]
        if predicate.word.suffix and rule.obj in roles and rule.obj != "place":
            antecedent = predicate.antecedent if predicate.in_relative else None
            target = (
                [antecedent]
                if antecedent is not None and antecedent.kind != PLACE
                else self._antecedent(predicate, predicate.word.suffix)
            )
            roles[rule.obj] += self._nodes(target)
        elif rule.obj in ("actor", "recipient", "formed", "target"):
            if rule.object == "animate":
                objects = [n for n in objects if n.kind in (PERSON, GROUP, DUAL)]
            elif rule.object == "organisation":
                objects = [n for n in objects if n.kind in (ACTOR, GROUP)]
            elif rule.object == "not-force":
                objects = [n for n in objects if not n.force]
            if rule.type in _PHYSICAL:
                places += [n for n in objects if n.kind == PLACE and n.place is not None and not n.container]
                objects = [n for n in objects if n.kind != PLACE or n.place is None]
            roles[rule.obj] += self._nodes(objects)
        elif rule.obj == "value" and rule.type in ("RETREAT", "CONTROLS"):
            places += [n for n in objects if n.kind == PLACE and not n.container]
        elif rule.obj == "place":
            if predicate.word.suffix and predicate.in_relative and predicate.antecedent is not None:
                places += [predicate.antecedent] if predicate.antecedent.kind == PLACE else []
            places += [n for n in objects if n.kind == PLACE and not n.container]

    def _noun_roles(
        self,
        predicate: Predicate,
        rule: Rule,
        roles: dict[str, list[Party]],
        places: list[Node],
        governor: Governor | None,
    ) -> None:
        self._gathered(predicate, rule, roles)
        seen_at = self.syntax.by_token.get(predicate.i + 1) or self.syntax.by_token.get(predicate.i + 2)
        if seen_at is not None and seen_at.word.suffix and any(s.lemma == "شهد" for s in seen_at.senses):
            places += [n for n in self.scene.between(seen_at.i + 1, seen_at.limit) if n.kind == PLACE]
            predicate.light = seen_at
        genitive = predicate.genitive
        light = predicate.light or self._light(predicate)
        predicate.light = light
        if predicate.form in ("act", "pas"):
            self._participle_roles(predicate, rule, roles)
            return
        if predicate.word.suffix and rule.gen in ("actor", "recipient", "by-kind"):
            role = "actor" if rule.gen in ("actor", "by-kind") else "recipient"
            if role == "recipient":
                taken = (
                    [p.node for p in (*governor.actors, *governor.recipients)] if governor is not None else []
                )
                owner = self._antecedent(predicate, predicate.word.suffix, taken)
            else:
                owner = self._suffix_owner(predicate, governor)
            roles[role] += self._nodes(owner)
            if role == "actor" and rule.obj == "recipient":
                direct = [
                    n for n in self.syntax._direct(predicate.i + 1, predicate.limit) if self.syntax._party(n)
                ]
                if direct and direct[0].i - predicate.i < 3:
                    roles["recipient"] += self._nodes(self.syntax.coordinates(direct[0], predicate.limit))
        elif genitive:
            if rule.gen == "by-kind":
                force = genitive[0].force or genitive[0].kind == ADJECTIVE
                roles["actor" if force else "recipient"] += self._nodes(
                    [n for n in genitive if n.kind != QUANTITY]
                )
                if not force:
                    places += [n for n in genitive if n.kind == PLACE]
            elif rule.gen == "place":
                places += [n for n in genitive if n.kind == PLACE]
            elif rule.gen == "target":
                places += [n for n in genitive if n.kind == PLACE and n.state is None]
                roles["recipient"] += self._nodes([n for n in genitive if n.kind != PLACE or n.state])
            elif rule.gen in roles:
                counted = rule.casualties is not None
                roles[rule.gen] += self._nodes(
                    [
                        n
                        for n in genitive
                        if n.kind not in (QUANTITY, PLACE) or n.state or (counted and n.kind == QUANTITY)
                    ]
                )
                places += [n for n in genitive if n.kind == PLACE and n.state is None]
            elif "adjective" in rule.flags:
                roles["actor"] += self._nodes([n for n in genitive if n.kind == ADJECTIVE])
        if light is not None and "light_agent" in light.word.tags and light.subject and not light.in_relative:
            roles["actor"] = self._nodes(light.subject) + roles["actor"]
            if rule.id in ("visit",):
                roles["recipient"] = []
        if (
            not roles["actor"]
            and light is not None
            and light.subject
            and not light.in_relative
            and light.word.tags & {"report_verbs", "deny_verbs"}
            and self._does_itself(predicate, rule, light)
        ):
            roles["actor"] = self._nodes(light.subject)

    def _does_itself(self, predicate: Predicate, rule: Rule, light: Predicate) -> bool:
        """Whether who announces an act is taken to do it: `أعلن الجيش إسقاط الطائرة`, not `أعلنت الشرطة مقتل ثلاثة`."""
        lemma = predicate.senses[0].lemma
        if lemma.split()[0] in ("مقتل", "إصابة", "حصيلة", "انفجار", "تفجير", "غارة", "هجوم", "قصف", "استشهاد", "مصرع", "سقوط",
                                "نزوح", "وقوع", "اشتباك"):  # fmt: skip
            return False
        lemmas = {s.lemma for s in light.word.senses}
        if not lemmas & {"أعلن", "نفى", "تبنى", "أكد"}:
            return False
        node = light.subject[0]
        if node.kind == PLACE and node.state is not None:
            return True
        return (
            node.kind == PERSON
            or (node.kind == ACTOR
            and not node.source_kind)
            or (node.kind == GROUP
            and node.title is not None)
        )

    def _gathered(self, predicate: Predicate, rule: Rule, roles: dict[str, list[Party]]) -> None:
        """لقاء جمع X وY, لقاء جمعهما, اتفاق توصل إليه X وY: the parties stand behind the verb."""
        for k in range(predicate.i + 1, predicate.i + 4):
            near = self.syntax.by_token.get(k)
            if near is not None and near.finite and not near.subject and not near.phrases:
                self.syntax.fill(near)
        other = next(
            (
                p
                for p in (self.syntax.by_token.get(k) for k in range(predicate.i + 1, predicate.i + 4))
                if p and p.finite
            ),
            None,
        )
        if other is None or other.word.pro:
            return
        if other.word.suffix and "light_agent" in other.word.tags:
            nodes = [n for n in self.syntax._direct(other.i + 1, other.limit) if self.syntax._party(n)]
            if nodes:
                roles["actor"] += self._nodes(self.syntax.coordinates(nodes[0], other.limit))
            return
        if rule.type == "AGREE" and other.in_relative and other.i == predicate.i + 1 and other.subject:
            roles["actor"] += self._nodes(other.subject)
            return
        if not rule.reciprocal or other.i != predicate.i + 1:
            return
        if not any(s.lemma in ("جمع", "ضم") for s in other.senses):
            return
        if other.word.suffix in ("هما", "هم"):
            before = [p for p in self.syntax.predicates if p.i < predicate.i and p.finite and p.subject]
            if before:
                roles["actor"] += self._nodes(before[-1].subject)
            return
        nodes = [n for n in self.syntax._direct(other.i + 1, other.limit) if self.syntax._party(n)]
        if nodes:
            roles["actor"] += self._nodes(self.syntax.coordinates(nodes[0], other.limit))
            for preposition, more, _ in predicate.phrases:
                if preposition in ("ب", "مع"):
                    roles["actor"] += self._nodes(more)

    def _participle_roles(self, predicate: Predicate, rule: Rule, roles: dict[str, list[Party]]) -> None:
        if predicate.word.article or rule.type == "PART_OF":
            owner = self._node_before(predicate.i)
            if owner is not None:
                roles["actor"] += self._nodes([owner])
            return
        subject = self._circumstance_subject(predicate)
        roles["actor"] += self._nodes(subject)
        direct = list(self.syntax._direct(predicate.i + 1, predicate.limit))
        objects = [n for n in direct if self.syntax._party(n)]
        if objects and rule.obj in ("recipient", "actor"):
            roles[rule.obj] += self._nodes(self.syntax.coordinates(objects[0], predicate.limit))
        elif rule.obj == "recipient" and self.scene.norm(predicate.i + 1) in ("اياها", "اياه", "اياهم"):
            roles["recipient"] += self._nodes(
                self._antecedent(predicate, self.scene.norm(predicate.i + 1)[3:], subject)
            )

    def _circumstance_subject(self, predicate: Predicate) -> list[Node]:
        """Who is `متهماً` or `مطالبين`: the subject of the main verb, or the speaker."""
        for frame in self.frames:
            if frame.verb >= 0 and frame.verb < predicate.i and frame.speaker:
                return frame.speaker
        earlier = [
            p
            for p in self.syntax.predicates
            if p.i < predicate.i and p.finite and p.subject and not p.in_relative
        ]
        if earlier:
            return earlier[-1].subject
        return self.state.subject

    def _node_before(self, i: int) -> Node | None:
        """The node that a definite participle such as التابعة describes."""
        for k in range(i - 1, max(self.first - 1, i - 6), -1):
            node = self.scene.owner[k]
            if node is not None:
                return node if node.kind in (ACTOR, GROUP, PERSON, PLACE) else None
        return None

    def _suffix_owner(self, predicate: Predicate, governor: Governor | None) -> list[Node]:
        light = predicate.light
        if light is not None and light.subject and not light.in_relative:
            return light.subject
        if governor is not None and governor.actors:
            return [governor.actors[0].node]
        for frame in self.frames:
            if frame.covers(predicate.i) and frame.speaker and frame.verb >= 0:
                return frame.speaker
        return self._antecedent(predicate, predicate.word.suffix)

    def _antecedent(self, predicate: Predicate, suffix: str, exclude: list[Node] | None = None) -> list[Node]:
        """The nearest node before that an attached pronoun can stand for."""
        subject = predicate.subject if exclude is None else exclude
        taken = {n.entity or n.name for n in subject}
        for node in reversed([n for n in self.scene.nodes if n.i < predicate.i]):
            if predicate.i - node.i > 80:
                return []
            if node.kind not in (ACTOR, PERSON, GROUP, DUAL) and not (node.kind == PLACE and node.state):
                continue
            if (node.entity or node.name) in taken and node.kind != GROUP:
                continue
            if node.source_kind and node.source_kind != "organisation":
                continue
            if suffix == "ه" and not node.feminine and node.number == "s" and node.kind in (PERSON, ACTOR):
                return [node]
            if suffix == "ها" and (
                (node.feminine and node.number != "d") or (node.kind == GROUP and node.number == "p")
            ):
                return [node]
            if suffix in ("هم", "هن") and node.number == "p":
                return [node]
            if suffix == "هما" and node.kind == DUAL:
                return [node]
        return []

    def _light(self, predicate: Predicate) -> Predicate | None:
        """The verb that carries a verbal noun: عُقد اجتماع, أجرى محادثات, أعلن انفصاله."""
        if set(predicate.word.pro) & set("بلك") or self.syntax.preposition_before(predicate.i):
            before = self.syntax.preposition_before(predicate.i)
            if before not in ("ب",):
                return None
        for other in reversed([p for p in self.syntax.predicates if p.i < predicate.i]):
            if other.finite:
                if other.limit > predicate.i and predicate.i - other.i < 22:
                    return other
                return None
            if other.form == "noun" and predicate.word.pro != "و" and predicate.i - other.i <= 2:
                return None
        return None

    def _phrase_roles(
        self, predicate: Predicate, rule: Rule, roles: dict[str, list[Party]], places: list[Node]
    ) -> None:
        boundary = self._next_noun(predicate)
        if (
            "place" in rule.prep.values()
            and predicate.in_relative
            and predicate.antecedent is not None
            and (
                predicate.antecedent.kind == PLACE
                and self.scene.norm(predicate.i + 1) in ("عليها", "عليه", "منها", "منه", "فيها", "فيه")
            )
        ):
            places.append(predicate.antecedent)
        if rule.type == "CONTROLS" and rule.prep.get("علي") == "place" and not places:
            places += self._held_places(predicate)
        if not predicate.in_relative:
            for k in range(predicate.i + 1, min(predicate.limit, boundary, predicate.i + 12)):
                pronoun = _WITH_PRONOUN.get(self.scene.norm(k))
                if pronoun is None or self.scene.owner[k] is not None:
                    continue
                role = rule.prep.get(pronoun[0])
                if role in ("actor", "recipient"):
                    roles[role] += self._nodes(self._antecedent(predicate, pronoun[1]))
        for preposition, nodes, i in predicate.phrases:
            if i > boundary and not (rule.reciprocal and preposition in ("مع", "بين")):
                continue
            role = rule.prep.get(preposition)
            if self.scene.norm(nodes[0].i - 1) in _BY_FIRE and rule.type == "ASSAULT":
                role = "actor"
            if self.scene.norm(nodes[0].i - 1) == "صفوف" and rule.casualties:
                role = "recipient"
            if (
                (self.scene.norm(nodes[0].i - 1) == "قبل"
                and self.scene.norm(nodes[0].i - 2) == "من")
                or (self.scene.norm(nodes[0].i - 1) == "يد")
            ):
                role = "actor"
            if role is None or role in ("content", "value"):
                continue
            if role == "place":
                places += [n for n in nodes if n.kind == PLACE and not n.container and n not in places]
                continue
            if role == "target":
                places += [n for n in nodes if n.kind == PLACE and n.state is None and not n.container]
                roles["recipient"] += self._nodes([n for n in nodes if n.kind != PLACE])
                continue
            if preposition in ("في",) and nodes[0].kind == PLACE:
                continue
            roles[role] += self._nodes([n for n in nodes if n.kind not in (QUANTITY, OUTLET)])

    def _held_places(self, predicate: Predicate) -> list[Node]:
        """What `سيطر على` is said of is a place, even one that no gazetteer knows: القصر الجمهوري."""
        scene = self.scene
        for k in range(predicate.i + 1, min(predicate.limit, predicate.i + 14)):
            if scene.norm(k) != "علي" or scene.owner[k] is not None:
                continue
            node = scene.owner[k + 1] if k + 1 < self.end else None
            if node is not None and node.kind == PLACE:
                return [n for n in self.syntax.coordinates(node, predicate.limit) if n.kind == PLACE]
            j = k + 1
            while j < self.end and j - k < 5 and scene.tokens[j].kind == "word" and scene.owner[j] is None and (
                j == k + 1 or scene.norm(j).startswith("ال")
            ):
                j += 1
            if node is not None and node.kind == ACTOR and not node.force:
                j = node.j
            if j > k + 1:
                made = Node(PLACE, k + 1, j, scene.tokens[k + 1].start, scene.tokens[j - 1].end)
                made.name, made.by = scene.text[made.start : made.end], "pattern"
                return [made]
        return []

    def _next_noun(self, predicate: Predicate) -> int:
        """Where the next event word begins that takes the phrases behind it for itself."""
        for other in self.syntax.predicates:
            if other.i > predicate.i + 1 and not other.finite and any(s.rule for s in other.senses):
                if other.i >= predicate.limit:
                    break
                if predicate.finite and not self.syntax.preposition_before(other.i):
                    continue
                return other.i
        return self.end

    def _add_hosts(self, predicate: Predicate, draft: Draft) -> None:
        """برعاية X, بوساطة Y, بحضور Z: they take part in a meeting as third parties."""
        if draft.type != "CONSULT":
            return
        for k in range(predicate.i + 1, min(predicate.limit, self.end)):
            if (
                self.scene.norm(k).lstrip("و") in ("برعايه", "بوساطه", "بحضور", "برعايته", "بمشاركه")
                and k + 1 < self.end
            ):
                node = self.scene.owner[k + 1]
                if node is not None:
                    draft.actor = _distinct(
                        [*draft.actor, *self._nodes(self.syntax.coordinates(node, predicate.limit))]
                    )
                    draft.mode = "third-party"

    def _founder(self, predicate: Predicate, draft: Draft) -> None:
        people = [n for n in predicate.subject if n.kind == PERSON]
        if predicate.finite and people:
            post = Draft("POST", "founder", "founder", draft.trigger, draft.i)
            post.actor, post.recipient = self._nodes(people), draft.actor
            self.drafts.append(post)

    def _counts(self, rule: Rule, draft: Draft, predicate: Predicate) -> None:
        if not rule.casualties and draft.type not in ("ASSAULT", "COERCE"):
            return
        counts = [p.node.count for p in draft.recipient if p.node.count]
        if rule.casualties and not counts:
            counts = [
                n.count
                for n in self.scene.between(predicate.i + 1, min(predicate.limit, predicate.i + 9))
                if n.kind == QUANTITY and n.count
            ]
        if rule.casualties and counts:
            draft.counts[rule.casualties] = counts[0]

    def _value(self, predicate: Predicate, rule: Rule, draft: Draft) -> None:
        """The object of the act in the text's words: what was agreed, demanded, refused, discussed."""
        tokens = self.scene.tokens
        start = None
        if rule.value:
            for k in range(predicate.i + 1, predicate.limit):
                if (
                    (self.scene.owner[k] is None
                    and self.syntax.preposition_before(k) in rule.value)
                    or (
                        self.scene.owner[k] is not None
                        and self.scene.owner[k].i == k
                        and self.syntax.preposition(self.scene.owner[k]) in rule.value
                    )
                ):
                    start = k
                    break
        elif rule.obj == "value":
            used = max((n.j for n in predicate.subject if n.i > predicate.i), default=predicate.i + 1)
            start = used if used < predicate.limit else None
        if start is None:
            return
        stop = start
        while stop < min(predicate.limit, start + 8) and self.scene.norm(stop) not in (
            "،",
            ".",
            ",",
            '"',
            ")",
        ):
            stop += 1
        if stop > start:
            draft.value = (tokens[start].start, tokens[stop - 1].end)

    # ------------------------------------------------------------------ governing

    def _open(self, predicate: Predicate, rule: Rule, draft: Draft) -> None:
        content = rule.content
        assert content is not None
        end = predicate.limit
        if (
            ("ان" in content.on
            and end < self.end
            and self.scene.norm(end).lstrip("ب") in ("ان", "الا"))
            or (end < self.end and self.scene.norm(end) in ("ان", "بان", "الا", "بالا", "وان", "وبان"))
        ):
            end = self._clause_end(end + 1)
        self.governors.append(Governor(draft, content, predicate.i, end, draft.actor, draft.recipient))

    def _clause_end(self, start: int) -> int:
        for i in range(start, self.end):
            other = self.syntax.by_token.get(i)
            if (
                other is not None
                and other.finite
                and other.inflection.tense == "past"
                and not other.in_relative
            ):
                return i
            if self.scene.owner[i] is None and self.scene.norm(i) in ("فيما", "بينما", "لكن", "اما"):
                return i
        return self.end

    def _open_terms(self, predicate: Predicate) -> None:
        """ينص الاتفاق على …, يعتزم …: what follows is planned, its holders the parties of the agreement."""
        tags = predicate.word.tags
        if "terms_verbs" in tags:
            near = range(predicate.left, min(predicate.limit, predicate.i + 6))
            if not any("agreements" in self.scene.words[k].tags for k in near) and not (
                self.state.agreement and (not predicate.subject or predicate.subject_implied)
            ):
                return
            content = Content(frozenset({"علي", "ب", "obj", "ان"}), "planned", "none", "agreement")
            end = self._clause_end(predicate.i + 1)
            holders = self.state.agreement or self.state.pair
            self.governors.append(Governor(None, content, predicate.i, end, holders, []))
        elif "plan_verbs" in tags:
            content = Content(frozenset({"obj", "ل", "الي", "ان", "ب"}), "planned", "subj")
            actors = self._nodes(predicate.subject)
            self.governors.append(Governor(None, content, predicate.i, predicate.limit, actors, []))

    def _governor(self, predicate: Predicate) -> Governor | None:
        for governor in reversed(self.governors):
            if not governor.start < predicate.i < governor.end:
                continue
            if predicate.finite:
                if predicate.inflection.tense != "present" or predicate.in_relative:
                    continue
                opener = predicate.left - 1
                if opener >= self.first and self.scene.norm(opener) in _THAT and opener > governor.start:
                    governor.reached = True
                    return governor
                if governor.reached and predicate.word.pro in ("و", "ف", "ل"):
                    return governor
                continue
            if predicate.form != "noun":
                continue
            preposition = self.syntax.preposition_before(predicate.i)
            markers = governor.content.on
            if (
                preposition == ""
                and ("obj" in markers or governor.reached)
                and (predicate.word.pro == "و" or (not governor.reached and predicate.i - governor.start < 18))
            ):
                governor.reached = True
                return governor
            if preposition and preposition in markers:
                governor.reached = True
                return governor
        return None

    def _govern(self, draft: Draft, governor: Governor, predicate: Predicate, rule: Rule) -> None:
        content = governor.content
        draft.modality = content.modality
        if (
            (rule.obj == "recipient"
            and rule.gen == "recipient"
            and draft.recipient
            and not draft.actor)
            or not draft.actor
        ):
            if content.by == "subj":
                draft.actor = list(governor.actors)
            elif content.by in ("obj", "recipient"):
                draft.actor = list(governor.recipients)
        draft.recipient = [item for item in draft.recipient if item.key not in {a.key for a in draft.actor}]
        if content.modality in ("planned", "proposed", "requested") and content.holder:
            draft.holder = list(governor.actors)
            if (
                {p.key for p in draft.holder} == {p.key for p in draft.actor}
                and content.holder != "agreement"
                and not (
                    governor.draft is not None and governor.draft.type == "AGREE" and len(draft.actor) > 1
                )
            ):
                draft.holder = []

    def _is_worth(
        self, predicate: Predicate, rule: Rule, draft: Draft, places: list[Node], governor: Governor | None
    ) -> bool:
        """Whether enough is said for a claim: bare and definite event words are mentions, not claims."""
        named = bool(draft.actor or draft.recipient)
        light = predicate.light
        carried = (
            light is not None
            and not light.in_relative
            and (
                bool(light.word.tags & {"light_existential", "light_agent"})
                or self.scene.norm(light.i + 1) == "هناك"
            )
        )
        declared = light is not None and bool(light.word.tags & {"report_verbs", "deny_verbs"})
        if rule.needs == "light" and not (carried or governor is not None):
            return False
        if rule.needs == "party" and not (
            draft.actor and (draft.recipient or (rule.reciprocal and len(draft.actor) > 1))
        ):
            if not (rule.type in ("SPLIT", "JOINED") and named and (draft.recipient or declared)):
                return False
        if rule.needs == "place" and not (places or find_place(self.syntax, predicate, False, rule.type)):
            return False
        if rule.needs == "place-object" and not places:
            return False
        if rule.needs == "content" and governor is None:
            return False
        if rule.needs == "recipient" and not draft.recipient:
            return False
        if rule.needs == "pro-b" and "ب" not in predicate.word.pro:
            return False
        if "indefinite" in rule.flags and (
            predicate.word.article or self.scene.norm(predicate.i + 1).startswith("ال") and not predicate.finite
        ):
            return False
        if "person" in rule.flags:
            people = [p for p in draft.actor if p.node.kind in (PERSON, GROUP)]
            if not people:
                return False
            draft.actor = people
        if rule.object == "organisation" and rule.type == "FORMED" and not draft.actor:
            return False
        if predicate.finite:
            if rule.obj == "recipient" and not named:
                return False
            if rule.object == "animate" and not draft.recipient and not rule.reciprocal:
                return False
            return named or bool(places) or rule.subj == "none"
        if predicate.form == "pas" and rule.with_:
            return True
        if predicate.form == "act" and predicate.word.article and rule.type != "PART_OF":
            return False
        if (
            draft.actor
            and not draft.recipient
            and all(p.node.source_kind in ("general", "own_correspondent") for p in draft.actor)
        ):
            return False
        if predicate.form in ("act", "pas"):
            return bool(draft.actor) and (rule.type != "PART_OF" or bool(draft.recipient))
        if governor is not None:
            return True
        if rule.casualties and not named and self._quantity_near(predicate):
            return True
        if self._scheduled(predicate):
            draft.modality = "planned"
            return True
        if "indefinite" in rule.flags and self.scene.norm(predicate.i).endswith("ا") and not carried:
            return False
        if predicate.word.article:
            return (
                (carried
                and (named or bool(places) or (light is not None and light.i - predicate.i in (1, 2))))
                or (declared
                and named)
            )
        if "weak" in rule.flags:
            return carried and named
        if rule.type == "PROTEST" and carried:
            return True
        if rule.reciprocal:
            return len(draft.actor) > 1 or (carried and bool(draft.actor)) or carried
        if predicate.word.suffix and not (declared or carried or rule.type == "PART_OF"):
            return False
        return named or (carried and bool(places)) or (bool(places) and rule.type in ("ASSAULT", "CONTROLS"))

    def _quantity_near(self, predicate: Predicate) -> bool:
        return any(
            n.kind == QUANTITY and n.count
            for n in self.scene.between(predicate.i + 1, min(predicate.limit, predicate.i + 16))
        )

    def _scheduled(self, predicate: Predicate) -> bool:
        """الجولة المقررة, الاجتماع المرتقب: an event to come by its adjective."""
        return any(
            self.scene.norm(k) in _SCHEDULED and self.scene.owner[k] is None
            for k in range(predicate.i + 1, min(predicate.limit, predicate.i + 5))
        )

    # ------------------------------------------------------------------ attribution

    def _attribution(self, draft: Draft) -> list[SourceLink]:
        links: list[SourceLink] = []
        frames = [frame for frame in self.frames if frame.covers(draft.i)]
        for frame in frames:
            if draft.type in ("POST", "NAMED", "PART_OF") and frame.verb < 0:
                continue
            if frame.denied and draft.type not in _REPEATED - {"PART_OF", "CLASSIFIED"}:
                draft.polarity = "negated" if draft.polarity == "affirmed" else draft.polarity
            if frame.possible and draft.modality == "asserted":
                draft.modality = "possible"
            for link in frame.chain:
                if all(link.span != other.span for other in links):
                    links.append(link)
        return links


def _distinct(parties: list[Party]) -> list[Party]:
    seen: dict[str, Party] = {}
    for item in parties:
        seen.setdefault(item.key, item)
    return list(seen.values())


_WITH_PRONOUN = {
    particle + suffix: (preposition, suffix)
    for particle, preposition in (
        ("ل", "ل"),
        ("الي", "الي"),
        ("من", "من"),
        ("مع", "مع"),
        ("ب", "ب"),
        ("علي", "علي"),
        ("عن", "عن"),
    )
    for suffix in ("ه", "ها", "هم", "هما")
}
_BY_FIRE = {"بنيران", "برصاص", "بقذائف", "بصواريخ", "بواسطه", "ايدي", "جانب"}
_PHYSICAL = {"ASSAULT", "COERCE", "CONTROLS", "RETREAT", "MOBILIZE", "PROTEST"}
_SCHEDULED = {"المقرر", "المقرره", "المرتقب", "المرتقبه", "المزمع", "المزمعه", "المنتظر", "المنتظره"}
_THAT = {"ان", "بان", "الا", "بالا", "وان", "وبان", "انه", "انها"}
