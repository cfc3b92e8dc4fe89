"""How much the shipped packs know, at least; the figures are those that Rawi promises, and only go up."""

from __future__ import annotations

import pytest

from rawi.knowledge import load_knowledge

KNOWLEDGE = load_knowledge(())
#: Bodies that a conflict report names as actors, by pack.
ACTORS = {"syria": 250, "iraq": 60, "yemen": 60, "libya": 60, "sudan": 60, "lebanon-palestine": 60}


@pytest.mark.parametrize(("pack", "least"), ACTORS.items())
def test_actors_of_each_pack(pack: str, least: int) -> None:
    assert sum(actor.pack == pack for actor in KNOWLEDGE.actors.values()) >= least


def test_outlets_have_names_in_both_languages_a_country_and_mostly_domains() -> None:
    outlets = list(KNOWLEDGE.outlets.values())
    complete = [one for one in outlets if one.ar and one.en and one.country and one.domains]
    assert len(complete) >= 150


def test_affiliation_only_with_a_reference() -> None:
    assert [one.id for one in KNOWLEDGE.outlets.values() if one.affiliation and not one.affiliation_ref] == []


def test_public_figures_with_dated_posts() -> None:
    dated = [
        person
        for person in KNOWLEDGE.people.values()
        if any(post.title and (post.start or post.end) for post in person.posts)
    ]
    assert len(dated) >= 200
    assert [person.id for person in dated if not person.ref] == []
