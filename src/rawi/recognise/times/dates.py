"""Calendar dates: tokens in, drafts out. Numeric dates, days with months, months, years, decades."""

from __future__ import annotations

from rawi.arabic.numbers import parse_ordinal
from rawi.arabic.tokens import NUMBER
from rawi.recognise.times.base import COMMAS, DASHES, PieceReader
from rawi.recognise.times.draft import Draft


class DateReader(PieceReader):
    """Reads calendar dates at a token."""

    def year_tail(self, draft: Draft, index: int, *, is_hijri: bool) -> int:
        """The year or the "last", "next", "same year" after a month; the index after it, or `index`."""
        place = index
        separated = self.norm(place) in (*COMMAS, "/", ".", "\\", *DASHES)
        if separated or self.norm(place) in ("من", "في", "ل"):
            place += 1
        headed = self.norm(place) in self.words.year_heads.table
        read = self.year_at(place + 1 if headed else place)
        if read is not None and not self._counts(read[2]):
            year, says_hijri, end = read
            if is_hijri and says_hijri is not False:
                draft.hijri_year = year
            else:
                draft.year = year
            return end
        if separated:
            return index
        unit = self.definite_unit(place)
        if unit is not None and unit[0] == "year":
            draft.year_shift, draft.year_tie = unit[1], unit[2] is not None
            if unit[1] is not None or unit[2] == 0:
                return unit[3]
            draft.year_shift, draft.year_tie = None, False
        qualifier = self.words.qualifiers.at(self.tokens, index)
        if qualifier is not None and self.norm(index) not in ("هذا", "هذه"):
            draft.qualifier = qualifier[0]
            return qualifier[1]
        return index

    def _counts(self, index: int) -> bool:
        """Whether the word at `index` is a thing counted, so that the number before it is no year."""
        return self.norm(index) in self.words.counted

    def numeric(self, index: int) -> Draft | None:
        """`12/5/2022`, `2022-05-12`, `17.5.2018`, and day and month alone after `يوم`."""
        token = self.tokens[index] if index < len(self.tokens) else None
        if token is None or token.kind != NUMBER:
            return None
        fields, end = [token.norm], index + 1
        if token.norm.count(".") == 2:
            fields = token.norm.split(".")
        elif self.norm(end) in ("/", "-", "\\"):
            mark = self.norm(end)
            spaced = False
            while len(fields) < 3 and self.norm(end) == mark and self.norm(end + 1).isdigit():
                spaced = spaced or not self._adjacent(end)
                fields.append(self.norm(end + 1))
                end += 2
            if spaced and not (len(fields) == 3 and any(len(part) == 4 for part in fields)):
                return None
        elif self.message and token.norm.count(".") == 1:
            fields = token.norm.split(".")
        if not all(part.isdigit() and len(part) <= 4 for part in fields):
            return None
        if len(fields) == 2 and self.message and self.norm(end) == "," and self.norm(end + 1).isdigit():
            year = self.norm(end + 1)
            fields = [fields[1], fields[0], year if len(year) == 4 else f"20{year:0>2}"]
            end += 2
        draft = Draft(index, end)
        if len(fields) == 3:
            return draft if self._three(draft, [int(part) for part in fields], fields) else None
        if len(fields) == 2 and (self.message or self.words.day_words.at(self.tokens, index - 1)):
            return draft if self._two(draft, int(fields[0]), int(fields[1])) else None
        return None

    def _adjacent(self, index: int) -> bool:
        """Whether a number stands directly after the mark at `index`, which stands directly after another."""
        return (
            index + 1 < len(self.tokens)
            and self.tokens[index + 1].kind == NUMBER
            and self.tokens[index - 1].end == self.tokens[index].start
            and self.tokens[index].end == self.tokens[index + 1].start
        )

    def _three(self, draft: Draft, numbers: list[int], fields: list[str]) -> bool:
        first, second, third = numbers
        if len(fields[0]) == 4:
            year, month, day = first, second, third
        elif len(fields[2]) == 4 or first > 31:
            year, month, day = third, second, first
        else:
            year, month, day = 2000 + third, second, first
            later = self.published is not None and year > self.published.year
            if (later and third <= 31) or not 1 <= first <= 31:
                year, day = 2000 + first, third
        if month > 12 >= day:
            month, day = day, month
        if not (1 <= month <= 12 and 1 <= day <= 31):
            return False
        follower = self.norm(draft.end)
        if follower in self.words.hijri_era or follower in self.words.common_era:
            draft.end += 1
        if follower in self.words.hijri_era or 1300 <= year <= 1500:
            draft.hijri_year, draft.hijri_month, draft.hijri_day = year, month, day
        elif 1600 <= year <= 2199:
            draft.year, draft.month, draft.day = year, month, day
        else:
            return False
        return True

    def _two(self, draft: Draft, first: int, second: int) -> bool:
        day, month = (first, second) if second <= 12 else (second, first)
        draft.day, draft.month = day, month
        return 1 <= month <= 12 and 1 <= day <= 31

    def day_month(self, index: int) -> Draft | None:
        """`10 آذار 2025`, `الحادي والعشرين من أبريل`, `3 إلى 5 أيار`, `العاشر من الشهر نفسه`."""
        read = self.day_number(index)
        if read is None:
            return None
        day, place = read
        draft = Draft(index, place, day=day)
        place = self._second_day(draft, place)
        if self.norm(place) in (".", "/", *DASHES) and self.words.months.at(self.tokens, place + 1):
            place += 1
        while self.norm(place) in ("من", "شهر", "لشهر", "في"):
            place += 1
        if self.norm(place) == "منه" or self.norm(place - 1) == "منه":
            draft.unit, draft.tie, draft.end = "month", 0, place + 1
            return draft
        months = self.months_at(place)
        if months is None:
            return self._day_of_unit(draft, place)
        names, month, end = months
        if month.hijri:
            draft.day, draft.hijri_day = None, day
        self.set_month(draft, names, month)
        draft.end = self.year_tail(draft, end, is_hijri=month.hijri)
        return None if draft.end == end and self._is_name(index) else draft

    def _is_name(self, index: int) -> bool:
        """Whether the day at `index` belongs to a name: قوى 14 آذار, ثورة 25 يناير."""
        before = self.norm(index - 1)
        return before in self.words.name_heads or before[1:] in self.words.name_heads

    def _second_day(self, draft: Draft, place: int) -> int:
        """Past `إلى 5`, `و5`, `و5 و6`, whose last number is the last day."""
        while (after := self._next_day(draft, place)) > place:
            place = after
        return place

    def _next_day(self, draft: Draft, place: int) -> int:
        joint = self.norm(place)
        if joint in ("الي", "حتي", "و", *DASHES):
            second = self.day_number(place + 1)
        else:
            second = self.day_number(place) if joint.startswith("و") else None
        if second is not None and draft.day is not None and second[0] > (draft.day_to or draft.day):
            draft.day_to = second[0]
            return second[1]
        return place

    def _day_of_unit(self, draft: Draft, place: int) -> Draft | None:
        qualifier = self.words.qualifiers.at(self.tokens, place)
        if qualifier is not None and qualifier[0] in ("past", "future", "current"):
            numbered = self.tokens[draft.start].kind == NUMBER
            if numbered and self.norm(place) not in ("هذا", "هذه") and draft.day_to is None:
                draft.unit, draft.end = "month", qualifier[1]
                draft.shift = {"past": -1, "future": 1, "current": 0}[qualifier[0]]
                return draft
        if self.norm(place - 1) != "من" and self.norm(place) not in ("هذا",):
            return None
        unit = self.definite_unit(place)
        if unit is None or unit[0] != "month":
            return None
        draft.unit, draft.shift, draft.tie, draft.end = unit
        if draft.shift is None and draft.tie is None:
            return None
        return draft

    def month_day(self, index: int) -> Draft | None:
        """The month before the day: `يناير الثاني والعشرين، 2018`, `أكتوبر/ 2`, `سبتمبر10`."""
        months = self.months_at(index)
        if months is None or months[1].hijri:
            return None
        names, month, end = months
        marked = self.norm(end) in ("/", *DASHES)
        place = end + marked
        day = self.day_number(place)
        if day is None:
            return None
        token = self.tokens[place]
        if token.kind == NUMBER:
            glued = token.start == self.tokens[end - 1].end
            if not (marked or glued or self._year_follows(day[1])):
                return None
        elif parse_ordinal(self.tokens, place) is None and not self.message:
            return None
        draft = Draft(index, day[1], day=day[0])
        self.set_month(draft, names, month)
        draft.end = self.year_tail(draft, day[1], is_hijri=False)
        return draft

    def _year_follows(self, index: int) -> bool:
        return self.norm(index) in COMMAS and self.is_year_number(index + 1)

    def with_day(self, index: int) -> Draft | None:
        """Any date that names its day."""
        return self.numeric(index) or self.day_month(index) or self.month_day(index)

    def month(self, index: int, *, told: bool = False) -> Draft | None:
        """`أيلول/ سبتمبر ٢٠١٣`, `أغسطس المقبل`, `شهر آب`; `told`: the words before make it a time."""
        place = index
        if self.norm(place) in ("شهر", "شهري", "وشهر", "لشهر", "بشهر"):
            place, told = place + 1, True
        months = self.months_at(place)
        if months is None:
            return None
        names, month, end = months
        if self.norm(end) in self.words.name_tails:
            return None
        draft = Draft(index, end)
        self.set_month(draft, names, month)
        draft.end = self.year_tail(draft, end, is_hijri=month.hijri)
        number = index - 1 - (self.norm(index - 1) == "من")
        if draft.end == end and (self._is_name(index) or self._is_name(number)):
            return None
        if month.in_context and draft.end == end and len(names) == 1:
            spelled = self.text[self.tokens[place].start : self.tokens[place].end]
            told = told or (self.norm(index - 1) in self.words.before_month.table and not month.hijri)
            if not told or (self.norm(place) in self.words.madda and "آ" not in spelled):
                return None
        return draft

    def year(self, index: int, *, told: bool = False) -> Draft | None:
        """`عام 2017`, `٢٠٢٣م`, and a bare `2016` after a word that makes it a year."""
        headed = self.norm(index) in self.words.year_heads.table
        read = self.year_at(index + headed)
        if read is None:
            return None
        year, says_hijri, end = read
        told = told or headed or says_hijri is not None or self.before(index) in self.words.before_year
        told = told or (self.norm(index - 1) == "(" and self.norm(end) == ")")
        told = told or (self.norm(end) in DASHES and self._adjacent(end) and self.is_year_number(end + 1))
        told = told or (self.norm(index - 1) in ("من", "ومن") and self.norm(end) in ("الي", "حتي"))
        if not told or (not headed and (self._counts(end) or self.words.units.at(self.tokens, end))):
            return None
        draft = Draft(index, end)
        if says_hijri:
            draft.hijri_year = year
        elif year >= 1600:
            draft.year = year
        else:
            return None
        return draft

    def decade(self, index: int) -> Draft | None:
        """`ثمانينيات القرن الماضي`, `التسعينيات`."""
        found = self.words.decades.at(self.tokens, index)
        if found is None:
            return None
        decade, end = found
        place = end + (self.norm(end) == "من")
        last_century = self.norm(place) == "القرن" and self.norm(place + 1) in ("الماضي", "العشرين", "الفائت")
        if not last_century and decade < 50:
            return None
        return Draft(index, place + 2 if last_century else end, decade=1900 + decade)
