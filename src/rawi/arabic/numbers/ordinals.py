"""Definite ordinals: tokens and a place in, a value and the index behind it out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rawi.arabic.numbers.words import ATOMS, ORDINAL_TENS, ORDINAL_UNITS, TENS
from rawi.arabic.tokens import Token


@lru_cache(maxsize=20_000)
def _ordinal_word(norm: str) -> tuple[str, int]:
    """The kind (`unit`, `ten`, `tens`, or empty) and value of a word with the article, clitics dropped."""
    for conjunction in ("", "و", "ف"):
        for before in ("ال", "بال", "كال", "لل"):
            prefix = conjunction + before
            word = norm[len(prefix) :]
            if norm.startswith(prefix):
                if word in ORDINAL_UNITS:
                    return "unit", ORDINAL_UNITS[word]
                if word in ORDINAL_TENS:
                    return "ten", 10
                atom = ATOMS.get(word)
                if atom is not None and atom[0] == TENS:
                    return "tens", atom[1]
    return "", 0


def may_start_ordinal(norm: str) -> bool:
    """Whether a definite ordinal may begin with this folded word."""
    return bool(_ordinal_word(norm)[0])


def parse_ordinal(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """The definite ordinal at token `start` (`الثاني`, `الحادي والعشرين`) and the index after it."""
    if start >= len(tokens):
        return None
    kind, value = _ordinal_word(tokens[start].norm)
    if not kind:
        return None
    after = start + 1
    if kind != "unit" or after >= len(tokens):
        return value, after
    follower = tokens[after].norm
    if follower in ("عشر", "عشره"):
        return value + 10, after + 1
    if follower.startswith("و"):
        joined, tens = _ordinal_word(follower)
        if joined == "tens":
            return value + tens, after + 1
    if follower == "و" and after + 1 < len(tokens):
        joined, tens = _ordinal_word(tokens[after + 1].norm)
        if joined == "tens":
            return value + tens, after + 2
    return value, after
