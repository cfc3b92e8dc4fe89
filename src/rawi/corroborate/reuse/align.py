"""Two lists of words in, the stretches they share out, as ranges of word indices.

Equal runs of words are joined into chains where they follow each other in both texts with small gaps,
chains are drawn out at both ends, and rapidfuzz counts the equal words of each (longest common
subsequence of words). What was moved elsewhere in the text is found too, each stretch for itself.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from rawi.corroborate.reuse.keys import SHINGLE, hash_runs

#: Words between two equal runs of one chain, in either text, at most; and by how many they differ.
GAP = 16
DRIFT = 10
#: A run that stands oftener than this in one text starts no chain.
REPEATS = 6
#: Words that the end of a chain may leap over to the next two equal words.
LEAP = 4


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `first` to `end` of one text and `other_first` to `other_end` of the other; `equal` of them."""

    first: int
    end: int
    other_first: int
    other_end: int
    equal: int

    @property
    def similarity(self) -> float:
        """The share of equal words of the longer side."""
        return self.equal / max(self.end - self.first, self.other_end - self.other_first)


def align(words: list[int], others: list[int]) -> list[Stretch]:
    """The stretches that `words` and `others` share, best first; none overlaps another in either text."""
    kept: list[Stretch] = []
    found = [
        _measure(words, others, *_draw_out(words, others, chain)) for chain in _find_chains(words, others)
    ]
    for stretch in sorted(found, key=lambda s: (-s.equal, s.first, s.other_first)):
        if not any(_overlap(stretch, other) for other in kept):
            kept.append(stretch)
    return kept


def _find_chains(words: list[int], others: list[int]) -> list[list[int]]:
    """Chains of equal runs as [first, other first, start of last run, other start of last run]."""
    places = defaultdict(list)
    for j, run in enumerate(hash_runs(others)):
        places[run].append(j)
    chains: list[list[int]] = []
    live: list[list[int]] = []
    for i, run in enumerate(hash_runs(words)):
        matches = places.get(run)
        if matches is None or len(matches) > REPEATS:
            continue
        live = [chain for chain in live if i - chain[2] <= GAP + SHINGLE]
        for j in matches:
            chain = _nearest(live, i, j)
            if chain is None:
                live.append(chain := [i, j, i, j])
                chains.append(chain)
            else:
                chain[2:] = i, j
    return chains


def _nearest(chains: list[list[int]], i: int, j: int) -> list[int] | None:
    """The chain that a run at `i` and `j` continues, the one with the least drift of several."""
    best, least = None, DRIFT + 1
    for chain in chains:
        ahead, other_ahead = i - chain[2], j - chain[3]
        if ahead > 0 and 0 < other_ahead <= GAP + SHINGLE and abs(ahead - other_ahead) < least:
            best, least = chain, abs(ahead - other_ahead)
    return best


def _draw_out(words: list[int], others: list[int], chain: list[int]) -> tuple[int, int, int, int]:
    """First and end of the chain in both texts, with what is equal but for few words before and after."""
    first, other_first, last, other_last = chain
    end, other_end = _leap(words, others, last + SHINGLE, other_last + SHINGLE)
    back, other_back = (
        words[max(0, first - 60) : first][::-1],
        others[max(0, other_first - 60) : other_first][::-1],
    )
    before, other_before = _leap(back, other_back, 0, 0)
    return first - before, end, other_first - other_before, other_end


def _leap(words: list[int], others: list[int], i: int, j: int) -> tuple[int, int]:
    """Where `words` from `i` and `others` from `j` cease to be equal but for LEAP words at a time."""
    while True:
        step = _next_equal(words[i : i + LEAP + 2], others[j : j + LEAP + 2])
        if step is None:
            return i, j
        i, j = i + step[0] + 2, j + step[1] + 2


def _next_equal(words: list[int], others: list[int]) -> tuple[int, int] | None:
    """The nearest two equal words in a row, or None."""
    pairs = [
        (a, b)
        for a in range(len(words) - 1)
        for b in range(len(others) - 1)
        if words[a] == others[b] and words[a + 1] == others[b + 1]
    ]
    return min(pairs, key=sum, default=None)


def _measure(words: list[int], others: list[int], first: int, end: int, start: int, stop: int) -> Stretch:
    equal = LCSseq.similarity(words[first:end], others[start:stop])
    return Stretch(first, end, start, stop, equal)


def _overlap(one: Stretch, two: Stretch) -> bool:
    return (one.first < two.end and two.first < one.end) or (
        one.other_first < two.other_end and two.other_first < one.other_end
    )
