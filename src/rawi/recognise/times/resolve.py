"""Drafts in, periods out: against the publication date and what the text told before.

Nothing is resolved in silence: without a publication date or an earlier mention to rest on, the
answer is None and the words stay as they are.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from rawi.recognise.times.calendar import (
    When,
    day_of,
    decade_of,
    gregorian,
    hijri,
    hijri_year,
    period_of,
    shift,
    week_of,
)
from rawi.recognise.times.draft import Draft


class Resolver:
    """Resolves drafts against `published`; `told` are the periods of the mentions so far, in order."""

    def __init__(self, published: date | None, *, message: bool = False) -> None:
        self.published = published
        self.message = message
        self.told: list[When] = []

    def resolve(self, draft: Draft, *, lean: str = "past", after: When | None = None) -> When | None:
        """The period `draft` stands for.

        `lean` decides where year and qualifier are missing: past, future, or near. A date without a year
        is looked for from `after` on, where given (the year a sentence has told).
        """
        when = self._period(draft, lean, after)
        return when.about() if when is not None and draft.approx else when

    def _period(self, draft: Draft, lean: str, after: When | None) -> When | None:
        if draft.decade is not None:
            return decade_of(draft.decade)
        if draft.nth is not None:
            return self._nth_weekday(draft, lean)
        if draft.is_gregorian:
            return self._gregorian(draft, lean, after)
        if draft.is_hijri:
            return self._hijri(draft, lean)
        if draft.offset is not None:
            return self._moved("day", draft.offset)
        if draft.bare_day is not None:
            return self._bare_day(draft, lean)
        if draft.weekday is not None:
            return self._weekday(draft, lean)
        return self._unit(draft)

    # What was told

    def last(self, *units: str) -> When | None:
        """The latest mention told in one of `units`."""
        return next((when for when in reversed(self.told) if when.unit in units), None)

    def last_day(self, *, until_published: bool = False) -> date | None:
        """The latest day told; with `until_published` not one that lay ahead."""
        for when in reversed(self.told):
            ahead = self.published is not None and when.first > self.published
            if when.unit == "day" and not (until_published and ahead):
                return when.first
        return None

    def _tie(self, unit: str, count: int) -> When | None:
        units = {"day": ("day",), "week": ("day",), "month": ("day", "month")}
        when = self.last(*units.get(unit, ("day", "month", "year")))
        base = when.first if when is not None else (self.published if self.message else None)
        if base is None:
            return None
        moved = shift(base, unit, count)
        return period_of(moved, unit) if moved is not None else None

    def _moved(self, unit: str, count: int) -> When | None:
        moved = shift(self.published, unit, count) if self.published is not None else None
        return period_of(moved, unit) if moved is not None else None

    # Kinds of draft

    def _unit(self, draft: Draft) -> When | None:
        if draft.unit is None:
            return None
        if draft.tie is not None:
            when = self._tie(draft.unit, draft.tie)
        else:
            when = self._moved(draft.unit, draft.shift or 0)
        if when is None or draft.day is None:
            return when
        return gregorian(when.first.year, when.first.month, draft.day)

    def _gregorian(self, draft: Draft, lean: str, after: When | None) -> When | None:
        year = draft.year
        if year is None and draft.year_tie:
            told = self.last("day", "month", "year")
            year = told.first.year if told is not None else None
            if year is None:
                return None
        if year is None and draft.year_shift is not None:
            if self.published is None:
                return None
            year = self.published.year + draft.year_shift
        if year is not None:
            return gregorian(year, draft.month, draft.day)
        if draft.qualifier == "same":
            told = self.last("day", "month", "year")
            return gregorian(told.first.year, draft.month, draft.day) if told is not None else None
        return self._pick(draft, lean, after, lambda year: gregorian(year, draft.month, draft.day))

    def _hijri(self, draft: Draft, lean: str) -> When | None:
        if draft.hijri_year is not None:
            return hijri(draft.hijri_year, draft.hijri_month, draft.hijri_day)
        base = hijri_year(self.published) if self.published is not None else None
        if base is None or self.published is None:
            return None
        distance = base - self.published.year
        month, day = draft.hijri_month, draft.hijri_day
        return self._pick(draft, lean, None, lambda year: hijri(year + distance, month, day))

    def _pick(
        self, draft: Draft, lean: str, after: When | None, period: Callable[[int], When | None]
    ) -> When | None:
        """The occurrence of a date without a year that qualifier, distance, told year or lean ask for."""
        if self.published is None:
            return None
        today = self.published
        base = after.first.year if after is not None else today.year
        found = [when for year in range(base - 5, base + 6) if (when := period(year)) is not None]
        if draft.offset is not None:
            told = today + timedelta(days=draft.offset)
            return min(found, key=lambda when: abs((when.first - told).days), default=None)
        if after is not None:
            return next((when for when in found if when.last >= after.first), None)
        if draft.qualifier == "current":
            return period(today.year)
        if draft.qualifier == "past":
            return next((when for when in reversed(found) if when.last < today), None)
        if draft.qualifier in ("future", "following"):
            return next((when for when in found if when.first > today), None)
        if lean == "future":
            return next((when for when in found if when.last >= today), None)
        if lean == "near":
            return min(found, key=lambda when: abs((when.first - today).days), default=None)
        return next((when for when in reversed(found) if when.first <= today), None)

    def _weekday(self, draft: Draft, lean: str) -> When | None:
        weekday = draft.weekday or 0
        if draft.unit == "week":
            tied = draft.tie is not None
            week = self._tie("week", draft.tie or 0) if tied else self._moved("week", draft.shift or 0)
            return day_of(week.first + timedelta(days=weekday)) if week is not None else None
        base = self.published
        if draft.qualifier == "following" and (told := self.last_day()) is not None:
            base = told
        if draft.qualifier == "same":
            return self._tie("day", 0)
        if base is None:
            return None
        behind = (base.weekday() - weekday) % 7
        ahead = (weekday - base.weekday()) % 7
        if draft.qualifier == "past":
            return day_of(base - timedelta(days=behind or 7))
        if draft.qualifier in ("future", "following"):
            return day_of(base + timedelta(days=ahead or 7))
        if draft.qualifier == "current":
            return day_of(week_of(base).first + timedelta(days=weekday))
        if lean == "future":
            return day_of(base + timedelta(days=ahead))
        return day_of(base - timedelta(days=behind))

    def _bare_day(self, draft: Draft, lean: str) -> When | None:
        """The latest such day of a month (the next, where lean is future) that has the stated weekday."""
        if self.published is None or draft.bare_day is None:
            return None
        if draft.qualifier == "current":
            return gregorian(self.published.year, self.published.month, draft.bare_day)
        for step in (0, 1, 2) if lean == "future" else (0, -1, -2):
            first = shift(self.published.replace(day=1), "month", step)
            when = gregorian(first.year, first.month, draft.bare_day) if first is not None else None
            if when is None:
                if self.message and step == 0:
                    return None
                continue
            if (when.first < self.published) if lean == "future" else (when.first > self.published):
                continue
            if draft.weekday is None or when.first.weekday() == draft.weekday:
                return when
        return None

    def _nth_weekday(self, draft: Draft, lean: str) -> When | None:
        """`الجمعة الأولى من يوليو`; without a month, of the month of publication."""
        if draft.month is not None:
            month = self._gregorian(draft, lean, None)
        else:
            month = self._moved("month", draft.shift or 0)
        if month is None or draft.nth is None or draft.weekday is None:
            return None
        first = month.first + timedelta(days=(draft.weekday - month.first.weekday()) % 7)
        day = first + timedelta(weeks=draft.nth - 1)
        return day_of(day) if day <= month.last else None
