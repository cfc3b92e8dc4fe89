"""A new report and those before it in, the text they share and the events they both tell written to the case.

Some reports at a time are compared in one transaction, so that a stopped run goes on where it was.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from rawi.case import tables as t
from rawi.case.store import Case, unpack_reading
from rawi.corroborate.aligning import align_claims
from rawi.corroborate.events import event_keys, same_event
from rawi.corroborate.reuse import (
    MAX_REPORTS_PER_KEY,
    MIN_SHARED_KEYS,
    Passage,
    Published,
    Reuse,
    find_direction,
    find_reuse,
    reuse_keys,
)
from rawi.corroborate.reuse.direction import FIRST
from rawi.corroborate.told import Told, tell
from rawi.knowledge import Knowledge, load_knowledge

#: A key of more claims than these is of something told every day, and is not followed.
MAX_CLAIMS_PER_KEY = 300
#: As many values are asked for in one query.
_AT_ONCE = 500
#: So many reports are compared in one transaction.
_TOGETHER = 25
#: The claims of so many reports are kept at hand.
_KEPT = 3000


@dataclass(frozen=True, slots=True)
class Compared:
    """What comparing one report found: how many reports it shares text with, and links of its claims."""

    report: str
    copies: int
    links: int


class Comparer:
    """Compares the new reports of a case with those before them."""

    def __init__(self, case: Case, packs: Sequence[Path] = ()) -> None:
        self.case = case
        self.knowledge: Knowledge = load_knowledge(tuple(packs))
        self.tolds: Callable[[str], list[Told]] = lru_cache(maxsize=_KEPT)(self._tell)

    def _tell(self, report: str) -> list[Told]:
        """The claims of a report as corroboration sees them."""
        with self.case.connect() as connection:
            row = connection.execute(
                select(t.report.c.reading, t.report.c.role).where(t.report.c.id == report)
            ).one()
        return tell(unpack_reading(row.reading), self.knowledge, report=report, role=row.role)

    def pending(self) -> list[str]:
        """The reports that were not compared yet, in the order of adding."""
        query = select(t.report.c.id).where(t.report.c.corroborated.is_(False)).order_by(t.report.c.number)
        with self.case.connect() as connection:
            return list(connection.execute(query).scalars())

    def compare_all(self) -> Iterator[Compared]:
        """Find what each new report shares with those compared before, and write it down, some at a time."""
        pending = self.pending()
        for start in range(0, len(pending), _TOGETHER):
            part = pending[start : start + _TOGETHER]
            for report in part:
                self.tolds(report)
            with self.case.connect() as connection:
                done = [self._compare(connection, report) for report in part]
            yield from done

    def _compare(self, connection: Connection, report: str) -> Compared:
        tolds = self.tolds(report)
        row = connection.execute(select(t.report).where(t.report.c.id == report)).one()
        reuses = self._find_copies(connection, row, tolds)
        links = self._find_links(connection, tolds, reuses)
        connection.execute(update(t.report).where(t.report.c.id == report).values(corroborated=True))
        return Compared(report, len(reuses), links)

    # ------------------------------------------------------------------ copies

    def _find_copies(self, connection: Connection, row: Any, tolds: list[Told]) -> list[tuple[str, Reuse]]:
        keys = reuse_keys(row.text)
        having = _owners(connection, t.reuse_key, t.reuse_key.c.report, keys)
        met = Counter(o for owners in having.values() if len(owners) <= MAX_REPORTS_PER_KEY for o in owners)
        candidates = [other for other, shared in met.items() if shared >= MIN_SHARED_KEYS and other != row.id]
        rows = [(key, row.id) for key in keys]
        _insert_keys(connection, t.reuse_key, "report", rows, having, MAX_REPORTS_PER_KEY)
        found = []
        for other in _rows(connection, t.report, t.report.c.id, sorted(candidates)):
            reuse = _find_reuse(row, other)
            if reuse is not None:
                connection.execute(insert(t.copy).values(**self._copy_row(row, other, reuse, tolds)))
                found.append((other.id, reuse))
        return found

    def _copy_row(self, row: Any, other: Any, reuse: Reuse, tolds: list[Told]) -> dict[str, Any]:
        """The copy as a row: from the report that took the text to the one that had it first."""
        one = _published(row, tolds)
        direction = find_direction(one, _published(other, self.tolds(other.id)))
        taken = direction.source != FIRST
        passages = [asdict(passage if taken else _turned(passage)) for passage in reuse.passages]
        return {
            "report": row.id if taken else other.id,
            "source": other.id if taken else row.id,
            "kind": reuse.kind,
            "share": reuse.share,
            "basis": direction.basis,
            "passages": json.dumps(passages),
        }

    # ------------------------------------------------------------------ links

    def _find_links(self, connection: Connection, tolds: list[Told], reuses: list[tuple[str, Reuse]]) -> int:
        aligned = {
            (one.claim, other.claim)
            for report, reuse in reuses
            for one, other in align_claims(tolds, self.tolds(report), reuse.passages)
        }
        keys = {told.claim: event_keys(told) for told in tolds}
        having = _owners(connection, t.claim_key, t.claim_key.c.claim, set().union(*keys.values()))
        found: dict[tuple[str, str], str] = {}
        for told in tolds:
            met = {o for key in keys[told.claim] if len(having.get(key, ())) <= MAX_CLAIMS_PER_KEY
                   for o in having.get(key, ())}  # fmt: skip
            met |= {other for one, other in aligned if one == told.claim}
            for other in self._told_of(met):
                basis = None
                if other.report != told.report:
                    basis = same_event(told, other, aligned=(told.claim, other.claim) in aligned)
                if basis is not None:
                    found[told.claim, other.claim] = basis
        _insert_keys(
            connection, t.claim_key, "claim",
            [(key, told.claim) for told in tolds for key in keys[told.claim]], having, MAX_CLAIMS_PER_KEY,
        )  # fmt: skip
        rows = [{"claim": one, "other": other, "basis": basis} for (one, other), basis in found.items()]
        if rows:
            connection.execute(insert(t.link), rows)
            drop_stories(connection, {other for _, other in found})
        return len(rows)

    def _told_of(self, claims: Iterable[str]) -> Iterator[Told]:
        """The claims with these ids."""
        wanted: dict[str, set[str]] = {}
        for claim in claims:
            wanted.setdefault(claim.rpartition(":")[0], set()).add(claim)
        for report in sorted(wanted):
            yield from (told for told in self.tolds(report) if told.claim in wanted[report])


def drop_stories(connection: Connection, claims: Iterable[str]) -> None:
    """Drop the stories that claims are in; they are made again."""
    for part in chunks(sorted(claims)):
        stories = select(t.story_claim.c.story).where(t.story_claim.c.claim.in_(part))
        connection.execute(delete(t.story).where(t.story.c.id.in_(stories)))


def chunks(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """`values` in parts that one query takes."""
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]


def _owners(connection: Connection, table: Table, column: Any, keys: Iterable[Any]) -> dict[Any, list[str]]:
    """Who has each of `keys`, where anybody has."""
    owners: dict[Any, list[str]] = {}
    for part in chunks(sorted(keys)):
        for key, owner in connection.execute(select(table.c.key, column).where(table.c.key.in_(part))):
            owners.setdefault(key, []).append(owner)
    return owners


def _insert_keys(
    connection: Connection,
    table: Table,
    owner: str,
    rows: list[tuple[Any, str]],
    having: Mapping[Any, list[str]],
    most: int,
) -> None:
    """Keep keys with their owner; of a key that more than `most` have already, no more."""
    kept = [{"key": key, owner: name} for key, name in sorted(rows) if len(having.get(key, ())) <= most]
    if kept:
        connection.execute(insert(table), kept)


def _rows(connection: Connection, table: Table, column: Any, values: Sequence[str]) -> Iterator[Any]:
    for part in chunks(values):
        yield from connection.execute(select(table).where(column.in_(part)).order_by(column)).all()


def _published(row: Any, tolds: Iterable[Told]) -> Published:
    links = [link for told in tolds for link in told.chain if link.kind in ("outlet", "organisation")]
    credits = {name for link in links for name in (link.key, link.name) if name}
    return Published(row.published, row.outlet, row.outlet_id, frozenset(credits))


def _find_reuse(row: Any, other: Any) -> Reuse | None:
    """What the text of `row` shares with that of `other`, worked out in one order whichever came first."""
    if row.id < other.id:
        return find_reuse(row.text, other.text)
    found = find_reuse(other.text, row.text)
    return replace(found, passages=tuple(map(_turned, found.passages))) if found is not None else None


def _turned(passage: Passage) -> Passage:
    """A passage as the other of the two reports sees it."""
    return Passage(passage.other_start, passage.other_end, passage.start, passage.end, passage.similarity)
