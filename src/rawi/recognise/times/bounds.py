"""Bounded times: tokens in, findings out. `منذ`, `حتى`, `بحلول`, `قبل`, `بعد`, `خلال`, `طوال`, `لمدة`."""

from __future__ import annotations

from datetime import date

from rawi.recognise.times.amounts import Amount
from rawi.recognise.times.calendar import When, month_of, period_of, shift
from rawi.recognise.times.draft import Draft
from rawi.recognise.times.ranges import STOPS, Found, RangeReader, ends

_WINDOW_REACH = 31


class BoundReader(RangeReader):
    """Reads times with a word before them that bounds them, and windows of time."""

    def read_bounded(self, index: int) -> Found | None:
        """What starts with `منذ`, `حتى`, `بحلول`, `قبل`, `بعد`, `خلال`, `طوال`, `لمدة`."""
        found = self.words.bounds.at(self.tokens, index)
        if found is None:
            return None
        kind, place = found
        if kind == "lasting":
            place += self.norm(place) in ("الي", "نحو", "حوالي")
            amount = self.amount(place)
            return Found(index, amount.end, None, "duration") if amount is not None else None
        if kind == "since":
            morning = self.words.since_morning.at(self.tokens, place)
            if morning is not None and self.words.weekdays.at(self.tokens, morning[1]) is None:
                today = self.published.isoformat() + "/" if self.published is not None else None
                return Found(index, morning[1], today, "relative")
        if kind in ("during", "throughout"):
            several = self.read_list(place)
            if several is not None:
                return Found(index, several.end, several.edtf, several.kind, several.draft, several.told)
        draft = self.read_core(place)
        if draft is not None:
            return self._bounded_core(index, kind, draft)
        amount = self.amount(place)
        return self._bounded_amount(index, kind, amount) if amount is not None else None

    def _bounded_core(self, index: int, kind: str, draft: Draft) -> Found | None:
        if kind == "since":
            ranged = self.read_to(draft.start, draft, start=index)
            if ranged is not None:
                return ranged
        if draft.day_to is not None:
            return self.read_day_range(draft, index)
        lean = "future" if kind == "by" else None
        when = self.resolve_draft(draft, lean)
        if kind in ("during", "throughout"):
            ranged = self.read_to(draft.start, draft, start=index)
            if ranged is not None:
                return ranged
        edtf = None
        if when is not None:
            edtf = self._bound(kind, draft, when)
        bare_now = draft.offset == 0 and draft.weekday is None and not draft.is_calendar
        if bare_now and kind in ("until", "before", "after", "since"):
            edtf = None
        return Found(index, draft.end, edtf, self.kind_of(draft), draft, (when,) if when else ())

    def _bound(self, kind: str, draft: Draft, when: When) -> str:
        if kind in ("during", "throughout"):
            return when.edtf
        first, last = ends(when)
        if kind in ("until", "by", "before"):
            return f"/{last}"
        begun = kind == "since" and draft.unit in ("month", "year") and draft.shift == 0
        if begun and self.published is not None:
            fine = "month" if draft.unit == "year" else "day"
            start, end = period_of(when.first, fine), period_of(self.published, fine)
            if start is not None and end is not None:
                return f"{start.edtf}/{end.edtf}"
        return f"{first}/"

    def _bounded_amount(self, index: int, kind: str, amount: Amount) -> Found | None:
        end, exact = amount.end, False
        if self.norm(end) == "من" and self.norm(end + 1) in ("الان", "اليوم"):
            end, exact = end + 2, True
        if kind in ("during", "by"):
            return self._window(index, amount)
        if kind == "throughout":
            return self._throughout(index, amount)
        if kind == "after":
            return self._after(index, amount, end, exact=exact)
        if kind == "until" or amount.side == "future":
            return None
        if amount.vague:
            return Found(index, end, None, "vague")
        base = self.published
        if kind == "before" and self.norm(end) == "من" and not exact:
            date_after = self.read_core(end + 1)
            if date_after is None:
                return Found(index, end, None, "relative")
            when = self.resolve_draft(date_after)
            base, end = when.first if when is not None else None, date_after.end
        if amount.side == "past":
            end = amount.end
        point = amount.point(base, -1, exact=exact) if base is not None else None
        edtf = point.edtf if point is not None else None
        if edtf is not None and kind == "since" and not exact:
            edtf += "/"
        return Found(index, end, edtf, "relative", None, (point,) if point else ())

    def _after(self, index: int, amount: Amount, end: int, *, exact: bool) -> Found:
        """`بعد يومين` from what was told; `بعد يومين من …` the event so long before what was told."""
        if exact:
            when = amount.point(self.published, 1, exact=True) if self.published is not None else None
            return self.make_point(index, end, when)
        told = self.resolver.last_day(until_published=True)
        if self.norm(end) in ("من", "علي"):
            dated = self.read_core(end + 1, told=False)
            if dated is not None:
                base = self.resolve_draft(dated)
                when = amount.point(base.first, 1) if base is not None and base.unit == "day" else None
                return self.make_point(index, dated.end, when)
            if self.norm(end + 1) in self.words.lasting_nouns and amount.unit in ("year", "month", "decade"):
                return self._stretch(index, amount, end, told or self.published)
            when = amount.point(told, -1) if told is not None else None
            return Found(index, end + 1, when.edtf if when else None, "relative")
        if amount.side is not None:
            return Found(index, end, None, "relative")
        when = amount.point(told, 1) if told is not None else None
        return self.make_point(index, end, when)

    def make_point(self, index: int, end: int, when: When | None) -> Found:
        return Found(index, end, when.edtf if when else None, "relative", None, (when,) if when else ())

    def _stretch(self, index: int, amount: Amount, end: int, until: date | None) -> Found:
        """From about so long ago: `2007~/2017`."""
        unit = "month" if amount.unit == "month" else "year"
        begun = amount.move(until, -1) if until is not None and not amount.vague else None
        first = period_of(begun, unit) if begun is not None else None
        last = period_of(until, unit) if until is not None else None
        if first is None or last is None:
            return Found(index, end, None, "duration")
        first = first if amount.side == "past" else first.about()
        return Found(index, end, f"{first.edtf}/{last.edtf}", "range")

    def _throughout(self, index: int, amount: Amount) -> Found:
        if amount.side == "past" and not amount.vague and amount.unit in ("hour", "day", "week"):
            return self._window(index, amount)
        if amount.unit in ("month", "year", "decade") and amount.side != "future":
            return self._stretch(index, amount, amount.end, self.published)
        return Found(index, amount.end, None, "duration")

    def _window(self, index: int, amount: Amount) -> Found:
        """The days to come within an amount, or, after `الماضية`, the days just past."""
        base = self.published
        if amount.vague:
            value = None if amount.side == "past" else self._within_days(amount)
            return Found(index, amount.end, value, "vague")
        if amount.side is None:
            return self._window_ahead(index, amount)
        if base is None or amount.unit == "hour":
            return Found(index, amount.end, None, "duration")
        if amount.side != "past":
            return self._days(index, amount.end, base, amount.move(base, 1))
        coarse = "year" if amount.unit == "decade" else amount.unit
        return self._days(index, amount.end, amount.move(base, -1), base, unit=coarse)

    def _days(
        self, index: int, end: int, first: date | None, last: date | None, *, unit: str = "day"
    ) -> Found:
        """From `first` to `last`, in days unless `unit` is month or year."""
        fine = unit if unit in ("month", "year") else "day"
        begin = period_of(first, fine) if first is not None else None
        finish = period_of(last, fine) if last is not None else None
        if begin is None or finish is None:
            return Found(index, end, None, "duration")
        return Found(index, end, f"{begin.edtf}/{finish.edtf}", "range")

    def _window_ahead(self, index: int, amount: Amount) -> Found:
        """`خلال 60 يوما` from a date named after it, or, in a plan, from what was told or publication."""
        counted_from = self.norm(amount.end) in ("من", "منذ")
        if counted_from:
            dated = self.read_core(amount.end + 1, told=False)
            base = self.resolve_draft(dated) if dated is not None else None
            if dated is not None and base is not None and base.unit == "day" and amount.unit != "hour":
                return self._days(index, dated.end, base.first, amount.move(base.first, 1))
        if amount.unit == "hour" or not (counted_from or self._lies_ahead(index)):
            return Found(index, amount.end, None, "duration")
        start = self._window_start()
        return self._days(index, amount.end, start, amount.move(start, 1) if start is not None else None)

    def _window_start(self) -> date | None:
        """The day from which an unmarked window counts: the event told last, if recent, or publication."""
        told = self.resolver.last_day(until_published=True)
        if told is None or self.published is None or (self.published - told).days > _WINDOW_REACH:
            return self.published
        return told

    def _within_days(self, amount: Amount) -> str | None:
        """`خلال أيام`: the month of publication, where ten days more still lie in it."""
        if amount.unit != "day" or amount.side is not None or self.published is None:
            return None
        later = shift(self.published, "day", 10)
        if later is None or later.month != self.published.month:
            return None
        month = month_of(later.year, later.month)
        return month.edtf if month is not None else None

    def _lies_ahead(self, index: int) -> bool:
        """Whether the sentence speaks of plans before a window, and of no dead or wounded just before."""
        for place in range(index - 1, max(-1, index - 61), -1):
            norm = self.tokens[place].norm
            if norm in STOPS:
                break
            word = norm[1:] if norm[:1] in ("و", "ف") else norm
            if index - place <= 8 and word in self.words.tolls:
                return False
            if word in self.words.plans or word in self.words.future_cues or word in self.words.near_cues:
                return True
            if self.is_future_verb(norm):
                return True
            if word[:1] == "ي" and len(word) >= 4 and word not in self.words.triggers:
                return True
        return False

    def read_definite_amount(self, index: int) -> Found | None:
        """`في العامين الماضيين`, `الشهور الماضية`."""
        if self.words.definite_units.at(self.tokens, index) is None and self.norm(index) != "ال":
            return None
        amount = self.amount(index)
        return self._window(index, amount) if amount is not None and amount.side is not None else None
