#!/usr/bin/env python3
"""Measure what reading costs: speed, cold start, memory. Prints a table; asserts nothing.

    python scripts/bench.py [--articles N]

Speed is words a second of complete reading on one core, over a fixed sample of ../shared/reference/news
(the sample reports where that is absent), and its ratio to spaCy's bare tokeniser `blank("ar")` on the
same texts in the same run; the share of the checks is of the seconds of that reading. Cold start is the
best of five runs of `rawi read` on one short report. Memory is the highest resident size of a process
that reads the sample.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
NEWS = ROOT.parent / "shared" / "reference" / "news"
EXAMPLES = ROOT / "examples" / "reports.jsonl"
COMMAND = [sys.executable, "-c", "from rawi.cli import main; main()", "read"]
AIMS = {"ratio": 0.25, "checks": 0.15, "cold start": 1.5, "memory": 400.0}


def load_sample(articles: int) -> tuple[str, list[dict[str, str]]]:
    """Where the sample is from, and `articles` reports spread evenly over it."""
    for path in sorted(NEWS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        step = max(1, len(rows) // articles)
        return f"every {step}th article of {path.name}", rows[::step][:articles]
    rows = [json.loads(line) for line in EXAMPLES.read_text("utf-8").splitlines()]
    return str(EXAMPLES.relative_to(ROOT)), rows


def time_reading(rows: list[dict[str, str]]) -> tuple[float, float]:
    """Seconds for the complete reading of all rows, knowledge already loaded, and those of its checks."""
    import rawi.reader
    from rawi.errors import InputError
    from rawi.ingest import document_from_text
    from rawi.reader import Reader

    checking, run_checks = 0.0, rawi.reader.run_checks

    def timed_checks(*args: Any, **options: Any) -> list[Any]:
        nonlocal checking
        begun = time.perf_counter()
        findings = run_checks(*args, **options)
        checking += time.perf_counter() - begun
        return findings

    reader = Reader()
    reader.read(
        document_from_text("التقى وزير الخارجية التركي نظيره الروسي في موسكو أمس.", published="2020-01-02")
    )
    rawi.reader.run_checks = timed_checks
    gc.freeze()  # as `rawi read` does
    start = time.perf_counter()
    for row in rows:
        try:
            reader.read(document_from_text(row["text"], published=row["published"], outlet=row["outlet"]))
        except InputError:
            continue
    total = time.perf_counter() - start
    rawi.reader.run_checks = run_checks
    return total, checking


def time_tokeniser(rows: list[dict[str, str]]) -> float | None:
    """Seconds for spaCy's bare Arabic tokeniser on the same texts; None without spaCy."""
    try:
        import spacy
    except ImportError:
        return None
    tokenise = spacy.blank("ar").tokenizer
    tokenise(rows[0]["text"])
    start = time.perf_counter()
    for row in rows:
        tokenise(row["text"])
    return time.perf_counter() - start


def time_cold_start() -> float:
    """Seconds of the fastest of five fresh processes that read one short report."""
    report = str(ROOT / "examples" / "reports" / "d01.txt")
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([*COMMAND, report], check=True, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best


def measure_memory(rows: list[dict[str, str]]) -> float:
    """Megabytes at the peak of a process that reads the rows as JSON lines."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    process = subprocess.Popen([*COMMAND, "--jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)  # fmt: skip
    assert process.stdin
    process.stdin.write(lines.encode("utf-8"))
    process.stdin.close()
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit("the process that memory is measured on failed")
    return usage.ru_maxrss / 1024


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=400, help="size of the sample (400)")
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    where, rows = load_sample(args.articles)
    words = sum(len(row["text"].split()) for row in rows)
    memory, cold = measure_memory(rows), time_cold_start()
    (reading, checking), tokeniser = time_reading(rows), time_tokeniser(rows)
    print(f"sample: {len(rows)} reports, {words:,} words, {where}\n")
    print(f"{'complete reading':34}{words / reading:12,.0f} words/s")
    if tokeniser:
        print(f"{'spaCy blank(ar), tokeniser alone':34}{words / tokeniser:12,.0f} words/s")
        print(f"{'ratio':34}{tokeniser / reading:12.3f}           aim at least {AIMS['ratio']}")
    share = checking / reading
    print(f"{'share of the checks in it':34}{share:12.1%}           aim under {AIMS['checks']:.0%}")
    print(f"{'cold start, one short report':34}{cold:12.2f} s         aim under {AIMS['cold start']} s")
    print(f"{'peak memory':34}{memory:12.0f} MB        aim under {AIMS['memory']:.0f} MB")
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'(this process, with spaCy)':34}{own:12.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
