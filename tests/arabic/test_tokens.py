"""Tokens: their kinds, their compared forms, and their places in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.tokens import normal_form, tokenise


def norms(text: str) -> list[str]:
    return [token.norm for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت روسيا إدلب.", ["قصفت", "روسيا", "ادلب", "."]),
        ('«هيئة» “تحرير” "الشام"', ['"', "هيئه", '"', '"', "تحرير", '"', '"', "الشام", '"']),
        ("3,800 مقاتل", ["3800", "مقاتل"]),
        ("1.234.567", ["1234567"]),
        ("3.5 مليون", ["3.5", "مليون"]),
        ("٣٫٥ مليون", ["3.5", "مليون"]),
        ("17.5.2018", ["17.5.2018"]),
        ("١٢ أيار", ["12", "ايار"]),
        ("أيار/ مايو", ["ايار", "/", "مايو"]),
        ("قسد (SDF)", ["قسد", "(", "sdf", ")"]),
        ("قال&nbsp;الجيش", ["قال", "الجيش"]),
        ("&quot;قسد&quot;", ['"', "قسد", '"']),
        ("quot;قسد quot;", ['"', "قسد", '"']),
        ("قال\r\n\n  الجيش", ["قال", "\n", "الجيش"]),
        ("قُـتِـلَ", ["قتل"]),
        ("\u202bسوريا\u202c", ["سوريا"]),
        ("\u200f\u202b", []),
        ("في2021", ["في", "2021"]),
        ("", []),
        (" \t ", []),
    ],
)
def test_compared_forms(text: str, expected: list[str]) -> None:
    assert norms(text) == expected


def test_kinds() -> None:
    assert [token.kind for token in tokenise("قسد SDF 12 .\n")] == [
        "word",
        "latin",
        "number",
        "mark",
        "break",
    ]


def test_offsets_are_those_of_the_text() -> None:
    text = "  قالت «قَسَد»&nbsp;إنها"
    assert [text[token.start : token.end] for token in tokenise(text)] == ["قالت", "«", "قَسَد", "»", "إنها"]


@pytest.mark.parametrize("quote", list('«»“”„‟"‹›‘’'))
def test_quotes_of_any_shape_are_one(quote: str) -> None:
    assert normal_form(quote) == '"'


@given(st.text(max_size=80) | st.text(alphabet="سوريا .،\n\r«»&nbsp;٣٫,12َـ\u202bﻗﺼabC", max_size=80))
def test_tokens_stand_in_order_and_within_the_text(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        assert token.norm
        end = token.end
