"""The measures on the annotated reports never fall below their floors."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "benchmark.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("benchmark_script", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_measures_are_at_their_floors(script: ModuleType) -> None:
    floors = script.load_floors()
    assert set(floors) == {"development", "validation"}, (
        "floors.json is missing: scripts/benchmark.py --raise"
    )
    read = script.make_reader()
    figures = {}
    for name, records in script.shipped_sets().items():
        figures[name] = script.score(records, {record["id"]: read(record) for record in records})
    assert script.below_floors(figures, floors) == []


def test_gold_scored_against_itself_is_perfect(script: ModuleType) -> None:
    records = script.shipped_sets()["validation"]
    results = {record["id"]: script.score_module.as_prediction(record, record["text"]) for record in records}
    figures = script.score(records, results)
    assert figures["found"] == figures["complete"] == figures["origin"] == 1.0


def test_floors_only_rise(script: ModuleType) -> None:
    raised = script.raise_floors(
        {"development": {"found": 0.7219, "time": 0.5}}, {"development": {"time": 0.6}}
    )
    assert raised == {"development": {"found": 0.721, "time": 0.6}}


def test_a_lower_figure_is_told(script: ModuleType) -> None:
    problems = script.below_floors({"validation": {"found": 0.5}}, {"validation": {"found": 0.6}})
    assert problems == ["validation found: 0.500 is below the floor of 0.600"]
