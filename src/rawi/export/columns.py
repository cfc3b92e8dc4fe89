"""Lists and tables of names for the terminal, with the Arabic kept to its own place.

Comes in: words and the screen they are for. Goes out: lines. As in `text`, Arabic stands between the
isolates U+2068 and U+2069 on a terminal only; in a file or a pipe the words stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rawi.export.text import clean, measure, wrap_words

_ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_STYLES = {"bold": "1", "dim": "2", "error": "31", "note": "36", "head": "1;4"}
_GAP = 2
#: What a flexible column keeps as long as others can be wrapped, and what any column keeps.
_NARROW, _NARROWEST = 12, 6


@dataclass(frozen=True, slots=True)
class Screen:
    """What is written to: its width in columns, whether it is a terminal, whether it takes colours."""

    width: int = 100
    terminal: bool = False
    colour: bool = False

    def put(self, words: str, style: str = "") -> str:
        """The words as this screen takes them, without line breaks or control characters."""
        words = clean(words)
        if self.terminal and _ARABIC.search(words):
            words = f"\u2068{words}\u2069"
        code = _STYLES.get(style) if self.colour and words else None
        return f"\x1b[{code}m{words}\x1b[0m" if code else words

    def pair(self, label: str, values: Iterable[str], *, indent: int = 16) -> Iterator[str]:
        """A label, and beside it each value on lines of its own."""
        lead = f"{label}:".ljust(indent)
        for value in values:
            for row in wrap_words(clean(value), self.width - indent):
                yield (self.put(lead.rstrip(), "dim") + lead[len(lead.rstrip()) :] + self.put(row)).rstrip()
                lead = " " * indent

    def table(
        self, headings: Sequence[str], rows: Sequence[Sequence[str]], *, flexible: Sequence[int] = ()
    ) -> Iterator[str]:
        """Columns as wide as their words; where there is no room, the `flexible` ones are wrapped first."""
        widths = self._widths([headings, *rows], flexible)
        yield from self._row(headings, widths, "head")
        for row in rows:
            yield from self._row(row, widths, "")

    def _widths(self, rows: Sequence[Sequence[str]], flexible: Sequence[int]) -> list[int]:
        widths = [max(measure(clean(cell)) for cell in column) for column in zip(*rows, strict=True)]
        excess = sum(widths) + _GAP * (len(widths) - 1) - self.width
        for columns, least in ((flexible, _NARROW), (range(len(widths)), _NARROWEST)):
            while excess > 0:
                widest = max(columns, key=lambda index: widths[index], default=0)
                if widths[widest] <= least:
                    break
                widths[widest] -= 1
                excess -= 1
        return widths

    def _row(self, cells: Sequence[str], widths: Sequence[int], style: str) -> Iterator[str]:
        columns = [wrap_words(clean(cell), width) for cell, width in zip(cells, widths, strict=True)]
        for index in range(max(map(len, columns))):
            parts = []
            for column, width in zip(columns, widths, strict=True):
                words = column[index] if index < len(column) else ""
                parts.append(self.put(words, style) + " " * (width - measure(words)))
            yield (" " * _GAP).join(parts).rstrip()
