"""Whose people are meant: قواته, مقاتلوه, بلاده.

Groups with a pronoun in, the same with the body of the last fitting name out; else left as they are.
"""

from __future__ import annotations

from rawi.claims.draft import Party, party
from rawi.claims.holders import state_party
from rawi.claims.sentence import Sentence
from rawi.recognise.nodes import ACTOR, GROUP, PERSON, PLACE, Node


def resolve_members(sentence: Sentence) -> None:
    """قواته, مقاتلوه, بلاده: whose they are."""
    for node in sentence.scene.between(sentence.first, sentence.end):
        if node.kind == GROUP and node.suffix and node.entity is None and node.force:
            owner = _owner_before(sentence, node, node.suffix)
            if owner is not None:
                node.entity, node.name, node.name_en = owner.entity, owner.name, owner.name_en
                node.members = True


def _owner_before(sentence: Sentence, node: Node, suffix: str) -> Party | None:
    for earlier in sentence.scene.before(node.i):
        if node.i - earlier.i > 60:
            break
        if (
            suffix in sentence.listed("singular_pronouns")
            and earlier.kind in (PERSON, ACTOR)
            and earlier.feminine != (suffix == "ها")
        ):
            continue
        if earlier.kind == PERSON:
            org = sentence.state.org_of.get(earlier.entity or earlier.name or "")
            if org is None and earlier.title is not None and earlier.title.org is not None:
                org = party(earlier.title.org)
            if org is None and earlier.entity:
                record = sentence.scene.knowledge.people.get(earlier.entity)
                posts = [p.org for p in record.posts if p.org] if record else []
                if posts:
                    name, name_en = sentence.scene.knowledge.actor_name(posts[-1])
                    org = Party(earlier, posts[-1], name, name_en)
            if org is not None:
                return org
        elif earlier.kind == ACTOR and earlier.entity:
            return party(earlier)
        elif earlier.kind == PLACE and earlier.state and suffix == "ها":
            return state_party(sentence, earlier, earlier.state)[0]
    return None
