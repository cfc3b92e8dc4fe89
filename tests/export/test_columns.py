"""Tables and lists of names: within the width, isolates on terminals only; entries in words."""

from __future__ import annotations

import csv
import io

import pytest

from rawi.export.columns import Screen
from rawi.export.entries import COLUMNS, dates_of, format_csv, format_entry, format_table
from rawi.export.text import measure

ROWS = [
    {"type": "actor", "id": "hts", "ar": "هيئة تحرير الشام", "en": "Hay'at Tahrir al-Sham",
     "kind": "armed-group", "country": "SY", "from": "2017-01-28", "until": None, "pack": "syria"},
    {"type": "place", "id": "x" * 40, "ar": "مكان " * 20, "en": "Place " * 20, "kind": "town",
     "country": None, "from": None, "until": None, "pack": "middle-east"},
]  # fmt: skip


@pytest.mark.parametrize("width", [60, 80, 160])
@pytest.mark.parametrize("terminal", [False, True])
def test_table_keeps_to_the_width(width: int, terminal: bool) -> None:
    lines = format_table(ROWS, Screen(width, terminal)).splitlines()
    assert max(map(measure, lines)) <= width
    for line in lines:
        assert line.count("\u2068") == line.count("\u2069")
        assert terminal or "\u2068" not in line


def test_ids_stay_whole_where_there_is_room() -> None:
    assert "x" * 40 in format_table(ROWS, Screen(120))


@pytest.mark.parametrize(
    ("matched", "shown"), [("هتش", True), ("Hay'at Tahrir al-Sham", False), ("hts", False)]
)
def test_name_by_which_it_was_found(matched: str, shown: bool) -> None:
    assert (f"({matched})" in format_table([{**ROWS[0], "matched": matched}], Screen(160))) is shown


def test_csv_can_be_read_again() -> None:
    rows = list(csv.DictReader(io.StringIO(format_csv(ROWS))))
    assert tuple(rows[0]) == COLUMNS
    assert rows[0]["ar"] == "هيئة تحرير الشام"
    assert rows[0]["until"] == ""


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (None, None, ""),
        ("2013~", None, "from 2013~ (about), no end recorded"),
        (None, "2017", "until 2017, no beginning recorded"),
        ("2012-01", "2017", "2012-01 to 2017"),
    ],
)
def test_dates_in_words(start: str | None, end: str | None, words: str) -> None:
    assert dates_of({"from": start, "until": end}) == words


def test_long_lists_are_cut_and_controls_taken_out() -> None:
    data = {
        "type": "actor", "id": "a", "ar": "جماعة", "en": "A\x1b[31m", "kind": "party", "pack": "mine",
        "parts": [{"id": f"p{number}", "ar": "ج", "en": f"P{number}"} for number in range(30)],
    }  # fmt: skip
    text = format_entry(data, Screen())
    assert "… and 18 more" in text
    assert "\x1b" not in text
