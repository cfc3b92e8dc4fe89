"""Amounts of time: tokens in, amounts out. `ثلاثة أيام`, `عامين ونصف`, `الأيام الثلاثة الماضية`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rawi.arabic.numbers import parse_cardinal
from rawi.recognise.times.calendar import When, day_of, period_of, shift
from rawi.recognise.times.days import CoreReader

_FINE = ("hour", "day", "week", "month", "year", "decade")


@dataclass(frozen=True, slots=True)
class Amount:
    """Units with their counts, up to token `end`; `vague` where no number is given (`أيام`, `سنوات`).

    `side` is past, future or current for a definite amount (`الأيام الثلاثة الماضية`), otherwise None.
    """

    parts: tuple[tuple[str, int], ...]
    end: int
    approx: bool = False
    vague: bool = False
    side: str | None = None

    @property
    def unit(self) -> str:
        """The finest unit; hours that make whole days are days."""
        units = {unit if unit != "hour" or count % 24 else "day" for unit, count in self.parts}
        return min(units, key=_FINE.index)

    def move(self, base: date, sign: int) -> date | None:
        """`base` moved by the amount, forwards (1) or backwards (-1)."""
        day: date | None = base
        for unit, count in self.parts:
            day = shift(day, unit, sign * count) if day is not None else None
        return day

    def point(self, base: date, sign: int, *, exact: bool = False) -> When | None:
        """The period that lies the amount away from `base`, as fine as the amount's unit.

        A number of weeks gives an approximate day. None for vague amounts and for hours.
        """
        if self.vague or self.unit == "hour":
            return None
        day = self.move(base, sign)
        if day is None:
            return None
        if exact or self.unit == "day":
            when: When | None = day_of(day)
        elif self.unit == "week":
            when = day_of(day).about()
        else:
            when = period_of(day, "year" if self.unit == "decade" else self.unit)
        return when.about() if when is not None and self.approx else when


class AmountReader(CoreReader):
    """Reads amounts of time at a token."""

    def amount(self, index: int) -> Amount | None:
        """The amount that starts at token `index`, with its `نحو` and further parts (`سنتين وشهر`)."""
        about = self.words.more_or_less.at(self.tokens, index) or self.words.about.at(self.tokens, index)
        start = about[1] if about is not None else index
        if about is not None and about[0] in self.words.exactly:
            about = None
        first = self._definite(start) or self._indefinite(start)
        if first is None:
            return None
        amount = self._further(first)
        if about is None:
            return amount
        return Amount(amount.parts, amount.end, True, amount.vague, amount.side)

    def _further(self, amount: Amount) -> Amount:
        parts, end, approx = list(amount.parts), amount.end, amount.approx
        while not amount.vague and amount.side is None:
            if self.norm(end) in ("ونصف", "ونيف", "ونيفا"):
                if parts[-1][0] == "year" and self.norm(end) == "ونصف":
                    parts.append(("month", 6))
                else:
                    approx = True
                end += 1
                end += self.words.definite_units.at(self.tokens, end) is not None
                continue
            joint = self.norm(end)
            place = end + (joint == "و" or (self.message and joint in (",", "،")))
            if place == end and not joint.startswith("و"):
                break
            more = self._indefinite(place)
            if more is None or more.vague or more.unit == parts[-1][0]:
                break
            parts += more.parts
            end = more.end
        return Amount(tuple(parts), end, approx, amount.vague, amount.side)

    def _indefinite(self, index: int) -> Amount | None:
        unit = self.words.units.at(self.tokens, index)
        if unit is not None:
            (name, count), end = unit
            if not count:
                return Amount(((name, 3),), end, vague=not self.message)
            if name == "year" and self.year_at(end) is not None:
                return None
            if self.norm(end) in ("واحد", "واحده"):
                end += 1
            elif count == 1 and self.norm(index).removeprefix("و") in ("شهر",) and self.months_at(end):
                return None
            return Amount(((name, count),), end)
        vague = self.words.vague_amounts.at(self.tokens, index)
        if vague is not None:
            unit = self.words.units.at(self.tokens, vague[1])
            return Amount(((unit[0][0], 3),), unit[1], vague=not self.message) if unit else None
        number = parse_cardinal(self.tokens, index)
        if number is None or not isinstance(number[0], int) or number[0] > 2_000:
            return None
        unit = self.words.units.at(self.tokens, number[1])
        if unit is None or unit[0][1] == 2:
            return None
        return Amount(((unit[0][0], number[0]),), unit[1])

    def _definite(self, index: int) -> Amount | None:
        """`الأيام الثلاثة الماضية`, `الـ24 ساعة الماضية`, `العامين الماضيين`, `السنوات الأخيرة`."""
        number = None
        found = self.words.definite_units.at(self.tokens, index)
        if found is None:
            if self.norm(index) not in ("ال",) and not self.norm(index).startswith("ال"):
                return None
            number = parse_cardinal(self.tokens, index)
            if number is None:
                return None
            indefinite = self.words.units.at(self.tokens, number[1])
            if indefinite is None:
                return None
            (name, count), end = indefinite
        else:
            (name, count), end = found
            if count == 1:
                return None
            if count == 0:
                number = parse_cardinal(self.tokens, end)
                end = number[1] if number is not None else end
                end += self.norm(end) in self.words.few
        qualifier = self.words.qualifiers.at(self.tokens, end)
        side = qualifier[0] if qualifier is not None and qualifier[0] != "same" else None
        end = qualifier[1] if side is not None and qualifier is not None else end
        if side is None and found is not None:
            return None
        total = number[0] if number is not None else count
        if not isinstance(total, int) or total > 2_000:
            return None
        return Amount(((name, total or 3),), end, vague=not total, side=side)
