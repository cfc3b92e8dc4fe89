"""Whether entries fit together: a row is a pack of actors and people, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.knowledge.consistency import find_inconsistencies
from rawi.knowledge.loader import load_packs, pack_folders

A = "- {{id: {}, kind: armed-group, ar: {}, en: X, ref: x{}}}\n"


def actor(id_: str, ar: str = "", **more: str) -> str:
    """An actor on a line; the values of `more` are written as they stand."""
    rest = "".join(f", {key.rstrip('_')}: {value}" for key, value in more.items())
    return A.format(id_, ar or f"جماعة {id_}", rest)


def person(posts: str) -> str:
    return f"- {{id: zaid, ar: زيد, en: Zaid, ref: x, posts: [{posts}]}}\n"


def remarks(folder: Path, actors: str, people: str = "", outlets: str = "") -> list[str]:
    """`level: entry: key: message` of everything that is found."""
    for name, text in (("actors", actors), ("people", people), ("outlets", outlets)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = find_inconsistencies(load_packs([folder]))
    assert all(Path(one.file).parent == folder for one in found)
    return [f"{one.level}: {one.entry}: {one.key}: {one.message}" for one in found]


@pytest.mark.parametrize(
    ("actors", "expected"),
    [
        (actor("falcons", predecessors="[eagels]") + actor("eagles"),
         "error: falcons: predecessors: no pack has an actor 'eagels'; did you mean 'eagles'?"),
        (actor("falcons", successors="[xyz]"), "error: falcons: successors: no pack has an actor 'xyz'"),
        (actor("falcons", parent="xyz"), "error: falcons: parent: no pack has an actor 'xyz'"),
        (actor("falcons", parent="falcons"), "error: falcons: parent: names the entry itself"),
        (actor("a1", predecessors="[b1]") + actor("b1", predecessors="[a1]"),
         "error: a1: predecessors: runs in a circle: a1 → b1 → a1"),
        (actor("a1", predecessors="[b1]", successors="[b1]") + actor("b1"),
         "error: a1: predecessors: runs in a circle: a1 → b1 → a1"),
        (actor("a1", parent="b1") + actor("b1", parent="c1") + actor("c1", parent="a1"),
         "error: a1: parent: runs in a circle: a1 → b1 → c1 → a1"),
        (actor("falcons", from_='"2019"', until='"2017"'),
         "error: falcons: until: 2017 is before from, 2019"),
        (actor("new", from_='"2015"', predecessors="[old]") + actor("old", from_='"2016"'),
         "error: new: predecessors: old began in 2016, after this began in 2015"),
        (actor("old", from_='"2018"', successors="[new]") + actor("new", from_='"2012"', until='"2015"'),
         "error: old: successors: new ended in 2015, before this began in 2018"),
        (actor("new", from_='"2018"', predecessors="[old]") + actor("old", until='"2014"'),
         "note: new: predecessors: old ended in 2014, this began in 2018"),
        (actor("old", until='"2014"', successors="[new]") + actor("new", from_='"2018"'),
         "note: old: successors: this ended in 2014, new only began in 2018"),
        (actor("a1", "صقور الوادي") + actor("b1", "نسور", aliases="[صُقور الوادى]"),
         "note: b1: aliases: 'صُقور الوادى' is also a name of a1"),
        (actor("a1", "صقور الهدى", aliases="[صقور الهدي]"),
         "note: a1: aliases: 'صقور الهدي' need not be listed beside 'صقور الهدى'"),
    ],
)  # fmt: skip
def test_actors_that_do_not_fit(tmp_path: Path, actors: str, expected: str) -> None:
    found = remarks(tmp_path, actors)
    assert len(found) == 1
    assert found[0].startswith(expected)


@pytest.mark.parametrize(
    "actors",
    [
        actor("a1", from_='"2016-12-01"', until='"2016-12"'),
        actor("a1", from_='"2016~"', until='"2016"'),
        actor("old", from_='"2012"', until='"2014"', successors="[new]") + actor("new", from_='"2011"'),
        actor("old", successors="[new]") + actor("new", predecessors="[old]"),
        actor("old", until='"2014-11"', successors="[new]") + actor("new", from_='"2015-02"'),
        actor("a1", "صقور", short="[الحركة]") + actor("b1", "نسور", short="[الحركة]"),
    ],
)
def test_actors_that_fit(tmp_path: Path, actors: str) -> None:
    assert remarks(tmp_path, actors) == []


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ("{title: قائد, org: nobody}", "error: zaid: posts: no pack has an actor 'nobody'"),
        ('{title: قائد, org: a1, from: "2016", until: "2015"}',
         "error: zaid: posts: قائد: until 2015 is before"),
        ('{title: قائد, org: a1, from: "2020"}',
         "note: zaid: posts: قائد: from 2020, when a1 had ended (2017)"),
        ('{title: قائد, org: a1, until: "2010"}',
         "note: zaid: posts: قائد: until 2010, when a1 did not exist"),
    ],
)  # fmt: skip
def test_posts_that_do_not_fit(tmp_path: Path, posts: str, expected: str) -> None:
    found = remarks(tmp_path, actor("a1", from_='"2013"', until='"2017"'), person(posts))
    assert len(found) == 1
    assert found[0].startswith(expected)


def test_affiliation_of_an_outlet(tmp_path: Path) -> None:
    outlet = "- {id: paper, ar: صحيفة, en: Paper, ref: x, affiliation: {actor: nobody, ref: x}}\n"
    assert remarks(tmp_path, "", outlets=outlet)[0].startswith(
        "error: paper: affiliation: no pack has an actor"
    )


def test_entry_that_cannot_be_read_is_no_missing_one(tmp_path: Path) -> None:
    assert remarks_of_broken(tmp_path) == []


def remarks_of_broken(folder: Path) -> list[str]:
    from rawi.knowledge.loader import read_packs

    (folder / "actors.yaml").write_text("- {id: falcons, kind: party, ar: صقور, ref: x}\n", encoding="utf-8")
    (folder / "people.yaml").write_text(person("{title: قائد, org: falcons}"), encoding="utf-8")
    problems: list[str] = []
    found = find_inconsistencies(read_packs([folder], problems))
    assert len(problems) == 1
    return [str(one) for one in found]


def test_shipped_packs_have_no_errors() -> None:
    found = find_inconsistencies(load_packs(pack_folders()))
    assert [str(one) for one in found if one.level == "error"] == []
