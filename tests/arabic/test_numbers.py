"""Numbers: a table of words and digits with their value; properties on any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.numbers import (
    Number,
    dual_count,
    find_numbers,
    parse_cardinal,
    parse_number,
    parse_ordinal,
)
from rawi.arabic.tokens import tokenise

# words | count value in the codebook's form | approximate
COUNTS = """
3 | 3 |
٣ | 3 |
1,234 | 1234 |
٣٬٨٠٠ | 3800 |
1.5 مليون | 1500000 |
3 آلاف | 3000 |
20 ألفا | 20000 |
20 ألفاً | 20000 |
3 آلاف و500 | 3500 |
الـ3800 | 3800 |
ثلاث | 3 |
ثلاثة | 3 |
ثلاثةَ | 3 |
ثماني | 8 |
عشرين | 20 |
بخمسة | 5 |
لعشرة | 10 |
وخمسون | 50 |
الثلاثين | 30 |
أحد عشر | 11 |
إحدى عشرة | 11 |
اثنا عشر | 12 |
اثنتي عشرة | 12 |
خمسة عشر | 15 |
واحد وعشرون | 21 |
تسعة وتسعين | 99 |
ثلاثة و عشرين | 23 |
مئة | 100 |
مائة | 100 |
مائتان | 200 |
مئتي | 200 |
ثلاثمئة | 300 |
ثلاث مئة | 300 |
خمسمائة | 500 |
ثمانمائة | 800 |
مئة وواحد | 101 |
مئة وخمسة وعشرين | 125 |
ألف | 1000 |
ألفان | 2000 |
ألفي | 2000 |
ألفين وسبعة عشر | 2017 |
ألف وتسعمائة وثمانية وسبعون | 1978 |
ثلاثة آلاف ومئتان | 3200 |
مئة ألف | 100000 |
مئة وخمسة وعشرين ألفا وثلاثمئة | 125300 |
مليون | 1000000 |
مليونين | 2000000 |
نصف مليون | 500000 |
مليون ونصف | 1500000 |
مليون ونصف المليون | 1500000 |
ملياري | 2000000000 |
نحو 20 | 20 | ~
حوالي عشرين | 20 | ~
قرابة 100 | 100 | ~
زهاء ألف | 1000 | ~
بنحو 20 | 20 | ~
20 تقريبا | 20 | ~
أكثر من 20 | >20 |
لأكثر من ٤٧ | >47 |
ما يزيد على مئة | >100 |
ما يزيد عن 100 | >100 |
تجاوز 500 | >500 |
تجاوزت عتبة الـ3800 | >3800 |
على الأقل 7 | >=7 |
7 على الأقل | >=7 |
7 أشخاص على الأقل | >=7 |
ما لا يقل عن سبعة | >=7 |
لا يقل عن 7 | >=7 |
أقل من 10 | <10 |
لا يتجاوز 10 | <=10 |
بين 10 و15 | 10..15 |
بين عشرة وخمسة عشر | 10..15 |
ما بين 10 و 15 | 10..15 |
يتراوح بين 15 و20 | 15..20 |
من 10 إلى 15 | 10..15 |
10-15 | 10..15 |
10 إلى 15 | 10..15 |
ثلاثة أو أربعة | 3..4 |
بين ثلاثة وخمسة آلاف | 3000..5000 |
""".strip().splitlines()

NO_VALUE = [
    "عشرات القتلى", "مئات", "آلاف النازحين", "عشرات الآلاف", "أحد عناصر", "الاثنين", "الثلاثاء", "", "قتيل",
    "نحو", "17.5.2018", "نصف المدينة", "بين المدينتين",
]  # fmt: skip


@pytest.mark.parametrize("row", COUNTS)
def test_count(row: str) -> None:
    words, value, approx = (part.strip() for part in row.split("|"))
    number = parse_number(tokenise(words), 0)
    assert number is not None
    assert (number.count_value, number.approx) == (value, approx == "~")


@pytest.mark.parametrize("words", NO_VALUE)
def test_no_value(words: str) -> None:
    assert parse_number(tokenise(words), 0) is None


def test_bounds_of_ranges_and_limits() -> None:
    assert parse_number(tokenise("بين 10 و15"), 0) == Number(10, 10, 15, 0, 4, False, "..")
    assert parse_number(tokenise("أكثر من 20 قتيلا"), 0) == Number(20, 20, None, 0, 3, False, ">")
    assert parse_number(tokenise("أقل من 20"), 0) == Number(20, None, 20, 0, 3, False, "<")


def test_a_noun_between_number_and_limit_is_not_part_of_the_number() -> None:
    number = parse_number(tokenise("25 شخصا على الأقل"), 0)
    assert number is not None
    assert (number.count_value, number.end_index) == (">=25", 1)


def test_a_limit_does_not_reach_over_a_comma_or_another_number() -> None:
    for words in ("25 شخصا، على الأقل", "25 قتيلا و7 على الأقل"):
        number = parse_number(tokenise(words), 0)
        assert number is not None
        assert number.count_value == "25"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("الأول", 1), ("الأولى", 1), ("الثانية", 2), ("العاشر", 10), ("الحادي عشر", 11), ("الثالثة عشرة", 13),
        ("العشرين", 20), ("الحادي والعشرين", 21), ("والثاني والعشرون", 22), ("للثلاثين", 30),
    ],
)  # fmt: skip
def test_ordinal(words: str, value: int) -> None:
    tokens = tokenise(words)
    assert parse_ordinal(tokens, 0) == (value, len(tokens))
    number = parse_number(tokens, 0, ordinals=True)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize(
    "norm", ["قتيلان", "قتيلين", "شخصين", "ضابطين", "مقاتلان", "امراتين", "والجنديان", "طفلتين"]
)
def test_dual(norm: str) -> None:
    assert dual_count(norm) == 2


@pytest.mark.parametrize(
    "norm", ["مقاتلين", "مدنيين", "سكان", "لبنان", "بوتين", "افغانستان", "فلسطين", "برلمان"]
)
def test_not_surely_a_dual(norm: str) -> None:
    assert dual_count(norm) is None


def test_all_numbers_of_a_sentence() -> None:
    tokens = tokenise("قُتل 25 شخصا على الأقل، بينهم 10 أطفال، وأصيب نحو ثلاثين في 3 غارات")
    assert [number.count_value for number in find_numbers(tokens)] == [">=25", "10", "30", "3"]


_SAMPLE = (
    "ثلاثة وعشرين مئة ألف آلاف و 10 3.5 بين من إلى أكثر نحو على الأقل مليون ونصف اثني عشر خمسمائة - ال أو"
)


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_SAMPLE.split()), max_size=12).map(" ".join)))
def test_any_text_gives_numbers_within_it(text: str) -> None:
    tokens = tokenise(text)
    numbers = find_numbers(tokens)
    for number in numbers:
        assert 0 <= number.start_index < number.end_index <= len(tokens)
        assert number.count_value
    for first, second in pairwise(numbers):
        assert first.end_index <= second.start_index


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_digits_are_read_as_they_are(value: int) -> None:
    assert parse_cardinal(tokenise(str(value)), 0) == (value, 1)
