"""Where the parts of a drawn family stand: a `Family` in, rows, bars, ticks and curves in pixels out.

Each actor has a row, names in a column on the left, a bar from its beginning to its end on the right. The
axis is time where any date is known; otherwise each generation stands right of the one before. What is
only known to the year, and what is not recorded at all, has a piece of its own (`SURE`, `ROUGH`, `OPEN`).
Nothing here knows how it is drawn, so that a page can draw the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rawi.export.text import wrap_words
from rawi.knowledge.lineage import Family, Link
from rawi.knowledge.periods import Period, read_period
from rawi.knowledge.records import Actor

#: How a piece of a bar is known: for certain, by dates that leave room, not at all.
SURE, ROUGH, OPEN = "sure", "rough", "open"
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_MOST_TICKS = 9
#: The width of a piece that stands for something of unknown length.
_STUB = 46.0
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Sizes:
    """The measures of a drawing in pixels; names are wrapped to so many letters a line."""

    width: int = 1000
    names: int = 360
    margin: int = 28
    head: int = 96
    foot: int = 64
    bar: int = 12
    row_gap: int = 22
    ar_line: int = 24
    en_line: int = 18
    ar_letters: int = 38
    en_letters: int = 46


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a bar from `left` to `right`, and how it is known."""

    left: float
    right: float
    known: str


@dataclass(frozen=True, slots=True)
class Row:
    """An actor's row: the lines of its names, its height, the middle of its bar, and the bar's pieces."""

    actor: Actor
    is_focus: bool
    ar_lines: tuple[str, ...]
    en_lines: tuple[str, ...]
    top: float
    height: float
    middle: float
    pieces: tuple[Piece, ...]

    @property
    def left(self) -> float:
        """Where its bar begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where its bar ends."""
        return self.pieces[-1].right


@dataclass(frozen=True, slots=True)
class Curve:
    """A link, from the bar of the older at (`x1`, `y1`) to that of the younger at (`x2`, `y2`)."""

    link: Link
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Layout:
    """A drawing; `ticks` are (x, year), none where no date is known."""

    family: Family
    sizes: Sizes
    height: float
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, int], ...]
    curves: tuple[Curve, ...]


class _Axis:
    """Days to pixels; on both sides a strip is left for what no day is known of."""

    def __init__(self, first: date, last: date, left: float, right: float) -> None:
        self.first = date(first.year, 1, 1)
        self.last = date(max(last.year, first.year + 1) + 1, 1, 1)
        self.outer_left, self.outer_right = left, right
        self.left, self.right = left + _STUB, right - _STUB

    def x(self, day: date) -> float:
        share = (day - self.first).days / (self.last - self.first).days
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self) -> tuple[tuple[float, int], ...]:
        years = self.last.year - self.first.year
        step = next((step for step in _STEPS if years / step <= _MOST_TICKS), _STEPS[-1])
        start = -(-self.first.year // step) * step
        return tuple((self.x(date(year, 1, 1)), year) for year in range(start, self.last.year + 1, step))


def lay_out(family: Family, sizes: Sizes | None = None) -> Layout:
    """The places of all members and links of a family."""
    sizes = sizes or Sizes()
    axis = _axis(family, sizes)
    bars = {member.actor.id: _bar(family, member.actor.id, axis, sizes) for member in family.members}
    rows: list[Row] = []
    top = float(sizes.head)
    for member in family.members:
        rows.append(_row(member.actor, member.actor.id == family.focus, top, bars[member.actor.id], sizes))
        top += rows[-1].height
    by_id = {row.actor.id: row for row in rows}
    curves = tuple(_curve(link, by_id, axis) for link in family.links)
    return Layout(family, sizes, top + sizes.foot, tuple(rows), axis.ticks() if axis else (), curves)


def _axis(family: Family, sizes: Sizes) -> _Axis | None:
    periods = [
        period
        for member in family.members
        for period in (read_period(member.actor.start), read_period(member.actor.end))
        if period
    ]
    days = [day for period in periods for day in (period.first, period.last) if day]
    if not days:
        return None
    return _Axis(min(days), max(days), sizes.names + sizes.margin, sizes.width - sizes.margin)


def _row(actor: Actor, is_focus: bool, top: float, pieces: Sequence[Piece], sizes: Sizes) -> Row:
    ar_lines = tuple(wrap_words(actor.ar, sizes.ar_letters))
    en_lines = tuple(wrap_words(actor.en, sizes.en_letters))
    words = len(ar_lines) * sizes.ar_line + (len(en_lines) + 1) * sizes.en_line
    height = words + sizes.row_gap
    return Row(actor, is_focus, ar_lines, en_lines, top, height, top + height / 2, tuple(pieces))


# ---------------------------------------------------------------------------------------------- bars


def _bar(family: Family, id_: str, axis: _Axis | None, sizes: Sizes) -> list[Piece]:
    if axis is None:
        return _undated_bar(family, id_, sizes)
    actor = family.actor(id_)
    start, end = read_period(actor.start), read_period(actor.end)
    if start is None and end is None:
        return [_guessed_piece(family, id_, axis)]
    pieces = [*_beginning(start, axis), *_ending(end, axis)]
    left = max((piece.right for piece in pieces[:1] if start), default=None)
    if start and end:
        sure_left, sure_right = pieces[0].right, pieces[1].left
        if sure_left > sure_right:
            return [Piece(pieces[0].left, max(pieces[1].right, sure_left), ROUGH)]
        return _joined([pieces[0], Piece(sure_left, sure_right, SURE), pieces[1]])
    if start:
        last = max([left or axis.left, *_events(family, id_, axis)])
        return _joined([pieces[0], Piece(pieces[0].right, last, SURE), Piece(last, axis.outer_right, OPEN)])
    first = min([pieces[0].left, *_events(family, id_, axis)])
    return _joined([Piece(first - _STUB, first, OPEN), Piece(first, pieces[0].left, SURE), pieces[0]])


def _beginning(period: Period | None, axis: _Axis) -> list[Piece]:
    if period is None or period.first is None or period.last is None:
        return []
    return [Piece(axis.x(period.first), axis.x(period.last), ROUGH)]


_ending = _beginning


def _events(family: Family, id_: str, axis: _Axis) -> list[float]:
    """Where the dated links of an actor stand: on those days it existed."""
    periods = [read_period(link.date) for link in (*family.incoming(id_), *family.outgoing(id_))]
    return [axis.x(period.first) for period in periods if period and period.first]


def _guessed_piece(family: Family, id_: str, axis: _Axis) -> Piece:
    """The bar of an actor without dates: beside what it is linked to, else before or behind all dates."""
    events = _events(family, id_, axis)
    if not events:
        left = axis.right if family.incoming(id_) else axis.outer_left
        return Piece(left, left + _STUB, OPEN)
    before = _STUB if family.outgoing(id_) else 0
    after = _STUB if family.incoming(id_) else 0
    return Piece(min(events) - before, max(events) + after, OPEN)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces that have any width; a bar of a single day keeps a sliver."""
    wide = [piece for piece in pieces if piece.right - piece.left > 0.5]
    return wide or [Piece(pieces[0].left - 1, pieces[0].left + 1, SURE)]


def _undated_bar(family: Family, id_: str, sizes: Sizes) -> list[Piece]:
    generations = {member.actor.id: member.generation for member in family.members}
    left = sizes.names + sizes.margin
    step = (sizes.width - sizes.margin - left) / (max(generations.values()) + 1)
    x = left + generations[id_] * step
    return [Piece(round(x + step * 0.1, 1), round(x + step * 0.8, 1), OPEN)]


def _curve(link: Link, rows: dict[str, Row], axis: _Axis | None) -> Curve:
    """From the older's bar to the younger's, as near to the day of the event as the bars reach."""
    older, younger = rows[link.older], rows[link.younger]
    period = read_period(link.date)
    if axis is None:
        return Curve(link, older.right, older.middle, younger.left, younger.middle)
    dated = axis.x(period.first) if period and period.first else younger.left + _STUB / 2
    x1, x2 = (min(max(dated, row.left), row.right) for row in (older, younger))
    return Curve(link, x1, older.middle, x2, younger.middle)
