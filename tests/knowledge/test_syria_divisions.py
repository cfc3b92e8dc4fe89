"""Every governorate and district of Syria is known by each of its Arabic names; the list is not shipped."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rawi.arabic.characters import fold
from rawi.knowledge import load_knowledge

REFERENCE = Path(__file__).resolve().parents[3] / "shared/reference/syria-places"
#: Listed as names of a district, but a village in it, and a note on its seat.
NO_NAMES = frozenset({"حيالين", "مركزها السقيلبية"})
HEADS = ("منطقه ", "مركز ")


@pytest.mark.parametrize("file", ["governorates.json", "districts.json"])
def test_each_arabic_name_is_known_in_its_governorate(file: str) -> None:
    if not (REFERENCE / file).exists():
        pytest.skip("../shared/reference/syria-places is not here")
    gazetteer = load_knowledge(()).gazetteer
    divisions = {}
    for entry in json.loads((REFERENCE / "governorates.json").read_text(encoding="utf-8")):
        place = gazetteer.choose(gazetteer.named(fold(entry["name"]["ar"])), country="SY", kinds=("admin1",))
        assert place is not None, entry["name"]["ar"]
        divisions[entry["id"]] = place.admin1
    missing = []
    for entry in json.loads((REFERENCE / file).read_text(encoding="utf-8")):
        admin1 = divisions[entry.get("governorateId", entry["id"])]
        for name in (entry["name"]["ar"], *(a["value"] for a in entry["aliases"] if a["language"] == "ar")):
            folded = fold(name)
            for head in HEADS:
                folded = folded.removeprefix(head)
            known = any(one.country == "SY" and one.admin1 == admin1 for one in gazetteer.named(folded))
            if not known and name not in NO_NAMES:
                missing.append(name)
    assert missing == []
