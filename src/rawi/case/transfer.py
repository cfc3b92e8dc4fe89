"""A case as JSON lines and back, without loss: originals, reports with all versions, log, judgements.

A line is `{"kind": …, …}`; the first tells the form and where it is from, an original comes before what
rests on it. What follows from readings (indexes, copies, links, stories) is made again on import.
Refused: lines of another form, a case that is not empty.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from rawi._version import __version__
from rawi.case import tables as t
from rawi.case.rows import folded_words
from rawi.case.store import Case, now, pack_reading, put_derived
from rawi.errors import CaseError
from rawi.model import Reading

FORM = "rawi-case/1"
#: The tables that are written, in this order, by the kind of their lines.
_TABLES: dict[str, Table] = {
    "run": t.run,
    "original": t.original,
    "report": t.report,
    "version": t.version,
    "log": t.log,
    "judgement": t.judgement,
}
#: Columns that follow from others.
_DERIVED = frozenset({"text", "folded", "corroborated"})


def export_case(case: Case) -> Iterator[str]:
    """The lines of a case, without line ends."""
    head = {"kind": "case", "form": FORM, "rawi": __version__, "exported": now(),
            "note": "Claims are allegations of their sources, not facts."}  # fmt: skip
    yield _line(head)
    for kind, table in _TABLES.items():
        order = list(table.primary_key.columns)
        with case.connect() as connection:
            for row in connection.execution_options(yield_per=100).execute(select(table).order_by(*order)):
                yield _line({"kind": kind, **_plain(dict(row._mapping))})


def import_case(case: Case, lines: Iterable[str]) -> int:
    """Fill an empty case with what `export_case` wrote; how many reports it has now. CaseError."""
    if case.count()["reports"]:
        raise CaseError(f"{case.where} is not empty; a case is imported into a new one")
    reports = 0
    with case.connect() as connection:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            row = _parse(line, number)
            kind = row.pop("kind")
            if kind == "case":
                _check_form(row)
            elif kind in _TABLES:
                _put(connection, kind, row)
                reports += kind == "report"
            else:
                raise CaseError(f"Line {number}: {kind!r} is no kind of line; accepted: {', '.join(_TABLES)}")
        _move_sequences(connection)
    return reports


def _move_sequences(connection: Connection) -> None:
    """Let PostgreSQL number on behind the rows that brought their numbers along."""
    if connection.dialect.name != "postgresql":
        return
    for table in (t.run, t.report, t.log, t.judgement):
        column = next(iter(table.primary_key.columns))
        connection.execute(
            select(
                func.setval(
                    func.pg_get_serial_sequence(table.name, column.name),
                    func.coalesce(select(func.max(column)).scalar_subquery(), 0) + 1,
                    False,
                )
            )
        )


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, ensure_ascii=False)


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """A row as JSON can hold it: bytes in Base64, readings as they are, nothing that follows from others."""
    plain = {name: value for name, value in row.items() if name not in _DERIVED}
    if "reading" in plain:
        plain["reading"] = json.loads(zlib.decompress(plain["reading"]))
    if "body" in plain:
        plain["body"] = base64.b64encode(zlib.decompress(plain["body"])).decode("ascii")
    return plain


def _parse(line: str, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise CaseError(f"Line {number} is not JSON ({error}); accepted: what `rawi export` writes") from None
    if not isinstance(row, dict) or "kind" not in row or (number == 1 and row["kind"] != "case"):
        raise CaseError(f"Line {number} is no line of a case; accepted: what `rawi export` writes")
    return row


def _check_form(head: dict[str, Any]) -> None:
    if head.get("form") != FORM:
        raise CaseError(f"The file has the form {head.get('form')!r}; accepted: {FORM}")


def _put(connection: Connection, kind: str, row: dict[str, Any]) -> None:
    reading = Reading.from_dict(row["reading"]) if "reading" in row else None
    if reading is not None:
        row["reading"] = pack_reading(reading)
    if kind == "original":
        row["body"] = zlib.compress(base64.b64decode(row["body"]))
    if kind == "report" and reading is not None:
        text = reading.document.text
        row |= {"text": text.replace("\x00", "\ufffd"), "folded": folded_words(text), "corroborated": False}
    connection.execute(insert(_TABLES[kind]).values(**row))
    if kind == "report" and reading is not None:
        put_derived(connection, row["id"], reading)
