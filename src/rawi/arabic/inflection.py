"""The written forms of Arabic verbs and nouns, from their citation forms.

Third persons only: reports speak of others. Forms are folded, without vowel signs, as the words of
a text are compared. Sources: the regular paradigms of Ryding, A Reference Grammar of Modern
Standard Arabic (2005), ch. 5, 7, 22-31.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rawi.arabic.characters import fold


@dataclass(frozen=True, slots=True)
class Inflection:
    """Features of a form: tense `past`, `present` or empty for nouns; gender m/f; number s/d/p."""

    tense: str = ""
    gender: str = "m"
    number: str = "s"


_WEAK_PAST = ("ي", "ا")


@lru_cache(maxsize=4096)
def conjugate(past: str, present: str) -> dict[str, Inflection]:
    """Form -> features, for a verb given by its past and present, third person masculine singular.

    `past` keeps the spelling of a final ى or ا; `present` begins with ي. Either may be empty.
    """
    forms: dict[str, Inflection] = {}

    def add(form: str, tense: str, gender: str, number: str) -> None:
        forms.setdefault(form, Inflection(tense, gender, number))

    past_norm = fold(past)
    if past_norm:
        weak = past_norm[-1] in _WEAK_PAST and len(past_norm) > 2 and past[-1] not in "أء"
        stem = past_norm[:-1] if weak else past_norm
        add(past_norm, "past", "m", "s")
        add(stem + "ت", "past", "f", "s")
        add(stem + ("يا" if weak and past_norm[-1] == "ي" else "وا" if weak else "ا"), "past", "m", "d")
        add(stem + "تا", "past", "f", "d")
        add(stem + "وا", "past", "m", "p")
        if past[-1] == "أ":
            add(past_norm[:-1] + "ؤوا", "past", "m", "p")
    present_norm = fold(present)
    if present_norm:
        weak = present_norm[-1] in "ويا" and present[-1] not in "أء" and len(present_norm) > 3
        body = present_norm[1:]
        stem = body[:-1] if weak else body
        dual = (stem + "ي" if body[-1] in "اي" else body) if weak else body
        for prefix, gender in (("ي", "m"), ("ت", "f")):
            add(prefix + body, "present", gender, "s")
            add(prefix + dual + "ان", "present", gender, "d")
            add(prefix + dual + "ا", "present", gender, "d")
            if weak:
                add(prefix + stem, "present", gender, "s")
            elif len(body) > 2 and body[-2] in "ويا":
                add(prefix + body[:-2] + body[-1], "present", gender, "s")
        add("ي" + stem + "ون", "present", "m", "p")
        add("ي" + stem + "وا", "present", "m", "p")
    return forms


@lru_cache(maxsize=4096)
def decline(*stems: str) -> dict[str, Inflection]:
    """Form -> features, for a noun given by its singular and, where they exist, its broken plurals.

    Adds the accusative ا, duals with and without their ن, and sound plurals of the singular.
    """
    forms: dict[str, Inflection] = {}
    for number, stem in enumerate(stems):
        norm = fold(stem)
        feminine = norm.endswith("ه") and stem[-1] == "ة"
        gender = "f" if feminine or norm.endswith("ات") else "m"
        plain = Inflection("", gender, "p" if number else "s")
        forms.setdefault(norm, plain)
        if not feminine:
            forms.setdefault(norm + "ا", plain)
        if number:
            continue
        base = norm[:-1] + "ت" if feminine else norm
        dual = Inflection("", gender, "d")
        for ending in ("ان", "ين", "ا"):
            forms.setdefault(base + ending, dual)
        if len(norm) > 3 and not feminine:
            forms.setdefault(base + "ي", dual)
    return forms


@lru_cache(maxsize=4096)
def decline_person(stem: str) -> dict[str, Inflection]:
    """Form -> features, for a participle or adjective of persons: feminine, dual and sound plurals."""
    norm = fold(stem)
    forms: dict[str, Inflection] = {}
    feminine = norm + "ه"
    rows = (
        (norm, "m", "s"), (norm + "ا", "m", "s"), (feminine, "f", "s"), (norm + "ون", "m", "p"),
        (norm + "ين", "m", "p"), (norm + "و", "m", "p"), (norm + "ي", "m", "p"), (norm + "ان", "m", "d"),
        (norm + "تان", "f", "d"), (norm + "تين", "f", "d"), (norm + "ات", "f", "p"),
    )  # fmt: skip
    for form, gender, number in rows:
        forms.setdefault(form, Inflection("", gender, number))
    return forms
