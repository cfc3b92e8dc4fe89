"""A case: the one way to its reports, originals and log. Bytes and readings in, records out.

Every report is written in a transaction of its own, with its original, its earlier version and its
line of the log, so that a killed program leaves whole reports or none.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select, update

from rawi.case import tables as t
from rawi.case.database import open_engine, translated
from rawi.case.rows import claim_rows, finding_rows, folded_words, party_rows
from rawi.model import Reading

#: How reports take part: as reports, or as background that is never the origin of a claim.
ROLES = ("report", "reference")

#: What can become of an input.
ADDED, UPDATED, UNCHANGED, SET_ASIDE = "added", "updated", "unchanged", "set aside"


def now() -> str:
    """The present time in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True, slots=True)
class Received:
    """What was received of one report: its bytes, the key under which it comes again, and its way here."""

    key: str
    where: str
    original: bytes
    media_type: str
    role: str = "report"
    fetched: str | None = None
    response: bytes | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """A report that the case has under a key."""

    id: str
    original: str
    where: str


@dataclass(frozen=True, slots=True)
class Report:
    """A report of the case, without its text."""

    id: str
    role: str
    where: str
    url: str | None
    outlet: str | None
    outlet_id: str | None
    title: str | None
    published: str | None
    version: int


_REPORT = tuple(t.report.c[name] for name in Report.__dataclass_fields__)


class Case:
    """An open case. `with open_case(where) as case: …` closes it."""

    def __init__(self, engine: Engine, where: str) -> None:
        self.engine, self.where = engine, where

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give the database back."""
        self.engine.dispose()

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """A transaction: all that is done within it stays, or with an error nothing."""
        with translated(self.where), self.engine.begin() as connection:
            yield connection

    # ------------------------------------------------------------------ reports

    def reports(self, ids: Sequence[str] | None = None) -> list[Report]:
        """The reports, or those with these ids, in the order of adding."""
        query = select(*_REPORT).order_by(t.report.c.number)
        if ids is not None:
            query = query.where(t.report.c.id.in_(ids))
        with self.connect() as connection:
            return [Report(*row) for row in connection.execute(query)]

    def reading(self, report: str) -> Reading | None:
        """The reading of a report, or None where the case has no such report."""
        with self.connect() as connection:
            found = connection.execute(select(t.report.c.reading).where(t.report.c.id == report)).scalar()
        return unpack_reading(found) if found is not None else None

    def original(self, sha256: str) -> bytes | None:
        """The bytes received under this hash."""
        with self.connect() as connection:
            body = connection.execute(select(t.original.c.body).where(t.original.c.sha256 == sha256)).scalar()
        return zlib.decompress(body) if body is not None else None

    def count(self) -> dict[str, int]:
        """How many reports, claims, findings and stories the case has."""
        counted = {"reports": t.report, "claims": t.claim, "findings": t.finding, "stories": t.story}
        with self.connect() as connection:
            return {
                name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for name, table in counted.items()
            }

    def known(self, key: str) -> Known | None:
        """The report that came under `key` before."""
        columns = (t.report.c.id, t.report.c.original, t.report.c.where)
        with self.connect() as connection:
            row = connection.execute(select(*columns).where(t.report.c.key == key)).first()
        return Known(*row) if row else None

    def free_id(self, wanted: str, key: str, taken: Collection[str] = ()) -> str:
        """`wanted`, or with some digits of the key behind it where another report has or gets that id."""
        with self.connect() as connection:
            used = connection.execute(select(t.report.c.id).where(t.report.c.id == wanted)).first()
        if used is None and wanted not in taken:
            return wanted
        return f"{wanted}-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"

    def put(self, received: Received, reading: Reading, run: int) -> str:
        """Keep a report with its reading; `reading.document.id` is its id. Returns added or updated."""
        sha256 = hashlib.sha256(received.original).hexdigest()
        with self.connect() as connection:
            _put_original(connection, sha256, received.media_type, received.original)
            response = None
            if received.response is not None:
                response = hashlib.sha256(received.response).hexdigest()
                _put_original(connection, response, "application/warc", received.response)
            row = _report_row(received, reading, sha256, response)
            known = connection.execute(select(t.report).where(t.report.c.key == received.key)).first()
            if known is None:
                connection.execute(insert(t.report).values(**row, version=1))
                outcome = ADDED
            else:
                _keep_version(connection, known)
                drop_derived(connection, row["id"])
                connection.execute(
                    update(t.report)
                    .where(t.report.c.key == received.key)
                    .values(**row, version=known.version + 1)
                )
                outcome = UPDATED
            put_derived(connection, row["id"], reading)
            log(connection, run, received.key, received.where, outcome, row["id"])
        return outcome

    def put_reading(self, report: str, reading: Reading) -> None:
        """Replace the reading of a report whose text has not changed."""
        with self.connect() as connection:
            drop_derived(connection, report)
            connection.execute(
                update(t.report)
                .where(t.report.c.id == report)
                .values(reading=pack_reading(reading), knowledge=reading.engine.knowledge, corroborated=False)
            )
            put_derived(connection, report, reading)

    # ------------------------------------------------------------------ runs and their log

    def begin_run(self, command: str, sources: Sequence[str], *, rawi: str, knowledge: str) -> int:
        """The number of a new run."""
        with self.connect() as connection:
            row = {"command": command, "sources": json.dumps(list(sources)), "started": now(),
                   "rawi": rawi, "knowledge": knowledge}  # fmt: skip
            key = connection.execute(insert(t.run).values(**row)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def finish_run(self, run: int) -> None:
        """Note that a run came to its end."""
        with self.connect() as connection:
            connection.execute(update(t.run).where(t.run.c.id == run).values(finished=now()))

    def stopped_keys(self, command: str, sources: Sequence[str]) -> frozenset[str]:
        """What stopped runs of this command on these sources had done, since the last that was finished."""
        asked = (t.run.c.command == command, t.run.c.sources == json.dumps(list(sources)))
        finished = select(func.max(t.run.c.id)).where(*asked, t.run.c.finished.is_not(None)).scalar_subquery()
        stopped = select(t.run.c.id).where(*asked, t.run.c.id > func.coalesce(finished, 0))
        done = select(t.log.c.key).where(t.log.c.run.in_(stopped), t.log.c.outcome != SET_ASIDE)
        with self.connect() as connection:
            return frozenset(connection.execute(done).scalars())

    def note(self, run: int, key: str, where: str, outcome: str, *, report: str | None = None,
             reason: str | None = None) -> None:  # fmt: skip
        """A line of the log for an input that did not change the case."""
        with self.connect() as connection:
            log(connection, run, key, where, outcome, report, reason)

    def log_lines(self, *, outcome: str | None = None, last: bool = False) -> list[dict[str, Any]]:
        """The log: run, when, input, what became of it, and why; of the last run only, on demand."""
        query = select(t.log, t.run.c.command).join(t.run).order_by(t.log.c.id)
        if outcome is not None:
            query = query.where(t.log.c.outcome == outcome)
        if last:
            query = query.where(t.log.c.run == select(func.max(t.run.c.id)).scalar_subquery())
        with self.connect() as connection:
            return [dict(row) for row in connection.execute(query).mappings()]


def open_case(where: str, *, create: bool = False) -> Case:
    """The case at a path or PostgreSQL URL; made where there is none and `create` is set. CaseError."""
    return Case(open_engine(str(where), create=create), str(where))


def pack_reading(reading: Reading) -> bytes:
    """A reading as it is kept."""
    return zlib.compress(reading.to_json().encode("utf-8", "surrogatepass"))


def unpack_reading(packed: bytes) -> Reading:
    """The reverse of `pack_reading`."""
    return Reading.from_dict(json.loads(zlib.decompress(packed)))


def _put_original(connection: Connection, sha256: str, media_type: str, body: bytes) -> None:
    if connection.execute(select(t.original.c.sha256).where(t.original.c.sha256 == sha256)).first():
        return
    row = {"sha256": sha256, "media_type": media_type, "size": len(body), "body": zlib.compress(body)}
    connection.execute(insert(t.original).values(**row))


def _report_row(received: Received, reading: Reading, sha256: str, response: str | None) -> dict[str, Any]:
    document = reading.document
    return {
        "id": document.id,
        "key": received.key,
        "role": received.role,
        "where": received.where,
        "url": document.url,
        "outlet": document.outlet.name if document.outlet else None,
        "outlet_id": document.outlet.entity if document.outlet else None,
        "title": document.title,
        "published": document.published,
        "original": sha256,
        "response": response,
        "fetched": received.fetched,
        "added": now(),
        "text": document.text.replace("\x00", "\ufffd"),
        "folded": folded_words(document.text),
        "reading": pack_reading(reading),
        "knowledge": reading.engine.knowledge,
        "corroborated": False,
    }


def _keep_version(connection: Connection, known: Any) -> None:
    row = {
        "report": known.id, "number": known.version, "original": known.original, "response": known.response,
        "fetched": known.fetched, "added": known.added, "reading": known.reading,
    }  # fmt: skip
    connection.execute(insert(t.version).values(**row))


def put_derived(connection: Connection, report: str, reading: Reading) -> None:
    """Write the rows that follow from a reading."""
    for table, rows in (
        (t.claim, claim_rows(report, reading)),
        (t.claim_party, party_rows(report, reading)),
        (t.finding, finding_rows(report, reading)),
    ):
        if rows:
            connection.execute(insert(table), rows)


def drop_derived(connection: Connection, report: str) -> None:
    """Drop what follows from a reading, with the stories that its claims are in: they are made again."""
    claims = select(t.claim.c.id).where(t.claim.c.report == report)
    stories = select(t.story_claim.c.story).where(t.story_claim.c.claim.in_(claims))
    connection.execute(delete(t.story).where(t.story.c.id.in_(stories)))
    for table in (t.copy, t.reuse_key, t.finding, t.claim):
        connection.execute(delete(table).where(table.c.report == report))
    connection.execute(delete(t.copy).where(t.copy.c.source == report))


def log(connection: Connection, run: int, key: str, where: str, outcome: str, report: str | None = None,
        reason: str | None = None) -> None:  # fmt: skip
    """A line of the log."""
    row = {"run": run, "key": key, "where": where, "outcome": outcome, "report": report, "reason": reason,
           "at": now()}  # fmt: skip
    connection.execute(insert(t.log).values(**row))
