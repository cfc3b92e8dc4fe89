"""Two reports' texts in, out whether one took text from the other (or both from a third), and where.

Refused: what agrees only in single sentences, in formulas, names and titles, fills in one form with other
numbers, or tells the same in other words. Who took it from whom is not told here (`direction`).

The figures below were set on 7,720 reports of 12 Saudi papers (SaudiNewsNet, July 2015), where some 19 in
20 of the pairs found are reuse. The rest are lists of those present, telegrams of congratulation and
forecasts, which agencies write from one form; `scripts/measure_reuse.py` shows pairs for reading.
"""

from __future__ import annotations

from collections import Counter

from rawi.corroborate.reuse.align import Stretch, align
from rawi.corroborate.reuse.records import PARTIAL, WHOLE, Passage, Reuse
from rawi.corroborate.reuse.words import Words, compared_words

#: The fewest equal words of a passage, and the least similarity of its two sides.
PASSAGE_WORDS = 12
PASSAGE_SIMILARITY = 0.6
#: From this share of the shorter report's words on, and this many, it is a copy as a whole.
WHOLE_SHARE = 0.6
WHOLE_WORDS = 20
#: The fewest equal words of one passage that is reuse where the reports as a whole are not copies, and its
#: least similarity.
PARTIAL_WORDS = 35
PARTIAL_SIMILARITY = 0.7
#: The least share of equal words that differ from each other: a list of princes with their titles and a
#: forecast have 0.5 to 0.7, prose 0.85. Of VARIED_WORDS at most, as long texts repeat more.
VARIETY = 0.75
VARIED_WORDS = 70
#: From so many numbers on, of which less than this share agrees, two reports fill in one form (a day's
#: prices, a day's weather): neither took it from the other.
TEMPLATE_NUMBERS = 4
TEMPLATE_SHARE = 0.5
#: From this share of equal words on it is a copy whatever it is of; other numbers are a later version's.
VERSION_SHARE = 0.8


def find_reuse(text: str, other: str) -> Reuse | None:
    """What `text` and `other` share where that is reuse; None where it is not.

    Offsets are code points of the two texts. Call it for a pair in one order: where much is repeated the
    other order may align it otherwise (5 of 400 pairs found got another kind or none so).
    """
    words, others = compared_words(text), compared_words(other)
    stretches = sorted(
        (s for s in align(words.hashes, others.hashes) if _is_passage(s)), key=lambda s: s.first
    )
    shorter, longer = sorted((len(words), len(others)))
    kind = _judge(words, others, stretches)
    if kind is None or _is_template(words, others, stretches):
        return None
    equal = _count_equal(stretches)
    passages = tuple(_as_passage(stretch, words, others) for stretch in stretches)
    return Reuse(kind, equal / shorter, equal / longer, passages)


def _is_passage(stretch: Stretch) -> bool:
    return stretch.equal >= PASSAGE_WORDS and stretch.similarity >= PASSAGE_SIMILARITY


def _judge(words: Words, others: Words, stretches: list[Stretch]) -> str | None:
    """WHOLE, PARTIAL or None for two texts that share `stretches`."""
    equal, shorter = _count_equal(stretches), min(len(words), len(others))
    if equal >= max(WHOLE_WORDS, WHOLE_SHARE * shorter) and (
        equal >= VERSION_SHARE * shorter or _is_varied(words, others, stretches)
    ):
        return WHOLE
    return PARTIAL if any(_is_copied(words, others, stretch) for stretch in stretches) else None


def _is_copied(words: Words, others: Words, stretch: Stretch) -> bool:
    """Whether `stretch` alone is a copied passage, not a formula or a list of names."""
    long_enough = stretch.equal >= PARTIAL_WORDS and stretch.similarity >= PARTIAL_SIMILARITY
    return long_enough and _is_varied(words, others, [stretch])


def _is_varied(words: Words, others: Words, stretches: list[Stretch]) -> bool:
    """Whether the equal words of `stretches` are prose, not the same few again and again."""
    different: set[int] = set()
    for s in stretches:
        different.update(
            set(words.hashes[s.first : s.end]).intersection(others.hashes[s.other_first : s.other_end])
        )
    return len(different) >= VARIETY * min(_count_equal(stretches), VARIED_WORDS)


def _count_equal(stretches: list[Stretch]) -> int:
    return sum(stretch.equal for stretch in stretches)


def _is_template(words: Words, others: Words, stretches: list[Stretch]) -> bool:
    """Whether the shared stretches are one form filled in twice: the words agree, the numbers do not.

    Where nearly all words agree it is none but a later version of the report, with a higher toll.
    """
    if _count_equal(stretches) >= VERSION_SHARE * min(len(words), len(others)):
        return False
    one = _count_numbers(words, [(s.first, s.end) for s in stretches])
    two = _count_numbers(others, [(s.other_first, s.other_end) for s in stretches])
    fewer = min(one.total(), two.total())
    return fewer >= TEMPLATE_NUMBERS and (one & two).total() < TEMPLATE_SHARE * fewer


def _count_numbers(words: Words, ranges: list[tuple[int, int]]) -> Counter[str]:
    hashes = (number for first, end in ranges for number in words.hashes[first:end])
    return Counter(group for number in hashes for group in words.numbers.get(number, ()))


def _as_passage(stretch: Stretch, words: Words, others: Words) -> Passage:
    return Passage(
        words.starts[stretch.first],
        words.ends[stretch.end - 1],
        others.starts[stretch.other_first],
        others.ends[stretch.other_end - 1],
        stretch.similarity,
    )
