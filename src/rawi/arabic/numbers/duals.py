"""Nouns in the dual: a folded word in, 2 out where it is surely two."""

from __future__ import annotations

from rawi.arabic.characters import fold

#: Nouns with a broken plural: both dual endings (ان and ين) mean two.
_BROKEN_PLURALS = frozenset(
    fold(
        "قتيل شخص ضابط جندي عنصر طفل رجل جريح أسير شاب شرطي رهينة صاروخ مدفع قائد قيادي لغم رضيع "
        "مجند نقيب عقيد ملازم عميد لواء رقيب طبيب مريض حارس سائق طالب شيخ زعيم حاجز معبر منزل "
        "شهيد مدرس جسر مقاتلا انتحاري تفجير هجوم بيت لاجئ نازح خبير مستشار وزير نائب مبعوث سجين"
    ).split()
) - frozenset(fold("مدرس لاجئ نازح انتحاري قيادي مقاتلا").split())
#: Nouns with a sound plural in ين: only ان is surely two.
_SOUND_PLURALS = frozenset(
    fold(
        "مقاتل مدني مسلح مدرس لاجئ نازح انتحاري قيادي صحفي صحافي مصور عسكري معتقل محتجز مصاب مواطن "
        "مسعف موظف عامل مهندس متظاهر محتج مراسل إعلامي ناشط مسؤول مهاجم مطلوب متهم مدان مفقود مخطوف سوري"
    ).split()
)
_NOT_DUAL = frozenset(
    fold("أفغانستان باكستان كردستان كوردستان طاجيكستان أوزبكستان كازاخستان بستان فستان لورستان خوزستان "
         "بوتين الأرجنتين أرجنتين متين ثلاثتين داغستان تركستان كتان شيطان").split()
)  # fmt: skip


def dual_count(norm: str) -> int | None:
    """2 if the folded word is surely a dual (`قتيلان`, `ضابطين`, `امرأتين`), otherwise None.

    `مقاتلين` may be a plural and gives None; clitics and the article before the word are skipped.
    """
    for prefix in ("", "و", "ال", "وال", "ب", "بال", "لل", "ل"):
        if not norm.startswith(prefix):
            continue
        word = norm[len(prefix) :]
        stem, ending = word[:-2], word[-2:]
        if ending == "ان" and (stem in _BROKEN_PLURALS or stem in _SOUND_PLURALS):
            return 2
        if ending == "ين" and stem in _BROKEN_PLURALS:
            return 2
    feminine = len(norm) >= 6 and norm.endswith(("تان", "تين")) and not norm.endswith("ستان")
    if feminine and norm not in _NOT_DUAL and not norm.endswith("ينتين"):
        return 2
    return 2 if norm.endswith(("مدينتين", "سفينتين", "رهينتين")) else None
