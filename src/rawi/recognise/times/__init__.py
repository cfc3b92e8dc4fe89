"""Times in Arabic reports: tokens in, mentions with EDTF values out, by a grammar of its own.

Covers Levantine, Egyptian, Maghrebi and Hijri months and their twins, weekdays, days told relative to
publication or to an earlier mention, bounds, ranges, windows and parts of periods. The words are data
(`knowledge/packs/arabic/calendars.yaml`). A year-less date is the nearest in the past of publication
unless its words lead ahead; what cannot be resolved keeps its words and has no value.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rawi.arabic.tokens import Token
from rawi.recognise.times.finder import Finder
from rawi.recognise.times.records import Stated, TimeMention
from rawi.recognise.times.vocabulary import load_vocabulary

__all__ = ["Stated", "TimeMention", "find_times"]


def find_times(
    tokens: Sequence[Token], text: str, published: str | None, *, message: bool = False
) -> list[TimeMention]:
    """The time mentions of `text`, in order and without overlaps; offsets are code points.

    `published` is an EDTF date; only a full date (`2018-09-18`, also with a time after it) is used to
    resolve. With `message` the text is read as a letter of one who speaks of himself: bare days of the
    month count (`في 15`), nothing told before is needed, and all dates without a year lie in the past.
    """
    return Finder(tokens, text, load_vocabulary(), _day(published), message=message).find()


def _day(published: str | None) -> date | None:
    """The full date of publication; None for anything else, and for years no report can have."""
    try:
        day = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return day if day is not None and 1600 <= day.year <= 2199 else None
