"""The commands on a case, as a user types them: what goes where, and with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rawi.cli.app import app

BODY = (
    "قالت مصادر خاصة إن القوات التركية انسحبت من نقطة مورك في ريف حماة الشمالي، وإن رتلا من الآليات اتجه نحو "
    "معبر كفرلوسين على الحدود السورية التركية برفقة الشرطة العسكرية الروسية. وأضافت المصادر أن عشرات الجنود "
    "ما زالوا في النقاط الأخرى المحاصرة جنوبي إدلب، وأن عملية الانسحاب ستستمر أياما بحسب ما تسمح به الطرق."
)
ROWS = (
    {"id": "a", "text": BODY, "published": "2020-10-20", "outlet": "موقع الشرق"},
    {"id": "b", "text": "عاجل من الشمال\n\n" + BODY, "published": "2020-10-21", "outlet": "شبكة الغرب"},
    {"id": "d", "text": "نفت تركيا انسحاب قواتها من نقطة مورك في ريف حماة.", "published": "2020-10-21",
     "outlet": "قناة الوسط"},
)  # fmt: skip


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [*map(str, arguments)])


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), "utf-8")
    return path


@pytest.fixture
def case(tmp_path: Path, rows: Path) -> Path:
    where = tmp_path / "x.rawi"
    assert run("add", where, rows).stdout == "3 added\n"
    assert run("corroborate", where).exit_code == 0
    return where


def test_what_is_set_aside_is_said(tmp_path: Path, rows: Path) -> None:
    rows.write_text(rows.read_text("utf-8") + "{broken\n", "utf-8")
    result = run("add", tmp_path / "x.rawi", rows)
    assert (result.exit_code, result.stdout) == (1, "3 added, 1 set aside\n")
    assert "rows.jsonl:4" in result.stderr
    listed = run("log", tmp_path / "x.rawi", "--outcome", "set aside", "--format", "json")
    assert [row["outcome"] for row in json.loads(listed.stdout)] == ["set aside"]


def test_a_dry_run_makes_no_case(tmp_path: Path, rows: Path) -> None:
    result = run("add", tmp_path / "x.rawi", rows, "--dry-run")
    assert result.stdout.splitlines()[-1] == "Would be: 3 added"
    assert not (tmp_path / "x.rawi").exists()


def test_columns_are_mapped(tmp_path: Path) -> None:
    table = tmp_path / "t.csv"
    table.write_text(f'العمود,day\n"{BODY}",2020-10-20\n', "utf-8")
    assert run("add", tmp_path / "x.rawi", table).exit_code == 1
    options = ("--column", "text=العمود", "--column", "published=day")
    assert run("add", tmp_path / "x.rawi", table, *options).stdout == "1 added\n"
    assert run("add", tmp_path / "x.rawi", table, "--column", "text").exit_code == 2


def test_search_finds_and_says_when_nothing_fits(case: Path) -> None:
    found = run("search", case, "القوات", "--place", "سوريا", "--format", "json")
    assert {hit["report"] for hit in json.loads(found.stdout)} == {"a", "b"}
    table = run("search", case, "مورك")
    assert "report" in table.stdout
    nothing = run("search", case, "غواصة")
    assert (nothing.exit_code, nothing.stdout) == (1, "")


def test_corroboration_is_shown(case: Path) -> None:
    result = json.loads(run("corroborate", case, "--format", "json").stdout)
    assert result["copies"] == [{"report": "b", "of": "a", "kind": "whole"}]
    told = max(result["stories"], key=lambda story: len(story["reports"]))
    assert told["independent_origins"] < len(told["reports"])
    listed = json.loads(run("stories", case, "--least", "2", "--format", "json").stdout)
    assert told["id"] in {row["id"] for row in listed}
    matrix = run("story", case, told["id"][:6])
    assert f"{len(told['reports'])} reports" in matrix.stdout
    assert "b ← a" in run("copies", case, "b").stdout
    assert "موقع الشرق" in run("origins", case).stdout


def test_a_story_is_corrected_and_put_back(case: Path) -> None:
    before = json.loads(run("corroborate", case, "--format", "json").stdout)
    story = before["stories"][0]["id"]
    matrix = json.loads(run("story", case, story, "--format", "json").stdout)
    claim = next(row["claim"] for row in matrix["rows"] if row["report"] == "b")
    assert run("story", case, story, "--split", claim, "--by", "ليلى").exit_code == 0
    changed = json.loads(run("corroborate", case, "--format", "json").stdout)
    assert changed["stories"] != before["stories"]
    rest = next(row["claim"] for row in matrix["rows"] if row["report"] != "b")
    stories = json.loads(run("stories", case, "--format", "json").stdout)
    touched = [row["id"] for row in stories if rest in json.dumps(_claims(case, row["id"]))]
    assert run("story", case, touched[0], "--undo").exit_code == 0
    assert json.loads(run("corroborate", case, "--format", "json").stdout) == before


def _claims(case: Path, story: str) -> list[str]:
    return [row["claim"] for row in json.loads(run("story", case, story, "--format", "json").stdout)["rows"]]


def test_a_case_is_carried_over(case: Path, tmp_path: Path) -> None:
    file, copy = tmp_path / "out.jsonl", tmp_path / "copy.rawi"
    assert run("export", case, "--output", file).exit_code == 0
    assert run("import", copy, file).stdout.startswith("3 reports.")
    run("corroborate", copy)
    for command in (("corroborate", "--format", "json"), ("stories",), ("search", "مورك")):
        assert run(command[0], copy, *command[1:]).stdout == run(command[0], case, *command[1:]).stdout


def test_rereading_tells_what_changed(case: Path) -> None:
    result = run("reread", case, "--all")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 reread, 0 changed\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("search", "none.rawi", "x"), "There is no case at none.rawi"),
        (("stories", "mysql://server/x"), "no such kind of case"),
    ],
)
def test_a_case_that_cannot_be_opened(arguments: tuple[str, ...], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in result.stderr
