#!/usr/bin/env python3
"""Score corroboration on the development stories, in a case that is forgotten afterwards.

    python scripts/benchmark_stories.py                 what Rawi reads, among 500 reports of newspapers
    python scripts/benchmark_stories.py --claims gold   the annotated claims, to see corroboration alone
    python scripts/benchmark_stories.py --news 2000     among so many reports of newspapers

The reports are those of ../shared/benchmark, the measure is its score_stories.py. Copies among the
newspapers are real and count as wrong there, so those between newspapers are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from rawi.case.database import MEMORY
from rawi.case.store import Received, open_case
from rawi.case.stories import result_of
from rawi.corroborate import corroborate
from rawi.errors import InputError
from rawi.ingest import document_from_text
from rawi.model import Reading
from rawi.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
NEWS = SHARED / "reference" / "news" / "saudinewsnet-4days.jsonl.gz"


def read_benchmark(reader: Reader, files: Iterable[str]) -> Iterator[Reading]:
    """The readings of the annotated reports."""
    for file in files:
        for line in (SHARED / "benchmark" / file).read_text("utf-8").splitlines():
            record = json.loads(line)
            text = (SHARED / "benchmark" / "texts" / f"{record['id']}.txt").read_bytes().decode("utf-8")
            record |= {"text": text, "outlet": record["outlet"]["name_ar"]}
            yield from read_record(reader, record)


def read_news(reader: Reader, number: int) -> Iterator[Reading]:
    """The readings of `number` reports of newspapers, spread over all of them."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    for record in records[:: max(1, len(records) // number)][:number] if number else []:
        yield from read_record(reader, record)


def read_record(reader: Reader, record: dict[str, Any]) -> Iterator[Reading]:
    """The reading of one record, unless its text is set aside."""
    known = {name: record[name] for name in ("id", "published", "outlet")}
    try:
        yield reader.read(document_from_text(record["text"], **known))
    except InputError:
        return


def annotate(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The annotated claims as readings, with the names that were read around them."""
    sys.path.insert(0, str(ROOT / "tests" / "export"))
    import gold_readings as gold

    for reading in readings:
        perfect = gold.gold_readings()[reading.document.id]
        names = tuple(replace(mention, id=f"read-{mention.id}") for mention in reading.mentions)
        claims = tuple(replace(claim, rule=None) for claim in perfect.claims)
        yield replace(perfect, claims=claims, mentions=perfect.mentions + names)


def work_out(readings: Iterable[Reading]) -> dict[str, Any]:
    """What corroboration of these readings finds."""
    with open_case(MEMORY, create=True) as case:
        run = case.begin_run("benchmark", [], rawi="", knowledge="")
        for reading in readings:
            id_, text = reading.document.id, reading.document.text
            case.put(Received(f"id:{id_}", id_, text.encode("utf-8"), "text/plain"), reading, run)
        print(corroborate(case))
        return result_of(case)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", choices=("read", "gold"), default="read")
    parser.add_argument("--news", type=int, default=500, help="how many reports of newspapers stand by")
    args = parser.parse_args()
    if not SHARED.is_dir():
        print("stories are scored on ../shared, which is not there")
        return 0
    reader = Reader()
    told = list(read_benchmark(reader, ["gold_r.jsonl"]))
    readings = [*(annotate(told) if args.claims == "gold" else told)]
    readings += read_benchmark(reader, ["gold_d1.jsonl", "gold_d2.jsonl"])
    papers = list(read_news(reader, args.news))
    result = work_out([*readings, *papers])
    bystanders = {reading.document.id for reading in papers}
    result["copies"] = [c for c in result["copies"] if not {c["report"], c["of"]} <= bystanders]
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(result, file, ensure_ascii=False)
        file.flush()
        command = [sys.executable, str(SHARED / "benchmark" / "score_stories.py"), "--result", file.name]
        return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
