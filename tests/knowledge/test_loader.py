"""Knowledge packs: all problems at once, nothing unknown accepted, the user's pack wins."""

from __future__ import annotations

from pathlib import Path

import pytest

import rawi
from rawi import KnowledgeError, Reader
from rawi.knowledge import load_knowledge
from rawi.knowledge.lexicon import Lexicon
from rawi.knowledge.loader import PACKS, SHIPPED, fingerprint, load_packs, pack_folders

ACTOR = """
- id: falcons
  kind: armed-group
  ar: تجمع صقور الوادي
  en: Valley Falcons
  aliases: [صقور الوادي]
  from: "2019"
  ref: https://example.org/falcons
"""


def pack(folder: Path, **files: str) -> Path:
    """A pack with the files given, by their names without `.yaml`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text("id: mine\n", encoding="utf-8")
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load_packs([folder])
    assert str(caught.value) == "\n".join(caught.value.problems)
    return caught.value.problems


def test_shipped_packs_load() -> None:
    packs = load_packs(pack_folders())
    assert packs.actors
    assert packs.people
    assert packs.outlets
    assert packs.countries
    assert len(packs.fingerprint) == 12
    assert [folder.name for folder in packs.folders] == list(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_pack_says_what_it_is(name: str) -> None:
    assert (PACKS / name / "pack.yaml").is_file()


def test_all_problems_are_told_at_once_with_file_and_entry(tmp_path: Path) -> None:
    folder = pack(
        tmp_path / "bad",
        actors="""
- {id: one, kind: armed-group, ar: جماعة, en: Group, ref: x, colour: red}
- {id: two, kind: club, ar: نادي, en: Club, ref: x}
- {id: three, kind: party, ar: حزب, en: Party}
- {id: four, kind: party, ar: حزب, en: Party, ref: x, from: 2019}
- {id: four, kind: party, ar: حزب, en: Party, ref: x}
- {id: five, kind: party, ar: حـزب, en: Party, ref: x, aliases: حزب}
- just a line
""",
        people="- {id: six, ar: کریم, en: Karim, ref: x, posts: [{rank: 1}]}\n",
        outlets="- {id: seven, ar: صحيفة, en: Paper, ref: x, affiliation: {actor: one}}\n",
    )
    found = problems(folder)
    for expected in (
        "actors.yaml: one: unknown key 'colour'",
        "actors.yaml: two: kind 'club' is not one of",
        "actors.yaml: three: lacks ref",
        "actors.yaml: four: from:",
        "actors.yaml: four: the id stands twice",
        "actors.yaml: five: ar:",
        "actors.yaml: five: aliases: a list of names is expected",
        "actors.yaml: entry 7: a mapping is expected",
        "people.yaml: six: ar:",
        "people.yaml: six: posts:",
        "outlets.yaml: seven: affiliation:",
    ):
        assert any(expected in problem for problem in found), f"{expected} not in {found}"


def test_message_says_what_is_accepted(tmp_path: Path) -> None:
    found = problems(pack(tmp_path, actors="- {id: a, kind: party, ar: حزب, en: P, ref: x, nmae: y}\n"))
    assert "known are" in found[0]
    assert "aliases" in found[0]


@pytest.mark.parametrize("text", ["a: [1", "- {id: a\n", "\t- x"])
def test_broken_yaml_is_a_problem_not_a_crash(tmp_path: Path, text: str) -> None:
    assert "not readable as UTF-8 YAML" in problems(pack(tmp_path, actors=text))[0]


def test_wrong_encoding_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    folder = pack(tmp_path)
    (folder / "actors.yaml").write_bytes("- {id: a, ar: حزب}".encode("cp1256"))
    assert "not readable as UTF-8 YAML" in problems(folder)[0]


def test_mapping_where_a_list_is_expected(tmp_path: Path) -> None:
    assert "a list of entries is expected" in problems(pack(tmp_path, people="a: b\n"))[0]


@pytest.mark.parametrize("date", ["2019-05-03", "2019-05", "2019", "2019~", "2019-05?"])
def test_dates_that_are_accepted(tmp_path: Path, date: str) -> None:
    assert load_packs([pack(tmp_path, actors=ACTOR.replace('"2019"', f'"{date}"'))]).actors[0].start == date


@pytest.mark.parametrize("date", ["2019", '"May 2019"', '"19"', "2019-05-03", "[2019]"])
def test_dates_that_are_refused(tmp_path: Path, date: str) -> None:
    assert "from:" in problems(pack(tmp_path, actors=ACTOR.replace('"2019"', date)))[0]


def test_folder_that_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="not a knowledge pack"):
        Reader([tmp_path])


def test_rule_with_an_unknown_key_is_refused(tmp_path: Path) -> None:
    (tmp_path / "grammar").mkdir()
    (tmp_path / "grammar" / "x.yaml").write_text("- {id: x, type: AID, verbs: [ساعد]}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="x: unknown key verbs"):
        Lexicon([tmp_path])


def test_pack_of_the_user_adds_names(tmp_path: Path) -> None:
    text = "سيطر تجمع صقور الوادي على مدينة منبج."
    assert "falcons" not in {mention.entity for mention in rawi.read(text).mentions}
    reading = rawi.read(text, knowledge=[pack(tmp_path, actors=ACTOR)])
    assert [[person.entity for person in claim.actor] for claim in reading.claims] == [["falcons"]]


def test_pack_of_the_user_wins(tmp_path: Path) -> None:
    mine = pack(
        tmp_path,
        actors="- {id: sdf, kind: party, ar: قوات سوريا الديمقراطية, en: My SDF, aliases: [قسد], ref: x}\n",
    )
    assert load_knowledge(()).actor_name("sdf")[1] != "My SDF"
    assert load_knowledge((mine,)).actor_name("sdf") == ("قوات سوريا الديمقراطية", "My SDF")
    reading = rawi.read("انسحبت قسد من مدينة منبج.", knowledge=[mine])
    assert reading.claims[0].actor[0].name_en == "My SDF"


def test_later_pack_wins_over_earlier(tmp_path: Path) -> None:
    first = pack(tmp_path / "a", actors=ACTOR)
    second = pack(tmp_path / "b", actors=ACTOR.replace("Valley Falcons", "Falcons II"))
    assert [actor.en for actor in load_packs([first, second]).actors] == ["Falcons II"]
    assert [actor.en for actor in load_packs([second, first]).actors] == ["Valley Falcons"]


def test_fingerprint_changes_with_any_file(tmp_path: Path) -> None:
    folder = pack(tmp_path, actors=ACTOR)
    before = fingerprint([folder])
    assert fingerprint([folder]) == before
    (folder / "notes.txt").write_text("x", encoding="utf-8")
    assert fingerprint([folder]) != before
    assert Reader([folder]).engine.knowledge != Reader().engine.knowledge
