"""Chains of sources: from the nodes that speak to links, nearest to the publisher first.

The outlet of the report itself is no link of its own chain.
"""

from __future__ import annotations

from collections.abc import Iterator

from rawi.arabic.characters import fold
from rawi.arabic.clitics import splits
from rawi.claims.attribution.base import Search
from rawi.claims.attribution.kinds import source_kind
from rawi.claims.attribution.speakers import source_at
from rawi.claims.syntax import Predicate, preposition_of
from rawi.model import SourceLink, Span
from rawi.recognise.nodes import ACTOR, OUTLET, PLACE, Node


def make_chain(
    search: Search, predicate: Predicate, sources: list[Node], that: int | None, lemma: str
) -> list[SourceLink]:
    """The chain of what `sources` say; `sources` become those that a relaying outlet quotes."""
    chain = make_links(search, sources[:1], predicate.i)
    stop = that if that is not None else min(predicate.limit, predicate.i + 30)
    for node in _outlets_told(search, predicate, stop, sources[0]):
        chain = make_links(search, [node], predicate.i) + chain
    outlet = sources[0].kind == OUTLET
    relays = outlet or sources[0].kind == ACTOR or sources[0].source_kind == "own_correspondent"
    if (lemma in search.written("passing_on_verbs") and relays) or outlet:
        first = max(node.j for node in sources) if sources[0].i > predicate.i else predicate.i + 1
        origin = from_whom(search, first, stop)
        if origin is not None:
            sources[:] = [origin]
            chain = chain + make_links(search, [origin], predicate.i)
    return chain


def from_whom(search: Search, first: int, stop: int) -> Node | None:
    """The node behind `عن` (نقلت … عن X, نقلاً عن X) within the tokens `first` to `stop`."""
    for k in range(first, stop):
        if search.syntax.owner[k] is None and search.scene.norm(k) in search.listed("from_whom"):
            return source_at(search, k + 1)
        if search.syntax.owner[k] is None and search.scene.norm(k) in search.listed("their_words"):
            return None
    return None


def _outlets_told(search: Search, predicate: Predicate, stop: int, speaker: Node) -> Iterator[Node]:
    """Outlets to which the speaker spoke, or whose report carries the words."""
    syntax = search.syntax
    first = predicate.i + 1
    for node in search.scene.between(first, stop):
        if node is speaker or (node.kind != OUTLET and not _is_outlet(search, node)):
            continue
        node.cited = True
        preposition = preposition_of(syntax, node)
        before = syntax.by_token.get(node.i - 1)
        if (preposition in search.listed("told_to") and speaker.kind != OUTLET) or (
            before is not None and before.finite and before.word.suffix
        ):
            yield node
    for k in range(first, stop):
        owner = search.scene.owner[k]
        if owner is not None and owner.kind != PLACE:
            continue
        for pro, rest in splits(search.scene.norm(k)):
            if not pro.endswith("ل") or speaker.kind == OUTLET:
                continue
            ids = [
                i for kind, i in search.scene.knowledge.names.get(rest) if kind in ("outlet", "outlet-short")
            ]
            if ids and search.scene.norm(k - 1) not in search.listed("outlet_posts"):
                token = search.scene.tokens[k]
                told = Node(OUTLET, k, k + 1, token.start, token.end)
                told.entity, told.name = ids[0], search.scene.knowledge.outlets[ids[0]].ar
                yield told


def _is_outlet(search: Search, node: Node) -> bool:
    return node.kind == ACTOR and node.entity in search.scene.knowledge.outlets


def make_links(search: Search, nodes: list[Node], cue: int) -> list[SourceLink]:
    """A link for each node, with the word at token `cue` that names it as a source."""
    tokens, text = search.scene.tokens, search.scene.text
    links = []
    for node in nodes:
        if _is_own_outlet(search, node):
            continue
        kind = source_kind(node, search.scene)
        span = Span.of(text, node.start, node.end)
        links.append(SourceLink(span, kind, node.entity, Span.of(text, tokens[cue].start, tokens[cue].end)))
    return links


def _is_own_outlet(search: Search, node: Node) -> bool:
    if not search.scene.outlet or node.kind not in (OUTLET, ACTOR):
        return False
    own, name = fold(search.scene.outlet), fold(node.name or "")
    known = {id_ for kind, id_ in search.scene.knowledge.names.get(search.scene.outlet) if kind == "outlet"}
    if node.entity in known:
        return True
    return bool(name) and node.kind == OUTLET and (name in own or own in name)
