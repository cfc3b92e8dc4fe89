"""A case keeps what it is given, byte for byte, whole reports or none, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import func, select

from rawi.case import tables as t
from rawi.case.database import HEAD
from rawi.case.store import Case, Received, open_case
from rawi.errors import CaseError, RawiError
from rawi.ingest import document_from_text
from rawi.reader import Reader

FIRST = "قصف الطيران الروسي مدينة معرة النعمان أمس الثلاثاء."
SECOND = "نفت روسيا قصف مدينة معرة النعمان، وقالت إن قواتها لم تنفذ غارات."


def test_a_report_comes_back_as_it_was_put(case: Case, put, reader: Reader) -> None:  # type: ignore[no-untyped-def]
    assert put("r1", FIRST) == "added"
    [report] = case.reports()
    assert (report.id, report.version, report.published, report.outlet) == ("r1", 1, "2021-05-05", "موقع أ")
    expected = reader.read(document_from_text(FIRST, id="r1", published="2021-05-05", outlet="موقع أ"))
    assert case.reading("r1") == expected
    with case.connect() as connection:
        [sha256] = connection.execute(select(t.original.c.sha256)).scalars()
    assert case.original(sha256) == FIRST.encode()
    assert case.count() == {"reports": 1, "claims": len(expected.claims), "findings": len(expected.findings),
                            "stories": 0}  # fmt: skip


def test_a_changed_report_becomes_a_new_version(case: Case, put) -> None:  # type: ignore[no-untyped-def]
    put("r1", FIRST)
    assert put("r1", SECOND) == "updated"
    [report] = case.reports()
    assert report.version == 2
    reading = case.reading("r1")
    assert reading is not None
    assert reading.document.text == SECOND
    with case.connect() as connection:
        [kept] = connection.execute(select(t.version)).all()
        claims = connection.execute(select(func.count()).select_from(t.claim)).scalar_one()
    assert (kept.report, kept.number) == ("r1", 1)
    assert case.original(kept.original) == FIRST.encode()
    assert claims == len(reading.claims)


def test_half_a_report_is_never_kept(case: Case, reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    run = case.begin_run("test", [], rawi="0", knowledge="")
    monkeypatch.setattr("rawi.case.store.log", lambda *_, **__: 1 / 0)
    document = document_from_text(FIRST, id="r1")
    with pytest.raises(ZeroDivisionError):
        case.put(Received("id:r1", "r1", b"x", "text/plain"), reader.read(document), run)
    assert set(case.count().values()) == {0}


def test_ids_are_told_apart(case: Case, put) -> None:  # type: ignore[no-untyped-def]
    put("r1", FIRST)
    assert case.free_id("r2", "id:r2") == "r2"
    other = case.free_id("r1", "file:/elsewhere/r1.txt")
    assert other.startswith("r1-")
    assert other == case.free_id("r1", "file:/elsewhere/r1.txt")


def test_what_a_stopped_run_had_done_is_known(case: Case) -> None:
    run = case.begin_run("add", ["links.txt"], rawi="0", knowledge="")
    case.note(run, "url:a", "a", "added")
    case.note(run, "url:b", "b", "set aside", reason="timeout")
    assert case.stopped_keys("add", ["links.txt"]) == {"url:a"}
    assert case.stopped_keys("add", ["other.txt"]) == frozenset()
    case.finish_run(run)
    assert case.stopped_keys("add", ["links.txt"]) == frozenset()


def test_the_log_tells_what_became_of_inputs(case: Case, put) -> None:  # type: ignore[no-untyped-def]
    put("r1", FIRST)
    put("r1", SECOND)
    assert [(line["outcome"], line["report"]) for line in case.log_lines()] == [
        ("added", "r1"),
        ("updated", "r1"),
    ]
    assert case.log_lines(outcome="set aside") == []


def test_opening_again_finds_everything(where: str, reader: Reader) -> None:
    with open_case(where, create=True) as case:
        run = case.begin_run("test", [], rawi="0", knowledge="")
        reading = reader.read(document_from_text(FIRST, id="r1"))
        case.put(Received("id:r1", "r1", b"x", "text/plain"), reading, run)
    with open_case(where) as case:
        assert [report.id for report in case.reports()] == ["r1"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path, "There is no case at"),
        (lambda path: path.parent, "is a folder"),
        (lambda path: path.parent / "none" / "x.rawi", "There is no case"),
        (lambda path: (path.write_text("no database " * 100), path)[1], "is no case"),
        (lambda _: "mysql://server/x", "no such kind of case"),
    ],
)
def test_what_is_no_case_is_refused(make, message: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(RawiError, match=message):
        open_case(str(make(tmp_path / "x.rawi")))


def test_a_newer_schema_is_refused(tmp_path: Path) -> None:
    where = str(tmp_path / "x.rawi")
    with open_case(where, create=True) as case, case.connect() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CaseError, match="newer Rawi"):
        open_case(where)


def test_the_newest_migration_is_the_one_expected(where: str) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with open_case(where, create=True) as case, case.connect() as connection:
        context = MigrationContext.configure(connection)
        assert context.get_current_revision() == HEAD
        own = ("report_words", "claim_party_names")
        found = compare_metadata(context, t.metadata)
        changes = [one for one in found if not any(name in str(one) for name in own)]
    assert changes == []
