"""Days and parts of periods: tokens in, drafts out. `مساء أمس الاثنين 17 أيلول`, `أواخر 2013`."""

from __future__ import annotations

from rawi.arabic.numbers import parse_ordinal
from rawi.arabic.tokens import NUMBER
from rawi.recognise.times.base import COMMAS, DASHES, Unit
from rawi.recognise.times.dates import DateReader
from rawi.recognise.times.draft import Draft
from rawi.recognise.times.vocabulary import POINTING

_FIRST_DAY = (("اليوم", "الاول"), ("يومها", "الاول"), ("يومه", "الاول"))
_QUOTE = '"'


class CoreReader(DateReader):
    """Reads one time without what bounds it (`منذ`, `حتى`, `بين`)."""

    def core(self, index: int, *, told: bool = False) -> Draft | None:
        """The time at `index`: a day, a part of a period, a month, a year. `told`: see `DateReader.month`."""
        if index >= len(self.tokens):
            return None
        if self.tokens[index].kind == NUMBER:
            return self.day(index) or self.year(index, told=told)
        if not self._may_start_core(index):
            return None
        return (
            self.night(index)
            or self.first_day(index)
            or self.day(index)
            or self.part(index)
            or self.month(index, told=told)
            or self.season(index)
            or self.unit(index)
            or self.year(index, told=told)
            or self.decade(index)
        )

    def _may_start_core(self, index: int) -> bool:
        """Whether the word at `index`, and what it may point at behind it, can begin a time."""
        starts, norm = self.words.core_starts, self.tokens[index].norm
        if norm not in POINTING or not starts[norm]:
            return starts[norm]
        if index + 1 >= len(self.tokens):
            return False
        following = self.tokens[index + 1]
        return following.kind == NUMBER or starts[following.norm]

    # Days

    def night(self, index: int) -> Draft | None:
        """`الليلة الماضية`, `ليلة أمس`, `الليلة`."""
        for table, offset in ((self.words.nights_past, -1), (self.words.nights_now, 0)):
            found = table.at(self.tokens, index)
            if found is not None and self.words.qualifiers.at(self.tokens, found[1]) is None:
                draft = Draft(index, found[1], offset=offset)
                more = self._weekday(found[1], draft)
                draft.end = more or draft.end
                return draft
        return None

    def first_day(self, index: int) -> Draft | None:
        """`اليوم الأول`, `في يومها الأول`: the day that was told before."""
        pair = self.norm(index).removeprefix("ل"), self.norm(index + 1)
        if pair in _FIRST_DAY and self.norm(index - 1) not in self.words.not_seventh_after:
            return Draft(index, index + 2, unit="day", tie=0)
        return None

    def day(self, index: int) -> Draft | None:
        """A day by any of: part of the day, distance (`أمس`), weekday, date in one or two calendars."""
        nth = self._nth_weekday(index)
        if nth is not None:
            return nth
        draft = Draft(index, index)
        this_week = self.norm(index) in ("هذا", "هذه")
        place = self._leads(index + this_week, draft)
        read = False
        for _ in range(5):
            end = self._component(place, draft, further=read)
            if end is None and read:
                place_after_lead = self._leads(place, draft)
                if place_after_lead > place:
                    end = self._component(place_after_lead, draft, further=True)
                    if end is None and draft.offset is not None and self._adverb(place, place_after_lead):
                        draft.end = place_after_lead
            if end is None:
                break
            place, read = end, True
            draft.end = end
        if not read:
            return None
        if draft.weekday is not None and not draft.is_calendar and draft.offset is None:
            self._weekday_tail(draft)
            if this_week and draft.qualifier is None:
                draft.qualifier = "current"
        elif this_week and draft.offset is None:
            return None
        return draft if draft.bare_day is None or self._fits(draft) else None

    def _nth_weekday(self, index: int) -> Draft | None:
        """`أول يوم جمعة من يوليو`: the ordinal before the weekday."""
        if self.norm(index) not in ("اول", "اولي"):
            return None
        place = index + 1 + (self.norm(index + 1) == "يوم")
        weekday = self.words.bare_weekdays.at(self.tokens, place) if place > index + 1 else None
        if weekday is None:
            return None
        draft = Draft(index, weekday[1], weekday=weekday[0], nth=1)
        self._weekday_tail(draft)
        return draft if draft.month is not None or draft.shift is not None else None

    def _adverb(self, start: int, end: int) -> bool:
        return end == start + 1 and self.norm(start) in ("صباحا", "مساء", "ليلا", "فجرا", "ظهرا")

    def _leads(self, index: int, draft: Draft) -> int:
        """Past `يوم`, `مساء`, `فجر يوم` …; keeps the part of the day."""
        place = index
        for _ in range(4):
            found = self.words.day_leads.at(self.tokens, place)
            if found is not None:
                draft.part, place = found
                continue
            word = self.words.day_words.at(self.tokens, place)
            if word is None:
                break
            place = word[1]
        return place

    def _component(self, place: int, draft: Draft, *, further: bool) -> int | None:
        if not further:
            return self._distance(place, draft) or self._weekday(place, draft) or self._date(place, draft)
        opened = self.norm(place) == "("
        comma = self.norm(place) in COMMAS
        start = place + (opened or comma or self.norm(place) in (*DASHES, "/"))
        corresponds = self.words.corresponds.at(self.tokens, start)
        if corresponds is not None:
            start = corresponds[1]
            start += self.norm(start) in ("ل", "يوم")
        elif start == place and self.norm(start) in ("في", "من") and draft.weekday is not None:
            start += 1
            end = self._date(start, draft) if self._dated(start) else None
            return end
        if self.norm(start) == "يوم":
            start += 1
        elif self.norm(start).startswith("و") and self.norm(start) not in ("واحد", "واحده"):
            return None
        end = self._distance(start, draft) or self._second_weekday(start, draft, comma=comma)
        end = end or self._date(start, draft)
        if end is not None and opened:
            return end + 1 if self.norm(end) == ")" else None
        return end

    def _dated(self, start: int) -> bool:
        return not self.is_year_number(start)

    def _distance(self, place: int, draft: Draft) -> int | None:
        found = self.words.days.at(self.tokens, place)
        if found is None or draft.offset is not None or draft.is_calendar or draft.weekday is not None:
            return None
        offset, end = found
        if offset >= 0 and (not self._is_today(end) or self._is_outlet(place, end)):
            return None
        if self.words.qualifiers.at(self.tokens, end) and self.norm(end) not in ("هذا", "هذه"):
            return None
        draft.offset = offset
        return end

    def _is_today(self, end: int) -> bool:
        """Whether the word before `end` is a day, and not the first of `اليوم الأول`."""
        if self.norm(end).startswith("ال") and parse_ordinal(self.tokens, end) is not None:
            return self.words.weekdays.at(self.tokens, end) is not None
        return self.norm(end) not in ("نفسه", "ذاته")

    def _is_outlet(self, place: int, end: int) -> bool:
        """Whether `اليوم` or `الغد` ends an outlet's name: `روسيا اليوم`, `«سهيل الغد»`, not `بغداد غدا`."""
        if "ال" not in self.norm(place)[:3]:
            return False
        before = self.norm(place - 1).removeprefix("و")
        if before in self.words.not_today_after or before == "ذلك":
            return True
        if before in self.words.outlet_unless_placed:
            return self.norm(place - 2) not in self.words.placing
        if self.norm(end) == _QUOTE:
            return any(self.norm(start) == _QUOTE for start in range(place - 3, place))
        return False

    def _weekday(self, place: int, draft: Draft) -> int | None:
        if draft.weekday is not None or draft.is_calendar:
            return None
        found = self.words.weekdays.at(self.tokens, place)
        if found is None:
            lead = self.norm(place - 1) in ("يوم", "ليوم", "بيوم", "ليله", "مساء", "صباح")
            found = self.words.bare_weekdays.at(self.tokens, place) if lead else None
        if found is None:
            return None
        before = self.norm(place - 1)
        if before in self.words.not_weekday_after or self.norm(found[1]) == "عشر":
            return None
        if self.norm(found[1]) in self.words.name_tails:
            return None
        if found[0] == 0 and before in self.words.not_monday_after and self.norm(place) == "الاثنين":
            return None
        draft.weekday = found[0]
        return found[1]

    def _second_weekday(self, start: int, draft: Draft, *, comma: bool) -> int | None:
        """A weekday after `أمس`; across a comma only where the two agree."""
        found = self.words.weekdays.at(self.tokens, start)
        if found is None or draft.offset is None:
            return self._weekday(start, draft)
        if self.words.qualifiers.at(self.tokens, found[1]) is not None:
            return None
        if comma and self.published is not None:
            told = (self.published.weekday() + draft.offset) % 7
            if told != found[0]:
                return None
        return self._weekday(start, draft)

    def _date(self, place: int, draft: Draft) -> int | None:
        """A calendar date, or the bare day of the month beside its weekday, merged into `draft`."""
        if draft.day is not None and draft.hijri_day is not None:
            return None
        date = self.with_day(place)
        if date is None:
            if self.message or draft.weekday is not None:
                return self._bare_day(place, draft)
            return None
        if draft.is_calendar and (date.is_hijri == draft.is_hijri or date.is_gregorian == draft.is_gregorian):
            return None
        if draft.unit is not None:
            return None
        draft.months = draft.months + date.months
        for name in ("year", "month", "day", "day_to", "hijri_year", "hijri_month", "hijri_day", "qualifier"):
            if getattr(date, name) is not None:
                setattr(draft, name, getattr(date, name))
        for name in ("year_shift", "unit", "shift", "tie"):
            if getattr(date, name) is not None:
                setattr(draft, name, getattr(date, name))
        draft.year_tie = draft.year_tie or date.year_tie
        return date.end

    def _bare_day(self, place: int, draft: Draft) -> int | None:
        """`الخميس 21`: a day of the month without its month, where nothing is counted after it."""
        if draft.is_calendar or draft.offset is not None or draft.bare_day is not None:
            return None
        if draft.weekday is not None and self.norm(place - 1) != "في":
            ordinal = parse_ordinal(self.tokens, place)
            if ordinal is not None and ordinal[0] <= 5:
                draft.nth = ordinal[0]
                return ordinal[1]
        number = self.day_number(place)
        if number is None or draft.nth is not None:
            return None
        follower = self.tokens[number[1]] if number[1] < len(self.tokens) else None
        if follower is not None and follower.kind not in ("mark", "break"):
            return None
        if (
            draft.weekday is None
            and self.norm(place - 1) not in ("في", "الي", "يوم")
            and not (self.norm(place).startswith("لل"))
        ):
            return None
        draft.bare_day = number[0]
        if self.norm(place - 1) == "الي" or self.norm(place).startswith("لل"):
            draft.qualifier = "current"
        return number[1]

    def _fits(self, draft: Draft) -> bool:
        return self.message or draft.weekday is not None

    def _weekday_tail(self, draft: Draft) -> None:
        """`الماضي`, `المقبل`, `من الأسبوع المقبل`, `الأول من يوليو` after a weekday."""
        end = draft.end
        if draft.nth is not None:
            place = end + (self.norm(end) in ("من", "في"))
            month = self.month(place, told=True)
            if month is not None:
                self._take_month(draft, month)
            unit = self.definite_unit(place)
            if unit is not None and unit[0] == "month":
                draft.shift, draft.end = unit[1], unit[3]
            return
        qualifier = self.words.qualifiers.at(self.tokens, end)
        if qualifier is not None and self.norm(end) not in ("هذا", "هذه"):
            draft.qualifier, draft.end = qualifier
            if self.norm(end) in self.words.following:
                draft.qualifier = "following"
            dated = self._component(draft.end, draft, further=True)
            draft.end = dated if dated is not None else draft.end
            return
        place = end + (self.norm(end) == "من")
        unit = self.definite_unit(place)
        if unit is not None and unit[0] == "week" and (unit[1] is not None or unit[2] is not None):
            draft.unit, draft.shift, draft.tie, draft.end = unit

    def _take_month(self, draft: Draft, month: Draft) -> None:
        draft.month, draft.year, draft.months = month.month, month.year, month.months
        draft.qualifier, draft.year_shift, draft.end = month.qualifier, month.year_shift, month.end

    # Periods

    def part(self, index: int) -> Draft | None:
        """`مطلع آب`, `أواخر 2013`, `نهاية العام`: the period, with its part kept."""
        found = self.words.parts.at(self.tokens, index)
        if found is None:
            return None
        name, place = found
        place += self.norm(place) == "من"
        draft = (
            self.month(place, told=True)
            or self.season(place)
            or self.year(place, told=True)
            or self.unit(place, bare=True)
            or self.decade(place)
        )
        if draft is None or draft.unit == "day":
            return None
        draft.start, draft.part = index, name
        return draft

    def season(self, index: int) -> Draft | None:
        """`صيف 2014`, `خريف العام الماضي`: the year, with the season kept."""
        found = self.words.seasons.at(self.tokens, index)
        if found is None:
            return self._definite_season(index)
        name, place = found
        place += self.norm(place) == "من"
        draft = self.year(place, told=True) or self.unit(place)
        if draft is None or (draft.unit or "year") != "year":
            return None
        draft.start, draft.part = index, name
        return draft

    def _definite_season(self, index: int) -> Draft | None:
        """`الصيف الماضي`: the year of the season last past, of the next one, or of this one."""
        found = self.words.definite_seasons.at(self.tokens, index)
        qualifier = self.words.qualifiers.at(self.tokens, found[1]) if found is not None else None
        if found is None or qualifier is None or qualifier[0] == "same":
            return None
        month = self.published.month if self.published is not None else 1
        shift = {"past": 0 if month > found[0] else -1, "future": 0 if month < found[0] - 2 else 1}
        name = self.norm(index)
        return Draft(index, qualifier[1], unit="year", shift=shift.get(qualifier[0], 0), part=name)

    def unit(self, index: int, *, bare: bool = False) -> Draft | None:
        """`الشهر الماضي`, `هذا العام`, `الليلة نفسها`; with `bare` also `العام` alone."""
        found = self.definite_unit(index)
        if found is None:
            return None
        before_week = self._week_and_day(index, found)
        if before_week is not None:
            return before_week
        unit, shift, tie, end = found
        if shift is None and tie is None:
            if not bare or unit not in ("month", "year"):
                return None
            shift = 0
        elif unit == "day" and shift == 0 and self.norm(index) == "هذا":
            return Draft(index, end, offset=0)
        draft = Draft(index, end, unit=unit, shift=shift, tie=tie)
        return draft

    def _week_and_day(self, index: int, found: Unit) -> Draft | None:
        """`الأسبوع المقبل يوم الجمعة`: the day behind the unit `found` at `index`."""
        if found[0] != "week" or found[1] is None:
            return None
        place = found[3] + (self.norm(found[3]) == "يوم")
        weekday = self.words.weekdays.at(self.tokens, place)
        if weekday is None:
            return None
        return Draft(index, weekday[1], unit="week", shift=found[1], weekday=weekday[0])
