"""The words of numbers: a folded word in, its kind and value and the clitics before it out."""

from __future__ import annotations

from functools import lru_cache

from rawi.arabic.characters import fold

#: The kinds of number words; the last four are scales: ألف, ألفان, آلاف, and مئات without a number.
UNIT, ELEVEN, TEN, TENS, HUNDRED, SCALE, DUAL, PLURAL, VAGUE = range(9)
Atom = tuple[int, int]


def _table(kind: int, entries: dict[int, str]) -> dict[str, Atom]:
    return {fold(form): (kind, value) for value, forms in entries.items() for form in forms.split()}


ATOMS: dict[str, Atom] = {
    **_table(
        UNIT,
        {
            1: "واحد واحدة واحدا",
            2: "اثنان اثنين اثنتان اثنتين إثنان إثنين ثنتين ثنتان اثنا اثني اثنتا اثنتي",
            3: "ثلاث ثلاثة ثلاثا", 4: "أربع أربعة أربعا", 5: "خمس خمسة خمسا", 6: "ست ستة ستا",
            7: "سبع سبعة سبعا", 8: "ثمان ثماني ثمانية ثمانيا", 9: "تسع تسعة تسعا",
        },
    ),
    **_table(ELEVEN, {1: "أحد إحدى"}),
    **_table(TEN, {10: "عشر عشرة عشرا"}),
    **_table(
        TENS,
        {
            20: "عشرون عشرين", 30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين",
            60: "ستون ستين", 70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين",
        },
    ),
    **_table(HUNDRED, {100: "مئة مائة ماية مية", 200: "مئتان مئتين مائتان مائتين مئتا مئتي مائتا مائتي"}),
    **{
        fold(unit + hundred): (HUNDRED, value * 100)
        for value, units in {
            3: "ثلاث ثلاثة", 4: "أربع أربعة", 5: "خمس خمسة", 6: "ست ستة", 7: "سبع سبعة",
            8: "ثمان ثماني ثمانية", 9: "تسع تسعة",
        }.items()
        for unit in units.split()
        for hundred in ("مئة", "مائة", "ماية", "مية")
    },
    **_table(
        SCALE,
        {1_000: "ألف", 1_000_000: "مليون", 1_000_000_000: "مليار بليون", 1_000_000_000_000: "تريليون"},
    ),
    **_table(
        DUAL,
        {
            2_000: "ألفان ألفين ألفا ألفي", 2_000_000: "مليونان مليونين مليونا مليوني",
            2_000_000_000: "ملياران مليارين مليارا ملياري",
        },
    ),
    **_table(
        PLURAL,
        {1_000: "آلاف آلافا", 1_000_000: "ملايين", 1_000_000_000: "مليارات بلايين بليونات"},
    ),
    **_table(VAGUE, {10: "عشرات", 100: "مئات مئآت مائات", 1_000: "ألوف"}),
}  # fmt: skip

FRACTIONS = {"نصف": 0.5, "ربع": 0.25, "ثلث": 1 / 3}
ORDINAL_UNITS = {
    fold(form): value
    for value, forms in {
        1: "أول أولى حادي حادية", 2: "ثاني ثانية ثان", 3: "ثالث ثالثة", 4: "رابع رابعة", 5: "خامس خامسة",
        6: "سادس سادسة", 7: "سابع سابعة", 8: "ثامن ثامنة", 9: "تاسع تاسعة",
    }.items()
    for form in forms.split()
}  # fmt: skip
ORDINAL_TENS = {fold(form): 10 for form in ("عاشر", "عاشرة")}


def bare(norm: str) -> tuple[Atom | None, str, str]:
    """The number word in `norm`, the clitics before it, and the word without them."""
    return _written_forms().get(norm) or (None, "", norm)


@lru_cache(maxsize=1)
def _written_forms() -> dict[str, tuple[Atom | None, str, str]]:
    """Every number word with every clitic before it, taken apart."""
    prepositions = ("", "ال", "لل", "ب", "بال", "ل", "لال", "ك", "كال")
    clitics = [conjunction + preposition for conjunction in ("", "و", "ف") for preposition in prepositions]
    return {form: _take_apart(form) for clitic in clitics for form in map(clitic.__add__, ATOMS)}


def _take_apart(norm: str) -> tuple[Atom | None, str, str]:
    if norm in ATOMS:
        return ATOMS[norm], "", norm
    for conjunction in ("", "و", "ف"):
        if not norm.startswith(conjunction):
            continue
        rest = norm[len(conjunction) :]
        for preposition in ("", "ب", "ل", "ك"):
            if not rest.startswith(preposition):
                continue
            tail = rest[len(preposition) :]
            before = conjunction + preposition
            if tail in ATOMS and before:
                return ATOMS[tail], before, tail
            article = "لل" if preposition == "" and tail.startswith("لل") else "ال"
            word = tail[2:]
            # "الاثنين" is Monday, or "the two": never a count of its own.
            if tail.startswith(article) and word in ATOMS and word not in ("اثنين", "احد", "احدي", "واحد"):
                return ATOMS[word], before + "ال", word
    return None, "", norm


def number_words(limit: int) -> list[str]:
    """The folded words that a cardinal up to `limit` may start with."""
    return [word for word, (kind, value) in ATOMS.items() if value <= limit and kind <= TENS]


def ordinal_words() -> list[str]:
    """The folded words, with the article, that an ordinal may start with."""
    tens = [word for word, (kind, _) in ATOMS.items() if kind == TENS]
    return ["ال" + word for word in (*ORDINAL_UNITS, *ORDINAL_TENS, *tens)]
