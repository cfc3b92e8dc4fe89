"""Measures the times that Rawi reads: against the benchmark's claims, and against Recognizers-Text's dates.

    python scripts/score_dates.py [--shared ../shared] [--misses]

Benchmark (gold_d1, gold_d2): of the distinct time anchors of a report, how many a mention overlaps, and how
many of those have the same EDTF. Reference (recognizers-text-dates.jsonl, MIT): messages, read with
`message=True`; a row is right if the mention that overlaps its expression has the date of its past reading
(`0001-01-01` there means: no such date). A month or year that contains the date is counted apart.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rawi.arabic.tokens import tokenise
from rawi.recognise.times import TimeMention, find_times

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a JSON Lines file."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def locate(text: str, anchor: str, number: int) -> tuple[int, int]:
    """Where the `number`-th `anchor` (from 1) stands in `text`."""
    start = -1
    for _ in range(number):
        start = text.index(anchor, start + 1)
    return start, start + len(anchor)


def best(mentions: list[TimeMention], start: int, end: int) -> TimeMention | None:
    """The mention that shares most code points with `start` to `end`."""
    shared = [(min(end, found.end) - max(start, found.start), found) for found in mentions]
    shared = [pair for pair in shared if pair[0] > 0]
    return max(shared, key=lambda pair: pair[0])[1] if shared else None


def score_benchmark(folder: Path) -> tuple[int, int, int, list[str]]:
    """Right, overlapped and all distinct anchors, and a line for each that is not right."""
    right = overlapped = total = 0
    misses = []
    for name in ("gold_d1.jsonl", "gold_d2.jsonl"):
        for record in read_lines(folder / name):
            text = (folder / "texts" / f"{record['id']}.txt").read_text(encoding="utf-8")
            mentions = find_times(tokenise(text), text, record["published"])
            times = [claim["time"] for claim in record["claims"] if claim["time"]]
            for anchor, number, edtf in dict.fromkeys((t["anchor"], t["n"], t["edtf"]) for t in times):
                total += 1
                found = best(mentions, *locate(text, anchor, number))
                overlapped += found is not None
                if found is not None and found.edtf == edtf:
                    right += 1
                else:
                    given = f"{found.text!r} {found.edtf}" if found else "no mention"
                    misses.append(f"{record['id']} {anchor!r}: wanted {edtf}, got {given}")
    return right, overlapped, total, misses


def score_reference(path: Path) -> tuple[int, int, int, list[str]]:
    """Right, right but coarser, and all rows, and a line for each that is not right."""
    right = coarser = total = 0
    misses = []
    for row in read_lines(path):
        total += 1
        text = row["text"]
        found = best(
            find_times(tokenise(text), text, row["reference"], message=True),
            *locate(text, row["expression"], 1),
        )
        wanted = None if row["past"] == "0001-01-01" else row["past"]
        given = found.edtf.removesuffix("~") if found and found.edtf else None
        if found is not None and given == wanted:
            right += 1
        elif wanted and given and wanted.startswith(f"{given}-"):
            coarser += 1
        else:
            misses.append(f"{text!r} on {row['reference']}: wanted {row['past']}, got {found and found.edtf}")
    return right, coarser, total, misses


def main() -> int:
    """Prints both rates."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, default=_SHARED, help="has benchmark/ and reference/")
    parser.add_argument("--misses", action="store_true", help="list what is not right")
    options = parser.parse_args()
    if not options.shared.is_dir():
        print(f"{options.shared}: no such folder; give the one with benchmark/", file=sys.stderr)
        return 2
    right, overlapped, total, misses = score_benchmark(options.shared / "benchmark")
    rate = right / overlapped
    print(f"benchmark: {right} of {overlapped} overlapped anchors right ({rate:.1%}), of {total} in all")
    rows = score_reference(options.shared / "reference" / "dates" / "recognizers-text-dates.jsonl")
    rate = rows[0] / rows[2]
    print(f"reference: {rows[0]} of {rows[2]} right ({rate:.1%}), {rows[1]} more right but coarser")
    if options.misses:
        print("\n".join(misses + rows[3]))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
