"""Checking packs: what is wrong is found whatever else is wrong, and said with file, entry and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.knowledge.check import check_packs
from rawi.knowledge.problems import read_problem

PACK = "id: mine\nname_ar: حزمتي\nname_en: Mine\ndescription: d\nlicence: CC0-1.0\n"
GOOD = "- {id: falcons, kind: party, ar: صقور الوادي, en: Falcons, ref: x}\n"


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves the shipped packs out, which take their time."""
    monkeypatch.setattr("rawi.knowledge.loader.SHIPPED", ())


def check(folder: Path, **files: str) -> tuple[list[str], list[str]]:
    """The errors and notes on a pack with the files given, without the folder's name."""
    for name, text in {"pack": PACK, **files}.items():
        path = folder / (name.replace("__", "/") + ".yaml")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    report = check_packs([folder])
    mine = [[str(one) for one in some if str(folder) in one.file] for some in (report.errors, report.notes)]
    return tuple([line.removeprefix(f"{folder}/") for line in lines] for lines in mine)  # type: ignore[return-value]


def test_shipped_packs_are_sound() -> None:
    report = check_packs()
    assert report.errors == ()
    counts = {pack.name: pack.counts for pack in report.packs}
    assert counts["syria"]["actors"] > 300
    assert counts["syria"]["places"] > 800
    assert counts["arabic"]["rules"] > 200


@pytest.mark.usefixtures("alone")
def test_good_pack(tmp_path: Path) -> None:
    assert check(tmp_path, actors=GOOD) == ([], [])


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"pack": "id: mine\ncolour: red\n"}, "pack.yaml: unknown key 'colour'; known are id, "),
        ({"pack": "[1]"}, "pack.yaml: a mapping with the keys id, "),
        ({"pack": "name_ar: حزمة\n"}, "pack.yaml: id: is missing"),
        ({"actors": GOOD.replace("party", "club")}, "actors.yaml: falcons: kind 'club' is not one of"),
        ({"actors": GOOD.replace("ref: x", "ref: x, country: NO")},
         "actors.yaml: falcons: country: False is not"),
        ({"actors": GOOD.replace("ref: x", "ref: x, country: Syria")},
         "actors.yaml: falcons: country: 'Syria' is"),
        ({"actors": GOOD.replace("ref: x", 'ref: x, from: "2019-13"')},
         "actors.yaml: falcons: from: '2019-13' is"),
        ({"actors": GOOD.replace("falcons", "Valley_Falcons")}, "actors.yaml: Valley_Falcons: id: "),
        ({"actors": GOOD.replace("en: Falcons", "en: 7")}, "actors.yaml: falcons: en: 7 is not read as text"),
        ({"actors": "- {id: a\n"}, "actors.yaml: not readable as UTF-8 YAML"),
        ({"people": "- {id: z, ar: زيد, en: Z, ref: x, posts: 7}\n"}, "people.yaml: z: posts: a list"),
        ({"people": "- {id: z, ar: زيد, en: Z, ref: x, posts: [{title: 7}]}\n"}, "people.yaml: z: posts: "),
        ({"outlets": "- {id: o, ar: صحيفة, en: O, ref: x, affiliation: sdf}\n"},
         "outlets.yaml: o: affiliation: "),
        ({"places": "a: b\n"}, "places.yaml: a list of entries is expected"),
        ({"places": "- {id: p, ar: قرية, en: P, kind: town, lat: 95, lon: 3}\n"},
         "places.yaml: p: lat: 95 is no"),
        ({"places": "- {id: p, ar: قرية, en: P, kind: town, lat: 33}\n"},
         "places.yaml: p: lat: stands without lon"),
        ({"places": "- {id: p, ar: قرية, en: P, kind: town, aliases: x}\n"},
         "places.yaml: p: aliases: a list"),
        ({"words": "- x\n"}, "words.yaml: a mapping from classes"),
        ({"grammar__mine": "a: b\n"}, "grammar/mine.yaml: a list of rules is expected"),
        ({"grammar__mine": "- x\n"}, "grammar/mine.yaml: entry 1: a mapping is expected"),
        ({"grammar__mine": "- {id: r}\n"}, "grammar/mine.yaml: r: lacks type"),
        ({"grammar__mine": "- {id: r, type: FIGHT}\n"}, "grammar/mine.yaml: r: type: 'FIGHT' is not one of"),
        ({"grammar__mine": "- {id: r, type: JOINED, mode: x}\n"},
         "grammar/mine.yaml: r: mode: 'x' is not one of"),
        ({"grammar__mine": "- {id: r, type: JOINED, verb: x}\n"},
         "grammar/mine.yaml: r: verb: a list of words"),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("alone")
def test_one_problem(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    errors, _ = check(tmp_path, **files)
    assert len(errors) == 1
    assert errors[0].startswith(expected)


@pytest.mark.usefixtures("alone")
def test_date_that_no_calendar_has_is_a_problem_of_its_entry(tmp_path: Path) -> None:
    (problem,), _ = check(tmp_path, actors=GOOD.replace("ref: x", "ref: x, from: 2015-02-31"))
    assert problem.startswith("actors.yaml: falcons: from: ")


@pytest.mark.usefixtures("alone")
def test_entry_that_lacks_something_is_checked_to_its_end(tmp_path: Path) -> None:
    problems, _ = check(tmp_path, actors="- {id: Falcons, kind: gang, ar: صقور, until: 2017, parent: nobody}")
    assert [next(word for word in ("lacks", "id:", "kind", "until", "parent") if word in line)
            for line in problems] == ["lacks", "id:", "kind", "until", "parent"]  # fmt: skip


@pytest.mark.usefixtures("alone")
def test_problems_of_all_files_at_once(tmp_path: Path) -> None:
    errors, _ = check(
        tmp_path,
        actors="- {id: a, kind: club, ar: نادي, en: A, ref: x, predecessors: [nobody]}\n",
        places="- {id: p, ar: قرية, en: P, kind: planet}\n",
        grammar__mine="- {id: r}\n",
    )
    assert len(errors) == 4


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"pack": PACK.replace("licence: CC0-1.0", "")}, "pack.yaml: licence: is missing"),
        ({"actor": GOOD}, "actor.yaml: is not read; the files of a pack are"),
        (
            {"actors": GOOD.replace("falcons", "hts")},
            "actors.yaml: hts: takes the place of the whole entry in syria/",
        ),
    ],
)
def test_one_note(tmp_path: Path, files: dict[str, str], expected: str) -> None:
    errors, notes = check(tmp_path, **files)
    assert errors == []
    assert any(note.startswith(expected) for note in notes), notes


@pytest.mark.usefixtures("alone")
def test_folder_that_is_no_pack(tmp_path: Path) -> None:
    assert "it has no pack.yaml" in str(check_packs([tmp_path]).errors[0])


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("p/actors.yaml: a: from: 'x' is no date", ("p/actors.yaml", "a", "from", "'x' is no date")),
        ("p/actors.yaml: a: lacks ref", ("p/actors.yaml", "a", "", "lacks ref")),
        ("p/actors.yaml: entry 7: a mapping", ("p/actors.yaml", "entry 7", "", "a mapping")),
        ("p/places.tsv:9: 3 columns", ("p/places.tsv:9", "", "", "3 columns")),
        ("p/x.yaml: not readable as: a\nb", ("p/x.yaml", "", "", "not readable as: a\nb")),
        ("something else", ("", "", "", "something else")),
    ],
)
def test_lines_of_the_loaders_are_taken_apart(line: str, parts: tuple[str, ...]) -> None:
    found = read_problem(line)
    assert (found.file, found.entry, found.key, found.message) == parts
    assert str(found) == line
