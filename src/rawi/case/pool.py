"""Documents in, readings out, in the order they came, on all cores.

A few documents are read here; from more on, other processes help, each with its own knowledge loaded.
A document on which Rawi itself fails gives the error instead of a reading, and the others go on.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

from rawi.model import Document, Reading
from rawi.reader import Reader

Item = TypeVar("Item")

#: As many documents are read in this process before others are started for the rest.
_READ_HERE = 12
#: As many documents wait for each process at most, so that memory does not grow with their number.
_WAITING = 8

_reader: Reader | None = None


def read_all(
    items: Iterable[Item],
    document_of: Callable[[Item], Document],
    *,
    reader: Reader,
    packs: Sequence[Path] = (),
    jobs: int | None = None,
) -> Iterator[tuple[Item, Reading | Exception]]:
    """Each item with the reading of its document, or with the error that Rawi failed with on it.

    `jobs` is the number of processes (None: as many as cores; 1: only this one).
    """
    jobs = jobs or os.cpu_count() or 1
    rest = iter(items)
    for number, item in enumerate(rest, 1):
        yield item, _try_reading(reader, document_of(item))
        if jobs > 1 and number >= _READ_HERE:
            break
    else:
        return
    yield from _read_elsewhere(rest, document_of, reader, packs, jobs)


def _read_elsewhere(
    items: Iterator[Item],
    document_of: Callable[[Item], Document],
    reader: Reader,
    packs: Sequence[Path],
    jobs: int,
) -> Iterator[tuple[Item, Reading | Exception]]:
    waiting: deque[tuple[Item, Future[Reading | Exception]]] = deque()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        jobs, context, _start_worker, (tuple(packs), tuple(sorted(reader.skip)))
    ) as pool:
        try:
            for item in items:
                waiting.append((item, pool.submit(_read_in_worker, document_of(item))))
                if len(waiting) > jobs * _WAITING:
                    item, future = waiting.popleft()
                    yield item, future.result()
            while waiting:
                item, future = waiting.popleft()
                yield item, future.result()
        finally:
            for _, future in waiting:
                future.cancel()


def _try_reading(reader: Reader, document: Document) -> Reading | Exception:
    try:
        return reader.read(document)
    except Exception as error:
        return error


def _start_worker(packs: tuple[Path, ...], skip: tuple[str, ...]) -> None:
    global _reader
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _reader = Reader(packs, skip=skip)
    gc.freeze()  # the knowledge stays until the end: no collection need look at it


def _leave_with_parent() -> None:
    """End this process when the one that started it is gone, even if that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read_in_worker(document: Document) -> Reading | Exception:
    assert _reader is not None
    return _try_reading(_reader, document)
