"""`rawi read`: what goes where, and with which exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from rawi.cli.app import app

from .conftest import REPORT

pytestmark = pytest.mark.usefixtures("stand_in")


def run(*arguments: str | Path, stdin: bytes | str = b"") -> Result:
    return CliRunner().invoke(app, ["read", *map(str, arguments)], input=stdin)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, "utf-8")
    return path


def line(**fields: str) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"


def test_table_is_the_default(report: Path) -> None:
    result = run(report)
    assert result.exit_code == 0
    assert "CONTROLS" in result.stdout
    assert result.stderr == ""


def test_one_report_is_a_json_object_and_several_an_array(report: Path) -> None:
    assert json.loads(run(report, "--format", "json").stdout)["schema"] == "rawi/1"
    assert len(json.loads(run(report, report, report, "--format", "json").stdout)) == 3


def test_no_report_at_all_is_an_empty_array(tmp_path: Path) -> None:
    result = run(tmp_path / "absent.txt", "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == []


def test_date_and_outlet_reach_the_document(report: Path) -> None:
    result = run(report, "--format", "json", "--published", "2023-07-15", "--outlet", "وكالة سانا")
    document = json.loads(result.stdout)["document"]
    assert document["published"] == "2023-07-15"
    assert document["outlet"]["name"] == "وكالة سانا"


def test_standard_input(report: Path) -> None:
    result = run("-", "--format", "jsonl", stdin=REPORT)
    assert json.loads(result.stdout)["document"]["text"] == REPORT


def test_jsonl_gives_one_line_for_each_good_line() -> None:
    lines = (
        line(id="a", text=REPORT)
        + "{bad\n"
        + line(id="b", text=REPORT, outlet="موقع", published="2020-01-02")
    )
    result = run("--jsonl", "-", stdin=lines)
    assert result.exit_code == 1
    results = [json.loads(row) for row in result.stdout.splitlines()]
    assert [item["document"]["id"] for item in results] == ["a", "b"]
    assert results[1]["document"]["published"] == "2020-01-02"
    assert "Set aside 1 of 3 documents:" in result.stderr
    assert "2: Invalid JSON" in result.stderr


def test_jsonl_without_a_file_reads_standard_input() -> None:
    assert len(run("--jsonl", stdin=line(text=REPORT)).stdout.splitlines()) == 1


def test_documents_set_aside_are_listed_and_the_others_read(report: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n")
    result = run(tmp_path / "absent.txt", tmp_path / "empty.txt", report)
    assert result.exit_code == 1
    assert "CONTROLS" in result.stdout
    assert "Set aside 2 of 3 documents:" in result.stderr
    assert "absent.txt: " in result.stderr
    assert "empty.txt: " in result.stderr


def test_an_error_of_rawi_itself_sets_one_document_aside(tmp_path: Path, report: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(f"انهيار. {REPORT}", "utf-8")
    result = run(bad, report)
    assert result.exit_code == 1
    assert "ZeroDivisionError: division by zero" in result.stderr
    assert "Traceback" not in result.stderr
    assert "CONTROLS" in result.stdout


def test_debug_shows_where(tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(f"انهيار. {REPORT}", "utf-8")
    result = run(bad, "--debug")
    assert result.exit_code not in (0, 1, 2)
    assert "Traceback" in result.stderr


def test_pages_and_index(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    other = tmp_path / "sub" / "report.txt"
    other.parent.mkdir()
    other.write_text(REPORT + " ثم انسحبت.", "utf-8")
    result = run(report, other, tmp_path / "absent.pdf", "--format", "html", "--output", folder)
    assert result.exit_code == 1
    assert sorted(path.name for path in folder.iterdir()) == ["index.html", "report-2.html", "report.html"]
    assert "absent.pdf" in (folder / "index.html").read_text("utf-8")
    assert result.stdout.splitlines()[0].endswith("report.html  1 claim  1 finding")
    assert run(report, "--format", "html", "--output", folder, "--quiet").stdout == ""


def test_folder_of_reports(report: Path) -> None:
    (report.parent / ".hidden.txt").write_text(REPORT, "utf-8")
    result = run(report.parent, "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 1


def test_output_file(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    result = run(report, "--format", "jsonl", "--output", target)
    assert result.stdout == ""
    assert json.loads(target.read_text("utf-8"))["schema"] == "rawi/1"


def test_skip_leaves_out_findings(report: Path) -> None:
    kept = json.loads(run(report, "--format", "json", "--skip", "weekday-mismatch").stdout)
    skipped = json.loads(run(report, "--format", "json", "--skip", "sum-mismatch").stdout)
    assert len(kept["findings"]) == 1
    assert skipped["findings"] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--published", "15 July"], "--published: '15 July' is not a date of publication; accepted: "),
        (["--skip", "everything"], "--skip everything: no such check; accepted: sum-mismatch, "),
        (["--format", "xml"], "xml"),
        (["--knowledge", "/nowhere"], "/nowhere"),
        (["--output", "/nowhere/x"], "--output /nowhere/x: No such file or directory"),
        (["--output", "/"], "--output /: is a folder; this format writes one file"),
        (["--nonsense"], "--nonsense"),
    ],
)  # fmt: skip
def test_usage(report: Path, arguments: list[str], message: str) -> None:
    result = run(report, *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_problems_of_a_knowledge_pack_are_all_told(report: Path, tmp_path: Path) -> None:
    (tmp_path / "broken").mkdir()
    result = run(report, "--knowledge", tmp_path / "broken")
    assert result.exit_code == 2
    assert "x: lacks ref" in result.stderr
    assert "y: lacks en" in result.stderr


def test_help_and_version() -> None:
    result = run("--help")
    assert result.exit_code == 0
    assert "وكالة سانا" in result.stdout
    assert "Exit codes:" in result.stdout
    version = CliRunner().invoke(app, ["--version"])
    assert version.stdout.startswith("rawi ")


def test_starting_imports_nothing_heavy() -> None:
    heavy = ("jinja2", "rich", "trafilatura", "pypdf", "yaml")
    code = f"import sys, rawi.cli.app; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
