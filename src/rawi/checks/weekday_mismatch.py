"""A weekday that its date does not fall on: Tuesday 9 January 2013 was a Wednesday. A weekday beside a
word such as yesterday is compared with the day of publication; where they differ, a note says so, since the
day of publication given may be another than that of writing.

يوم من أيام الأسبوع لا يوافق تاريخه: 9 كانون الثاني 2013 كان يوم أربعاء لا ثلاثاء. واليوم المذكور مع
كلمة مثل «أمس» يقارَن بتاريخ النشر، فإن اختلفا فملاحظة، إذ قد يكون تاريخ النشر المعطى غير تاريخ الكتابة.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from rawi.checks.base import Check, Context
from rawi.checks.words import is_listed, shown
from rawi.model import Finding
from rawi.recognise.times import TimeMention

ID, SEVERITY = "weekday-mismatch", "error"
#: A date without a year is compared only this near to publication, where the year is plain.
_NEAR = timedelta(days=100)


def check(context: Context) -> list[Finding]:
    """Times that name a weekday together with a full date, or with a distance from publication."""
    found = []
    for _, time in context.times:
        weekday = time.stated.weekday
        if weekday is None or (time.kind == "range"):
            continue
        stated = _stated_day(time)
        if stated is not None:
            if stated.weekday() != weekday and not _are_two_days(context, time, stated):
                found.append(_finding(context, time, stated, SEVERITY))
            continue
        near = _near_day(context, time)
        if near is not None:
            if near.weekday() != weekday and not _are_two_days(context, time, near):
                found.append(_finding(context, time, near, "warning"))
            continue
        told = None if any(one.severity == "note" for one in found) else _told_day(context, time)
        if told is not None and told.weekday() != weekday:
            found.append(_finding(context, time, told, "note"))
    return found


def _are_two_days(context: Context, time: TimeMention, day: date) -> bool:
    """Whether the weekday is of a day beside the date: `حددت أمس الاثنين يوم 26 فبراير 2016 موعدا`."""
    offset, weekday = time.stated.offset, time.stated.weekday
    tokens = context.scene.tokens
    for index in range(time.token_start + 1, time.token_end - 1):
        if tokens[index].norm == "يوم" and not is_listed(tokens[index + 1].norm, "weekdays"):
            return True
    if offset is None or context.published is None:
        return False
    told = context.published + timedelta(days=offset)
    return told.weekday() == weekday and told != day


def _stated_day(time: TimeMention) -> date | None:
    """The full date that the words state."""
    return _day(*time.stated.gregorian) if time.stated.gregorian else None


def _near_day(context: Context, time: TimeMention) -> date | None:
    """A date without a year that lies near publication, and whose year cannot be another."""
    year, month, day = time.stated.gregorian or (None, None, None)
    if year is not None or month is None or day is None or context.published is None:
        return None
    days = [_day(context.published.year + shift, month, day) for shift in (-1, 0, 1)]
    return min(
        (one for one in days if one is not None and abs(one - context.published) <= _NEAR),
        key=lambda one: abs(one - (context.published or one)),
        default=None,
    )


def _told_day(context: Context, time: TimeMention) -> date | None:
    """The day that `أمس الثلاثاء` points to; None where it may be the day of printing or the night before."""
    offset, weekday = time.stated.offset, time.stated.weekday
    if (
        offset is None
        or weekday is None
        or context.published is None
        or time.stated.gregorian
        or time.stated.hijri
    ):
        return None
    day = context.published + timedelta(days=offset)
    if any((day + timedelta(days=shift)).weekday() == weekday for shift in (-1, 1)):
        return None
    return day


def _day(year: int | None, month: int | None, day: int | None) -> date | None:
    try:
        return date(year, month, day) if year and month and day else None
    except ValueError:
        return None


def _finding(context: Context, time: TimeMention, day: date, severity: str) -> Finding:
    names = shown("weekdays")
    weekday = time.stated.weekday or 0
    relative = severity != SEVERITY
    return context.finding(
        ID, severity, time.start, time.end,
        f"يوافق {day.isoformat()} يوم {names[day.weekday()]}، والنص يذكر {names[weekday]}"
        + (f" (نُشر التقرير في {context.published})." if relative else "."),
        f"{day.isoformat()} is a {calendar.day_name[day.weekday()]}; the text says "
        f"{calendar.day_name[weekday]}"
        + (f" (published on {context.published})." if relative else "."),
        stated=time.text,
        reference=f"{day.isoformat()}: {names[day.weekday()]}",
        source="calendar",
    )  # fmt: skip


CHECK = Check(ID, SEVERITY, __doc__, check)
