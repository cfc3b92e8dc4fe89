"""The progress bar: on a terminal only, after a second of work only, and on standard error only."""

from __future__ import annotations

import io
import sys
import time

import pytest

from rawi.cli import progress
from rawi.cli.progress import ProgressBar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, *, seconds: float, quiet: bool = False) -> str:
    monkeypatch.setattr(progress, "DELAY", 0.05)
    monkeypatch.setattr(sys, "stderr", stream)
    with ProgressBar(3, quiet=quiet) as bar:
        bar.advance()
        time.sleep(seconds)
        bar.advance()
        with bar.hidden():
            stream.write("[between]")
    return stream.getvalue()


def test_long_work_on_a_terminal_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = work(monkeypatch, Terminal(), seconds=0.6)
    assert "Reading" in shown
    assert "1/3" in shown


@pytest.mark.parametrize(
    ("stream", "seconds", "quiet"),
    [(Terminal(), 0.0, False), (io.StringIO(), 0.2, False), (Terminal(), 0.2, True)],
    ids=["short", "no terminal", "quiet"],
)
def test_otherwise_nothing(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, quiet: bool
) -> None:
    assert work(monkeypatch, stream, seconds=seconds, quiet=quiet) == "[between]"
