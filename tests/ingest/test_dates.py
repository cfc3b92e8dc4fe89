"""Dates of publication become EDTF, or are refused with what is accepted."""

import pytest

from rawi.ingest import parse_published

GOOD = [
    ("2022", "2022"), ("2022-12", "2022-12"),
    ("2022-12-12", "2022-12-12"), (" 2022-12-12 ", "2022-12-12"),
    ("2022-12-12T10:30:00+03:00", "2022-12-12"), ("2022-12-12 10:30", "2022-12-12"),
    ("2022/12/2", "2022-12-02"),
    ("٢٠٢٢-١٢-١٢", "2022-12-12"), ("20221212", "2022-12-12"), ("20221212T103000Z", "2022-12-12"),
]  # fmt: skip
BAD = [
    "",
    "yesterday",
    "2022-13",
    "2022-02-30",
    "12/12/2022",
    "2022/12",
    "2022-1",
    "22",
    "0000",
    "2022-12-12x",
    "x" * 99,
]


@pytest.mark.parametrize(("value", "date"), GOOD)
def test_good(value, date):
    assert parse_published(value) == date


@pytest.mark.parametrize("value", BAD)
def test_bad(value):
    with pytest.raises(
        ValueError, match=r"is not a date of publication; accepted: YYYY, YYYY-MM or YYYY-MM-DD"
    ):
        parse_published(value)
