"""Who speaks: the nodes behind a reporting verb or phrase.

A predicate or a token in, the nodes that speak out; statements and documents, which are no
nodes of the scene, are made into one. An empty list or None where nobody can be told.
"""

from __future__ import annotations

from rawi.claims.attribution.base import Search
from rawi.claims.attribution.kinds import can_speak
from rawi.claims.syntax import Predicate, coordinated, fill, find_topic, preposition_of
from rawi.recognise.nodes import ACTOR, DUAL, GROUP, OUTLET, Node


def find_speakers(search: Search, predicate: Predicate) -> list[Node]:
    """Who speaks by the verb `predicate`; the last speaker where its subject is dropped."""
    syntax = search.syntax
    topic = find_topic(syntax, predicate)
    if topic is not None and predicate.word.pro in ("", "ف"):
        return coordinated(syntax, topic, predicate.i)
    right = [
        node
        for node in search.scene.between(predicate.i + 1, predicate.limit)
        if can_speak(node) and (not preposition_of(syntax, node))
    ]
    statement = _statement(search, predicate.i + 1, predicate.limit)
    if right and right[0].i - predicate.i < 10 and (statement is None or right[0].i < statement.i):
        plural = predicate.inflection.number in ("d", "p") and predicate.inflection.tense
        if not plural or right[0].kind in (DUAL, GROUP):
            return coordinated(syntax, right[0], predicate.limit)
    if statement is not None:
        return [statement]
    if predicate.in_relative and predicate.antecedent is not None:
        return [predicate.antecedent]
    left = [
        node
        for node in search.scene.between(predicate.left, predicate.i)
        if can_speak(node) and not preposition_of(syntax, node)
    ]
    if left and (predicate.word.pro in ("", "ف")):
        return coordinated(syntax, left[0], predicate.i)
    if predicate.subject:
        return predicate.subject
    earlier = [frame.speaker for frame in search.frames]
    if earlier:
        return earlier[-1]
    head = [
        n
        for n in search.scene.between(syntax.first, predicate.i)
        if can_speak(n) and not preposition_of(syntax, n)
    ]
    if head and predicate.i > syntax.first + 1:
        return [head[0]]
    return search.last_speaker if predicate.word.pro in ("و", "ف") or predicate.i == syntax.first else []


def _statement(search: Search, first: int, limit: int) -> Node | None:
    """A statement that speaks for its body: أكد البيان أن, جاء في البيان الختامي أن."""
    for k in range(first, min(limit, first + 4)):
        if (
            search.syntax.owner[k] is None
            and "statements" in search.syntax.words[k].tags
            and search.syntax.words[k].article
        ):
            return make_source(search, k, "organisation")
    return None


def make_source(search: Search, k: int, kind: str) -> Node:
    """A source that is no node of the scene: a statement or a document, with its adjectives."""
    tokens = search.syntax.tokens
    j = k + 1
    while j < search.syntax.end and j - k < 4:
        node = search.syntax.owner[j]
        if node is not None:
            if (
                node.kind in (ACTOR, OUTLET)
                and preposition_of(search.syntax, node) in ("", "ل")
                and node.i == j
            ):
                j = node.j
            break
        norm = tokens[j].norm
        if not (norm.startswith("ال") or norm in search.listed("statement_attributes")):
            break
        j += 1
    start = tokens[k].start + len(search.syntax.words[k].pro)
    node = Node(GROUP, k, j, start, tokens[j - 1].end)
    node.source_kind = kind
    issuer = search.syntax.owner[j - 1]
    if issuer is not None and issuer.kind == ACTOR:
        node.entity, node.name, node.name_en = issuer.entity, issuer.name, issuer.name_en
    elif search.last_speaker and kind == "organisation":
        node.entity = search.last_speaker[0].entity
        node.name, node.name_en = search.last_speaker[0].name, search.last_speaker[0].name_en
    return node


def find_main_subject(search: Search, i: int) -> list[Node]:
    """The subject of the last verb before token `i`, else the last speaker."""
    for predicate in search.syntax.before(i):
        if predicate.finite and not predicate.subject:
            fill(search.syntax, predicate)
        if predicate.finite and predicate.subject:
            return predicate.subject
    return search.last_speaker


def source_at(search: Search, k: int) -> Node | None:
    """The source that stands at token `k` or right behind it, or None."""
    syntax = search.syntax
    for j in range(k, min(k + 2, syntax.end)):
        node = syntax.owner[j]
        if node is not None and node.i <= j:
            return node if can_speak(node) else None
        tags = syntax.words[j].tags
        if syntax.tokens[j].norm in search.listed("their_sources"):
            return make_source(search, j, "unnamed")
        if "documents" in tags:
            return make_source(search, j, "document")
        if "statements" in tags:
            return make_source(search, j, "organisation")
        if tags & {"finite", "prepositions"} and not syntax.words[j].article:
            return None
    return None
