"""A report's text in, the words that are compared out: no headline, byline, list of links or table.

Two reports of one outlet share such lines without sharing a report. They are known by their shape, with
no list of words: a line of prose is long or ends as a sentence does, and few of its words are numbers.
A text without enough prose (one hard-wrapped at short lines) is compared in full, but for tables.
"""

from __future__ import annotations

import hashlib
from array import array
from functools import lru_cache
from itertools import pairwise

from rawi.arabic.tokens import BREAK, MARK, NUMBER, Token, tokenise

#: From this many words on a line is prose without a full stop; headlines stay below it.
PROSE_WORDS = 18
#: The fewest words of a line with a full stop that is prose; bylines and captions stay below it.
SENTENCE_WORDS = 6
#: From this share of numbers on a line is a row of a table.
TABLE_NUMBERS = 0.3
#: Where less than this share of the words is in lines of prose, the text is compared in full.
ENOUGH_PROSE = 0.4

_ENDS = frozenset('.!?؟…:؛،,"')


class Words:
    """The compared words of a text: a stable hash of each, and where each starts and ends.

    `numbers` gives the groups of digits of the words that are numbers, by their hashes: decimals are
    written 54.63 and 63ر54.
    """

    __slots__ = ("ends", "hashes", "numbers", "starts")

    def __init__(self, tokens: list[Token]) -> None:
        self.hashes = [hash_word(token.norm) for token in tokens]
        self.starts = array("q", (token.start for token in tokens))
        self.ends = array("q", (token.end for token in tokens))
        self.numbers = {hash_word(t.norm): tuple(t.norm.split(".")) for t in tokens if t.kind == NUMBER}

    def __len__(self) -> int:
        return len(self.hashes)


@lru_cache(maxsize=4096)
def compared_words(text: str) -> Words:
    """The words of `text` that are compared with those of other reports, remembered for recent texts."""
    tokens = tokenise(text)
    lines = [line for line in _split_lines(tokens) if not _is_row(line)]
    prose = [line for line in lines[_count_headlines(lines) :] if _is_prose(line)]
    chosen = _keep_words(prose)
    everything = _keep_words(lines)
    return Words(chosen if len(chosen) >= ENOUGH_PROSE * len(everything) else everything)


@lru_cache(maxsize=200_000)
def hash_word(norm: str) -> int:
    """A hash of a folded word, 64 bits without a sign, the same in every process (BLAKE2b)."""
    return int.from_bytes(hashlib.blake2b(norm.encode(errors="surrogatepass"), digest_size=8).digest(), "big")


def _split_lines(tokens: list[Token]) -> list[list[Token]]:
    cuts = [-1, *(i for i, token in enumerate(tokens) if token.kind == BREAK), len(tokens)]
    return [tokens[first + 1 : end] for first, end in pairwise(cuts) if end > first + 1]


def _count_headlines(lines: list[list[Token]]) -> int:
    """How many lines at the top repeat the headline (a page shows it, the article begins with it)."""
    if len(lines) < 2 or _keep_words(lines[:1]) == []:
        return 0
    headline = [token.norm for token in _keep_words(lines[:1])]
    count = 1 if not _ends_sentence(lines[0]) and len(headline) < 30 else 0
    while (
        count and count < len(lines) and [t.norm for t in _keep_words(lines[count : count + 1])] == headline
    ):
        count += 1
    return count


def _is_row(line: list[Token]) -> bool:
    """Whether `line` is a row of a table: prices, scores, hours of prayer."""
    numbers = sum(token.kind == NUMBER for token in line)
    return numbers > 0 and numbers >= TABLE_NUMBERS * sum(token.kind != MARK for token in line)


def _is_prose(line: list[Token]) -> bool:
    words = sum(token.kind != MARK for token in line)
    return words >= (SENTENCE_WORDS if _ends_sentence(line) else PROSE_WORDS)


def _ends_sentence(line: list[Token]) -> bool:
    return line[-1].norm in _ENDS


def _keep_words(lines: list[list[Token]]) -> list[Token]:
    return [token for line in lines for token in line if token.kind != MARK]
