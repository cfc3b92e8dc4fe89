"""Is this Arabic? Text in, remarks out, or NotArabic that names the language.

Languages in Arabic script are told apart by letters and frequent words (`languages.tsv`), so that
short texts are never refused on a statistical guess; py3langid only names languages in other scripts.
Long texts are judged on samples spread evenly over them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import NamedTuple

from rawi.arabic.characters import share_of_arabic
from rawi.errors import NotArabic
from rawi.ingest.data import rows

_SAMPLES, _SAMPLE_LENGTH = 20, 1_000
#: A text counts as Arabic from this share of Arabic-script letters on, ...
_ENOUGH = 0.15
#: ... or with a passage of this many Arabic words on end; below this share it carries a note.
_MIXED = 0.7
_PASSAGE = re.compile(r"(?:[\u0620-\u0652\u0671-\u06d3]+[\s،؛.:\"«»()]+){7}[\u0620-\u0652\u0671-\u06d3]+")
_ANY = re.compile("[\u0620-\u063f\u0641-\u064a\u0671-\u06d3\ufb50-\ufdfb\ufe70-\ufefc]")
_PRESENTATION = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]")
_WORD = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f]+"
)
_MARKS = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200d-\u200f\u202a-\u202e\u2066-\u2069]+")
_ARTICLE = re.compile("[وفبك]?ال..|لل..")
#: Below this number of letters a guess from Latin letters says nothing.
_GUESSABLE = 20


class _Language(NamedTuple):
    letters: frozenset[str]
    words: frozenset[str]


def check_arabic(text: str) -> tuple[str, ...]:
    """Remarks on the language of `text` (mixed text); NotArabic, naming the language, where it is another."""
    sample = _sample(text)
    if not _ANY.search(sample):
        match = _ANY.search(text)
        if not match:
            raise NotArabic(_refusal(_name_other(sample)))
        sample = text[max(0, match.start() - _SAMPLE_LENGTH) : match.end() + _SAMPLE_LENGTH]
    if _PRESENTATION.search(sample):
        sample = unicodedata.normalize("NFKC", sample)
    share = share_of_arabic(sample)
    if share < _ENOUGH and not _PASSAGE.search(sample):
        raise NotArabic(_refusal(_name_other(sample), share))
    notes = _check_script(sample)
    if share < _MIXED:
        other = _name_other(sample)
        notes += (
            f"Mixed text ({share:.0%} of its letters are Arabic, the rest {other}): only the Arabic is read",
        )
    return notes


def score_arabic(text: str) -> float:
    """How much `text` is running Arabic: the share of its words that only Arabic has, 0.0 to 1.0."""
    words = _words(text)
    return sum(map(_is_arabic_word, words)) / len(words) if words else 0.0


def _check_script(sample: str) -> tuple[str, ...]:
    """A remark where part of the Arabic-script `sample` is another language; NotArabic where most is."""
    language = _script_language(_words(sample))
    if language is None:
        return ()
    lines = [_words(line) for line in sample.splitlines()]
    total = sum(map(len, lines))
    arabic = sum(len(line) for line in lines if line and _script_language(line) is None and _has_arabic(line))
    if arabic < _ENOUGH * total:
        raise NotArabic(_refusal(language))
    return (f"Mixed text: much of it is {language}; only the Arabic is meant to be read",)


def _script_language(words: list[str]) -> str | None:
    """The language in Arabic script that `words` are in, None where it is Arabic."""
    known = set(words)
    if known.isdisjoint(_foreign_words()) and _foreign_letters().isdisjoint("".join(known)):
        return None
    arabic = sum(map(_is_arabic_word, words))
    best, most = None, arabic
    for name, language in _languages().items():
        by_letter = sum(not language.letters.isdisjoint(word) for word in words)
        by_word = sum(word in language.words for word in words)
        if (by_letter or by_word >= 3) and by_letter + by_word > most:
            best, most = name, by_letter + by_word
    return best


def _has_arabic(words: list[str]) -> bool:
    return any(map(_is_arabic_word, words))


def _is_arabic_word(word: str) -> bool:
    language = _arabic()
    if word in language.words or _ARTICLE.match(word):
        return True
    return not language.letters.isdisjoint(word) and _foreign_letters().isdisjoint(word)


def _words(text: str) -> list[str]:
    return _WORD.findall(_MARKS.sub("", text))


def _name_other(sample: str) -> str:
    """The name of the language of the letters of `sample` that are not Arabic, or of their script."""
    letters = re.sub(r"\s+", " ", _ANY.sub(" ", sample)).strip()
    scripts = Counter(
        unicodedata.name(character, "?").split()[0] for character in letters[:4000] if character.isalpha()
    )
    if not scripts:
        return "no letters"
    script, count = scripts.most_common(1)[0]
    if count < _GUESSABLE and script in ("LATIN", "CYRILLIC"):
        return f"in {script.title()} letters"
    from py3langid import classify

    code = str(classify(letters[:4000])[0])
    return next((row[1] for row in rows("language_names") if row[0] == code), f"in {script.title()} letters")


def _refusal(language: str, share: float = 0.0) -> str:
    accepted = "accepted: Arabic, and mixed text with whole sentences of Arabic"
    if language == "no letters":
        return f"Not Arabic: the text has no letters; {accepted}"
    some = f" ({share:.0%} of its letters are Arabic)" if share >= 0.005 else ""
    return f"Not Arabic: the text seems to be {language}{some}; {accepted}"


def _sample(text: str) -> str:
    if len(text) <= _SAMPLES * _SAMPLE_LENGTH:
        return text
    step = len(text) // _SAMPLES
    return "\n".join(text[start : start + _SAMPLE_LENGTH] for start in range(0, step * _SAMPLES, step))


@cache
def _languages() -> dict[str, _Language]:
    """The languages that Arabic is told from."""
    return {name: language for name, language in _all_languages().items() if name != "Arabic"}


@cache
def _all_languages() -> dict[str, _Language]:
    return {
        name: _Language(frozenset(letters), frozenset(words.split()))
        for name, letters, words in rows("languages")
    }


@cache
def _arabic() -> _Language:
    return _all_languages()["Arabic"]


@cache
def _foreign_words() -> frozenset[str]:
    return frozenset().union(*(language.words for language in _languages().values()))


@cache
def _foreign_letters() -> frozenset[str]:
    return frozenset().union(*(language.letters for language in _languages().values()))
