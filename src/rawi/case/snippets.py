"""The words around what was looked for: a text and the terms in, a piece of it with what to mark out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.arabic.characters import MARKS, pattern_of
from rawi.case.query import Term

#: Code points on each side of what was found.
_AROUND = 70
#: As many occurrences are weighed.
_MOST_WEIGHED = 200
_ELLIPSIS = "…"
_BEFORE, _BEHIND, _BETWEEN = r"(?<!\w)", rf"(?![\w{MARKS}])", r"\W{1,6}"


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a report on one line, and the spans in it (code points) that were looked for."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


class Snippets:
    """Makes snippets for the terms of one query."""

    def __init__(self, terms: list[Term]) -> None:
        wanted = [term for term in terms if not term.excluded]
        parts = [f"(?P<t{number}>{_pattern(term)})" for number, term in enumerate(wanted)]
        self._pattern = re.compile(f"{_BEFORE}(?:{'|'.join(parts)}){_BEHIND}") if parts else None

    def make(self, text: str) -> Snippet:
        """The first piece of `text` that has most of the terms; without terms its beginning."""
        spans = self._occurrences(text)
        if not spans:
            end = _word_end(text, 2 * _AROUND)
            return Snippet(_one_line(text[:end]) + (_ELLIPSIS if end < len(text) else ""))
        start, end, _ = max(spans, key=lambda span: (len({o[2] for o in _near(spans, span[0])}), -span[0]))
        first, last = _word_start(text, start - _AROUND), _word_end(text, end + 2 * _AROUND)
        shift = first - bool(first)
        marks = tuple((a - shift, b - shift) for a, b, _ in spans if first <= a and b <= last)
        lead, tail = _ELLIPSIS if first else "", _ELLIPSIS if last < len(text) else ""
        return Snippet(lead + _one_line(text[first:last]) + tail, marks)

    def _occurrences(self, text: str) -> list[tuple[int, int, str]]:
        """Where the terms stand in the text: start, end, and which of them."""
        if self._pattern is None:
            return []
        found = []
        for match in self._pattern.finditer(text):
            found.append((match.start(), match.end(), match.lastgroup or ""))
            if len(found) == _MOST_WEIGHED:
                break
        return found


def _pattern(term: Term) -> str:
    return _BETWEEN.join(map(_word_pattern, term.words))


def _word_pattern(forms: tuple[str, ...]) -> str:
    """The pattern of a word's forms, which differ in front only."""
    bare = min(forms, key=len)
    fronts = sorted({form.removesuffix(bare) for form in forms} - {""}, key=len, reverse=True)
    front = f"(?:{'|'.join(map(pattern_of, fronts))})?" if fronts else ""
    return front + pattern_of(bare)


def _near(spans: list[tuple[int, int, str]], start: int) -> list[tuple[int, int, str]]:
    return [span for span in spans if start <= span[0] <= start + 2 * _AROUND]


def _word_start(text: str, at: int) -> int:
    """The next beginning of a word from `at` on."""
    if at <= 0:
        return 0
    space = text.find(" ", at)
    return space + 1 if 0 <= space < at + _AROUND else at


def _word_end(text: str, at: int) -> int:
    """The last end of a word before `at`."""
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at)
    return space if space > at - _AROUND else at


def _one_line(text: str) -> str:
    """`text` with white space of any kind as spaces, so that offsets stay."""
    return re.sub(r"\s", " ", text)
