#!/usr/bin/env python3
"""Score Rawi on the annotated reports and hold the figures against the floors.

    python scripts/benchmark.py            print the measures
    python scripts/benchmark.py --check    fail (1) when a measure falls below its floor
    python scripts/benchmark.py --raise    write better measures into floors.json as new floors
    python scripts/benchmark.py --verbose  also list what was missed and what was wrong

`development` are the d* reports; `validation` the r* reports, and with them, where ../shared is
present, the published article that cannot be copied here. Floors are kept for the shipped files
only, are pinned to their SHA-256 fingerprint, and only ever rise.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import math
import sys
from collections.abc import Callable, Iterable
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BENCHMARK = ROOT / "tests" / "benchmark"
SHARED = ROOT.parent / "shared"
FLOORS = BENCHMARK / "floors.json"
sys.path[:0] = [str(BENCHMARK), str(ROOT / "scripts")]

import score as score_module  # noqa: E402

from score_dates import score_reference  # noqa: E402

Figures = dict[str, float]
Read = Callable[[dict[str, Any]], dict[str, Any]]

#: The measures that are shown, with the aim for all reports together where there is one.
MEASURES: dict[str, float | None] = {
    "found": 0.80, "complete": 0.50, "actor entity": 0.80, "recipient entity": None, "time": 0.92,
    "place": 0.88, "attribution": 0.80, "origin": 0.85, "holder": None, "findings": None,
    "modality": 0.92, "polarity": None, "mode": None, "place admin1": None,
}  # fmt: skip
DATES_AIM = 0.85


def load_records(paths: Iterable[Path], texts: Path) -> list[dict[str, Any]]:
    """The gold records of the files, each with its report under `text`."""
    records = []
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                record = json.loads(line)
                record["text"] = (texts / f"{record['id']}.txt").read_bytes().decode("utf-8")
                records.append(record)
    return records


def shipped_sets() -> dict[str, list[dict[str, Any]]]:
    """The records that come with the project, by set."""
    texts = BENCHMARK / "texts"
    return {
        "development": load_records([BENCHMARK / "gold_d1.jsonl", BENCHMARK / "gold_d2.jsonl"], texts),
        "validation": load_records([BENCHMARK / "gold_r.jsonl"], texts),
    }


def seed_records() -> list[dict[str, Any]]:
    """The published article, where ../shared has it."""
    folder = SHARED / "benchmark"
    gold = folder / "gold_seed.jsonl"
    return load_records([gold], folder / "texts") if gold.is_file() else []


def make_reader() -> Read:
    """A function from a gold record's report to a result in the schema rawi/1."""
    from rawi.ingest import document_from_text
    from rawi.reader import Reader

    reader = Reader()

    def read(record: dict[str, Any]) -> dict[str, Any]:
        outlet = (record.get("outlet") or {}).get("name_ar")
        document = document_from_text(
            record["text"], id=record["id"], published=record.get("published"), outlet=outlet
        )
        return reader.read(document).to_dict()

    return read


def score(
    records: list[dict[str, Any]], results: dict[str, dict[str, Any]], *, verbose: bool = False
) -> Figures:
    """The measures of `results` (by report id) over `records`; F1, or accuracy where that is the measure.

    A measure of which there is nothing to find and nothing was found is left out.
    """
    scorer = score_module.Scorer()
    for record in records:
        scorer.document(record, record["text"], results[record["id"]])
    printed = io.StringIO()
    with redirect_stdout(printed):
        report = scorer.report(verbose)
    if verbose:
        print(printed.getvalue())
    return {
        name: values.get("f1", values.get("accuracy", 0.0))
        for name, values in report.items()
        if any(values.get(count) for count in ("tp", "fp", "fn", "n"))
    }


def score_dates() -> tuple[float, int] | None:
    """The share of ../shared/reference/dates whose past reading is found, and their number.

    Its rows are messages of one who speaks of himself, and are read as such (see `score_dates.py`).
    """
    path = SHARED / "reference" / "dates" / "recognizers-text-dates.jsonl"
    if not path.is_file():
        return None
    right, _, total, _ = score_reference(path)
    return right / total, total


def fingerprint() -> str:
    """The SHA-256 over the names and bytes of the shipped gold files and texts."""
    digest = hashlib.sha256()
    for path in sorted([*BENCHMARK.glob("gold_*.jsonl"), *BENCHMARK.glob("texts/*.txt")]):
        digest.update(path.relative_to(BENCHMARK).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def load_floors() -> dict[str, Figures]:
    """The floors by set; none where the file is missing. Refuses floors of other gold files."""
    if not FLOORS.is_file():
        return {}
    kept = json.loads(FLOORS.read_text("utf-8"))
    if kept["fingerprint"] != fingerprint():
        raise SystemExit(
            f"{FLOORS}: the gold files have changed since the floors were set. If that is meant, remove the"
            " file and write it anew with: python scripts/benchmark.py --raise"
        )
    return dict(kept["floors"])


def below_floors(figures: dict[str, Figures], floors: dict[str, Figures]) -> list[str]:
    """One line for each measure that fell below its floor."""
    return [
        f"{name} {measure}: {figures[name].get(measure, 0.0):.3f} is below the floor of {floor:.3f}"
        for name, measures in floors.items()
        for measure, floor in measures.items()
        if figures[name].get(measure, 0.0) < floor
    ]


def raise_floors(figures: dict[str, Figures], floors: dict[str, Figures]) -> dict[str, Figures]:
    """The floors with every better figure in place of the lower one, cut to three places."""
    return {
        name: {
            measure: max(
                floors.get(name, {}).get(measure, 0.0), math.floor(figures[name][measure] * 1000) / 1000
            )
            for measure in MEASURES
            if measure in figures[name]
        }
        for name in figures
    }


def write_floors(floors: dict[str, Figures]) -> None:
    """Writes floors.json."""
    kept = {"fingerprint": fingerprint(), "floors": floors}
    FLOORS.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def print_table(columns: dict[str, Figures]) -> None:
    """The measures of each set side by side, with the aims for all and how far those not reached are."""
    print("".join([f"{'':18}", *(f"{name:>16}" for name in columns), f"{'aim (all)':>12}"]))
    for measure, aim in MEASURES.items():
        cells = "".join(_cell(figures.get(measure)) for figures in columns.values())
        short = aim - columns["all"].get(measure, 0.0) if aim else 0.0
        note = f"  short by {short:.3f}" if short > 0 else ""
        print(f"{measure:18}{cells}{f'{aim:12.2f}' if aim else ''}{note}")


def _cell(figure: float | None) -> str:
    """A figure in its column; a dash where there was nothing to measure."""
    return f"{'–':>16}" if figure is None else f"{figure:16.3f}"


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="fail when a measure is below its floor")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write better figures as floors")
    parser.add_argument("--verbose", action="store_true", help="list what was missed and what was wrong")
    args = parser.parse_args()

    floors = load_floors()
    read = make_reader()
    sets = shipped_sets()
    seed = seed_records()
    everything = [*sets["development"], *sets["validation"], *seed]
    results = {record["id"]: read(record) for record in everything}
    figures = {name: score(records, results, verbose=args.verbose) for name, records in sets.items()}
    columns = dict(figures)
    if seed:
        columns["article"] = score(seed, results, verbose=args.verbose)
        columns["valid.+article"] = score([*sets["validation"], *seed], results)
    columns["all"] = score(everything, results)
    print_table(columns)
    dates = score_dates()
    if dates:
        print(f"\nreference dates, past reading: {dates[0]:.1%} of {dates[1]} (aim {DATES_AIM:.0%})")

    if args.lift:
        write_floors(raise_floors(figures, floors))
        print(f"\nfloors written to {FLOORS.relative_to(ROOT)}")
    elif args.check:
        problems = below_floors(figures, floors)
        print("\n" + ("\n".join(problems) if problems else "No measure is below its floor."))
        return 1 if problems else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
