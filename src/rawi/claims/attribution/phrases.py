"""Frames that a participle or a phrase opens: مؤكدا أن …, بحسب X, نقلا عن Y, على لسان Z.

A token in, a frame added to the search, or none where no source stands there.
"""

from __future__ import annotations

from rawi.claims.attribution.base import Frame, Search
from rawi.claims.attribution.chains import from_whom, make_links
from rawi.claims.attribution.kinds import can_speak
from rawi.claims.attribution.scopes import content_end, scope_end, scope_start
from rawi.claims.attribution.speakers import find_main_subject, source_at
from rawi.claims.syntax import is_circumstance
from rawi.recognise.nodes import PLACE

#: Marks before an entry of a list, whose head (`• قسد: …`) is no source.
_BULLETS = frozenset("•-–—*·▪")


def open_by_participle(search: Search, i: int) -> None:
    """مؤكداً أن, مضيفة أن: the speaker of the sentence goes on."""
    syntax = search.syntax
    if syntax.words[i].article or not is_circumstance(syntax, i):
        return
    start = next(
        (k + 1 for k in range(i + 1, min(i + 9, syntax.end)) if "subordinators" in syntax.words[k].tags),
        None,
    )
    denied = any(s.lemma in search.written("denying_participles") for s in syntax.words[i].senses)
    if start is None:
        if not denied:
            return
        start = i + 1
    frame = search.frames[-1] if search.frames else None
    speaker = frame.speaker if frame else find_main_subject(search, i)
    if not speaker:
        return
    chain = frame.chain if frame else make_links(search, speaker, i)
    search.frames.append(Frame(start, content_end(search, start, speaker), chain, speaker, denied, i))


def open_by_colon(search: Search) -> None:
    """`المرصد السوري: مقتل أربعة …`: a headline on the word of whoever stands before its colon."""
    syntax = search.syntax
    node = syntax.owner[syntax.first] if syntax.first < syntax.end else None
    if node is None or not can_speak(node) or node.i != syntax.first or search.scene.norm(node.j) != ":":
        return
    if node.kind == PLACE or node.entity in search.scene.knowledge.countries:
        return
    if search.scene.norm(node.i - 1) in _BULLETS:
        return
    if any(predicate.word.tags & {"report_verbs"} for predicate in syntax.predicates):
        return
    links = make_links(search, [node], node.i)
    if links:
        node.cited = True
        search.frames.append(Frame(node.j + 1, syntax.end, links, [node], verb=node.i))


def open_by_phrase(search: Search, i: int, cue: int | None = None) -> None:
    """بحسب X, وفق ما نقلت X عن Y, نقلاً عن Y: the clause around it is reported."""
    syntax = search.syntax
    k = i + 1
    while k < syntax.end and search.scene.norm(k) in search.listed("according_fillers"):
        k += 1
    if k < syntax.end and syntax.owner[k] is None and syntax.words[k].tags & {"report_verbs", "relay_verbs"}:
        k += 1
        while k < syntax.end and search.scene.norm(k) in search.listed("according_pronouns"):
            k += 1
    node = source_at(search, k)
    if node is None:
        return
    node.cited = True
    links = make_links(search, [node], cue if cue is not None else i)
    end = node.j
    follow = from_whom(search, node.j, min(node.j + 12, syntax.end))
    if follow is not None:
        follow.cited = True
        links += make_links(search, [follow], cue if cue is not None else i)
        end = follow.j
    open_frame = next((frame for frame in search.frames if frame.verb < i < frame.start), None)
    if open_frame is not None and syntax.tokens[i].norm in search.listed("from_whom"):
        return
    previous = next((frame for frame in search.frames if frame.skip[1] and i - frame.skip[1] < 3), None)
    if previous is not None and search.scene.norm(i) in search.listed("source_particles"):
        return
    begin = cue if cue is not None else i
    told = next((frame for frame in search.frames if frame.verb >= 0 and begin - frame.start in (0, 1)), None)
    if told is not None and cue is not None:
        told.chain, told.start = [*told.chain, *links], end
        return
    start = scope_start(search, i)
    search.frames.append(
        Frame(
            start,
            scope_end(search, end),
            links,
            [node],
            skip=((cue if cue is not None else i), end),
            verb=-1,
        )
    )
