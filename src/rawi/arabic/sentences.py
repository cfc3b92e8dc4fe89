"""Tokens in, sentences out, as ranges of token indices.

A sentence ends at . ! ? ؟ … or a line break; not at the full stop of an abbreviation (د. أ. م.), a
list number or a decimal. A headline without a full stop is a sentence because its line ends. What has
no end for hundreds of words is cut at a comma, so that the time for a text grows with its length only.
"""

from __future__ import annotations

from rawi.arabic.tokens import BREAK, LATIN, MARK, NUMBER, WORD, Token

_ENDS = {".", "!", "?", "؟", "…", "۔", "。"}
_CLOSERS = {'"', ")", "]", "}", "'"}
_BULLETS = {"•", "●", "▪", "■", "◆", "*"}


#: The most tokens that a sentence has.
LONGEST = 300


def split_sentences(tokens: list[Token]) -> list[tuple[int, int]]:
    """The sentences of `tokens` as (first, end) index pairs; line breaks belong to none."""
    sentences = []
    first = i = 0
    count = len(tokens)
    while i < count:
        token = tokens[i]
        if token.kind == WORD:
            i += 1
            continue
        if token.kind == BREAK or (token.kind == MARK and token.norm in _BULLETS):
            if i > first:
                sentences.append((first, i))
            first = i + 1
        elif token.kind == MARK and token.norm in _ENDS and not _abbreviates(tokens, i):
            end = i + 1
            while end < count and (tokens[end].norm in _ENDS or _closes(tokens, end)):
                end += 1
            sentences.append((first, end))
            first = end
            i = end - 1
        i += 1
    if count > first:
        sentences.append((first, count))
    return [part for sentence in sentences for part in _cut(tokens, *sentence)]


def _cut(tokens: list[Token], first: int, end: int) -> list[tuple[int, int]]:
    """A sentence in parts of at most LONGEST tokens, each up to a comma where there is one."""
    parts = []
    while end - first > LONGEST:
        limit = first + LONGEST
        comma = next(
            (k for k in range(limit - 1, first + LONGEST // 2, -1) if tokens[k].norm in ("،", ",")), None
        )
        stop = comma + 1 if comma is not None else limit
        parts.append((first, stop))
        first = stop
    return [*parts, (first, end)]


def _closes(tokens: list[Token], i: int) -> bool:
    """Whether a quote or bracket at `i` closes the sentence before it: nothing follows at once."""
    return tokens[i].norm in _CLOSERS and tokens[i].start == tokens[i - 1].end and (
        i + 1 == len(tokens) or tokens[i + 1].start > tokens[i].end
    )  # fmt: skip


def _abbreviates(tokens: list[Token], i: int) -> bool:
    """Whether the full stop at `i` belongs to an abbreviation or a number."""
    if tokens[i].norm != "." or i == 0 or tokens[i - 1].end != tokens[i].start:
        return False
    before = tokens[i - 1]
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before.kind == WORD and len(before.norm) == 1:
        return True
    if after is None or after.kind == BREAK:
        return False
    joined = after.start == tokens[i].end
    return joined and before.kind in (NUMBER, LATIN) and after.kind in (NUMBER, LATIN)
