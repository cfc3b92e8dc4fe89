"""The frames of a sentence.

A sentence and the last speaker of the text in, frames in order out. Tokens of nodes open none.
"""

from __future__ import annotations

from rawi.claims.attribution.base import Frame, Search
from rawi.claims.attribution.phrases import open_by_colon, open_by_participle, open_by_phrase
from rawi.claims.attribution.verbs import open_by_verb
from rawi.claims.syntax import Syntax
from rawi.model import SourceLink
from rawi.recognise.nodes import Node, first_words

_VERBS = frozenset({"report_verbs", "deny_verbs", "relay_verbs"})
_OPENING = _VERBS | {"report_participles", "according"}


def find_frames(syntax: Syntax, last_speaker: list[Node], last_chain: list[SourceLink]) -> list[Frame]:
    """The frames of one sentence, in order; a dropped subject is the last speaker of the text."""
    search = Search(syntax, last_speaker, last_chain)
    open_by_colon(search)
    quoting, voice = (
        first_words(search.listed("quoting_phrases")),
        first_words(search.listed("voice_phrases")),
    )
    norm, before = search.scene.norm, search.scene.norm(syntax.first - 1)
    for i in range(syntax.first, syntax.end):
        this = norm(i)
        cued = syntax.words[i].tags & _OPENING or this in quoting or before in voice
        if cued and syntax.owner[i] is None:
            _open_frame(search, i)
        before = this
    return sorted(search.frames, key=lambda frame: (frame.start, -frame.end))


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
