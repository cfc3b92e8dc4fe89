"""Paragraphs of a web page in, those of the report out: lists of other reports and share bars go.

The words that open and make up such lists are in `boilerplate.tsv`. A paragraph that reads like one
of a report is never taken: a list ends where full sentences begin again. Only comments have no end.
"""

from __future__ import annotations

import re
from functools import cache

from rawi.arabic.characters import fold
from rawi.ingest.data import rows

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")
_SENTENCE = re.compile(r"[.!؟?…][\"”»)\]]*$")
#: From this length on, in characters, a paragraph is no headline or link.
_LONG = 180


def drop_boilerplate(paragraphs: list[str]) -> tuple[list[str], int]:
    """The paragraphs of the report, and how many were dropped."""
    kept: list[str] = []
    in_section = False
    for paragraph in paragraphs:
        if _is_heading(paragraph, "comments") and sum(map(_is_prose, kept)) >= 2:
            break
        if _is_heading(paragraph, "section"):
            in_section = True
        elif not _is_line(paragraph) and (not in_section or _is_prose(paragraph)):
            in_section = False
            kept.append(paragraph)
    return kept, len(paragraphs) - len(kept)


def _is_heading(paragraph: str, kind: str) -> bool:
    return len(paragraph) < 60 and _key(paragraph) in _words(kind)


def _is_line(paragraph: str) -> bool:
    if len(paragraph) >= _LONG:
        return False
    key = _key(paragraph)
    if not key or key in _words("line") or key in _words("comments"):
        return True
    return any(key.startswith(f"{prefix} ") or key.startswith(f"{prefix}:") for prefix in _words("prefix"))


def _is_prose(paragraph: str) -> bool:
    """Whether `paragraph` is no headline: long, or a sentence with its full stop."""
    return len(paragraph) >= _LONG or (bool(_SENTENCE.search(paragraph)) and len(paragraph) >= 30)


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(_key(row[1]) for row in rows("boilerplate") if row[0] == kind)


def _key(text: str) -> str:
    return _EDGES.sub("", _SPACES.sub(" ", fold(text)))
