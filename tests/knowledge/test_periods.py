"""EDTF values and the days they allow."""

from __future__ import annotations

from datetime import date

import pytest

from rawi.knowledge.periods import read_period


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2018-09-17", "2018-09-17", "2018-09-17"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2013~", "2012-01-01", "2014-12-31"),
        ("2022-05/2022-07", "2022-05-01", "2022-07-31"),
        ("2019-02/", "2019-02-01", None),
        ("/2017", None, "2017-12-31"),
        ("../2017", None, "2017-12-31"),
    ],
)
def test_period(edtf: str, first: str | None, last: str | None) -> None:
    period = read_period(edtf)
    assert period is not None
    assert period.first == (date.fromisoformat(first) if first else None)
    assert period.last == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize("edtf", [None, "", "soon", "2017-13", "2017-02-30", "/", "0000"])
def test_no_period(edtf: str | None) -> None:
    assert read_period(edtf) is None
