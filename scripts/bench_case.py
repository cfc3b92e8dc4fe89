#!/usr/bin/env python3
"""Measure what a case costs as it grows: adding, corroborating, searching. Prints a table; asserts nothing.

    python scripts/bench_case.py [--sizes 1000 4000]

The reports are the first of ../shared/reference/news (the sample reports where that is absent). Adding is
`rawi add` to a new SQLite case with a process for each core, memory the highest resident size of that
program and of its largest helper; corroborating is `rawi corroborate` of the whole. Search is the 95th
percentile of queries with words, names and filters against the opened case.
"""

from __future__ import annotations

import argparse
import gzip
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NEWS = ROOT.parent / "shared" / "reference" / "news"
EXAMPLES = ROOT / "examples" / "reports.jsonl"
COMMAND = [sys.executable, "-c", "from rawi.cli import main; main()"]
WORDS = (
    "الجيش",
    "قوات",
    "داعش",
    "الحوثيين",
    '"مجلس الأمن"',
    "إيران النووي",
    "هجوم انتحاري",
    "-السعودية اليمن",
)
NAMES = ("داعش", "الحوثيين", "السعودية", "باراك أوباما")
PLACES = ("عدن", "العراق", "سوريا", "الرياض")


def read_lines() -> list[str]:
    """The reports, a line of JSON each."""
    for path in sorted(NEWS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            return list(lines)
    return EXAMPLES.read_text("utf-8").splitlines(keepends=True)


def run(*arguments: str) -> tuple[float, float]:
    """Seconds that a command takes, and megabytes at the peak of its largest process."""
    start = time.perf_counter()
    process = subprocess.Popen([*COMMAND, *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"rawi {' '.join(arguments)} failed")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def time_search(where: str) -> float:
    """Milliseconds within which 95 of 100 searches are answered."""
    from rawi.case.search import Filters, Searcher
    from rawi.case.store import open_case

    filters = [Filters(words=words) for words in WORDS] + [Filters(actor=name) for name in NAMES]
    filters += [Filters(place=place) for place in PLACES]
    filters += [Filters(words="قوات", place="اليمن", type="ASSAULT"), Filters(type="CONSULT")]
    filters += [Filters(words="وزير", modality="denied"), Filters(finding="unnamed-only")]
    taken = []
    with open_case(where) as case:
        searcher = Searcher(case)
        searcher.search(Filters(actor="sdf"))
        for one in filters * 5:
            start = time.perf_counter()
            searcher.search(one)
            taken.append(time.perf_counter() - start)
    return sorted(taken)[int(len(taken) * 0.95)] * 1000


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 4000], help="numbers of reports")
    args = parser.parse_args()
    lines = read_lines()
    print(
        "reports   added/s   corroborated/s   ratio to adding   search p95   memory (add, corroborate)   file"
    )
    for size in sorted({min(size, len(lines)) for size in args.sizes}):
        with tempfile.TemporaryDirectory() as folder:
            source, where = Path(folder, "reports.jsonl"), str(Path(folder, "case.rawi"))
            source.write_text("".join(lines[:size]), "utf-8")
            adding, add_memory = run("add", where, str(source), "-q")
            comparing, compare_memory = run("corroborate", where, "-q")
            print(
                f"{size:7,}{size / adding:10.1f}{size / comparing:17.1f}{comparing / adding:18.2f}"
                f"{time_search(where):10.0f} ms{add_memory:11.0f}, {compare_memory:.0f} MB"
                f"{Path(where).stat().st_size / 1e6:12.0f} MB"
            )
    helpers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"largest process of all: {helpers:.0f} MB; {os.cpu_count()} cores")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
