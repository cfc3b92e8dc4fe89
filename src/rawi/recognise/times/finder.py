"""The pass over the text: tokens in, time mentions out."""

from __future__ import annotations

from rawi.arabic.tokens import NUMBER
from rawi.recognise.times.bounds import BoundReader
from rawi.recognise.times.calendar import day_of, shift
from rawi.recognise.times.draft import Draft
from rawi.recognise.times.ranges import Found
from rawi.recognise.times.records import Stated, TimeMention


class Finder(BoundReader):
    """Finds the times of one text, from left to right; later ones may rest on earlier ones."""

    def find(self) -> list[TimeMention]:
        """All mentions in order; they do not overlap."""
        mentions: list[TimeMention] = []
        triggers, behind = self.words.triggers, 0
        for index, token in enumerate(self.tokens):
            if index < behind or not (token.norm in triggers or token.kind == NUMBER):
                continue
            following = triggers.get(token.norm)
            if following is None or self.norm(index + 1) in following:
                found = self._at(index)
                if found is not None:
                    mentions.append(self._mention(found))
                    behind = found.end
        return mentions

    def _mention(self, found: Found) -> TimeMention:
        for when in found.told:
            self.resolver.told.append(when)
        draft = found.draft
        if draft is not None and draft.year is not None and found.told:
            self.last_year = found.told[-1]
        elif self.has_stop(self.last_end, found.start):
            self.last_year = None
        self.last_end = found.end
        start, end = self.tokens[found.start].start, self.tokens[found.end - 1].end
        if self._has_conjunction(found.start):
            start += 1
        stated = draft.stated([self._words(*span[:2]) for span in draft.months]) if draft else Stated()
        return TimeMention(
            start, end, self.text[start:end], found.edtf, found.kind, found.start, found.end, stated
        )

    def _words(self, start: int, end: int) -> str:
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def _has_conjunction(self, index: int) -> bool:
        """Whether the first word carries a و or ف that is no part of the time."""
        token = self.tokens[index]
        if token.norm[:1] not in ("و", "ف") or self.text[token.start] != token.norm[0]:
            return False
        return len(token.norm) > 2 and token.norm[1:] in self.words.triggers and not self._is_own(token.norm)

    def _is_own(self, norm: str) -> bool:
        words = self.words
        firsts = (words.months.firsts, words.day_leads.firsts, words.parts.firsts, words.units.firsts)
        return any(norm in first for first in (*firsts, words.bounds.firsts, ("واحد", "واحده")))

    def _at(self, index: int) -> Found | None:
        if self.tokens[index].kind == NUMBER:
            return self.read_single(index) or self._bare_amount(index)
        now = self.words.now.at(self.tokens, index)
        if now is not None:
            return Found(index, now[1], None, "vague")
        return (
            self.read_single(index)
            or self.read_bounded(index)
            or self.read_between(index)
            or self._about(index)
            or self._linked(index)
            or self._day_after(index)
            or self.read_list(index)
            or self._alone(index)
            or self.read_definite_amount(index)
            or self._bare_amount(index)
        )

    def _about(self, index: int) -> Found | None:
        if self.words.about.at(self.tokens, index) is None:
            return None
        draft = self.read_core(index, told=False)
        if draft is None or not draft.is_calendar:
            return None
        when = self.resolve_draft(draft)
        return Found(index, draft.end, when.edtf if when else None, "date", draft, (when,) if when else ())

    def _linked(self, index: int) -> Found | None:
        """`بعدها بيوم`, `قبل ذلك بأسبوعين`."""
        found = self.words.linked.at(self.tokens, index)
        if found is None:
            return None
        side, place = found
        if not self.norm(place).startswith("ب"):
            return None
        amount = self.amount(place + (self.norm(place) == "ب"))
        if amount is None:
            return None
        told = self.resolver.last_day()
        when = amount.point(told, 1 if side == "after" else -1) if told is not None else None
        return self.make_point(index, amount.end, when)

    def _day_after(self, index: int) -> Found | None:
        """`غداة` and an event: the day before what was told; `غداة` and a date: the day after it."""
        found = self.words.day_after.at(self.tokens, index)
        if found is None:
            return None
        dated = self.read_core(found[1], told=False)
        if dated is not None:
            base = self.resolve_draft(dated)
            day = shift(base.first, "day", 1) if base is not None and base.unit == "day" else None
            return self.make_point(index, dated.end, day_of(day) if day is not None else None)
        told = self.resolver.last_day(until_published=True)
        day = shift(told, "day", -1) if told is not None else None
        return Found(index, found[1], day.isoformat() if day is not None else None, "relative")

    def _alone(self, index: int) -> Found | None:
        """`ليلا`: the day its sentence tells, or the eve of publication if the report is about that day."""
        found = self.words.day_alone.at(self.tokens, index)
        if found is None:
            return None
        around = [self.norm(place) for place in range(index - 4, index + 3)]
        if any(norm in self.words.habits for norm in around):
            return None
        name, end = found
        day = None
        if self.resolver.told and not self.has_stop(self.last_end, index):
            day = self.resolver.told[-1].first if self.resolver.told[-1].unit == "day" else None
        if day is None and name in ("ليلا", "مساء") and self.published is not None:
            eve = shift(self.published, "day", -1)
            if any(when.unit == "day" and when.first == eve for when in self.resolver.told):
                day = eve
        draft = Draft(index, end, part=name)
        return Found(index, end, day.isoformat() if day is not None else None, "relative", draft,
                     (day_of(day),) if day is not None else ())  # fmt: skip

    def _bare_amount(self, index: int) -> Found | None:
        """`شهر و 21 يوما من الآن` in a message."""
        if not self.message:
            return None
        amount = self.amount(index)
        if amount is None or self.norm(amount.end) != "من" or self.norm(amount.end + 1) != "الان":
            return None
        when = amount.point(self.published, -1, exact=True) if self.published is not None else None
        return self.make_point(index, amount.end + 2, when)
