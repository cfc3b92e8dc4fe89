"""Who holds a post that is named without a name: الرئيس التركي, نظيره, الوسيطان السعودي والأميركي.

A post in; the person named with it before, or the states it belongs to, out; else a party without
a name.
"""

from __future__ import annotations

from rawi.claims.draft import Party
from rawi.claims.sentence import Sentence
from rawi.recognise.nodes import ADJECTIVE, PERSON, Node


def find_holders(sentence: Sentence, node: Node) -> list[Party]:
    """A post without a name: the person named with it before, the states of `الوسيطان السعودي والأميركي`."""
    title = node.title
    assert title is not None
    if title.state is not None:
        following = sentence.scene.owner[node.j] if node.j < sentence.end else None
        if following is not None and following.kind == ADJECTIVE and following.pro == "و":
            return [
                *state_party(sentence, node, title.state.state),
                *state_party(sentence, node, following.state),
            ]
    lemma = _title_lemma(sentence, node)
    counterpart = lemma in sentence.written("counterparts")
    for earlier in sentence.scene.before(node.i):
        other = earlier.title
        if earlier.kind != PERSON or other is None:
            continue
        same = counterpart or lemma == _title_lemma(sentence, earlier)
        if title.state is not None:
            same = same and other.state is not None and other.state.state == title.state.state
            if counterpart and other.state is None:
                same = earlier.country is not None and earlier.country == _iso(sentence, title.state.state)
        elif title.org is not None:
            same = same and other.org is not None and other.org.entity == title.org.entity
        elif not sentence.scene.words[node.i].article:
            same = False
        if same:
            return [Party(node, earlier.entity, earlier.name, earlier.name_en)]
    if counterpart and title.state is not None:
        for earlier in sentence.scene.before(node.i):
            if (
                earlier.kind == PERSON
                and earlier.country
                and earlier.country == _iso(sentence, title.state.state)
            ):
                return [Party(node, earlier.entity, earlier.name, earlier.name_en)]
    return [Party(node, None, None)]


def _iso(sentence: Sentence, state: str | None) -> str | None:
    country = sentence.scene.knowledge.countries.get(state or "")
    return country.iso if country else None


def state_party(sentence: Sentence, node: Node, state: str | None) -> list[Party]:
    """The party that `state` is, in the words of `node`."""
    name, name_en = sentence.scene.knowledge.actor_name(state or "")
    return [Party(node, state, name, name_en)]


def _title_lemma(sentence: Sentence, node: Node) -> str:
    i = node.title.i if node.title is not None else node.i
    return next((s.lemma for s in sentence.scene.words[i].senses if s.tag == "titles"), "")
