"""A progress bar on standard error, for work of more than a second at a terminal.

It writes nothing else and nothing anywhere else. While results are written to the same terminal,
`hidden()` takes it away.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

DELAY = 1.0


class ProgressBar:
    """Counts documents; `total` is None where it cannot be known."""

    def __init__(self, total: int | None, *, quiet: bool = False) -> None:
        self._total = total
        self._done = 0
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
                self._bar.update(self._bar.task_ids[0], completed=self._done)

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
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        with self._lock:
            if self._timer is None:
                return
            self._bar = Progress(
                TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
                console=Console(stderr=True), transient=True,
            )  # fmt: skip
            self._bar.add_task("read", total=self._total, completed=self._done)
            self._bar.start()
