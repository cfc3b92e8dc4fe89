"""Tokens in, numbers out: digits, words in every gender and case, approximations and ranges.

Reads cardinals (`ثلاثة آلاف ومئتان`, `1.5 مليون`), ordinals (`الحادي والعشرين`), limits (`أكثر من 20`) and
ranges (`بين 10 و15`). Dozens, hundreds and thousands without a number (`عشرات القتلى`) have no value
and give None. Works on folded norms; clitics before the number (`بخمسة`, `والـ20`) are skipped.
"""

from __future__ import annotations

from rawi.arabic.numbers.cardinals import may_start_cardinal, parse_cardinal
from rawi.arabic.numbers.duals import dual_count
from rawi.arabic.numbers.ordinals import may_start_ordinal, parse_ordinal
from rawi.arabic.numbers.stated import Number, find_numbers, may_start_number, parse_number
from rawi.arabic.numbers.words import number_words, ordinal_words

__all__ = [
    "Number",
    "dual_count",
    "find_numbers",
    "may_start_cardinal",
    "may_start_number",
    "may_start_ordinal",
    "number_words",
    "ordinal_words",
    "parse_cardinal",
    "parse_number",
    "parse_ordinal",
]
