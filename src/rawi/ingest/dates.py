"""Publication dates: text in, an EDTF date out, or an error that says what is accepted."""

from __future__ import annotations

import datetime
import re

#: What a message says is accepted.
ACCEPTED = "YYYY, YYYY-MM or YYYY-MM-DD, such as 2022-12-12"

_DATE = re.compile(
    r"(?P<year>[0-9]{4})(?:(?P<mark>[-/])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?)?"
    r"(?P<time>[T ][0-9]{2}:?[0-9]{2}.*)?$"
)
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:T[0-9]{4,6}.*)?$")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def parse_published(value: str) -> str:
    """`value` as an EDTF date (level 0), a time of day cut off. ValueError says what is accepted."""
    text = value.strip().translate(_DIGITS)
    compact = _COMPACT.match(text)
    if compact:
        return _checked(value, *compact.groups())
    match = _DATE.match(text)
    if not match or not _is_whole(match):
        raise ValueError(_refusal(value))
    return _checked(value, match["year"], match["month"], match["day"])


def _is_whole(match: re.Match[str]) -> bool:
    """Whether the parts go together: slashes (2022/12 is an EDTF interval) and times only in full dates."""
    if match["day"] is None:
        return match["mark"] != "/" and match["time"] is None and len(match["month"] or "01") == 2
    return True


def _checked(value: str, year: str, month: str | None = None, day: str | None = None) -> str:
    try:
        date = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise ValueError(_refusal(value)) from None
    return date.isoformat()[: 10 if day else 7 if month else 4]


def _refusal(value: str) -> str:
    shown = value if len(value) <= 40 else f"{value[:40]}…"
    return f"{shown!r} is not a date of publication; accepted: {ACCEPTED}"
