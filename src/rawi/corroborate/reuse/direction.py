"""Two reports that share text in, which of them is the source out, and what says so.

A credit beats the time of publication: a report that names the other's outlet, or an agency that is the
other's outlet, took from it, whenever either was dated. Where dates overlap or are missing, none is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from rawi.arabic.characters import fold

CREDITED, PUBLISHED, UNKNOWN = "credited", "published", "unknown"
FIRST, SECOND = "first", "second"

_MOMENT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?")


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
    """Which of two reports that share text is the source of the other, and what says so.

    Each crediting the other says nothing, and time decides. Dates are compared as far as both are known:
    2015-07-21 is before 2015-07-22 and 2015-08, but neither before nor after 2015-07 or 2015-07-21T10:00.
    """
    by_first, by_second = _credits(first, second), _credits(second, first)
    if by_first != by_second:
        return Direction(SECOND if by_first else FIRST, CREDITED)
    source = _find_earlier(first.published, second.published)
    return Direction(source, PUBLISHED if source else UNKNOWN)


def _credits(report: Published, source: Published) -> bool:
    """Whether `report` gives the outlet of `source` as its source, and is not of that outlet itself."""
    named = {fold(credit) for credit in report.credits}
    return not _same_outlet(report, source) and any(fold(name) in named for name in _names(source))


def _same_outlet(one: Published, two: Published) -> bool:
    if one.outlet_id and two.outlet_id:
        return one.outlet_id == two.outlet_id
    return bool(one.outlet and two.outlet) and fold(one.outlet or "") == fold(two.outlet or "")


def _names(report: Published) -> list[str]:
    return [name for name in (report.outlet, report.outlet_id) if name]


def _find_earlier(first: str | None, second: str | None) -> str | None:
    """FIRST or SECOND where all of one date lies before all of the other, else None."""
    one, two = _as_span(first), _as_span(second)
    if one is None or two is None:
        return None
    if one[1] < two[0]:
        return FIRST
    return SECOND if two[1] < one[0] else None


def _as_span(published: str | None) -> tuple[datetime, datetime] | None:
    """The first and the last moment that an EDTF date or date-time may mean; None for other forms.

    A date-time without an offset is taken as UTC, a date as a day anywhere: in the zones of the two
    reports, which are not known, a day is taken to begin and end at once.
    """
    match = _MOMENT.fullmatch(published) if published else None
    if match is None:
        return None
    year, month, day, clock = match.groups()
    try:
        start = datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC)
        if clock:
            moment = datetime.fromisoformat(match.group())
            start = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
            return start, start
        return start, _end_of(start, month, day)
    except (ValueError, OverflowError):
        return None


def _end_of(start: datetime, month: str | None, day: str | None) -> datetime:
    if day:
        after = start + timedelta(days=1)
    elif month:
        after = (start + timedelta(days=31)).replace(day=1)
    else:
        after = start.replace(year=start.year + 1)
    return after - timedelta(microseconds=1)
