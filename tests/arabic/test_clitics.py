"""Attached particles and pronouns: every way to take a word apart, the whole word first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.clitics import enclitic_splits, splits


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("والجيش", ("و", "الجيش")),
        ("وبالجيش", ("وب", "الجيش")),
        ("للجيش", ("ل", "الجيش")),
        ("وللجيش", ("ول", "الجيش")),
        ("لليبيا", ("ل", "ليبيا")),
        ("كالجيش", ("ك", "الجيش")),
        ("فقالت", ("ف", "قالت")),
        ("لبنان", ("", "لبنان")),
        ("بغداد", ("", "بغداد")),
        ("وزارة", ("", "وزارة")),
    ],
)
def test_proclitics(word: str, reading: tuple[str, str]) -> None:
    assert reading in splits(word)


@pytest.mark.parametrize("word", ["من", "في", "و", ""])
def test_short_words_stay_whole(word: str) -> None:
    assert splits(word) == (("", word),)


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("قواتها", ("قوات", "ها")),
        ("قوته", ("قوه", "ه")),
        ("مقاتليهم", ("مقاتلي", "هم")),
        ("بينهما", ("بين", "هما")),
        ("بلادنا", ("بلاد", "نا")),
    ],
)
def test_enclitics(word: str, reading: tuple[str, str]) -> None:
    assert reading in enclitic_splits(word)


WORDS = st.text(alphabet="وفبلكسانمهتي", max_size=9)


@given(WORDS)
def test_the_word_itself_comes_first(word: str) -> None:
    assert splits(word)[0] == ("", word)
    assert enclitic_splits(word)[0] == (word, "")


@given(WORDS)
def test_parts_make_the_word_again(word: str) -> None:
    for particles, rest in splits(word):
        assert particles + rest == word or (particles.endswith("ل") and rest.startswith(("ال", "ل")))
    for rest, pronoun in enclitic_splits(word):
        assert rest + pronoun == word or rest[:-1] + "ت" + pronoun == word
