"""Numbers as a text states them, with their limits, approximation or range.

Tokens and a place in, a `Number` out, or None where no number stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.numbers.cardinals import DETACHED, parse_cardinal
from rawi.arabic.numbers.limits import LIMITS_BEFORE, THRESHOLDS, limit_after, limit_before
from rawi.arabic.numbers.ordinals import parse_ordinal
from rawi.arabic.numbers.words import FRACTIONS, bare
from rawi.arabic.tokens import NUMBER, Token

_STARTS = {"بين", "من", "ما", "يتراوح", "تتراوح", *FRACTIONS, *LIMITS_BEFORE}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as stated in tokens `start_index` to `end_index` (exclusive).

    `value` is the number named (of a range, the lower end); `low` and `high` are the bounds it allows,
    None where open. `relation` is "", ">", ">=", "<", "<=" or ".." for a range.
    """

    value: int | float
    low: int | float | None
    high: int | float | None
    start_index: int
    end_index: int
    approx: bool = False
    relation: str = ""
    ordinal: bool = False

    @property
    def count_value(self) -> str:
        """The codebook's form: `3`, `10..15`, `>20`, `>=7`."""
        if self.relation == "..":
            return f"{_plain(self.low)}..{_plain(self.high)}"
        return f"{self.relation}{_plain(self.value)}"


def may_start_number(norm: str) -> bool:
    """Whether a stated number may begin with this folded word: a number, a limit, a clitic before digits."""
    return norm in _STARTS or norm[1:] in _STARTS or norm in DETACHED or bare(norm)[0] is not None


def _plain(value: int | float | None) -> str:
    return str(int(value)) if value is not None and value == int(value) else str(value)


def parse_number(tokens: Sequence[Token], start: int, *, ordinals: bool = False) -> Number | None:
    """The number stated from token `start` on, with its limits, approximation or range.

    The words `على الأقل` count even when the thing counted stands between (`25 شخصا على الأقل`), but
    are then not part of the number's tokens. With `ordinals`, `الحادي والعشرين` is 21 too.
    """
    if start >= len(tokens):
        return None
    interval = _between(tokens, start)
    if interval is not None:
        return interval
    index, relations = start, set()
    while (found := limit_before(tokens, index)) is not None:
        relations.add(found[0])
        index = found[1]
    if relations & {">", "<=", "~"} and index + 1 < len(tokens) and tokens[index].norm in THRESHOLDS:
        index += 1
    read = parse_cardinal(tokens, index)
    if read is None:
        return _ordinal(tokens, start) if ordinals else None
    value, end = read
    approx = "~" in relations
    upper = _range_end(tokens, value, end)
    if upper is not None:
        return _range(value, upper[0], start, upper[1], approx=approx)
    relation = next((mark for mark in (">=", "<=", ">", "<") if mark in relations), "")
    after = limit_after(tokens, end)
    if after is not None:
        approx = approx or after[0] == "~"
        relation = relation or (after[0] if after[0] != "~" else "")
        end = after[1]
    low = value if relation in ("", ">", ">=") else None
    high = value if relation in ("", "<", "<=") else None
    return Number(value, low, high, start, end, approx, relation)


def _ordinal(tokens: Sequence[Token], start: int) -> Number | None:
    read = parse_ordinal(tokens, start)
    return Number(read[0], read[0], read[0], start, read[1], ordinal=True) if read else None


def _between(tokens: Sequence[Token], start: int) -> Number | None:
    """`بين 10 و15`, `ما بين 10 و 15`, `من 10 إلى 15`."""
    norm = tokens[start].norm
    if norm in ("ما", "يتراوح", "تتراوح") and start + 1 < len(tokens):
        inner = _between(tokens, start + 1) if tokens[start + 1].norm in ("بين", "ما") else None
        return _range(inner.low or 0, inner.high or 0, start, inner.end_index) if inner else None
    if norm not in ("بين", "من", "وبين"):
        return None
    lower = parse_cardinal(tokens, start + 1)
    if lower is None or lower[1] >= len(tokens):
        return None
    if norm == "من":
        upper = _range_end(tokens, lower[0], lower[1])
    else:
        upper = _joined_cardinal(tokens, lower[1]) or _range_end(tokens, lower[0], lower[1])
    if upper is None:
        return None
    return _range(lower[0], upper[0], start, upper[1])


def _joined_cardinal(tokens: Sequence[Token], index: int) -> tuple[int | float, int] | None:
    if tokens[index].norm == "و":
        return parse_cardinal(tokens, index + 1)
    if tokens[index].norm.startswith("و"):
        _, before, _ = bare(tokens[index].norm)
        return parse_cardinal(tokens, index) if before.startswith("و") else None
    return None


def _range_end(tokens: Sequence[Token], low: int | float, index: int) -> tuple[int | float, int] | None:
    """The upper end after `-`, `إلى`, `حتى` or `أو`; None unless it is above `low`."""
    if index >= len(tokens) or tokens[index].norm not in ("-", "–", "—", "الي", "او", "حتي"):
        return None
    upper = parse_cardinal(tokens, index + 1)
    return upper if upper is not None and upper[0] > low else None


def _range(
    low: int | float, high: int | float, start: int, end: int, *, approx: bool = False
) -> Number | None:
    """The range; `بين 3 و5 آلاف` names the scale once."""
    for scale in (1_000_000_000, 1_000_000, 1_000):
        if high >= scale and high % scale == 0 and low < high / scale < 1_000 and low < 100:
            low *= scale
            break
    return Number(low, low, high, start, end, approx, "..") if low < high else None


def find_numbers(tokens: Sequence[Token]) -> list[Number]:
    """All numbers of `tokens` from left to right; they do not overlap."""
    numbers, index = [], 0
    while index < len(tokens):
        token = tokens[index]
        number = None
        if token.kind == NUMBER or may_start_number(token.norm):
            number = parse_number(tokens, index)
        if number is not None:
            numbers.append(number)
            index = number.end_index
        else:
            index += 1
    return numbers
