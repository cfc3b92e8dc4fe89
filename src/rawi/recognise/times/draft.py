"""A time as its words state it, before it is resolved: filled by the grammar, read by the resolver."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.recognise.times.records import Stated


@dataclass(slots=True)
class Draft:
    """What tokens `start` to `end` state. A field is None where nothing is said of it.

    `shift` moves the publication's `unit` (`الشهر الماضي`: month, -1); `tie` does the same from the previous
    mention (`الشهر نفسه`: month, 0). `year_shift` and `year_tie` do so for the year of a date. `qualifier`
    is past, future, current or same. `nth` is the ordinal of the weekday in its month.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    day_to: int | None = None
    hijri_year: int | None = None
    hijri_month: int | None = None
    hijri_day: int | None = None
    months: list[tuple[int, int, int]] = field(default_factory=list)
    weekday: int | None = None
    nth: int | None = None
    offset: int | None = None
    qualifier: str | None = None
    year_shift: int | None = None
    year_tie: bool = False
    unit: str | None = None
    shift: int | None = None
    tie: int | None = None
    approx: bool = False
    part: str | None = None
    decade: int | None = None
    bare_day: int | None = None
    backwards: tuple[str, str] | None = None

    @property
    def is_gregorian(self) -> bool:
        """Whether a Gregorian year or month is stated."""
        return self.year is not None or self.month is not None

    @property
    def is_hijri(self) -> bool:
        """Whether a Hijri year or month is stated."""
        return self.hijri_year is not None or self.hijri_month is not None

    @property
    def is_calendar(self) -> bool:
        """Whether a calendar date, month, year or decade is stated."""
        return self.is_gregorian or self.is_hijri or self.decade is not None

    @property
    def has_day(self) -> bool:
        """Whether a day is stated, by its number, its weekday or its distance."""
        return any(
            part is not None
            for part in (self.day, self.hijri_day, self.weekday, self.offset, self.bare_day)
        ) or (self.unit == "day")  # fmt: skip

    def stated(self, words: list[str]) -> Stated:
        """The stated parts for checks; `words` are the texts of `months`."""
        named = self.month or self.year or (self.day if self.unit == "month" else None)
        return Stated(
            weekday=self.weekday,
            months=tuple((word, number) for word, (_, _, number) in zip(words, self.months, strict=True)),
            gregorian=(self.year, self.month, self.day) if named else None,
            hijri=(self.hijri_year, self.hijri_month, self.hijri_day) if self.is_hijri else None,
            offset=self.offset,
            part=self.part,
            backwards=self.backwards,
        )
