"""Looking entries up: any spelling finds its entry, the best stands first, near names are suggested."""

from __future__ import annotations

from pathlib import Path

import pytest

from rawi.knowledge import load_knowledge
from rawi.knowledge.describe import describe_entry, summarise_entry
from rawi.knowledge.loader import PACKS, pack_folders
from rawi.knowledge.search import KINDS, Directory, key_of


@pytest.fixture(scope="module")
def directory() -> Directory:
    return Directory(load_knowledge(), pack_folders())


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("هَيْئَة تحرير الشّام", "هيئه تحرير الشام"),
        ("عبد الله", "عبدالله"),
        ("أبي بكر", "ابو بكر"),
        ("ابن لادن", "بن لادن"),
        ("Hay'at Tahrir al-Sham", "hayat tahrir al sham"),
        ("Hayʾat  Taḥrīr", "hayat tahrir"),
        ("Erdoğan", "erdogan"),
        ("Yıldırım", "yildirim"),
        ("أ.ف.ب", "ا ف ب"),
        ("«قسد»", "قسد"),
        (" - ", ""),
    ],
)
def test_key(name: str, key: str) -> None:
    assert key_of(name) == key


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("hts", "hts"),
        ("هيئه تحرير الشام", "hts"),
        ("هَيئةُ تحرير الشّام", "hts"),
        ("hayat tahrir al-sham", "hts"),
        ("نصرة", "nusra-front"),
        ("جبهه النصره", "nusra-front"),
        ("رجب طيب اردوغان", "recep-tayyip-erdogan"),
        ("recep tayyip erdogan", "recep-tayyip-erdogan"),
        ("تركيا", "turkey"),
        ("الاناضول", "anadolu"),
        ("الجولاني", "ahmad-al-sharaa"),
        ("الحكومة السورية", "syria-government-transitional syria-government-assad"),
        ("nothing of the kind", ""),
        ("", ""),
    ],
)
def test_look_up(directory: Directory, name: str, ids: str) -> None:
    assert [entry.id for entry in directory.look_up(name)] == ids.split()


def test_one_id_may_name_entries_of_two_kinds(directory: Directory) -> None:
    assert {entry.kind for entry in directory.look_up("sana")} == {"actor", "outlet"}
    assert [entry.kind for entry in directory.look_up("sana", kinds=["outlet"])] == ["outlet"]


def test_names_that_need_an_earlier_mention_come_last(directory: Directory) -> None:
    assert len(directory.look_up("الهيئة")) > 3
    assert [entry.id for entry in directory.look_up("الهيئة العليا للمفاوضات")] == ["hnc"]


@pytest.mark.parametrize(
    ("words", "first"),
    [("تحرير شام", "hts"), ("sham tahrir", "hts"), ("حلب", "aleppo"), ("النصر", "nasr"), ("erdogan", "recep"),
     ("Gaza", "gaza")],
)  # fmt: skip
def test_best_first(directory: Directory, words: str, first: str) -> None:
    found = directory.search(words)
    assert found
    assert [one.fit for one in found] == sorted(one.fit for one in found)
    assert any(first in one.entry.id for one in found[:3])


def test_search_keeps_to_kinds_and_pack(directory: Directory) -> None:
    found = directory.search("حلب", kinds=["place"], pack="syria")
    assert found
    assert {one.entry.kind for one in found} == {"place"}
    assert {directory.pack_of(one.entry) for one in found} == {"syria"}


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("nusra frnt", "nusra-front"),
        ("hayat tahrir alsham", "hts"),
        ("هيئة تحرير الشم", "hts"),
        ("xyzzyxyzzy", None),
    ],
)
def test_suggestions(directory: Directory, name: str, near: str | None) -> None:
    assert next((entry.id for entry in directory.suggest(name)), None) == near


@pytest.mark.parametrize("kind", KINDS)
def test_every_entry_is_found_by_its_own_name_and_stands_in_a_file(directory: Directory, kind: str) -> None:
    entries = [entry for entry in directory.entries if entry.kind == kind]
    for entry in entries[:: max(1, len(entries) // 10)]:
        assert entry in directory.look_up(entry.record.ar, kinds=[kind])
        source = directory.source(entry)
        assert source
        assert source.line
        text = source.path.read_text(encoding="utf-8").splitlines()[source.line - 1]
        assert entry.id in text
        assert source.pack == directory.pack_of(entry)
        assert describe_entry(entry, directory)["id"] == summarise_entry(entry, directory)["id"] == entry.id


def test_entry_of_the_user_is_named_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("id: mine\n", encoding="utf-8")
    row = '# mine\n\n- {kind: party, id: "sdf", ar: قسد, en: My SDF, ref: x}\n'
    (tmp_path / "actors.yaml").write_text(row, encoding="utf-8")
    mine = Directory(load_knowledge((tmp_path,)), pack_folders([tmp_path]))
    (entry,) = mine.look_up("sdf")
    assert str(mine.source(entry)) == f"{tmp_path.name}/actors.yaml:3"


def test_description_tells_what_others_say(directory: Directory) -> None:
    data = describe_entry(directory.look_up("jfs")[0], directory)
    assert [one["id"] for one in data["came_from"]] == ["nusra-front"]
    assert [one["id"] for one in data["went_into"]] == ["hts"]
    assert "ahmad-al-sharaa" in [one["id"] for one in data["people"]]
    assert data["file"].startswith("syria/actors.yaml:")
    assert PACKS.joinpath(data["file"].split(":")[0]).is_file()
