"""What a time expression says: the mention with its value, and the parts it stated."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Stated:
    """The parts that the words name, before anything is resolved; checks compare them.

    `weekday` is 0 (Monday) to 6; `months` are pairs of the words and the number of each month named (two
    for `أيار/ مايو`); `gregorian` and `hijri` are (year, month, day) with None for what is not named;
    `offset` is the distance in days from publication (`أمس` is -1); `backwards` the first and last time, as
    EDTF, of a range that ends before it begins although both name their year.
    """

    weekday: int | None = None
    months: tuple[tuple[str, int], ...] = ()
    gregorian: tuple[int | None, int | None, int | None] | None = None
    hijri: tuple[int | None, int | None, int | None] | None = None
    offset: int | None = None
    part: str | None = None
    backwards: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """`text` at code points `start` to `end` (tokens `token_start` to `token_end`, exclusive) tells a time.

    `edtf` is its value, or None where the words or the missing publication date leave it open. `kind` is
    date (a calendar date, month or year), relative (resolved against publication or an earlier mention),
    range, duration or vague.
    """

    start: int
    end: int
    text: str
    edtf: str | None
    kind: str
    token_start: int
    token_end: int
    stated: Stated = field(default_factory=Stated)
