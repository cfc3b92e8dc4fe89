"""Where, when, and how sure: places, times, modality and polarity of a predicate."""

from __future__ import annotations

from rawi.claims.circumstances.certainty import modality_of, negated
from rawi.claims.circumstances.places import find_place
from rawi.claims.circumstances.scope import SPOKEN, STATES
from rawi.claims.circumstances.times import find_time

__all__ = ["SPOKEN", "STATES", "find_place", "find_time", "modality_of", "negated"]
