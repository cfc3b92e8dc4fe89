"""Families: what the numbers and dates of actors make of the links between them."""

from __future__ import annotations

import pytest

from rawi.knowledge import load_knowledge
from rawi.knowledge.lineage import KINDS, Family, find_family, meets
from rawi.knowledge.records import Actor


def actor(id_: str, dates: str = "/", *, to: str = "", of: str = "", kind: str = "armed-group") -> Actor:
    """`dates` are from/until; `to` and `of` the ids of successors and predecessors."""
    start, _, end = dates.partition("/")
    return Actor(
        id_, kind, id_, id_, start=start or None, end=end or None,
        successors=tuple(to.split()), predecessors=tuple(of.split()),
    )  # fmt: skip


def family(actors: list[Actor], focus: str, depth: int | None = None) -> Family:
    return find_family({one.id: one for one in actors}, focus, depth=depth)


@pytest.mark.parametrize(
    ("actors", "links"),
    [
        ([actor("a", "2012/2016-07-28", to="b"), actor("b", "2016-07-28/", of="a")],
         "a>b renamed 2016-07-28 both"),
        ([actor("a", "/2016-06-30"), actor("b", "2016-07-28/", of="a")], "a>b renamed 2016-07-28 younger"),
        ([actor("a", "2012/"), actor("b", "2016/", of="a")], "a>b followed 2016 younger"),
        ([actor("a"), actor("b", of="a")], "a>b followed None younger"),
        ([actor("a", "/2014"), actor("b", "2016/", of="a")], "a>b followed 2016 younger"),
        ([actor("a", "2012/2014", to="b"), actor("b", "2011/")], "a>b joined 2014 older"),
        ([actor("a", "2012/", to="b"), actor("b", "2014/")], "a>b joined 2014 older"),
        ([actor("a", "2012/2020"), actor("b", "2014/", of="a")], "a>b split 2014 younger"),
        ([actor("a", "2012/"), actor("b", "2014/", of="a"), actor("c", of="a")],
         "a>b split 2014 younger, a>c split None younger"),
        ([actor("a", "/2017"), actor("b", "/2017", to="c"), actor("c", "2017/", of="a")],
         "a>c merged 2017 younger, b>c merged 2017 older"),
        ([actor("a", "2012/2014", to="c"), actor("b", "/2011", to="c"), actor("c", "2011/")],
         "a>c joined 2014 older, b>c merged 2011 older"),
        ([actor("a", "/2019-04-11", to="b"), actor("b", "2019-04-11/", kind="government")],
         "a>b replaced 2019-04-11 older"),
        ([actor("a", "/2021", to="c"), actor("b", "/2021", to="c"), actor("c", "2021/", kind="government")],
         "a>c replaced 2021 older, b>c replaced 2021 older"),
    ],
)  # fmt: skip
def test_what_a_link_is(actors: list[Actor], links: str) -> None:
    found = family(actors, "a").links
    told = (f"{one.older}>{one.younger} {one.kind} {one.date} {one.stated_by}" for one in found)
    assert sorted(told) == links.split(", ")


CHAIN = [
    actor("d", "2017/", of="c x"),
    actor("c", "2016/2017", of="b"),
    actor("b", "2012/2016"),
    actor("x", "/2017"),
]


@pytest.mark.parametrize(
    ("focus", "depth", "ids", "beyond"),
    [
        ("d", None, "b c x d", 0),
        ("b", None, "b c x d", 0),
        ("d", 0, "d", 2),
        ("d", 1, "c x d", 1),
        ("b", 1, "b c", 1),
        ("x", 1, "x d", 1),
    ],
)
def test_members_in_the_order_of_time(focus: str, depth: int | None, ids: str, beyond: int) -> None:
    found = family(CHAIN, focus, depth)
    assert [member.actor.id for member in found.members] == ids.split()
    assert found.beyond == beyond
    assert {member.actor.id: member.distance for member in found.members}[focus] == 0


def test_generations_count_from_the_oldest() -> None:
    generations = {member.actor.id: member.generation for member in family(CHAIN, "d").members}
    assert generations == {"b": 0, "c": 1, "x": 0, "d": 2}


def test_circle_ends() -> None:
    found = family([actor("a", "2012/", of="b"), actor("b", "2013/", of="a")], "a")
    assert [member.actor.id for member in found.members] == ["a", "b"]


def test_ids_that_no_pack_has_are_left_out() -> None:
    assert family([actor("a", to="nobody", of="a")], "a").links == ()


def test_plain_data() -> None:
    data = family(CHAIN, "d", 1).to_dict()
    assert data["focus"] == "d"
    assert data["members"][0]["from"] == "2016"
    assert data["links"][0].keys() == {"older", "younger", "kind", "date", "stated_by"}


@pytest.mark.parametrize(
    ("end", "start", "meet"),
    [("2016-07-28", "2016-07-28", True), ("2016-06-28", "2016-07-28", True), ("2016-06", "2016-08-15", False),
     ("2016", "2016-12", True), ("2016~", "2017-11", True), ("2016", "2018", False), (None, "2016", False),
     ("2017-02-10", "2017-01-28", True)],
)  # fmt: skip
def test_meets(end: str | None, start: str, meet: bool) -> None:
    assert meets(end, start) is meet


def test_every_shipped_actor_has_a_family() -> None:
    actors = load_knowledge().actors
    seen: set[str] = set()
    for id_ in actors:
        if id_ not in seen:
            found = find_family(actors, id_)
            members = [member.actor.id for member in found.members]
            seen |= set(members)
            assert all(members.index(link.older) < members.index(link.younger) for link in found.links)
            assert {link.kind for link in found.links} <= set(KINDS)
    assert seen == set(actors)
