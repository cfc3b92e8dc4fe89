"""Texts in, all reuse among them out, in memory: what a case finds with its table of keys."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rawi.corroborate.reuse.find import find_reuse
from rawi.corroborate.reuse.keys import MAX_REPORTS_PER_KEY, MIN_SHARED_KEYS, reuse_keys
from rawi.corroborate.reuse.records import Reuse


def find_all(texts: Sequence[str]) -> Iterator[tuple[int, int, Reuse]]:
    """Each pair of `texts` that share text, as the lower index, the higher, and the reuse, in order."""
    for one, two in find_candidates([reuse_keys(text) for text in texts]):
        reuse = find_reuse(texts[one], texts[two])
        if reuse is not None:
            yield one, two, reuse


def find_candidates(keys: Sequence[frozenset[int]]) -> list[tuple[int, int]]:
    """The pairs of reports, by index, that share enough keys that are not too common, in order."""
    reports: defaultdict[int, list[int]] = defaultdict(list)
    for index, own in enumerate(keys):
        for key in own:
            reports[key].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for having in reports.values():
        if 1 < len(having) <= MAX_REPORTS_PER_KEY:
            shared.update(combinations(having, 2))
    return sorted(pair for pair, count in shared.items() if count >= MIN_SHARED_KEYS)
