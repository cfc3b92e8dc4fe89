"""A report's text in, the keys out under which reports that share text meet.

A key is a run of SHINGLE words, and of all runs those are kept whose hash falls in one of SAMPLING
classes. The same run is kept in every report, so that a copied paragraph brings its keys with it however
long the report is that it was copied into (S. Brin, J. Davis, H. García-Molina, Copy Detection Mechanisms
for Digital Documents, SIGMOD 1995; U. Manber, Finding Similar Files, USENIX 1994). MinHash over whole
reports compares the reports, and loses both the paragraph and most copies with a fifth of words changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from rawi.corroborate.reuse.words import compared_words

#: Words in a key: 0.8³, half of the runs, survive where a fifth of the words is changed.
SHINGLE = 3
#: One run in so many is a key: about one key for three words of a report.
SAMPLING = 3
#: How many keys two reports share at least that are compared.
MIN_SHARED_KEYS = 4
#: A key of more reports than these is a phrase of the language or of an outlet, and is not followed.
MAX_REPORTS_PER_KEY = 100

_MASK = (1 << 64) - 1
_FIRST, _SECOND, _THIRD = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9


def reuse_keys(text: str) -> frozenset[int]:
    """The keys of `text`: integers of 64 bits with a sign, the same in every process.

    Two reports that share MIN_SHARED_KEYS of them may share text; `find_reuse` tells whether they do.
    """
    return frozenset(
        _signed(run) for run in hash_runs(compared_words(text).hashes) if not (run >> 32) % SAMPLING
    )


def hash_runs(hashes: list[int]) -> Iterable[int]:
    """A hash of each run of SHINGLE words, in order."""
    return (
        ((((a * _FIRST & _MASK) ^ b) * _SECOND & _MASK) ^ c) * _THIRD & _MASK
        for a, b, c in zip(hashes, hashes[1:], hashes[2:], strict=False)
    )


def _signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value
