"""`rawi knowledge`: what goes where, and with which exit code."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rawi.cli.app import app

ACTORS = """
- {id: falcons, kind: party, ar: تجمع صقور الوادي, en: Valley Falcons, from: "2019", ref: x}
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, ["knowledge", *map(str, arguments)])


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "pack.yaml").write_text("id: mine\n", "utf-8")
    (folder / "actors.yaml").write_text(ACTORS, "utf-8")
    return folder


def test_check_of_the_shipped_packs() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert "syria" in result.stdout
    assert "0 problems" in result.stdout
    assert "note: " not in result.stdout


@pytest.mark.parametrize("way", [["{}"], ["--knowledge", "{}"]])
def test_check_names_file_entry_and_key(pack: Path, way: list[str]) -> None:
    (pack / "actors.yaml").write_text(ACTORS.replace("ref: x", "ref: x, parent: nobody"), "utf-8")
    result = run("check", *(part.format(pack) for part in way))
    assert result.exit_code == 1
    assert f"{pack}/actors.yaml: falcons: parent: no pack has an actor 'nobody'" in result.stdout
    assert "note: " in result.stdout


RULE = (
    "- {id: chat, type: CONSULT, verb: [تسامر يتسامر], reciprocal: true, prep: {مع: actor}, needs: party}\n"
)
CHAT = "تسامر وفد من هيئة تحرير الشام مع وفد من حركة أحرار الشام في سرمدا."


@pytest.mark.parametrize(
    ("examples", "code", "words"),
    [
        (f"chat:\n  yes: {CHAT}\n  no: تسامر الأصدقاء حتى الفجر.\n", 0, "0 problems"),
        (
            f"chat:\n  yes: نام الضيوف.\n  no: {CHAT}\n",
            1,
            "examples.yaml: chat: yes: read by no rule: نام الضيوف.",
        ),
        (
            f"chat:\n  yes: نام الضيوف.\n  no: {CHAT}\n",
            1,
            "examples.yaml: chat: no: the rule reads it: تسامر",
        ),
        ("", 0, "one.yaml: chat: no 'yes' sentence"),
        ("gossip:\n  yes: x\n", 0, "examples.yaml: gossip: no rule of the pack has this id"),
        ("chat: [\n", 1, "examples.yaml: not readable as UTF-8 YAML: "),
        ("- chat\n", 1, "examples.yaml: a rule's id, and under it yes and no, are expected"),
    ],
    ids=["right", "not read", "read", "no examples", "no such rule", "no YAML", "no mapping"],
)
def test_check_reads_the_examples_of_rules(pack: Path, examples: str, code: int, words: str) -> None:
    (pack / "grammar").mkdir()
    (pack / "grammar" / "one.yaml").write_text(RULE, "utf-8")
    (pack / "examples.yaml").write_text(examples, "utf-8")
    result = run("check", pack)
    assert (result.exit_code, words in result.stdout) == (code, True), result.stdout


def test_check_as_json(pack: Path) -> None:
    result = run("check", pack, "--format", "json")
    assert result.exit_code == 0
    report = json.loads(result.stdout)
    assert report["problems"] == []
    assert report["packs"][-1]["counts"]["actors"] == 1


def test_check_of_nothing() -> None:
    assert run("check", "/nowhere/at/all").exit_code == 2


@pytest.mark.parametrize("name", [["hts"], ["هيئه", "تحرير", "الشام"], ["hayat tahrir al-sham"]])
def test_show(name: list[str]) -> None:
    result = run("show", *name)
    assert result.exit_code == 0
    for words in ("هيئة تحرير الشام", "2017-01-28 to 2025-01-29", "merged from", "syria/actors.yaml:"):
        assert words in result.stdout


def test_show_as_json_is_an_object_or_an_array() -> None:
    assert json.loads(run("show", "hts", "--format", "json").stdout)["from"] == "2017-01-28"
    assert [one["id"] for one in json.loads(run("show", "sana", "-f", "json").stdout)] == ["sana", "sana"]
    assert json.loads(run("show", "sana", "-k", "outlet", "-f", "json").stdout)["type"] == "outlet"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["show", "nusra frnt"], 1, "nusra-front"),
        (["show", "nusra", "front", "--kind", "place"], 1, "No place of the packs is called 'nusra front'"),
        (["show", "الهيئة"], 2, "entries are called 'الهيئة'"),
        (["show", "portugal-mod"], 1, "made from a template"),
        (["show", " "], 2, "no name given"),
        (["search", "xyzzyxyzzy"], 1, "No entry has 'xyzzyxyzzy'"),
        (["search", "حلب", "--pack", "irak"], 2, "accepted: arabic, middle-east"),
        (["search", "حلب", "--kind", "river"], 2, "river"),
        (["lineage", "حلب"], 1, "No actor of the packs is called 'حلب'"),
        (["lineage", "الهيئة"], 2, "give the id of one"),
        (["lineage", "hts", "--svg", "/nowhere/at/all.svg"], 2, "give a file that can be written"),
    ],
)
def test_messages(arguments: list[str], code: int, words: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert words in result.stderr
    assert result.stdout == ""


def test_entry_of_the_user(pack: Path) -> None:
    result = run("show", "صقور الوادى", "--knowledge", pack)
    assert result.exit_code == 1
    assert "falcons" in result.stderr
    assert "mine/actors.yaml:2" in run("show", "تجمع صقور الوادى", "--knowledge", pack).stdout


def test_search_table() -> None:
    result = run("search", "تحرير شام")
    assert result.exit_code == 0
    assert "hts" in result.stdout.splitlines()[1]


def test_search_limit_json_and_csv() -> None:
    result = run("search", "وزارة", "--pack", "iraq", "--limit", "2", "--format", "json")
    rows = json.loads(result.stdout)
    assert len(rows) == 2
    assert {row["pack"] for row in rows} == {"iraq"}
    assert "2 of " in result.stderr
    everything = list(csv.DictReader(io.StringIO(run("search", "وزارة", "-n", "0", "-f", "csv").stdout)))
    assert len(everything) > 20


def test_lineage_in_the_terminal_and_as_json() -> None:
    assert "◉" in run("lineage", "hts").stdout
    data = json.loads(run("lineage", "hts", "--depth", "1", "-f", "json").stdout)
    assert {member["id"] for member in data["members"]} == {"hts", "jfs", "jaysh-al-sunna", "liwa-al-haqq"}
    assert data["beyond"] == 1


def test_lineage_as_svg(tmp_path: Path) -> None:
    file = tmp_path / "hts.svg"
    assert run("lineage", "hts", "--svg", file).exit_code == 0
    assert file.read_text("utf-8") == run("lineage", "hts", "--svg", "-").stdout


def test_name_of_several_actors_of_one_family() -> None:
    result = run("lineage", "الحكومة السورية")
    assert result.exit_code == 0
    assert "[syria-government-assad]" in result.stdout
