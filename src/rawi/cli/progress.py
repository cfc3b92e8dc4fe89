"""A progress bar on standard error, for work of more than a second at a terminal.

It writes nothing else and nothing anywhere else. While results are written to the same terminal,
`hidden()` takes it away.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

DELAY = 1.0


class ProgressBar:
    """Counts documents; `total` is None where it cannot be known."""

    def __init__(self, total: int | None, *, quiet: bool = False, verb: str = "Reading") -> None:
        self._total, self._verb = total, verb
        self._done, self._begun = 0, time.monotonic()
        self._bar: Progress | None = None
        self._lock = threading.RLock()
        self._timer: threading.Timer | None = None
        if not quiet and sys.stderr.isatty():
            self._timer = threading.Timer(DELAY, self._start)
            self._timer.daemon = True

    def __enter__(self) -> ProgressBar:
        if self._timer:
            self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._timer:
            self._timer.cancel()
        with self._lock:
            self._timer = None
            if self._bar:
                self._bar.stop()
                self._bar = None

    def advance(self) -> None:
        """One more document is done."""
        self._done += 1
        with self._lock:
            if self._bar:
                self._bar.update(self._bar.task_ids[0], completed=self._done, rate=self._rate())

    def _rate(self) -> str:
        """Documents a second since the start."""
        seconds = time.monotonic() - self._begun
        return f"{self._done / seconds:.1f}/s" if seconds > 0 else ""

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Takes the bar away while something else is written to the terminal."""
        with self._lock:
            if self._bar:
                self._bar.stop()
            try:
                yield
            finally:
                if self._bar:
                    self._bar.start()

    def _start(self) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        with self._lock:
            if self._timer is None:
                return
            self._bar = Progress(
                TextColumn(self._verb), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"),
                TimeElapsedColumn(), TimeRemainingColumn(elapsed_when_finished=True),
                console=Console(stderr=True), transient=True,
            )  # fmt: skip
            self._bar.add_task("read", total=self._total, completed=self._done, rate=self._rate())
            self._bar.start()
