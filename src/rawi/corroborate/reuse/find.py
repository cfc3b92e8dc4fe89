"""Two reports' texts in, out whether one took text from the other (or both from a third), and where.

Refused: what agrees only in single sentences, in formulas, names and titles, or tells the same in other
words. Who took it from whom is not told here (`direction`).
"""

from __future__ import annotations

from rawi.corroborate.reuse.align import Stretch, align
from rawi.corroborate.reuse.records import PARTIAL, WHOLE, Passage, Reuse
from rawi.corroborate.reuse.words import Words, compared_words

#: The fewest equal words of a passage, and the least similarity of its two sides.
PASSAGE_WORDS = 12
PASSAGE_SIMILARITY = 0.6
#: From this share of the shorter report's words on, and this many, it is a copy as a whole.
WHOLE_SHARE = 0.6
WHOLE_WORDS = 20
#: The fewest equal words of one passage that is reuse where the reports as a whole are not copies.
PARTIAL_WORDS = 35


def find_reuse(text: str, other: str) -> Reuse | None:
    """What `text` and `other` share where that is reuse; None where it is not.

    Offsets are code points of the two texts; order matters only for which side of a passage is which.
    """
    words, others = compared_words(text), compared_words(other)
    stretches = [s for s in align(words.hashes, others.hashes) if _is_passage(s)]
    if not stretches:
        return None
    equal = sum(stretch.equal for stretch in stretches)
    shorter, longer = sorted((len(words), len(others)))
    kind = _judge(equal, shorter, max(stretch.equal for stretch in stretches))
    if kind is None:
        return None
    passages = tuple(_as_passage(s, words, others) for s in sorted(stretches, key=lambda s: s.first))
    return Reuse(kind, equal / shorter, equal / longer, passages)


def _is_passage(stretch: Stretch) -> bool:
    return stretch.equal >= PASSAGE_WORDS and stretch.similarity >= PASSAGE_SIMILARITY


def _judge(equal: int, shorter: int, longest: int) -> str | None:
    if equal >= max(WHOLE_WORDS, WHOLE_SHARE * shorter):
        return WHOLE
    return PARTIAL if longest >= PARTIAL_WORDS else None


def _as_passage(stretch: Stretch, words: Words, others: Words) -> Passage:
    return Passage(
        words.starts[stretch.first],
        words.ends[stretch.end - 1],
        others.starts[stretch.other_first],
        others.ends[stretch.other_end - 1],
        stretch.similarity,
    )
