"""Two names for one month that are different months: `كانون الأول/ نوفمبر`.

اسمان لشهر واحد يدلّان على شهرين مختلفين، مثل «كانون الأول/ نوفمبر».
"""

from __future__ import annotations

import calendar
import re
from itertools import pairwise

from rawi.checks.base import Check, Context
from rawi.checks.words import shown
from rawi.model import Finding
from rawi.recognise.times import TimeMention

ID, SEVERITY = "twin-month-mismatch", "error"
_JOINED = re.compile(r"\s*[/\\(]\s*")


def check(context: Context) -> list[Finding]:
    """Times that name two months side by side, joined by a stroke or brackets, with different numbers."""
    found = []
    for _, time in context.times:
        for (first, one), (second, other) in pairwise(time.stated.months):
            if one != other and not _is_hijri(time) and _are_twins(time, first, second):
                names = shown("months")
                found.append(
                    context.finding(
                        ID, SEVERITY, time.start, time.end,
                        f"«{first}» و«{second}» شهران مختلفان: الأول هو {names[one - 1]} "
                        f"والثاني هو {names[other - 1]}.",
                        f"The two names are different months: {first} is {calendar.month_name[one]}, "
                        f"{second} is {calendar.month_name[other]}.",
                        stated=f"{first}/ {second}",
                        reference=f"{names[one - 1]}; {names[other - 1]}",
                        source="calendar",
                    )
                )  # fmt: skip
                break
    return found


def _is_hijri(time: TimeMention) -> bool:
    return time.stated.hijri is not None


def _are_twins(time: TimeMention, first: str, second: str) -> bool:
    """Whether nothing but a stroke or bracket stands between the two names: no list and no range."""
    begin = time.text.find(first)
    after = time.text.find(second, begin + len(first))
    return begin >= 0 and after >= 0 and _JOINED.fullmatch(time.text[begin + len(first) : after]) is not None


CHECK = Check(ID, SEVERITY, __doc__, check)
