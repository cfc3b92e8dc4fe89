"""Days, months, years and the stretches between them, as EDTF; the Hijri calendar by hijridate."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class When:
    """A period from `first` to `last` (inclusive); `unit` is day, month, year, decade, century or span."""

    first: date
    last: date
    unit: str
    approx: bool = False

    @property
    def edtf(self) -> str:
        """The period as EDTF, level 1: `2018-09`, `2019~`, `199X`, `2016-01-04/2016-01-10`."""
        text = {
            "day": self.first.isoformat(),
            "month": self.first.isoformat()[:7],
            "year": self.first.isoformat()[:4],
            "decade": self.first.isoformat()[:3] + "X",
            "century": self.first.isoformat()[:2] + "XX",
        }.get(self.unit)
        if text is None:
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        return text + "~" if self.approx else text

    def about(self) -> When:
        """The same period, known only approximately."""
        return replace(self, approx=True)


def day_of(day: date) -> When:
    """The period of one day."""
    return When(day, day, "day")


def month_of(year: int, month: int) -> When | None:
    """The period of one Gregorian month; None if there is no such month."""
    if not (1 <= year <= 9998 and 1 <= month <= 12):
        return None
    return When(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")


def year_of(year: int) -> When | None:
    """The period of one Gregorian year; None outside 1-9998."""
    return When(date(year, 1, 1), date(year, 12, 31), "year") if 1 <= year <= 9998 else None


def decade_of(year: int) -> When | None:
    """The decade that `year` begins."""
    return When(date(year, 1, 1), date(year + 9, 12, 31), "decade") if 1 <= year <= 9980 else None


def gregorian(year: int, month: int | None, day: int | None) -> When | None:
    """The day, month or year stated; None where the calendar has no such date (31 شباط)."""
    if month is None:
        return year_of(year)
    if day is None:
        return month_of(year, month)
    try:
        return day_of(date(year, month, day))
    except ValueError:
        return None


def hijri(year: int, month: int | None, day: int | None) -> When | None:
    """The Gregorian period of a Hijri date, by Umm al-Qura (hijridate); None outside 1343-1500 AH."""
    from hijridate import Hijri

    try:
        if month is not None and day is not None:
            return day_of(_plain(Hijri(year, month, day).to_gregorian()))
        first = Hijri(year, month or 1, 1)
        end = Hijri(year, month or 12, 1)
        last = Hijri(year, month or 12, end.month_length())
        return When(_plain(first.to_gregorian()), _plain(last.to_gregorian()), "span")
    except (ValueError, OverflowError):
        return None


def hijri_year(day: date) -> int | None:
    """The Hijri year in which `day` lies; None outside hijridate's range (1924-2077)."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)


def shift(day: date, unit: str, count: int) -> date | None:
    """`day` moved by `count` hours, days, weeks, months, years or decades; ends of months are clamped."""
    try:
        if unit in ("hour", "day", "week"):
            hours = {"hour": 1, "day": 24, "week": 168}[unit] * count
            return day + timedelta(days=hours // 24 if hours >= 0 else -(-hours // 24))
        months = {"month": 1, "year": 12, "decade": 120}[unit] * count
        index = day.year * 12 + day.month - 1 + months
        year, month = index // 12, index % 12 + 1
        return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        return None


def week_of(day: date) -> When:
    """The week of `day`, Monday to Sunday as in ISO 8601."""
    first = day - timedelta(days=day.weekday())
    return When(first, first + timedelta(days=6), "span")


def period_of(day: date, unit: str) -> When | None:
    """The day, week, month, year or decade in which `day` lies."""
    if unit == "week":
        return week_of(day)
    if unit == "month":
        return month_of(day.year, day.month)
    if unit == "year":
        return year_of(day.year)
    if unit == "decade":
        return decade_of(day.year // 10 * 10)
    return day_of(day)
