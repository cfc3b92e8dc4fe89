"""The smallest pieces of dates: tokens in, years, days, months with their twins and units out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rawi.arabic.numbers import parse_cardinal, parse_ordinal
from rawi.arabic.tokens import NUMBER, Token
from rawi.recognise.times.draft import Draft
from rawi.recognise.times.vocabulary import THOUSANDS, Month, Vocabulary

COMMAS = ("،", ",")
DASHES = ("-", "–", "—")
#: A definite unit: its name, its shift from publication, its tie to what was told, the index behind it.
Unit = tuple[str, int | None, int | None, int]


class PieceReader:
    """Reads pieces of dates at a token; `message` allows the short forms of letters (`في 15`, `4.22`)."""

    def __init__(
        self, tokens: Sequence[Token], text: str, words: Vocabulary, published: date | None, *, message: bool
    ) -> None:
        self.tokens = tokens
        self.text = text
        self.words = words
        self.published = published
        self.message = message

    def norm(self, index: int) -> str:
        """The norm of token `index`, empty outside the text."""
        return self.tokens[index].norm if 0 <= index < len(self.tokens) else ""

    def before(self, index: int) -> str:
        """The norm of the token before `index`, without و or ف where that makes a word of time."""
        norm = self.norm(index - 1)
        return norm[1:] if norm[:1] in ("و", "ف") and norm[1:] in self.words.before_year else norm

    def is_year_number(self, index: int) -> bool:
        """Whether token `index` is a number of four digits that can be a year."""
        norm = self.norm(index)
        return (
            len(norm) == 4 and self.tokens[index].kind == NUMBER and norm.isdigit()
            and 1300 <= int(norm) <= 2199
        )  # fmt: skip

    def year_at(self, index: int) -> tuple[int, bool | None, int] | None:
        """A year's number at `index`: the year, whether it is Hijri (None: not said), the index after it."""
        if index >= len(self.tokens):
            return None
        if self.is_year_number(index):
            end = index + 1
            year = int(self.norm(index))
        elif self.tokens[index].kind == NUMBER or not self.norm(index).startswith(THOUSANDS):
            return None
        else:
            read = parse_cardinal(self.tokens, index)
            if read is None or not isinstance(read[0], int) or not 1000 <= read[0] <= 2199:
                return None
            year, end = read[0], read[1]
        follower = self.norm(end)
        if follower in self.words.hijri_era:
            return year, True, end + 1
        if follower in self.words.common_era:
            return year, False, end + 1
        return year, None, end

    def day_number(self, index: int) -> tuple[int, int] | None:
        """A number from 1 to 31 in digits, cardinals or ordinals, and the index after it."""
        if index >= len(self.tokens):
            return None
        token = self.tokens[index]
        if token.kind == NUMBER:
            if len(token.norm) <= 2 and token.norm.isdigit() and 1 <= int(token.norm) <= 31:
                return int(token.norm), index + 1
            return None
        if token.norm in ("اول", "باول", "واول", "لاول") and self.months_at(index + 1) is not None:
            return 1, index + 1
        read = parse_ordinal(self.tokens, index)
        if read is not None and token.norm.endswith("الاولي"):
            return None
        if read is None:
            cardinal = parse_cardinal(self.tokens, index)
            if cardinal is None or not isinstance(cardinal[0], int):
                return None
            read = cardinal[0], cardinal[1]
        return read if 1 <= read[0] <= 31 else None

    def months_at(self, index: int) -> tuple[list[tuple[int, int, int]], Month, int] | None:
        """A month and its twin (`أيلول/ سبتمبر`): the spans and numbers of the names, the first, the end."""
        found = self.words.months.at(self.tokens, index)
        if found is None:
            return None
        month, end = found
        names = [(index, end, month.number)]
        mark = self.norm(end)
        if mark in ("/", "(", "\\", *DASHES):
            twin = self.words.months.at(self.tokens, end + 1)
            if twin is not None and not twin[0].hijri and not month.hijri:
                same = twin[0].number == month.number
                other_system = not (twin[0].systems & month.systems)
                closed = mark != "(" or self.norm(twin[1]) == ")"
                if closed and (same or (other_system and mark not in DASHES)):
                    names.append((end + 1, twin[1], twin[0].number))
                    end = twin[1] + (mark == "(")
        return names, month, end

    def set_month(self, draft: Draft, names: list[tuple[int, int, int]], month: Month) -> None:
        """Puts a month into `draft`, in its calendar."""
        draft.months = draft.months + names
        if month.hijri:
            draft.hijri_month = month.number
        else:
            draft.month = month.number

    def definite_unit(self, index: int) -> Unit | None:
        """`هذا الشهر`, `العام الماضي`, `الأسبوع نفسه`: unit, shift from publication, tie to the told, end.

        Shift and tie are both None for the bare unit (`العام` after `نهاية`).
        """
        lead = self.norm(index)
        demonstrative = lead in ("هذا", "هذه", "وهذا", "لهذا")
        tied = lead in ("ذلك", "تلك", "نفس", "ذات", "بنفس", "وذلك")
        found = self.words.definite_units.at(self.tokens, index + (demonstrative or tied))
        part = None
        if found is None:
            part = self.words.definite_parts.at(self.tokens, index + (demonstrative or tied))
            if part is None:
                return None
            found = ("day", 1), part[1]
        (unit, count), end = found
        if count != 1 or unit == "hour":
            return None
        qualifier = self.words.qualifiers.at(self.tokens, end)
        if part is not None and not tied and (qualifier is None or qualifier[0] != "same"):
            return None
        if qualifier is None or self.norm(end) in ("هذا", "هذه"):
            shift = 0 if demonstrative else None
            return unit, shift, 0 if tied else None, end
        if unit == "year" and self.before(index) in self.words.general_heads:
            return None
        kind, after = qualifier
        if kind == "same":
            return unit, None, 0, after
        if self.norm(end) in self.words.following:
            return unit, None, 1, after
        if self.norm(end) in self.words.preceding:
            return unit, None, -1, after
        return unit, {"past": -1, "future": 1, "current": 0}[kind], None, after
