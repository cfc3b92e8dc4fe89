"""The words of time, from `calendars.yaml` of the Arabic pack: file in, look-up tables out, loaded once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import rawi.knowledge
from rawi.arabic.characters import fold
from rawi.arabic.numbers import may_start_cardinal, may_start_ordinal, number_words, ordinal_words
from rawi.arabic.tokens import Token
from rawi.knowledge.files import read_yaml
from rawi.knowledge.remembered import Remembered

Value = TypeVar("Value")

#: Words that point at the unit of time behind them: هذا الشهر, ذلك اليوم, نفس العام.
POINTING = frozenset({"هذا", "هذه", "وهذا", "لهذا", "ذلك", "تلك", "وذلك", "نفس", "بنفس", "ذات"})
#: How years in words begin.
THOUSANDS = ("الف", "والف", "لالف")

_CLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


class Month(NamedTuple):
    """A month's number, the naming systems its name belongs to, and whether the name needs context."""

    number: int
    systems: frozenset[str]
    in_context: bool

    @property
    def hijri(self) -> bool:
        """Whether it is a month of the Hijri calendar."""
        return "hijri" in self.systems


class Phrases(Generic[Value]):
    """Phrases of folded words and what they stand for; the longest wins, clitics may precede the first."""

    __slots__ = ("firsts", "table")

    def __init__(self, entries: Iterable[tuple[str, Value]], clitics: Sequence[str] = _CLITICS) -> None:
        plain: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for phrase, value in entries:
            first, *rest = fold(phrase).split()
            plain.setdefault(first, []).append((tuple(rest), value))
        self.firsts = frozenset(plain)
        self.table = dict(plain)
        for first, found in plain.items():
            found.sort(key=lambda entry: -len(entry[0]))
            for clitic in clitics:
                attached = clitic + first
                if clitic.endswith("ل") and first.startswith("ال"):
                    attached = clitic + "ل" + first[2:]
                if attached not in _NO_TIMES:
                    self.table.setdefault(attached, found)

    def at(self, tokens: Sequence[Token], index: int) -> tuple[Value, int] | None:
        """The value of the phrase that starts at token `index`, and the index after it."""
        if index >= len(tokens):
            return None
        found = self.table.get(tokens[index].norm)
        if found is None:
            return None
        size = len(tokens)
        for rest, value in found:
            end = index + 1 + len(rest)
            if end <= size and all(
                tokens[index + 1 + offset].norm == norm for offset, norm in enumerate(rest)
            ):
                return value, end
        return None


class Vocabulary:
    """All tables of one `calendars.yaml`; see there for what each list means."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.months: Phrases[Month] = Phrases(_months(data), ("و", "ف", "ل", "ب"))
        self.madda = _fold_all(data["madda"])
        self.weekdays = _keyed(data["weekdays"])
        self.bare_weekdays = Phrases(
            ((form, day) for day, forms in data["bare_weekdays"].items() for form in forms), ()
        )
        self.not_weekday_after = _fold_all(data["not_weekday_after"])
        self.not_monday_after = _fold_all(data["not_monday_after"])
        parts = data["parts_of_day"]
        self.day_leads: Phrases[str] = _same(parts["lead"])
        self.nights = _fold_all(parts["nights"])
        self.day_alone: Phrases[str] = _same(parts["alone"])
        self.since_morning: Phrases[str] = _same(parts["since_morning"])
        self.habits = _fold_all(data["habits"])
        self.parts: Phrases[str] = _same(data["parts_of_period"])
        self.seasons = Phrases((form, fold(form)) for form in data["seasons"])
        self.definite_seasons = Phrases(("ال" + form, last) for form, last in data["seasons"].items())
        self.decades = _keyed(data["decades"])
        self.units = Phrases(
            (form, (unit, count))
            for unit, numbers in data["units"].items()
            for count, forms in zip((1, 2, 0), numbers.values(), strict=True)
            for form in forms
        )
        self.definite_units = _definite(data["units"])
        self.definite_parts: Phrases[str] = _same(data["definite_parts"])
        self.days = _keyed(data["days"])
        self.nights_past: Phrases[str] = _same(data["nights_past"])
        self.nights_now: Phrases[str] = _same(data["nights_now"])
        self.not_today_after = _fold_all(data["not_today_after"])
        self.outlet_unless_placed = _fold_all(data["outlet_unless_placed"])
        self.placing = _fold_all(data["placing"])
        self.not_seventh_after = _fold_all(data["not_seventh_after"])
        self.qualifiers: Phrases[str] = Phrases(
            ((form, kind) for kind in ("past", "future", "current", "same") for form in data[kind]), ()
        )
        self.following = _fold_all(data["following"])
        self.preceding = _fold_all(data["preceding"])
        self.now: Phrases[str] = _same(data["now"])
        self.about: Phrases[str] = _same(data["about"])
        self.more_or_less: Phrases[str] = _same(data["more_or_less"])
        self.exactly = _fold_all(data["exactly"])
        self.several: Phrases[str] = _same(data["several"])
        self.bounds: Phrases[str] = Phrases(
            (form, kind)
            for kind in ("since", "until", "by", "before", "after", "during", "throughout", "lasting")
            for form in data[kind]
        )
        self.day_after: Phrases[str] = _same(data["day_after"])
        self.few = _fold_all(data["few"])
        self.vague_amounts: Phrases[str] = _same(data["vague_amounts"])
        self.linked: Phrases[str] = Phrases(
            (form, side) for side, forms in data["linked"].items() for form in forms
        )
        self.lasting_nouns = _fold_all(data["lasting_nouns"])
        self.plans = _fold_all(data["plans"])
        self.tolls = _fold_all(data["tolls"])
        self.day_words: Phrases[str] = _same(data["day_words"])
        self.days_words: Phrases[str] = _same(data["days_words"])
        self.corresponds: Phrases[str] = _same(data["corresponds"])
        self.common_era = _fold_all(data["common_era"])
        self.hijri_era = _fold_all(data["hijri_era"])
        self.year_heads: Phrases[str] = _same(data["year_heads"])
        self.before_month: Phrases[str] = _same(data["before_month"])
        self.before_year = _fold_all(data["before_year"])
        self.counted = _fold_all(data["counted"])
        self.name_heads = _fold_all(data["name_heads"])
        self.name_tails = _fold_all(data["name_tails"])
        self.general_heads = _fold_all(data["general_heads"])
        self.future_cues = _fold_all(data["future_cues"])
        self.near_cues = _fold_all(data["near_cues"])
        self.past_cues = _fold_all(data["past_cues"])
        self.not_future = tuple(fold(form) for form in data["not_future"])
        self.triggers = self._triggers()
        #: Whether a day, month, year or other period by itself may begin with a norm.
        self.core_starts: Remembered[str, bool] = Remembered(self._may_start_core)
        self._core_firsts = self._firsts_of_cores()

    def _firsts_of_cores(self) -> frozenset[str]:
        tables: tuple[Phrases[Any], ...] = (
            self.nights_past, self.nights_now, self.day_leads, self.day_words, self.days, self.weekdays,
            self.bare_weekdays, self.months, self.parts, self.seasons, self.definite_seasons,
            self.definite_units, self.definite_parts, self.year_heads, self.decades,
        )  # fmt: skip
        firsts = {norm for table in tables for norm in table.table}
        return frozenset(firsts | POINTING | _with_clitics("أول", "أولى", "شهر", "شهري", "يومه", "يومها"))

    def _may_start_core(self, norm: str) -> bool:
        return (
            norm in self._core_firsts
            or may_start_cardinal(norm)
            or may_start_ordinal(norm)
            or norm.startswith(THOUSANDS)
        )

    def _triggers(self) -> dict[str, frozenset[str] | None]:
        """The norms at which a mention may start, each with what must follow it; None where anything may."""
        tables: tuple[Phrases[Any], ...] = (
            self.months, self.weekdays, self.day_leads, self.day_alone, self.parts, self.seasons,
            self.decades, self.definite_units, self.definite_parts, self.days, self.nights_past,
            self.nights_now, self.now, self.about,
            self.bounds, self.day_after, self.linked, self.day_words, self.days_words,
            self.several, self.definite_seasons, self.year_heads,
        )  # fmt: skip
        following: dict[str, set[str]] = {}
        free = set(_with_clitics("هذا", "هذه", "ال"))
        free.update(_with_clitics("ذلك", "تلك", "يومه", "يومها", "بين", "أول", "شهر", "شهري", "نفس"))
        free.update(_ordinals_and_tens())
        for table in tables:
            for norm, phrases in table.table.items():
                following.setdefault(norm, set()).update(rest[0] for rest, _ in phrases if rest)
                if any(not rest for rest, _ in phrases):
                    free.add(norm)
        fixed = {norm: frozenset(words) for norm, words in following.items() if norm not in free}
        return {**dict.fromkeys(free), **fixed}


#: Folded words that look like a time with a particle, and are none: باب is no ب with آب.
_NO_TIMES = frozenset({"باب"})


def _fold_all(forms: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(form) for form in forms)


def _same(forms: Iterable[str]) -> Phrases[str]:
    return Phrases((form, fold(form)) for form in forms)


def _keyed(groups: Mapping[int, Sequence[str]]) -> Phrases[int]:
    return Phrases((form, key) for key, forms in groups.items() for form in forms)


def _months(data: Mapping[str, Any]) -> Iterable[tuple[str, Month]]:
    in_context = _fold_all(data["in_context"])
    found: dict[str, tuple[int, set[str]]] = {}
    for system, months in data["months"].items():
        for number, forms in months.items():
            for form in forms:
                found.setdefault(fold(form), (number, set()))[1].add(system)
    for form, (number, systems) in found.items():
        yield form, Month(number, frozenset(systems), form in in_context)


def _definite(units: Mapping[str, Mapping[str, Sequence[str]]]) -> Phrases[tuple[str, int]]:
    """`الشهر`, `الشهرين`, `الأشهر` and the rest, each with its unit and number (0 for many)."""
    return Phrases(
        ("ال" + fold(form), (unit, count))
        for unit, numbers in units.items()
        for count, forms in zip((1, 2, 0), numbers.values(), strict=True)
        for form in forms
    )


def _with_clitics(*forms: str) -> set[str]:
    return set(_same(forms).table)


def _ordinals_and_tens() -> set[str]:
    """Ordinals and cardinals that may be the day of a month in words."""
    return _with_clitics(*ordinal_words(), *(word for word in number_words(31) if word != "الف"))


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The shipped vocabulary, read once."""
    path = Path(rawi.knowledge.__file__).parent / "packs" / "arabic" / "calendars.yaml"
    return Vocabulary(read_yaml(path))
