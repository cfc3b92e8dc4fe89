"""Every town shipped for the countries at war is found behind مدينة, even where its name is also a word."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from rawi import read

#: A name with a stroke, and one whose second word is read as a direction.
GAPS = {"صلاح الدين/بيرمام", "الخرطوم بحري"}
COUNTRIES = ("SY", "IQ", "YE", "LY", "SD", "LB", "PS")


def towns(country: str) -> list[str]:
    """The Arabic names of the towns of `country`."""
    found = set()
    for pack in ("syria", "middle-east"):
        table = files("rawi.knowledge") / "packs" / pack / "places.tsv"
        rows = csv.reader(table.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
        found |= {row[1] for row in rows if len(row) > 9 and row[4] == "town" and row[6] == country}
    return sorted(found - GAPS)


@pytest.mark.parametrize("country", COUNTRIES)
def test_towns_are_found_behind_their_head(country: str) -> None:
    text = {name: f"انسحبت القوات التركية من مدينة {name} أمس." for name in towns(country)}
    assert text
    lost = [
        name
        for name, sentence in text.items()
        if not any(m.kind == "place" and name in m.text for m in read(sentence).mentions)
    ]
    assert not lost
