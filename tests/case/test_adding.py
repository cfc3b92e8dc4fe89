"""Adding: every input ends as added, unchanged, updated or set aside; nothing is lost when it is stopped."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from rawi.case import tables as t
from rawi.case.adding import AddOptions, Outcome, add_sources
from rawi.case.store import Case, open_case
from rawi.case.transfer import export_case, import_case
from rawi.errors import CaseError
from rawi.ingest.inputs import GatherOptions

FIRST = "قصف الطيران الروسي مدينة معرة النعمان أمس الثلاثاء."
SECOND = "التقت هيئة تحرير الشام وقوات سوريا الديمقراطية في مدينة جرابلس."
TEXTS = Path(__file__).parents[1] / "benchmark" / "texts"


def add(case: Case, *sources: Path | str, **options: object) -> list[Outcome]:
    gather = GatherOptions(published=options.pop("published", None))  # type: ignore[arg-type]
    return list(add_sources(case, list(map(str, sources)), AddOptions(gather=gather, jobs=1, **options)))  # type: ignore[arg-type]


def outcomes(found: list[Outcome]) -> list[tuple[str, str | None]]:
    return [(one.outcome, one.report) for one in found]


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    path = tmp_path / "rows.jsonl"
    path.write_text(_lines(("r1", FIRST), ("r2", SECOND)), "utf-8")
    return path


def _lines(*rows: tuple[str, str]) -> str:
    return "".join(json.dumps({"id": id_, "text": text}, ensure_ascii=False) + "\n" for id_, text in rows)


def test_the_same_again_changes_nothing(case: Case, rows: Path) -> None:
    assert outcomes(add(case, rows)) == [("added", "r1"), ("added", "r2")]
    before = case.count()
    assert outcomes(add(case, rows)) == [("unchanged", "r1"), ("unchanged", "r2")]
    assert case.count() == before


def test_a_changed_row_is_a_new_version(case: Case, rows: Path) -> None:
    add(case, rows)
    rows.write_text(_lines(("r1", FIRST), ("r2", FIRST + " " + SECOND)), "utf-8")
    assert outcomes(add(case, rows)) == [("unchanged", "r1"), ("updated", "r2")]
    assert [report.version for report in case.reports()] == [1, 2]


def test_one_id_in_two_files_are_two_reports(case: Case, rows: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(_lines(("r1", SECOND), ("r1", FIRST + " " + SECOND)), "utf-8")
    add(case, rows)
    added = add(case, other)
    assert [one.outcome for one in added] == ["added", "added"]
    assert len({report.id for report in case.reports()}) == 4
    assert [one.outcome for one in add(case, rows, other)] == ["unchanged"] * 4


def test_a_dry_run_changes_nothing(case: Case, rows: Path) -> None:
    assert outcomes(add(case, rows, dry_run=True)) == [("added", "r1"), ("added", "r2")]
    assert case.count()["reports"] == 0
    add(case, rows)
    assert outcomes(add(case, rows, dry_run=True)) == [("unchanged", "r1"), ("unchanged", "r2")]
    assert len(case.log_lines()) == 2


def test_what_cannot_be_read_is_set_aside_and_logged(case: Case, rows: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 cut off")
    (tmp_path / "english.txt").write_text(
        "This is a report in another language, long enough to tell.", "utf-8"
    )
    found = add(case, tmp_path)
    assert sorted(one.outcome for one in found) == ["added", "added", "set aside", "set aside"]
    assert all(one.reason for one in found if one.outcome == "set aside")
    assert len(case.log_lines(outcome="set aside")) == 2


def test_a_failure_of_rawi_sets_one_report_aside(
    case: Case, rows: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rawi.reader import Reader

    read = Reader.read

    def fail(self: Reader, document):  # type: ignore[no-untyped-def]
        if document.id == "r1":
            raise RuntimeError("no idea")
        return read(self, document)

    monkeypatch.setattr(Reader, "read", fail)
    found = add(case, rows)
    assert [one.outcome for one in found] == ["set aside", "added"]
    assert found[0].reason == "an error in Rawi itself: RuntimeError: no idea"


def test_reports_are_read_by_several_processes(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(_lines(*((f"r{n}", FIRST + " " + SECOND * (n % 3)) for n in range(40))), "utf-8")
    with open_case(str(tmp_path / "x.rawi"), create=True) as case:
        options = AddOptions(gather=GatherOptions(), jobs=2)
        found = list(add_sources(case, [str(path)], options))
        assert [one.report for one in found] == [f"r{n}" for n in range(40)]
        assert [report.id for report in case.reports()] == [f"r{n}" for n in range(40)]


def test_a_case_goes_out_and_comes_back_without_loss(case: Case, rows: Path, tmp_path: Path) -> None:
    add(case, rows)
    rows.write_text(_lines(("r1", SECOND), ("r2", SECOND)), "utf-8")
    add(case, rows)
    lines = list(export_case(case))
    with open_case(str(tmp_path / "copy.rawi"), create=True) as copy:
        assert import_case(copy, lines) == 2
        assert list(export_case(copy))[1:] == lines[1:]
        assert copy.count() == case.count()
        with pytest.raises(CaseError, match="not empty"):
            import_case(copy, lines)
        add(copy, rows)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["{"], "Line 1 is not JSON"),
        (['{"kind": "report"}'], "Line 1 is no line of a case"),
        (['{"kind": "case", "form": "rawi-case/99"}'], "rawi-case/99"),
        (['{"kind": "case", "form": "rawi-case/1"}', '{"kind": "x"}'], "Line 2"),
    ],
)
def test_what_is_no_case_is_not_imported(case: Case, lines: list[str], message: str) -> None:
    with pytest.raises(CaseError, match=message):
        import_case(case, lines)
    assert case.count()["reports"] == 0


def test_a_full_disk_keeps_what_was_finished(tmp_path: Path, rows: Path) -> None:
    """SQLite is told that there is no more room, as a disk would tell it."""
    where = str(tmp_path / "small.rawi")
    with open_case(where, create=True) as case:
        add(case, rows)
        with case.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    many = tmp_path / "many.jsonl"
    many.write_text(_lines(*((f"m{n}", f"{FIRST} {n} " + SECOND * 50) for n in range(200))), "utf-8")
    with open_case(where) as case:
        from sqlalchemy import event

        limit = f"PRAGMA max_page_count={pages + 40}"
        event.listen(case.engine, "connect", lambda connection, _: connection.execute(limit))
        case.engine.dispose()
        with pytest.raises(CaseError, match="the disk is full; everything that was finished before is kept"):
            add(case, many)
    with open_case(where) as case:
        kept = case.reports()
        assert {"r1", "r2"} < {report.id for report in kept}
        assert all(case.reading(report.id) is not None for report in kept)


def _state(where: str) -> list[tuple[object, ...]]:
    """What a case holds, apart from when it came."""
    with open_case(where) as case, case.connect() as connection:
        query = select(t.report.c.id, t.report.c.version, t.report.c.original, t.report.c.reading)
        reports = connection.execute(query.order_by(t.report.c.id)).all()
        claims = connection.execute(select(t.claim.c.id).order_by(t.claim.c.id)).all()
        parties = connection.execute(select(func.count()).select_from(t.claim_party)).scalar_one()
    return [*map(tuple, reports), *map(tuple, claims), (parties,)]


def test_a_killed_run_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    """kill -9 at ten moments: the case opens, has whole reports only, and comes to the same end."""
    source = tmp_path / "rows.jsonl"
    texts = [path.read_text("utf-8") for path in sorted(TEXTS.glob("d*.txt"))]
    source.write_text(_lines(*((f"k{n}", f"{texts[n % len(texts)]}\n{n}") for n in range(120))), "utf-8")
    where, whole = str(tmp_path / "killed.rawi"), str(tmp_path / "whole.rawi")
    command = [
        sys.executable,
        "-c",
        "from rawi.cli import main; main()",
        "add",
        where,
        str(source),
        "-q",
        "-j",
        "1",
    ]
    chance = random.Random(20210505)
    killed = 0
    for _ in range(10):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _wait_for_more(where, process, chance)
        time.sleep(chance.random() * 0.15)
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
        if Path(where).exists():
            with open_case(where, create=True) as case:
                for report in case.reports():
                    reading = case.reading(report.id)
                    assert reading is not None
                    with case.connect() as connection:
                        claims = select(func.count()).where(t.claim.c.report == report.id)
                        assert connection.execute(claims).scalar_one() == len(reading.claims)
    assert killed >= 3
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    subprocess.run([*command[:4], whole, *command[5:]], check=True, stdout=subprocess.DEVNULL)
    assert _state(where) == _state(whole)


def _wait_for_more(where: str, process: subprocess.Popen[bytes], chance: random.Random) -> None:
    """Wait until a few more reports than now are there, or the process has ended."""
    target = _count(where) + chance.randint(1, 8)
    until = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < until and _count(where) < target:
        time.sleep(0.02)


def _count(where: str) -> int:
    import sqlite3

    if not Path(where).exists():
        return 0
    with sqlite3.connect(f"file:{where}?mode=ro", uri=True, timeout=5) as connection:
        try:
            return int(connection.execute("SELECT count(*) FROM report").fetchone()[0])
        except sqlite3.OperationalError:
            return 0
