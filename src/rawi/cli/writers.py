"""Where results go: one writer for each `--format`.

A writer is opened with an `Output`, gets one reading after the other together with the name of the
input it came from, and is closed with the documents that were set aside. Only the index of
`HtmlWriter` keeps something of every document.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO

from rawi.errors import UsageError
from rawi.model import Reading

#: Where pages go when `--output` is not given.
HTML_FOLDER = Path("rawi-html")


@dataclass(frozen=True, slots=True)
class Output:
    """What the user asked for: a file or folder (None for the default), and no more words than needed."""

    path: Path | None
    quiet: bool = False


class Writer(Protocol):
    """What every format's writer does."""

    @property
    def to_terminal(self) -> bool: ...

    def write(self, reading: Reading, name: str) -> None: ...

    def close(self, set_aside: Sequence[tuple[str, str]]) -> None: ...


class _StreamWriter:
    """Writes to standard output, or to a file that is made when the writer is."""

    def __init__(self, output: Output) -> None:
        self._stack = ExitStack()
        self._stream: TextIO = sys.stdout if output.path is None else self._open(output.path)

    @property
    def to_terminal(self) -> bool:
        """Whether results appear on a terminal."""
        return self._stream.isatty()

    def close(self, set_aside: Sequence[tuple[str, str]]) -> None:
        """Ends the output."""
        self._stream.flush()
        self._stack.close()

    def _open(self, path: Path) -> TextIO:
        if path.is_dir():
            raise UsageError(f"--output {path}: is a folder; this format writes one file")
        try:
            return self._stack.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        except OSError as error:
            raise UsageError(f"--output {path}: {error.strerror}; give a file that can be written") from None


class TextWriter(_StreamWriter):
    """A table of claims and findings for each report."""

    def write(self, reading: Reading, name: str) -> None:
        """Writes the table of one report."""
        from rawi.export.text import format_text

        terminal = self.to_terminal
        width = shutil.get_terminal_size((100, 24)).columns
        colour = terminal and not os.environ.get("NO_COLOR")
        self._stream.write(format_text(reading, width=width, terminal=terminal, colour=colour) + "\n")


class JsonWriter(_StreamWriter):
    """Indented JSON: an object for one report, an array for several, `[]` for none."""

    def __init__(self, output: Output) -> None:
        super().__init__(output)
        self._first: str | None = None
        self._several = False

    def write(self, reading: Reading, name: str) -> None:
        """Writes one report, as soon as it is known whether it is the only one."""
        text = reading.to_json(indent=2)
        if self._several:
            self._stream.write(",\n" + text)
        elif self._first is None:
            self._first = text
        else:
            self._stream.write(f"[\n{self._first},\n{text}")
            self._several, self._first = True, ""

    def close(self, set_aside: Sequence[tuple[str, str]]) -> None:
        """Ends the array."""
        if self._several:
            self._stream.write("\n]\n")
        else:
            self._stream.write((self._first or "[]") + "\n")
        super().close(set_aside)


class JsonlWriter(_StreamWriter):
    """One result a line, each written out at once."""

    def write(self, reading: Reading, name: str) -> None:
        """Writes one line."""
        self._stream.write(reading.to_json() + "\n")
        self._stream.flush()


class HtmlWriter:
    """A page for each report and an index, in one folder; a line for each page on standard output."""

    to_terminal = True

    def __init__(self, output: Output) -> None:
        from rawi.export.html import IndexEntry

        self._folder = output.path or HTML_FOLDER
        self._quiet = output.quiet
        self._entries: list[IndexEntry] = []
        self._names: set[str] = {"index"}
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"--output {self._folder}: {error.strerror}; give a folder") from None

    def write(self, reading: Reading, name: str) -> None:
        """Writes one page."""
        from rawi.export.html import entry_for, format_html
        from rawi.export.text import count

        page = self._folder / (self._free_name(name) + ".html")
        page.write_text(format_html(reading), encoding="utf-8", newline="\n")
        entry = entry_for(reading, page.name)
        self._entries.append(entry)
        self._say(f"{page}  {count(entry.claims, 'claim')}  {count(entry.findings, 'finding')}")

    def close(self, set_aside: Sequence[tuple[str, str]]) -> None:
        """Writes the index."""
        from rawi.export.html import format_index

        index = self._folder / "index.html"
        index.write_text(format_index(self._entries, set_aside), encoding="utf-8", newline="\n")
        self._say(f"{index}")

    def _say(self, line: str) -> None:
        if not self._quiet:
            sys.stdout.write(line + "\n")

    def _free_name(self, name: str) -> str:
        """A file name after `name` that no other page has; equal ones get -2, -3 …"""
        base = re.sub(r"[^\w.-]+", "-", name).strip("-.")[:80] or "report"
        candidate, number = base, 1
        while candidate.casefold() in self._names:
            number += 1
            candidate = f"{base}-{number}"
        self._names.add(candidate.casefold())
        return candidate


WRITERS: dict[str, type[TextWriter | JsonWriter | JsonlWriter | HtmlWriter]] = {
    "text": TextWriter,
    "json": JsonWriter,
    "jsonl": JsonlWriter,
    "html": HtmlWriter,
}
