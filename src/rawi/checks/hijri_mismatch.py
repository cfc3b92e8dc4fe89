"""A Hijri and a Gregorian date given for one day that are more than two days apart in the Umm al-Qura
calendar (two days are usual, as months begin with the sighting of the moon).

تاريخان هجري وميلادي ليوم واحد يفصل بينهما أكثر من يومين في تقويم أم القرى (أما فرق اليوم واليومين فمعتاد
لاختلاف رؤية الهلال).
"""

from __future__ import annotations

from datetime import date

from rawi.checks.base import Check, Context
from rawi.checks.words import shown
from rawi.model import Finding
from rawi.recognise.times import TimeMention
from rawi.recognise.times.calendar import When, gregorian, hijri

ID, SEVERITY = "hijri-mismatch", "error"
_TOLERANCE = 2


def check(context: Context) -> list[Finding]:
    """Times that state a date in both calendars, compared by day, else by month, else by year."""
    found = []
    for _, time in context.times:
        if time.stated.hijri is None or time.stated.gregorian is None or time.kind == "range":
            continue
        named = _gregorian(time)
        meant = _hijri(time, named)
        if named is None or meant is None or _distance(named, meant) <= _TOLERANCE:
            continue
        stated = _words(time.stated.hijri)
        found.append(
            context.finding(
                ID, SEVERITY, time.start, time.end,
                f"{stated}هـ يوافق {meant.first.isoformat()} في تقويم أم القرى، والنص يذكر {named.edtf}.",
                f"{stated} AH is {meant.first.isoformat()} in the Umm al-Qura calendar; "
                f"the text says {named.edtf}.",
                stated=time.text,
                reference=meant.edtf,
                source="Umm al-Qura (hijridate)",
            )
        )  # fmt: skip
    return found


def _gregorian(time: TimeMention) -> When | None:
    year, month, day = time.stated.gregorian or (None, None, None)
    if year is None:
        return None
    return gregorian(year, month, day)


def _hijri(time: TimeMention, named: When | None) -> When | None:
    year, month, day = time.stated.hijri or (None, None, None)
    if named is None:
        return None
    if year is not None:
        return hijri(year, month, day)
    near = named.first.year - 579
    found = [when for one in range(near - 2, near + 3) if (when := hijri(one, month, day)) is not None]
    return min(found, key=lambda when: abs((when.first - named.first).days), default=None)


def _distance(one: When, other: When) -> int:
    """How many days lie between two periods; 0 where they overlap."""
    return max(_days(one.first, other.last), _days(other.first, one.last), 0)


def _days(later: date, earlier: date) -> int:
    return (later - earlier).days


def _words(stated: tuple[int | None, int | None, int | None]) -> str:
    year, month, day = stated
    name = shown("hijri_months")[month - 1] if month else None
    return " ".join(str(part) for part in (day, name, year) if part is not None)


CHECK = Check(ID, SEVERITY, __doc__, check)
