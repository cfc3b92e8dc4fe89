"""Folding: what is compared as one, what is dropped, and that offsets of the folded text hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.characters import fold, fold_with_offsets, share_of_arabic


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("أحرار", "احرار"),
        ("إدلب", "ادلب"),
        ("آب", "اب"),
        ("موسى", "موسي"),
        ("مدينة", "مدينه"),
        ("مُحَمَّد", "محمد"),
        ("قـــوات", "قوات"),
        ("ﺍﻟﺴﻮﺭﻱ", "السوري"),
        ("ﷲ", "الله"),
        ("ﻻ", "لا"),
        ("کرکوک", "كركوك"),
        ("ایران", "ايران"),
        ("چاي", "جاي"),
        ("٢٠٢١", "2021"),
        ("۱۴۰۰", "1400"),
        ("٣٫٥", "3.5"),
        ("Reuters", "reuters"),
        ("\u202bسوريا\u202c", "سوريا"),
        ("سور\u200cيا", "سوريا"),
        ("\ufeffسوريا", "سوريا"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("letter", ["ء", "ؤ", "ئ"])
def test_seats_of_hamza_that_tell_words_apart_stay(letter: str) -> None:
    assert fold(letter) == letter


ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=60) | st.text(
    alphabet="أإآىةءؤئقتلمهـَُِّْ\u202b\u202cﻗﺼﻔﻻ٠١٢ab \n", max_size=60
)


@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY)
def test_offsets_point_at_what_was_folded(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    for index, character in enumerate(folded):
        assert character in fold(text[offsets[index]])


@pytest.mark.parametrize(
    ("text", "share"),
    [("", 0.0), ("123 - 456", 0.0), ("سوريا", 1.0), ("Syria", 0.0), ("ab سو", 0.5), ("ﻗﺼ", 1.0)],
)
def test_share_of_arabic(text: str, share: float) -> None:
    assert share_of_arabic(text) == share
