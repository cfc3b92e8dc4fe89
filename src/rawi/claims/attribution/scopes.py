"""How far reported speech goes.

A token in, the token out where the words of a source begin or end.
"""

from __future__ import annotations

from rawi.claims.attribution.base import Search
from rawi.claims.syntax import Predicate, breaks_with_word_before, is_circumstance, landmarks_within
from rawi.recognise.nodes import Node

#: Claim types of verbs that go on with what a source says.
_SPEECH = {"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"}


def content_end(search: Search, start: int, sources: list[Node]) -> int:
    """Where what `sources` say, from token `start`, ends."""
    syntax = search.syntax
    for i in landmarks_within(syntax, start, syntax.end):
        if syntax.owner[i] is not None:
            continue
        norm = syntax.tokens[i].norm
        if norm in search.listed("report_breaks") and i > start:
            return i
        if breaks_with_word_before(syntax, i):
            return i - 1
        other = syntax.by_token.get(i)
        if other is None:
            if (
                "report_participles" in syntax.words[i].tags
                and i > start
                and syntax.words[i].pro in ("", "و")
                and _opens_that(search, i)
            ):
                return i
            continue
        if other.form == "act" and is_circumstance(syntax, i) and i > start:
            return i
        if other.finite and other.inflection.tense == "past" and other.word.pro in ("و", "ف") and i > start:
            if other.word.tags & {"report_verbs", "deny_verbs"} and not _weak_only(search, other):
                return i
            types = {s.rule.type for s in other.senses if s.rule}
            if types & _SPEECH and _agrees(other, sources):
                return i
    return syntax.end


def _weak_only(search: Search, predicate: Predicate) -> bool:
    lemmas = {s.lemma for s in predicate.word.senses if s.tag in ("report_verbs", "deny_verbs")}
    return lemmas <= search.written("verbs_with_that")


def _opens_that(search: Search, i: int) -> bool:
    return any(
        "subordinators" in search.syntax.words[k].tags for k in range(i + 1, min(i + 5, search.syntax.end))
    )


def _agrees(predicate: Predicate, sources: list[Node]) -> bool:
    """Whether the verb's gender fits the speaker, so that the speaker is its dropped subject."""
    return (predicate.inflection.gender == "f") == sources[0].feminine


def scope_start(search: Search, i: int) -> int:
    """Where the clause around a phrase such as بحسب X, at token `i`, begins."""
    before = reversed(landmarks_within(search.syntax, search.syntax.first, i))
    breaks = (k for k in before if _breaks_report(search, k))
    return next((k + 1 for k in breaks), search.syntax.first)


def scope_end(search: Search, i: int) -> int:
    """Where the clause around a phrase such as بحسب X, behind token `i`, ends."""
    behind = landmarks_within(search.syntax, i, search.syntax.end)
    breaks = (k for k in behind if _breaks_report(search, k))
    return next(breaks, search.syntax.end)


def _breaks_report(search: Search, k: int) -> bool:
    """Whether the word at token `k` opens a clause of its own."""
    return search.syntax.owner[k] is None and (
        search.scene.norm(k) in search.listed("report_breaks") or breaks_with_word_before(search.syntax, k)
    )
