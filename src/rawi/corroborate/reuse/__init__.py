"""Text reuse: which reports share text, which passages, and which of two was first.

`reuse_keys` gives what is stored of a report, MIN_SHARED_KEYS and MAX_REPORTS_PER_KEY say which pairs to
compare, `find_reuse` compares them, `find_direction` says which is the source. No function touches a
database or the network.
"""

from rawi.corroborate.reuse.batch import find_all, find_candidates
from rawi.corroborate.reuse.direction import Direction, Published, find_direction
from rawi.corroborate.reuse.find import find_reuse
from rawi.corroborate.reuse.keys import MAX_REPORTS_PER_KEY, MIN_SHARED_KEYS, reuse_keys
from rawi.corroborate.reuse.records import Passage, Reuse

__all__ = [
    "MAX_REPORTS_PER_KEY",
    "MIN_SHARED_KEYS",
    "Direction",
    "Passage",
    "Published",
    "Reuse",
    "find_all",
    "find_candidates",
    "find_direction",
    "find_reuse",
    "reuse_keys",
]
