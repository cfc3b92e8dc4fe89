"""`rawi reread`: the reports of a case read again with the knowledge of today; what changed out.

Texts stay as they are. Reports whose reading is of the same knowledge and program are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import or_, select

from rawi._version import __version__
from rawi.case import tables as t
from rawi.case.pool import read_all
from rawi.case.store import Case
from rawi.model import Claim, Document, Reading
from rawi.reader import Reader

COMMAND = "reread"


@dataclass(frozen=True, slots=True)
class Reread:
    """What a new reading of a report changed: how many claims are new, gone, and stayed, or why it failed."""

    report: str
    new: int = 0
    gone: int = 0
    same: int = 0
    reason: str | None = None


def reread(
    case: Case, *, packs: Sequence[Path] = (), everything: bool = False, jobs: int | None = None
) -> Iterator[Reread]:
    """Read again what was read with other knowledge, or `everything`; each report as it is done."""
    reader = Reader(packs)
    run = case.begin_run(COMMAND, [], rawi=__version__, knowledge=reader.engine.knowledge)
    ids = _stale(case, reader.engine.knowledge, everything)
    documents = (document for document in (_document(case, id_) for id_ in ids) if document is not None)
    for document, reading in read_all(documents, lambda one: one, reader=reader, packs=packs, jobs=jobs):
        if isinstance(reading, Exception):
            yield Reread(document.id, reason=f"{type(reading).__name__}: {reading}")
            continue
        before = case.reading(document.id)
        change = _compare(document.id, before, reading)
        case.put_reading(document.id, reading)
        yield change
    case.finish_run(run)


def _stale(case: Case, knowledge: str, everything: bool) -> list[str]:
    query = select(t.report.c.id).order_by(t.report.c.number)
    if not everything:
        query = query.where(or_(t.report.c.knowledge != knowledge, t.report.c.knowledge.is_(None)))
    with case.connect() as connection:
        return list(connection.execute(query).scalars())


def _document(case: Case, report: str) -> Document | None:
    reading = case.reading(report)
    return reading.document if reading is not None else None


def _compare(report: str, before: Reading | None, after: Reading) -> Reread:
    old = {_content(claim) for claim in before.claims} if before is not None else set()
    new = {_content(claim) for claim in after.claims}
    return Reread(report, len(new - old), len(old - new), len(new & old))


def _content(claim: Claim) -> tuple[object, ...]:
    """What a reader of the claim sees of it."""
    people = tuple(
        tuple((one.entity, one.name) for one in role) for role in (claim.actor, claim.recipient, claim.holder)
    )
    return (claim.type, claim.mode, claim.trigger, people, claim.modality, claim.polarity, claim.attribution)
