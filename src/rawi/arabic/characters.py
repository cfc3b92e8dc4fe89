"""The characters of Arabic text: what is folded for matching, what carries no meaning.

Folding is for comparison only; what a user sees always keeps its own characters.
"""

from __future__ import annotations

import re
import unicodedata

#: Vowel signs and other marks, tatweel, zero-width characters, bidi controls: ignored in matching.
MARKS = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640"
    "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
)

_LETTERS = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا",
        "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي",
        "ة": "ه", "ۃ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه",
        "ک": "ك", "گ": "ك", "ڭ": "ك",
        "ڤ": "ف", "پ": "ب", "چ": "ج", "ژ": "ز",
        **{chr(0x0660 + digit): str(digit) for digit in range(10)},
        **{chr(0x06F0 + digit): str(digit) for digit in range(10)},
        "٫": ".", "٬": ",",
    }
)  # fmt: skip
_UNFOLDED: dict[str, str] = {}
for _code, _letter in _LETTERS.items():
    _UNFOLDED[_letter] = _UNFOLDED.get(_letter, "") + chr(_code)
#: What each character becomes, marks nothing.
_FOLDS = _LETTERS | dict.fromkeys(
    code
    for first, last in re.findall("(.)(?:-(.))?", MARKS)
    for code in range(ord(first), ord(last or first) + 1)
)
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")


def fold(text: str) -> str:
    """`text` without marks and with the letters that spelling habits interchange made one.

    أ إ آ ٱ → ا, ى → ي, ة → ه, presentation forms → letters, Arabic-Indic digits → digits,
    Latin letters to lower case. The result may be shorter than `text`: never use its offsets.
    """
    if _PRESENTATION.search(text):
        text = unicodedata.normalize("NFKC", text)
    return text.translate(_FOLDS).casefold()


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """`fold(text)` and, for each of its characters and its end, the offset in `text` it comes from."""
    folded: list[str] = []
    offsets: list[int] = []
    for index, character in enumerate(text):
        piece = fold(character)
        folded.append(piece)
        offsets.extend([index] * len(piece))
    offsets.append(len(text))
    return "".join(folded), offsets


def pattern_of(folded: str) -> str:
    """A regular expression for the words that fold to `folded` (letters as typed; no presentation forms)."""
    return "".join(f"{_written(character)}[{MARKS}]*" for character in folded)


def _written(character: str) -> str:
    written = _UNFOLDED.get(character)
    return f"[{character}{written}]" if written else re.escape(character)


def share_of_arabic(text: str) -> float:
    """The share of Arabic-script letters among the letters of `text` (0.0 where it has none)."""
    letters = sum(map(str.isalpha, text))
    return sum(map(len, _ARABIC.findall(text))) / letters if letters else 0.0
