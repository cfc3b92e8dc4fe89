"""Words that limit a number: أكثر من, لا يقل عن, نحو, على الأقل.

Tokens and a place in; a relation (`>`, `>=`, `<`, `<=`, or `~` for about) and an index out.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.characters import fold
from rawi.arabic.numbers.cardinals import read_digits
from rawi.arabic.tokens import MARK, Token

_ABOUT = (
    "نحو", "حوالي", "قرابة", "زهاء", "ما يقارب", "يقارب", "تقارب", "ما يقرب من", "يقرب من", "ما يناهز",
    "يناهز", "تناهز", "قارب", "ناهز", "في حدود", "بحدود", "تقريبا",
)  # fmt: skip
_LIMITS = {
    ">": (
        "أكثر من", "أزيد من", "ما يزيد على", "ما يزيد عن", "يزيد على", "يزيد عن", "تزيد على", "تزيد عن",
        "ما يزيد عنه", "ما يفوق", "يفوق", "تفوق", "فاق", "ما يتجاوز", "يتجاوز", "تتجاوز", "تجاوز", "تجاوزت",
        "تخطى", "تخطت", "ما يربو على", "يربو على", "فوق",
    ),
    ">=": (
        "ما لا يقل عن", "لا يقل عن", "لا تقل عن", "على الأقل", "على أقل تقدير", "ليس أقل من", "ما لايقل عن",
        "بما لا يقل عن", "لا يقل عددهم عن", "أقله",
    ),
    "<": ("أقل من", "ما دون", "دون", "أدنى من"),
    "<=": (
        "لا يتجاوز", "لا تتجاوز", "لا يزيد على", "لا يزيد عن", "لا تزيد على", "لا تزيد عن", "ما لا يتجاوز",
        "لا يتعدى", "لا تتعدى", "ما لا يزيد على", "ما لا يزيد عن", "على الأكثر", "كحد أقصى",
    ),
}  # fmt: skip
_AFTER = {
    ">=": ("على الأقل", "على أقل تقدير", "أو أكثر", "فأكثر", "فما فوق", "كحد أدنى"),
    "<=": ("على الأكثر", "كحد أقصى", "أو أقل", "فأقل"),
    "~": ("تقريبا", "على وجه التقريب"),
}
#: Words between a limit and its number: تجاوز عددهم 20.
THRESHOLDS = {"عتبه", "حاجز", "عددهم", "عدد", "سقف"}


def _phrases(forms: dict[str, tuple[str, ...]]) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for relation, phrases in forms.items():
        for phrase in phrases:
            first, *rest = fold(phrase).split()
            table.setdefault(first, []).append((tuple(rest), relation))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


#: The limits before a number, by their first word; the rest of their words and the relation.
LIMITS_BEFORE = _phrases({**_LIMITS, "~": _ABOUT})
_LIMITS_BEHIND = _phrases(_AFTER)


def limit_before(tokens: Sequence[Token], index: int) -> tuple[str, int] | None:
    """The limit that the words at `index` set to a number behind them, and the index of that."""
    if index >= len(tokens):
        return None
    norm = tokens[index].norm
    entries = LIMITS_BEFORE.get(norm)
    if entries is None and norm[:1] in ("و", "ف", "ب", "ل"):
        entries = LIMITS_BEFORE.get(norm[1:])
    for rest, relation in entries or ():
        if _matches(tokens, index + 1, rest):
            return relation, index + 1 + len(rest)
    return None


def limit_after(tokens: Sequence[Token], end: int) -> tuple[str, int] | None:
    """A limit after the number: directly (then part of it) or after up to three words counted."""
    for index in range(end, min(end + 4, len(tokens))):
        if tokens[index].kind == MARK:
            return None
        if index > end and read_digits(tokens[index]) is not None:
            return None
        for rest, relation in _LIMITS_BEHIND.get(tokens[index].norm, ()):
            if _matches(tokens, index + 1, rest):
                return relation, index + 1 + len(rest) if index == end else end
    return None


def _matches(tokens: Sequence[Token], index: int, norms: tuple[str, ...]) -> bool:
    return index + len(norms) <= len(tokens) and all(
        tokens[index + offset].norm == norm for offset, norm in enumerate(norms)
    )
