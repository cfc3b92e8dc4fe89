"""Plain numbers in digits or words: tokens and a place in, a value and the index behind it out."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.numbers.words import (
    ATOMS,
    DUAL,
    ELEVEN,
    FRACTIONS,
    HUNDRED,
    PLURAL,
    SCALE,
    TEN,
    TENS,
    UNIT,
    Atom,
    bare,
)
from rawi.arabic.tokens import NUMBER, Token

#: The accusative of a scale word after a number (`20 ألفا`) looks like its dual in the construct state.
_ACCUSATIVE = {"الفا": 1_000, "مليونا": 1_000_000, "مليارا": 1_000_000_000}
#: Clitics that may stand before digits as a token of their own.
DETACHED = {"و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "فال", "وب", "ول"}


def _skip_detached(tokens: Sequence[Token], index: int) -> int:
    """Past a clitic that stands before digits as a token of its own (`الـ20`, `و 15`)."""
    if (
        index + 1 < len(tokens)
        and tokens[index].norm in DETACHED
        and tokens[index + 1].kind == NUMBER
    ):  # fmt: skip
        return index + 1
    return index


def read_digits(token: Token) -> int | float | None:
    """The value of a token of digits, or None."""
    if token.kind != NUMBER or len(token.norm) > 15:
        return None
    try:
        return int(token.norm)
    except ValueError:
        try:
            return float(token.norm)
        except ValueError:
            return None


def _atom(tokens: Sequence[Token], index: int, *, joined: bool) -> tuple[Atom, int, str] | None:
    """The number word at `index`; `joined` asks for a و before it, attached or not."""
    if index >= len(tokens):
        return None
    loose = joined and tokens[index].norm == "و" and index + 1 < len(tokens)
    if loose:
        index += 1
    found, before, word = bare(tokens[index].norm)
    if found is None or (joined and not loose and before not in ("و", "وال")):
        return None
    return found, index + 1, word


def _joined_digits(tokens: Sequence[Token], index: int) -> tuple[int | float, int] | None:
    if index + 1 < len(tokens) and tokens[index].norm == "و":
        value = read_digits(tokens[index + 1])
        if value is not None:
            return value, index + 2
    return None


def _next_is(tokens: Sequence[Token], index: int, kind: int) -> bool:
    """Whether a number word of `kind` follows without a conjunction."""
    if index >= len(tokens):
        return False
    found, before, _ = bare(tokens[index].norm)
    return found is not None and found[0] == kind and before in ("", "ال")


def _below_hundred(tokens: Sequence[Token], index: int, *, joined: bool) -> tuple[int, int] | None:
    read = _atom(tokens, index, joined=joined)
    if read is None:
        return None
    (kind, value), end, word = read
    if kind in (UNIT, ELEVEN):
        if _next_is(tokens, end, TEN):
            return value + 10, end + 1
        tens = _atom(tokens, end, joined=True)
        if tens is not None and tens[0][0] == TENS:
            return value + tens[0][1], tens[1]
        if kind == ELEVEN or word in ("اثنا", "اثني", "اثنتا", "اثنتي"):
            return None
        return value, end
    if kind in (TEN, TENS):
        return value, end
    return None


def _below_thousand(tokens: Sequence[Token], index: int, *, joined: bool) -> tuple[int, int] | None:
    read = _atom(tokens, index, joined=joined)
    if read is None:
        return None
    (kind, value), end, _ = read
    hundreds = None
    if kind == HUNDRED:
        hundreds = value, end
    elif (
        kind == UNIT
        and value > 2
        and _next_is(tokens, end, HUNDRED)
        and bare(tokens[end].norm)[0]
        == (
            HUNDRED,
            100,
        )
    ):
        hundreds = value * 100, end + 1
    if hundreds is None:
        return _below_hundred(tokens, index, joined=joined)
    rest = _below_hundred(tokens, hundreds[1], joined=True)
    return (hundreds[0] + rest[0], rest[1]) if rest is not None else hundreds


def _scales(tokens: Sequence[Token], index: int) -> int:
    """The scale that multiplies the number before `index`: 1000 for `ألف`, `آلاف`, `ألفا`; 0 for none."""
    if index >= len(tokens):
        return 0
    norm = tokens[index].norm
    found = ATOMS.get(norm)
    if norm in _ACCUSATIVE:
        return _ACCUSATIVE[norm]
    if found is None and norm.startswith("ال"):
        found = ATOMS.get(norm[2:])
    return found[1] if found is not None and found[0] in (SCALE, PLURAL) else 0


def _group(tokens: Sequence[Token], index: int, *, joined: bool) -> tuple[int | float, int] | None:
    if joined:
        return _joined_digits(tokens, index) or _below_thousand(tokens, index, joined=True)
    index = _skip_detached(tokens, index)
    if index >= len(tokens):
        return None
    value = read_digits(tokens[index])
    return (value, index + 1) if value is not None else _below_thousand(tokens, index, joined=False)


def may_start_cardinal(norm: str) -> bool:
    """Whether a plain number may begin with this folded word: a number word, or a clitic before digits."""
    return bare(norm)[0] is not None or norm in FRACTIONS or norm in DETACHED


def parse_cardinal(tokens: Sequence[Token], start: int) -> tuple[int | float, int] | None:
    """The plain number at token `start` and the index after it; no limits, ranges or ordinals."""
    if start >= len(tokens):
        return None
    norm = tokens[start].norm
    if norm in FRACTIONS and _scales(tokens, start + 1):
        return _whole(FRACTIONS[norm] * _scales(tokens, start + 1)), start + 2
    total: int | float = 0
    limit = 0
    index = start
    while True:
        joined = index > start
        part = _group(tokens, index, joined=joined)
        scale = 0
        if part is not None:
            value, after = part
            scale = _scales(tokens, after)
            if scale:
                value, after = value * scale, after + 1
        else:
            read = _atom(tokens, index, joined=joined)
            if read is None or read[0][0] not in (SCALE, DUAL):
                break
            (kind, value), after, _ = read
            scale = value if kind == SCALE else value // 2
        if limit and value >= limit:
            break
        total, index = total + value, after
        limit = scale
        if not scale:
            break
        half = _half(tokens, index)
        if half is not None:
            return _whole(total + half[0] * scale), half[1]
    return (_whole(total), index) if index > start else None


def _half(tokens: Sequence[Token], index: int) -> tuple[float, int] | None:
    """`ونصف` after a scale word, with the scale named again or not (`مليون ونصف المليون`)."""
    if index < len(tokens) and tokens[index].norm in ("ونصف", "وربع"):
        end = index + 1
        return FRACTIONS[tokens[index].norm[1:]], end + 1 if _scales(tokens, end) else end
    return None


def _whole(value: int | float) -> int | float:
    return int(value) if value == int(value) else value
