"""Which rules fit a predicate.

A predicate in, its rules out, the most particular first, each with whether it is read as passive.
A rule is refused when its companions, its following word or its kind of subject are missing.
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from rawi.arabic.characters import fold
from rawi.arabic.clitics import splits
from rawi.claims.circumstances import negated
from rawi.claims.sentence import Governor, Sentence
from rawi.claims.syntax import Predicate, preposition_before
from rawi.knowledge.lexicon import Rule
from rawi.recognise.nodes import ACTOR, DUAL, GROUP, PERSON, PLACE, Node


def find_companion(sentence: Sentence, predicate: Predicate, rule: Rule) -> int | None:
    """The token of the word that makes the rule fit, where that is an event word itself."""
    for k in range(predicate.i + 1, min(predicate.limit, predicate.i + 30)):
        if k not in sentence.syntax.by_token:
            continue
        forms = {sentence.scene.norm(k), *(rest for _, rest in splits(sentence.scene.norm(k)))}
        if forms & rule.with_ or _opens_phrase(sentence, rule, k, forms):
            return k
    return None


def fitting_rules(
    sentence: Sentence, predicate: Predicate, governor: Governor | None = None
) -> list[tuple[Rule, bool]]:
    """The rules that fit the words around the predicate, the most particular first."""
    scored: list[tuple[int, int, Rule, bool]] = []
    for order, sense in enumerate(predicate.senses):
        rule = sense.rule
        if rule is None:
            continue
        if (
            rule.type == "CONTROLS"
            and "plan_verbs" in predicate.word.tags
            and not negated(sentence.syntax, predicate)
        ):
            continue  # تستعد is "prepares", but in لم تستعد.
        if rule.mode == "sideAB" and predicate.finite and predicate.word.suffix:
            continue  # who fights one another has no object: ما تواجهه من اتهامات
        score = 0
        if rule.with_ or rule.with_phrases:
            if not _has_companion(sentence, predicate, rule):
                continue
            score += 3
        if rule.follow:
            if not _followed(sentence, predicate, rule):
                continue
            score += 3
        if rule.subject_words:
            first = max(sentence.first, predicate.left - 5) if predicate.in_relative else predicate.left
            if not _words_within(sentence, rule.subject_words, first, predicate.limit) and not (
                "inherits" in rule.flags and any(d.type == "PROTEST" for d in sentence.drafts)
            ):
                continue
            score += 2
        if rule.without and _words_within(
            sentence,
            rule.without,
            max(sentence.first, predicate.i - 3),
            min(predicate.limit, predicate.i + 12),
        ):
            continue
        if "without_that" in rule.flags and sentence.scene.norm(predicate.limit) in sentence.listed(
            "saying_subordinators"
        ):
            continue
        if "only-negated" in rule.flags:
            if not negated(sentence.syntax, predicate):
                continue
            score += 4
        if rule.subject and not _subject_fits(predicate, rule):
            continue
        score += bool(rule.subject) + bool(rule.object) + bool(rule.needs)
        passive = _is_passive(sentence, predicate, rule, sense.tag)
        if rule.who and not tells_of(sentence, _doers(sentence, predicate, governor)[:1], rule.who):
            continue
        if rule.whom and not tells_of(sentence, _suffering(predicate, rule, passive), rule.whom):
            continue
        score += 2 * (bool(rule.who) + bool(rule.whom))
        scored.append((-score, order, rule, passive))
    scored.sort(key=lambda item: item[:2])
    return [(rule, passive) for _, _, rule, passive in scored]


@lru_cache(maxsize=100_000)
def _bare_forms(norm: str) -> frozenset[str]:
    """The forms of a word without its particles and its article."""
    rests = {rest for _, rest in splits(norm)}
    return frozenset(rests | {rest[2:] for rest in rests if rest.startswith("ال")})


def _words_within(sentence: Sentence, words: frozenset[str], first: int, end: int) -> bool:
    norms = sentence.scene.norms[first : min(end, sentence.end)]
    return not all(map(words.isdisjoint, map(_bare_forms, norms)))


def _has_companion(sentence: Sentence, predicate: Predicate, rule: Rule) -> bool:
    stop = min(predicate.limit, predicate.i + (34 if predicate.finite else 20))
    before = (
        range(max(sentence.first, predicate.i - 7), predicate.i)
        if predicate.in_relative or predicate.form == "pas"
        else ()
    )
    norms, words, phrases = sentence.scene.norms, rule.with_, rule.with_phrases
    for k in (*before, *range(predicate.i + 1, stop)):
        forms = _unattached(norms[k])
        if not words.isdisjoint(forms) or (phrases and _opens_phrase(sentence, rule, k, forms)):
            return True
    return False


@lru_cache(maxsize=100_000)
def _unattached(norm: str) -> frozenset[str]:
    """A word's forms without particles, but for those that turn it into a means or likeness: ب, ك."""
    return frozenset((norm, *(rest for pro, rest in splits(norm) if not set(pro) & {"ب", "ك"})))


def _opens_phrase(sentence: Sentence, rule: Rule, k: int, forms: Set[str]) -> bool:
    """Whether one of the rule's phrases begins at token `k`, whose first word may have these `forms`."""
    return any(
        phrase[0] in forms and all(sentence.scene.norm(k + m) == phrase[m] for m in range(1, len(phrase)))
        for phrase in rule.with_phrases
    )


def _followed(sentence: Sentence, predicate: Predicate, rule: Rule) -> bool:
    k = predicate.i + 1
    while k < sentence.end and sentence.scene.norm(k) == '"':
        k += 1
    norm = sentence.scene.norm(k)
    return norm in rule.follow or any(rest in rule.follow for _, rest in splits(norm)) or (
        norm.startswith("ال") and norm[2:] in rule.follow
    )  # fmt: skip


def _subject_fits(predicate: Predicate, rule: Rule) -> bool:
    """Whether the subject, or the genitive of a noun, is of the kind that the rule asks for."""
    nodes = predicate.subject if predicate.finite else predicate.genitive
    if rule.subject == "any":
        return True
    if not nodes:
        return (rule.subject == "organisation" and bool(predicate.word.suffix)) or (
            not predicate.finite and rule.subject != "force"
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


def _doers(sentence: Sentence, predicate: Predicate, governor: Governor | None) -> list[Node]:
    """The subject, or the genitive of a noun; else who has to do it, or begins it: بدأ X بالخروج."""
    if predicate.finite:
        return predicate.subject
    countries = sentence.scene.knowledge.countries if governor is not None else {}
    people = [node for node in predicate.genitive if node.kind != PLACE and node.entity not in countries]
    if people:
        return people
    if governor is not None:
        who = governor.actors if governor.content.by == "subj" else governor.recipients
        return [item.node for item in who]
    verb = next(iter(sentence.syntax.main_verbs_before(predicate.i)), None)
    managed = verb is not None and preposition_before(sentence.syntax, predicate.i) in {
        preposition
        for sense in verb.senses
        for preposition in sentence.scene.knowledge.lexicon.mapped("managing_verbs").get(
            fold(sense.lemma), ()
        )
    }
    return verb.subject if verb is not None and (managed or "ب" in predicate.word.pro) else []


def _suffering(predicate: Predicate, rule: Rule, passive: bool) -> list[Node]:
    """The object, the subject of a passive, or the genitive of a noun.

    Also the subject where the rule gives it no part: نقلت حافلات المقاتلين.
    """
    if not predicate.finite:
        return predicate.genitive
    if rule.subj in ("none", "place"):
        return [node for node in (*predicate.subject, *predicate.objects) if node.kind != PLACE]
    return predicate.objects or (predicate.subject if passive else [])


def tells_of(sentence: Sentence, nodes: list[Node], kinds: frozenset[str]) -> bool:
    """Whether one of `nodes` is told by a word of these `kinds`, in any of its forms."""
    return any(
        sentence.scene.norm(k) in kinds
        or any(fold(sense.lemma.split()[0]) in kinds for sense in sentence.scene.words[k].senses)
        for node in nodes
        for k in range(node.i, node.j)
    )


def _is_passive(sentence: Sentence, predicate: Predicate, rule: Rule, tag: str) -> bool:
    if tag == "passive":
        return True
    if predicate.form in ("act", "pas", "noun"):
        return predicate.form == "pas"
    token = sentence.scene.tokens[predicate.i]
    raw = sentence.scene.text[token.start : token.end]
    vowelled = "\u064f" in raw[1 : 4 + len(predicate.word.pro)]
    if vowelled and predicate.inflection.tense == "past":
        return True
    if vowelled and raw.lstrip("وفس")[:2] in ("يُ", "تُ") and not predicate.objects:
        return rule.ambiguous_passive or rule.subj_passive is not None
    objects = [node for node in predicate.objects if node.kind != PLACE]
    if not rule.ambiguous_passive or objects or predicate.word.suffix:
        return False
    if rule.obj == "none":
        return False
    if predicate.subject and not predicate.subject_implied:
        node = predicate.subject[0]
        if node.kind == ACTOR and not node.count:
            return node.members and not _object_word(sentence, node.j) and rule.casualties is not None
        before = node.i < predicate.i
        if (
            node.kind == GROUP
            and not node.count
            and _object_word(sentence, predicate.i + 1 if before else node.j)
        ):
            return not (node.force or before)
    return not predicate.subject_implied or not predicate.subject


def _object_word(sentence: Sentence, k: int) -> bool:
    """Whether token `k`, behind the verb and its subject, is a plain noun that can be the object."""
    if k >= sentence.end or sentence.scene.owner[k] is not None or sentence.scene.tokens[k].kind != "word":
        return False
    word = sentence.scene.words[k]
    return (
        not word.tags & {"prepositions", "subordinators", "relatives", "finite", "negations"} and not word.pro
    )
