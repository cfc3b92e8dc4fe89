"""What may begin with a word, whatever stands around it: a folded word in, its `Opening` out, made once.

Most words begin nothing. The scan asks here first, so that only readers that can succeed are tried.
"""

from __future__ import annotations

from functools import partial
from typing import NamedTuple
from weakref import WeakKeyDictionary, proxy

from rawi.arabic.clitics import splits
from rawi.arabic.numbers import may_start_number
from rawi.knowledge import Knowledge
from rawi.knowledge.remembered import Remembered
from rawi.recognise.vocabulary import Vocabulary, vocabulary_of


class Opening(NamedTuple):
    """Whether a word may begin a known name, a number, a kunya (`father`), a person, one more of a list.

    `pair` is هذين, `capital` a word for one, `direction` شمالي. `special` is any of those read before all else.
    `rests` is the word without its particles, in every way.
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
    rests = tuple(rest for _, rest in splits(norm))
    pair = norm in vocabulary.these_two
    capital = norm.endswith(vocabulary.the_capitals)
    direction = norm.endswith(vocabulary.direction_ends)
    father = not vocabulary.kunya_fathers.isdisjoint(rests)
    return Opening(
        name=bool(knowledge.names.starts(norm)),
        number=len(norm) > 1 and may_start_number(norm),
        person=any(rest in vocabulary.kunya_firsts or knowledge.is_given_name(rest) for rest in rests),
        joined=norm.startswith("و"),
        pair=pair,
        capital=capital,
        direction=direction,
        father=father,
        special=pair or capital or direction or father,
        rests=rests,
    )


_MADE: WeakKeyDictionary[Knowledge, Remembered[str, Opening]] = WeakKeyDictionary()


def openings_of(knowledge: Knowledge) -> Remembered[str, Opening]:
    """What words open by the names and lists of `knowledge`, made once for each."""
    openings = _MADE.get(knowledge)
    if openings is None:
        vocabulary = vocabulary_of(knowledge.lexicon)
        openings = _MADE[knowledge] = Remembered(partial(_opening, proxy(knowledge), vocabulary))
    return openings
