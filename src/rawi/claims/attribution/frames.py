"""The frames of a sentence.

A sentence and the last speaker of the text in, frames in order out. Tokens of nodes open none.
"""

from __future__ import annotations

from functools import lru_cache

from rawi.claims.attribution.base import Frame, Search
from rawi.claims.attribution.phrases import open_by_colon, open_by_participle, open_by_phrase
from rawi.claims.attribution.verbs import open_by_verb
from rawi.claims.syntax import Syntax
from rawi.model import SourceLink
from rawi.recognise.nodes import Node

_VERBS = frozenset({"report_verbs", "deny_verbs", "relay_verbs"})
_OPENING = _VERBS | {"report_participles", "according"}


def find_frames(syntax: Syntax, last_speaker: list[Node], last_chain: list[SourceLink]) -> list[Frame]:
    """The frames of one sentence, in order; a dropped subject is the last speaker of the text."""
    search = Search(syntax, last_speaker, last_chain)
    open_by_colon(search)
    words, norms = syntax.words, search.scene.norms
    cues = _cues(search.listed("quoting_phrases"), search.listed("voice_phrases"))
    for i in range(syntax.first, syntax.end):
        cued = norms[i] in cues or not _OPENING.isdisjoint(words[i].tags)
        if cued and syntax.owner[i] is None:
            _open_frame(search, i)
    return sorted(search.frames, key=lambda frame: (frame.start, -frame.end))


@lru_cache(maxsize=8)
def _cues(quoting: frozenset[str], voice: frozenset[str]) -> frozenset[str]:
    """The words of the phrases at which a frame is opened: the first of نقلا عن, the last of على لسان."""
    return frozenset({phrase.split()[0] for phrase in quoting} | {phrase.split()[-1] for phrase in voice})


def _open_frame(search: Search, i: int) -> None:
    """Add the frame that the word at token `i` opens, if it is a reporting word."""
    syntax = search.syntax
    tags = syntax.words[i].tags
    predicate = syntax.by_token.get(i)
    if predicate is not None and predicate.finite and tags & _VERBS:
        open_by_verb(search, predicate)
    elif "report_participles" in tags and predicate is None:
        open_by_participle(search, i)
    elif "according" in tags:
        open_by_phrase(search, i)
    elif search.scene.has_phrase(i, search.listed("quoting_phrases")):
        open_by_phrase(search, i + 1, cue=i)
    elif search.scene.has_phrase(i - 1, search.listed("voice_phrases")):
        open_by_phrase(search, i, cue=i)
