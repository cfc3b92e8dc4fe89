"""One time or a range of times: tokens in, findings out. `بين عامي 2013 و2016`, `ليل الخميس الجمعة`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rawi.arabic.tokens import Token
from rawi.recognise.times.amounts import AmountReader
from rawi.recognise.times.base import DASHES
from rawi.recognise.times.calendar import When, day_of, gregorian, shift
from rawi.recognise.times.draft import Draft
from rawi.recognise.times.resolve import Resolver
from rawi.recognise.times.vocabulary import Vocabulary

STOPS = frozenset(".!؟?;؛:\n")


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens `start` to `end` tell a time: its EDTF, kind, stated parts, and the periods to remember."""

    start: int
    end: int
    edtf: str | None
    kind: str
    draft: Draft | None = None
    told: tuple[When, ...] = ()


class RangeReader(AmountReader):
    """Reads and resolves single times and ranges; `last_end` and `last_year` remember what was told."""

    def __init__(
        self, tokens: Sequence[Token], text: str, words: Vocabulary, published: date | None, *, message: bool
    ) -> None:
        super().__init__(tokens, text, words, published, message=message)
        self.resolver = Resolver(published, message=message)
        self.last_end = 0
        self.last_year: When | None = None

    def has_stop(self, start: int, end: int) -> bool:
        return any(token.norm in STOPS for token in self.tokens[start:end])

    def read_core(self, index: int, *, told: bool = True) -> Draft | None:
        """A core, with or without `نحو` before it."""
        about = self.words.about.at(self.tokens, index)
        draft = self.core(about[1] if about is not None else index, told=told)
        if draft is not None and about is not None:
            draft.start, draft.approx = index, True
        return draft

    def resolve_draft(self, draft: Draft, lean: str | None = None) -> When | None:
        after = None
        if self.last_year is not None and self.published is not None:
            told_in_sentence = not self.has_stop(self.last_end, draft.start)
            if told_in_sentence and self.published.year - self.last_year.first.year >= 2:
                after = self.last_year
        return self.resolver.resolve(draft, lean=lean or self.lean_at(draft.start), after=after)

    def lean_at(self, index: int) -> str:
        """Where a weekday or a date without a year lies, by the words before it in its clause."""
        if self.message:
            return "past"
        lean = "past"
        for place in range(index - 1, max(-1, index - 13), -1):
            norm = self.tokens[place].norm
            if norm in STOPS or norm in ("،", ","):
                break
            if norm in self.words.past_cues:
                return "past"
            if norm in self.words.future_cues or self.is_future_verb(norm):
                lean = "future"
            elif norm in self.words.near_cues and lean == "past":
                lean = "near"
        return lean

    def is_future_verb(self, norm: str) -> bool:
        word = norm[1:] if norm[:1] in ("و", "ف") else norm
        if len(word) < 5 or word[0] != "س" or word[1] not in "ايتن":
            return False
        return not word.startswith(self.words.not_future)

    def kind_of(self, draft: Draft) -> str:
        return "date" if draft.is_calendar else "relative"

    def read_single(self, index: int, *, told: bool = False) -> Found | None:
        draft = self.core(index, told=told)
        if draft is None:
            return None
        ranged = self.read_several(index, draft) or self._nightfall(draft) or self.read_to(index, draft)
        if ranged is not None:
            return ranged
        if draft.day_to is not None:
            return self.read_day_range(draft)
        when = self.resolve_draft(draft)
        return Found(
            index, draft.end, when.edtf if when else None, self.kind_of(draft), draft, (when,) if when else ()
        )

    def read_day_range(self, draft: Draft, start: int | None = None) -> Found:
        last, draft.day_to = draft.day_to, None
        first_when = self.resolve_draft(draft)
        first_day, draft.day = draft.day, last
        last_when = self.resolve_draft(draft)
        draft.day, draft.day_to = first_day, last
        return self.make_range(
            draft.start if start is None else start, draft.end, first_when, last_when, draft
        )

    def make_range(
        self, start: int, end: int, first: When | None, last: When | None, draft: Draft | None
    ) -> Found:
        if first is None or last is None or first.first > last.last:
            return Found(start, end, None, "range", draft)
        return Found(start, end, interval(first, last), "range", draft, (first, last))

    def read_to(
        self, index: int, draft: Draft, *, joints: tuple[str, ...] = (), start: int | None = None
    ) -> Found | None:
        """`… إلى …`, `… - …` after a first time; without `من` before it, both must be dates."""
        joint = self.norm(draft.end)
        place = draft.end + 1
        if joint in joints or joint in DASHES or joint in ("الي", "حتي"):
            place += self.norm(place) in ("غايه",)
        elif "و" in joints and joint.startswith("و"):
            place = draft.end
        else:
            return None
        headed = start is not None or self.norm(index - 1) in ("من", "ومن", "منذ", "بين", "ومنذ", "ما")
        if self.norm(place) == "و":
            place += 1
        second = self.core(place, told=True)
        if second is None:
            return None
        if joint in ("الي", "حتي") and not headed and not (draft.is_calendar and second.is_calendar):
            return None
        if joint in DASHES and (draft.is_calendar != second.is_calendar or draft.has_day != second.has_day):
            return None
        dated = joint in ("الي", "حتي") and draft.year is not None and second.year is not None
        self._inherit(draft, second)
        if draft.weekday is not None and second.weekday is not None and not second.is_calendar:
            last = self.resolve_draft(second, "past" if self.lean_at(index) == "near" else None)
            first = None
            if last is not None and draft.offset is None and not draft.is_calendar:
                first = day_of(last.first).first
                first_day = shift(first, "day", -((first.weekday() - draft.weekday) % 7))
                return self.make_range(
                    index if start is None else start, second.end,
                    day_of(first_day) if first_day else None, last, draft,
                )  # fmt: skip
        last_when = self.resolve_draft(second)
        first_when = self.resolve_draft(draft)
        if first_when is not None and last_when is not None and first_when.first > last_when.first:
            first_when = self._year_before(draft, last_when) or first_when
            if dated and first_when.first > last_when.last:
                draft.backwards = (first_when.edtf, last_when.edtf)
        return self.make_range(index if start is None else start, second.end, first_when, last_when, draft)

    def _year_before(self, draft: Draft, last: When) -> When | None:
        """The first of a range without years, before its end (`بين آذار ونيسان`)."""
        if draft.year is not None or draft.month is None or draft.qualifier is not None:
            return None
        years = (last.first.year, last.first.year - 1)
        found = (gregorian(year, draft.month, draft.day) for year in years)
        return next((when for when in found if when is not None and when.first <= last.first), None)

    def _inherit(self, first: Draft, second: Draft) -> None:
        """The month and year that the second time names for both (`من آذار إلى أيار 2022`)."""
        if first.day is not None and first.month is None and first.unit is None:
            first.month = second.month
        if first.month is not None and first.year is None and second.month is not None:
            earlier = first.month > second.month
            if second.year is not None:
                first.year = second.year - earlier
            elif first.qualifier is None:
                first.qualifier = second.qualifier

    def read_several(self, index: int, first: Draft) -> Found | None:
        """`عامي 2012 و2013`, `أعوام 2012 و2013 و2014`: from the first to the last."""
        if self.words.several.at(self.tokens, index) is None:
            return None
        found, last = None, first
        while (more := self.read_to(last.start, last, joints=("و", "،"), start=index)) is not None:
            when = more.told[-1] if more.told else None
            begun = found.told[0] if found is not None and found.told else (more.told or (None,))[0]
            found = self.make_range(index, more.end, begun, when, first)
            last = Draft(index, more.end, year=when.first.year if when is not None else None)
        return found

    def _nightfall(self, draft: Draft) -> Found | None:
        """`ليل الأربعاء الخميس`: the night between two days."""
        if draft.part not in self.words.nights or draft.weekday is None or draft.is_calendar:
            return None
        following = self.words.weekdays.at(self.tokens, draft.end)
        if following is None or following[0] != (draft.weekday + 1) % 7:
            return None
        last = self.resolve_draft(Draft(draft.end, following[1], weekday=following[0]))
        first = shift(last.first, "day", -1) if last is not None else None
        begun = day_of(first) if first is not None else None
        return self.make_range(draft.start, following[1], begun, last, draft)

    def read_between(self, index: int) -> Found | None:
        if self.norm(index) not in ("بين", "وبين"):
            return None
        first = self.read_core(index + 1)
        if first is None:
            return None
        if first.day_to is not None:
            return self.read_day_range(first, index)
        ranged = self.read_to(index + 1, first, joints=("و",), start=index)
        return ranged

    def read_list(self, index: int) -> Found | None:
        """`يومي الأحد والاثنين`, `شهري آذار ونيسان`."""
        found = self.words.days_words.at(self.tokens, index)
        if found is None:
            return None
        first = self.core(found[1])
        if first is None:
            return None
        if first.day_to is not None:
            return self.read_day_range(first, index)
        return self.read_to(found[1], first, joints=("و",), start=index)


def ends(when: When) -> tuple[str, str]:
    """The EDTF of the first and the last end of a period: the same unless it spans a range of days."""
    if when.unit == "span":
        return when.first.isoformat(), when.last.isoformat()
    return when.edtf, when.edtf


def interval(first: When, last: When) -> str:
    return f"{ends(first)[0]}/{ends(last)[1]}"
