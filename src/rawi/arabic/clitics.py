"""Particles written together with the next word (و ف ب ل ك س ال لل), taken apart for matching only."""

from __future__ import annotations

from functools import lru_cache

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
#: Attached pronouns by their last letter, the longest first.
_ENCLITICS = {
    "ا": ("هما", "ها", "نا"),
    "م": ("هم", "كم"),
    "ن": ("هن",),
    "ه": ("ه",),
    "ك": ("ك",),
    "ي": ("ي",),
}


@lru_cache(maxsize=100_000)
def splits(norm: str) -> tuple[tuple[str, str], ...]:
    """The ways to read a folded word as (proclitics, rest), the word itself first.

    `وبالجيش` → `("", "وبالجيش")`, `("و", "بالجيش")`, `("وب", "الجيش")`; `للجيش` → `("ل", "الجيش")`.
    The article stays with the rest. Whether a reading is a word is for the caller to decide.
    """
    readings = [("", norm)]
    _add_prepositions(readings, "", norm)
    if len(norm) > 2 and norm[0] in _CONJUNCTIONS:
        readings.append((norm[0], norm[1:]))
        _add_prepositions(readings, norm[0], norm[1:])
    return tuple(readings)


def _add_prepositions(readings: list[tuple[str, str]], before: str, rest: str) -> None:
    if len(rest) > 3 and rest.startswith("لل"):
        readings.append((before + "ل", "ال" + rest[2:]))
        readings.append((before + "ل", rest[1:]))
    elif len(rest) > 2 and rest[0] in _PREPOSITIONS:
        readings.append((before + rest[0], rest[1:]))


@lru_cache(maxsize=100_000)
def enclitic_splits(norm: str) -> tuple[tuple[str, str], ...]:
    """The ways to read a folded word as (rest, attached pronoun), the word itself first.

    The rest of a feminine noun gets its ه (ة) back as a second reading: `قوته` → `قوت`, `قوه`.
    """
    readings = [(norm, "")]
    for pronoun in _ENCLITICS.get(norm[-1:], ()):
        if len(norm) > len(pronoun) + 1 and norm.endswith(pronoun):
            rest = norm[: -len(pronoun)]
            readings.append((rest, pronoun))
            if rest.endswith("ت"):
                readings.append((rest[:-1] + "ه", pronoun))
    return tuple(readings)
