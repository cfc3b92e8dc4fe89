"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.sentences import split_sentences
from rawi.arabic.tokens import tokenise


def sentences(text: str) -> list[str]:
    tokens = tokenise(text)
    return [text[tokens[first].start : tokens[end - 1].end] for first, end in split_sentences(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قصفت روسيا إدلب. وردت تركيا.", ["قصفت روسيا إدلب.", "وردت تركيا."]),
        ("من قصف إدلب؟ لا أحد يعرف!", ["من قصف إدلب؟", "لا أحد يعرف!"]),
        ("عنوان بلا نقطة\nمتن الخبر.", ["عنوان بلا نقطة", "متن الخبر."]),
        ("فقرة أولى\n\n\nفقرة ثانية", ["فقرة أولى", "فقرة ثانية"]),
        ('قال: "سننسحب." وأضاف شيئا.', ['قال: "سننسحب."', "وأضاف شيئا."]),
        ("قال د. أحمد إنه وصل.", ["قال د. أحمد إنه وصل."]),
        ("بلغ العدد 3.5 مليون نازح.", ["بلغ العدد 3.5 مليون نازح."]),
        ("وصلوا في 17.5.2018 إلى حلب.", ["وصلوا في 17.5.2018 إلى حلب."]),
        ("انسحبوا… ثم عادوا.", ["انسحبوا…", "ثم عادوا."]),
        ("انسحبوا... ثم عادوا.", ["انسحبوا...", "ثم عادوا."]),
        ("• قصف إدلب • انسحاب منبج", ["قصف إدلب", "انسحاب منبج"]),
        ("نقل موقع enab.com عن مصدر.", ["نقل موقع enab.com عن مصدر."]),
        ("", []),
        ("\n\n", []),
        ("...", ["..."]),
    ],
)
def test_ends_of_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet='سوريا .؟!…،\n"»•1ad', max_size=60))
def test_every_word_is_in_one_sentence(text: str) -> None:
    tokens = tokenise(text)
    covered = [i for first, end in split_sentences(tokens) for i in range(first, end)]
    assert covered == sorted(set(covered))
    missing = set(range(len(tokens))) - set(covered)
    assert all(tokens[i].kind in ("break", "mark") for i in missing)
