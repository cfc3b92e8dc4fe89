"""What may begin with a word, whatever stands around it: a folded word in, its `Opening` out, made once.

Most words begin nothing. The scan asks here first, so that only readers that can succeed are tried.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import NamedTuple

from rawi.arabic.clitics import splits
from rawi.arabic.numbers import may_start_number
from rawi.knowledge import Knowledge
from rawi.knowledge.remembered import Remembered
from rawi.recognise.vocabulary import Vocabulary, vocabulary_of


class Opening(NamedTuple):
    """Whether a word may begin a known name, a number, a person, one more of a list (`joined`).

    `pair` is هذين, `capital` a word for one, `direction` شمالي, `father` أبو; `special` is any of these four,
    which are read before all else. `rests` are the ways to read the word without its particles.
    """

    name: bool
    number: bool
    person: bool
    joined: bool
    pair: bool
    capital: bool
    direction: bool
    father: bool
    special: bool
    rests: tuple[str, ...]


def _opening(knowledge: Knowledge, vocabulary: Vocabulary, norm: str) -> Opening:
    """What `norm` may begin."""
    rests = tuple(rest for _, rest in splits(norm))
    pair = norm in vocabulary.these_two
    capital = norm.endswith(vocabulary.the_capitals)
    direction = norm.endswith(vocabulary.direction_ends)
    father = not vocabulary.kunya_fathers.isdisjoint(rests)
    return Opening(
        name=knowledge.names.opens(rests),
        number=len(norm) > 1 and may_start_number(norm),
        person=not vocabulary.kunya_firsts.isdisjoint(rests) or any(map(knowledge.is_given_name, rests)),
        joined=norm.startswith("و"),
        pair=pair,
        capital=capital,
        direction=direction,
        father=father,
        special=pair or capital or direction or father,
        rests=rests,
    )


@lru_cache(maxsize=4)
def openings_of(knowledge: Knowledge) -> Remembered[str, Opening]:
    """What words open by the names and lists of `knowledge`, made once for each."""
    return Remembered(partial(_opening, knowledge, vocabulary_of(knowledge.lexicon)))
