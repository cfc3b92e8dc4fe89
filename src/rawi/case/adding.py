"""`rawi add`: sources in, reports of the case out, each input with what became of it.

The same input again changes nothing, a changed one becomes a new version; what cannot be read is set
aside with the reason. A stopped run goes on where it was when it is started again.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rawi._version import __version__
from rawi.case.pool import read_all
from rawi.case.store import ADDED, SET_ASIDE, UNCHANGED, UPDATED, Case, Known, Received
from rawi.ingest import SetAside
from rawi.ingest.inputs import GatherOptions, Incoming, gather
from rawi.reader import Reader

COMMAND = "add"
#: Characters of a file's name that become an id.
_LONGEST_ID = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AddOptions:
    """What a run of `rawi add` was asked to do; `jobs` is the number of processes (None: all cores)."""

    gather: GatherOptions
    role: str = "report"
    dry_run: bool = False
    jobs: int | None = None
    packs: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: added, updated, unchanged, or set aside with the reason."""

    where: str
    outcome: str
    report: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    """An input that is to be read, under the id that its report gets."""

    incoming: Incoming
    report: str


def add_sources(case: Case, sources: Sequence[str], options: AddOptions) -> Iterator[Outcome]:
    """Add what `sources` hold to `case`; what becomes of each input, as it becomes known."""
    done = case.stopped_keys(COMMAND, sources) | _own_files(case)
    gathering = replace(options.gather, skip=done.__contains__)
    if options.dry_run:
        yield from _foretell(case, _inputs(sources, gathering))
        return
    reader = Reader(options.packs)
    run = case.begin_run(COMMAND, sources, rawi=__version__, knowledge=reader.engine.knowledge)
    yield from _add(case, run, _inputs(sources, gathering), reader, options)
    case.finish_run(run)


def _own_files(case: Case) -> frozenset[str]:
    """The keys of the files that the case itself is kept in, which may lie among its sources."""
    return frozenset(f"file:{os.path.abspath(case.where)}{ending}" for ending in ("", "-wal", "-shm"))


def _inputs(sources: Sequence[str], options: GatherOptions) -> Iterator[Incoming | SetAside]:
    for source in sources:
        yield from gather(source, options)


def _foretell(case: Case, items: Iterable[Incoming | SetAside]) -> Iterator[Outcome]:
    """What would become of each input, by its key and its bytes alone."""
    for item in items:
        if isinstance(item, SetAside):
            yield Outcome(item.where, SET_ASIDE, reason=item.message)
            continue
        known = case.known(item.key)
        if known is None:
            yield Outcome(item.where, ADDED, _wanted_id(item))
        else:
            yield Outcome(item.where, UNCHANGED if known.original == _digest(item) else UPDATED, known.id)


def _add(
    case: Case, run: int, items: Iterable[Incoming | SetAside], reader: Reader, options: AddOptions
) -> Iterator[Outcome]:
    done: list[Outcome] = []
    jobs = _jobs(case, run, items, done.append)
    for job, reading in read_all(
        jobs, lambda job: job.incoming.document, reader=reader, packs=options.packs, jobs=options.jobs
    ):
        yield from _take(done)
        incoming = job.incoming
        if isinstance(reading, Exception):
            reason = f"an error in Rawi itself: {type(reading).__name__}: {reading}"
            case.note(run, incoming.key, incoming.where, SET_ASIDE, reason=reason)
            yield Outcome(incoming.where, SET_ASIDE, reason=reason)
        else:
            outcome = case.put(_received(incoming, options.role), reading, run)
            yield Outcome(incoming.where, outcome, job.report)
    yield from _take(done)


def _jobs(
    case: Case, run: int, items: Iterable[Incoming | SetAside], tell: Callable[[Outcome], None]
) -> Iterator[_Job]:
    """The inputs that are to be read; the others are told at once."""
    pending: dict[str, Known] = {}
    ids: set[str] = set()
    for item in items:
        if isinstance(item, SetAside):
            case.note(run, item.where, item.where, SET_ASIDE, reason=item.message)
            tell(Outcome(item.where, SET_ASIDE, reason=item.message))
            continue
        item = replace(item, key=_own_key(case, item, pending))
        known = pending.get(item.key) or case.known(item.key)
        if known is not None and known.original == _digest(item):
            case.note(run, item.key, item.where, UNCHANGED, report=known.id)
            tell(Outcome(item.where, UNCHANGED, known.id))
            continue
        report = known.id if known is not None else case.free_id(_wanted_id(item), item.key, ids)
        pending[item.key] = Known(report, _digest(item), item.where)
        ids.add(report)
        yield _Job(replace(item, document=replace(item.document, id=report)), report)


def _wanted_id(item: Incoming) -> str:
    """The id of a new report: the one that its record gives, or the name of its file."""
    if not item.key.startswith("file:"):
        return item.document.id
    path, _, row = re.split("[/!\\\\]", item.key)[-1].partition("#")
    name = re.sub(r"[^\w.-]+", "-", Path(path).stem).strip("-.")[:_LONGEST_ID]
    return "-".join(filter(None, (name, row))) or item.document.id


def _own_key(case: Case, item: Incoming, pending: Mapping[str, Known]) -> str:
    """The key of an input; with an id that another row or file has too, of other words, one of its own."""
    if not item.key.startswith("id:"):
        return item.key
    known = pending.get(item.key) or case.known(item.key)
    if known is None or known.original == _digest(item):
        return item.key
    if item.key in pending or _file_of(known.where) != _file_of(item.where):
        return f"{item.key}@{os.path.abspath(item.where)}"
    return item.key


def _file_of(where: str) -> str:
    """The file that an input stands in, without its line or place."""
    return os.path.abspath(re.sub(r"[:#]\d+$", "", where))


def _take(done: list[Outcome]) -> Iterator[Outcome]:
    while done:
        yield done.pop(0)


def _received(incoming: Incoming, role: str) -> Received:
    return Received(
        incoming.key,
        incoming.where,
        incoming.original,
        incoming.media_type,
        role,
        incoming.fetched,
        incoming.response,
    )


def _digest(incoming: Incoming) -> str:
    return hashlib.sha256(incoming.original).hexdigest()
