"""EDTF in, the first and last day it allows out; an open end is None.

Read are what the recogniser and the packs write: days, months, years, decades, intervals, `~`, `?`, `%`.
Anything else gives None. About a year (`2013~`) allows a year more on both sides.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")


@dataclass(frozen=True, slots=True)
class Period:
    """From `first` to `last`, both inclusive, None where open; `about` says that it is approximate."""

    first: date | None
    last: date | None
    about: bool = False

    def ends_before(self, day: date, *, tolerance: int = 0) -> bool:
        """Whether it is over more than `tolerance` days before `day`."""
        return self.last is not None and self.last + timedelta(days=tolerance) < day

    def begins_after(self, day: date, *, tolerance: int = 0) -> bool:
        """Whether it begins more than `tolerance` days after `day`."""
        return self.first is not None and self.first - timedelta(days=tolerance) > day


@lru_cache(maxsize=10_000)
def read_period(edtf: str | None) -> Period | None:
    """The period of an EDTF value, or None where there is none."""
    if not edtf:
        return None
    if "/" in edtf:
        begin, _, end = edtf.partition("/")
        first = read_period(begin) if begin not in ("", "..") else None
        last = read_period(end) if end not in ("", "..") else None
        if first is None and last is None:
            return None
        return Period(
            first.first if first else None,
            last.last if last else None,
            bool((first and first.about) or (last and last.about)),
        )
    match = _DATE.fullmatch(edtf)
    if match is None:
        return None
    year, month, day, sign = match.groups()
    try:
        first_day, last_day = _span(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return None
    if sign and first_day.year > 1 and last_day.year < 9999:
        if not month:
            return Period(date(first_day.year - 1, 1, 1), date(last_day.year + 1, 12, 31), True)
        slack = timedelta(days=31 if day else 62)
        return Period(first_day - slack, last_day + slack, True)
    return Period(first_day, last_day)


def _span(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    if "X" in year:
        return date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    number = int(year)
    if month is None:
        return date(number, 1, 1), date(number, 12, 31)
    if day is None:
        return date(number, int(month), 1), date(
            number, int(month), calendar.monthrange(number, int(month))[1]
        )
    only = date(number, int(month), int(day))
    return only, only
