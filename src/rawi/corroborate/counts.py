"""Numbers that reports give of one event: `3`, `10..15`, `>20`, `>=7` in, what they allow out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rawi.arabic.numbers import parse_number
from rawi.arabic.tokens import WORD, tokenise
from rawi.checks.counts import skeleton

_VALUE = re.compile(r"(?P<sign>>=|<=|>|<|~)?(?P<low>\d+)(?:\.\.(?P<high>\d+))?")
#: What "about" allows on both sides: reports round to the next ten per cent.
_ABOUT = 0.1
#: Further apart than this, in proportion, counts are of different things rather than in dispute.
_DISPUTE = 1.5
_MOST = 10**9


@dataclass(frozen=True, slots=True)
class Count:
    """`kind` says of whom or what, `low` to `high` what its words allow, `unit` the noun's stem."""

    kind: str
    low: int
    high: int
    text: str
    unit: str = ""

    def excludes(self, other: Count) -> bool:
        """Whether no number satisfies both."""
        return self.low > other.high or other.low > self.high

    def far_from(self, other: Count) -> bool:
        """Whether they exclude each other by so much that they hardly count the same."""
        return self.excludes(other) and max(self.low, other.low) > _DISPUTE * min(self.high, other.high)

    def equals(self, other: Count) -> bool:
        """Whether both name the same number."""
        return (self.low, self.high) == (other.low, other.high)


def read_count(kind: str, value: str, *, about: bool = False) -> Count | None:
    """The count of a value in the codebook's form; None for any other value."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    low = int(match["low"])
    high = int(match["high"]) if match["high"] else low
    sign = match["sign"]
    if sign == "~" or about:
        low, high = round(low * (1 - _ABOUT)), round(high * (1 + _ABOUT))
    elif sign and sign[0] == ">":
        low, high = low + (sign == ">"), _MOST
    elif sign:
        low, high = 0, high - (sign == "<")
    return Count(kind, low, high, value)


def count_in(kind: str, words: str, *, value: str | None = None) -> Count | None:
    """The first number that `words` state; `value` is what it was read as, where that is known better."""
    tokens = tokenise(words)
    for index in range(len(tokens)):
        number = parse_number(tokens, index)
        if number is not None:
            count = read_count(kind, value or number.count_value, about=bool(number.approx))
            end = number.end_index
            unit = skeleton(tokens[end].norm) if end < len(tokens) and tokens[end].kind == WORD else ""
            return replace(count, unit=unit) if count else None
    return None
