"""Two reports that share text in, which of them is the source out, and what says so.

A credit beats the time of publication: a report that names the other's outlet, or an agency that is the
other's outlet, took from it, whenever either was dated. Where dates overlap or are missing, none is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.arabic.characters import fold

CREDITED, PUBLISHED, UNKNOWN = "credited", "published", "unknown"
FIRST, SECOND = "first", "second"

_MOMENT = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d(?::\d\d)?)?)?)?)?")


@dataclass(frozen=True, slots=True)
class Published:
    """When and where a report came out, and whom it credits.

    `published` is an EDTF date or date-time; `outlet` and `outlet_id` the publisher's name and id in the
    packs; `credits` names and ids of the outlets and agencies that the text gives as its source.
    """

    published: str | None = None
    outlet: str | None = None
    outlet_id: str | None = None
    credits: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Direction:
    """`source` is FIRST or SECOND of the two reports, or None; `basis` CREDITED, PUBLISHED or UNKNOWN."""

    source: str | None
    basis: str


def find_direction(first: Published, second: Published) -> Direction:
    """Which of two reports that share text is the source of the other, and what says so."""
    raise NotImplementedError
