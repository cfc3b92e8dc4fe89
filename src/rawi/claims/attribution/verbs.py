"""Frames that a verb opens: أفاد المرصد أن …, نفى الجيش ….

A predicate in, a frame added to the search, or none. Refused: verbs of weak report without أن,
relayed relative clauses (التي نقلها), verbs without a speaker, and phrases such as حسبما أفاد.
"""

from __future__ import annotations

from rawi.claims.attribution.base import Frame, Search
from rawi.claims.attribution.chains import make_chain
from rawi.claims.attribution.scopes import content_end
from rawi.claims.attribution.speakers import find_speakers
from rawi.claims.syntax import Predicate, fill, landmarks_within
from rawi.recognise.nodes import GROUP


def open_by_verb(search: Search, predicate: Predicate) -> None:
    """Add the frame that a reporting, relaying or denying verb opens."""
    syntax = search.syntax
    lemma = next(
        s.lemma for s in predicate.word.senses if s.tag in ("report_verbs", "deny_verbs", "relay_verbs")
    )
    denied = "deny_verbs" in predicate.word.tags
    before = search.scene.norm(predicate.i - 1)
    if (
        before in search.listed("what")
        or search.scene.norm(predicate.i - 2) in search.listed("as_said")
        or ("according" in syntax.words[predicate.i - 1].tags and predicate.i > syntax.first)
    ):
        return
    if not predicate.subject and not predicate.phrases:
        fill(syntax, predicate)
    that = _that(search, predicate)
    if lemma in search.written("verbs_with_that") and that is None:
        return
    if predicate.in_relative and lemma in search.written("passing_on_verbs") and predicate.word.suffix:
        return
    sources = find_speakers(search, predicate)
    if not sources:
        return
    chain = make_chain(search, predicate, sources, that, lemma)
    for node in sources:
        if node.source_kind and not node.members and node.kind == GROUP:
            node.cited = True
    if that is not None:
        start = that
    elif lemma in search.written("declaring_verbs") or (
        lemma in search.written("quoting_verbs") and _quote_follows(search, predicate)
    ):
        start = max((node.j for node in predicate.subject if node.i > predicate.i), default=predicate.i + 1)
    else:
        return
    end = content_end(search, start, sources)
    if end > start:
        search.frames.append(
            Frame(
                start,
                end,
                chain,
                sources,
                denied,
                predicate.i,
                possible=lemma in search.written("unsure_verbs"),
            )
        )
        search.last_speaker, search.last_chain = sources, chain


def _that(search: Search, predicate: Predicate) -> int | None:
    """The token where the reported clause begins, behind أن / إن or a colon."""
    syntax = search.syntax
    for k in landmarks_within(syntax, predicate.i + 1, min(syntax.end, predicate.i + 40)):
        if syntax.owner[k] is not None:
            continue
        norm = syntax.tokens[k].norm
        if "subordinators" in syntax.words[k].tags:
            before = search.scene.norm(k - 1)
            if before in search.listed("no_report_before"):
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


def _quote_follows(search: Search, predicate: Predicate) -> bool:
    return any(
        search.scene.norm(k) == '"' for k in range(predicate.i + 1, min(predicate.limit, predicate.i + 14))
    )
