#!/usr/bin/env python3
"""Score corroboration on the development stories, without a database.

    python scripts/benchmark_stories.py                 read the reports, link them, score
    python scripts/benchmark_stories.py --claims gold   the annotated claims, to see the linking alone
    python scripts/benchmark_stories.py --news 2000 --show 30   among news; list the largest stories

The benchmark lies in ../shared, or in --shared. Copies are told here by a simple measure (five words in a
row), so that the figures do not depend on `rawi.corroborate.reuse`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

from rawi.arabic.tokens import WORD, Token, tokenise
from rawi.corroborate.contradictions import find_contradictions
from rawi.corroborate.events import event_keys, same_event
from rawi.corroborate.families import is_fact
from rawi.corroborate.origins import count_origins
from rawi.corroborate.stories import Link, Story, make_stories
from rawi.corroborate.told import Told, tell
from rawi.errors import InputError
from rawi.ingest import document_from_text
from rawi.knowledge import load_knowledge
from rawi.model import Reading
from rawi.reader import Reader

ROOT = Path(__file__).resolve().parents[1]
SHARED = next(
    (p for p in (ROOT.parent / "shared", Path("/work/shared")) if p.is_dir()), ROOT.parent / "shared"
)
#: Words in a row that make a copied passage, and the share of them that makes a copy.
GRAM, COPIED = 5, 0.5
Copy = tuple[str, str, list[tuple[int, int, int, int]]]


def read_benchmark(shared: Path, reader: Reader, files: Iterable[str]) -> Iterator[Reading]:
    """The readings of the annotated reports."""
    for file in files:
        for line in (shared / "benchmark" / file).read_text("utf-8").splitlines():
            record = json.loads(line)
            text = (shared / "benchmark" / "texts" / f"{record['id']}.txt").read_bytes().decode("utf-8")
            outlet = record["outlet"]["name_ar"]
            yield reader.read(
                document_from_text(text, id=record["id"], published=record["published"], outlet=outlet)
            )


def read_news(shared: Path, reader: Reader, number: int) -> Iterator[Reading]:
    """The readings of the first news reports of every outlet."""
    with gzip.open(
        shared / "reference" / "news" / "saudinewsnet-4days.jsonl.gz", "rt", encoding="utf-8"
    ) as rows:
        records = [json.loads(row) for row in rows]
    for record in records[:: max(1, len(records) // number)][:number] if number else []:
        outlet, published = record["outlet"], record["published"]
        try:
            document = document_from_text(record["text"], id=record["id"], published=published, outlet=outlet)
        except InputError:
            continue
        yield reader.read(document)


def gold_readings(read: Iterable[Reading]) -> list[Reading]:
    """The annotated claims of the story reports as readings, with the names that were read around them."""
    sys.path.insert(0, str(ROOT / "tests" / "export"))
    import gold_readings as gold

    found = []
    for reading in read:
        perfect = gold.gold_readings()[reading.document.id]
        claims = tuple(replace(claim, rule=None) for claim in perfect.claims)
        names = tuple(replace(mention, id=f"read-{mention.id}") for mention in reading.mentions)
        found.append(replace(perfect, claims=claims, mentions=perfect.mentions + names))
    return found


def find_copies(readings: list[Reading]) -> list[Copy]:
    """Pairs of reports of which one has most runs of words of the other, with the runs' offsets."""
    where: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    words: list[list[Token]] = []
    for number, reading in enumerate(readings):
        tokens = [token for token in tokenise(reading.document.text) if token.kind == WORD]
        words.append(tokens)
        for i in range(len(tokens) - GRAM + 1):
            where[tuple(token.norm for token in tokens[i : i + GRAM])].append((number, i))
    shared: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for places in where.values():
        if len(places) <= 20:
            for (a, i), (b, j) in combinations(places, 2):
                if a != b:
                    shared[a, b].append((i, j))
    copies = []
    for (a, b), runs in sorted(shared.items()):
        if len(runs) >= COPIED * min(len(words[a]), len(words[b])):
            one, other, last = words[a], words[b], GRAM - 1
            spots = [
                (one[i].start, one[i + last].end, other[j].start, other[j + last].end)
                for i, j in sorted(runs)
            ]
            copies.append((readings[a].document.id, readings[b].document.id, spots))
    return copies


def align(tolds: dict[str, list[Told]], copies: list[Copy]) -> Iterator[tuple[Told, Told]]:
    """Claims whose triggers stand at the same place of a copied run."""
    for one, other, runs in copies:
        at = {told.start: told for told in tolds[other]}
        for told in tolds[one]:
            for first, end, other_first, _ in runs:
                if first <= told.start < end and told.start - first + other_first in at:
                    yield told, at[told.start - first + other_first]
                    break


def link(tolds: dict[str, list[Told]], copies: list[Copy]) -> list[Link]:
    """The links between claims that share a key, and between aligned ones."""
    links: dict[tuple[str, str], str] = {}
    tested: set[tuple[str, str]] = set()
    for one, other in align(tolds, copies):
        basis = same_event(one, other, aligned=True)
        if basis:
            links[one.claim, other.claim] = basis
    buckets: dict[str, list[Told]] = defaultdict(list)
    for told in (told for found in tolds.values() for told in found):
        for key in event_keys(told):
            buckets[key].append(told)
    for found in buckets.values():
        for one, other in combinations(found, 2):
            pair = (one.claim, other.claim)
            if pair in tested:
                continue
            tested.add(pair)
            basis = same_event(one, other)
            if basis:
                links.setdefault(pair, basis)
    sizes = sorted(((len(found), key) for key, found in buckets.items()), reverse=True)
    print(f"{len(buckets)} keys, {len(tested)} pairs compared, {len(links)} links; largest {sizes[:5]}")
    return [Link(one, other, basis) for (one, other), basis in links.items()]


def to_result(stories: list[Story], copies: list[Copy]) -> dict[str, Any]:
    """The form that score_stories.py reads."""
    pairs = [(one, other) for one, other, _ in copies]
    near: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in pairs:
        for report in pair:
            near[report].append(pair)
    rows = []
    for story in stories:
        if len(story.reports) < 2:
            continue
        origins = count_origins(
            story.claims, [], shared={pair for report in story.reports for pair in near[report]}
        )
        contradictions = [found for found in find_contradictions(story.claims) if not found.update]
        rows.append({
            "id": story.id,
            "reports": list(story.reports),
            "independent_origins": origins.number,
            "origins": {origin.report: origin.explain() for origin in origins.reports},
            "claims": [
                {"report": t.report, "start": t.start, "end": t.end, "trigger": t.trigger, "type": t.type}
                for t in story.claims
            ],
            "fact": is_fact(story.claims[0]),
            "contradictions": [
                {"field": found.field, "values": [{"report": v.report, "claim": v.claim, "value": v.value}
                                                  for v in found.values]}
                for found in contradictions
            ],
        })  # fmt: skip
    rows.sort(
        key=lambda row: (
            row["fact"],
            -len(row["reports"]),
            -len(row["contradictions"]),
            -len(row["claims"]),
            row["id"],
        )
    )
    return {"copies": [{"report": b, "of": a, "kind": "whole"} for a, b in pairs], "stories": rows}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", choices=("read", "gold"), default="read")
    parser.add_argument("--news", type=int, default=0, help="how many news reports stand by")
    parser.add_argument("--show", type=int, default=0, help="print so many of the largest stories")
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--out", type=Path, default=Path("stories-result.json"))
    args = parser.parse_args()
    knowledge, reader = load_knowledge(), Reader()
    began = time.perf_counter()
    readings = list(read_benchmark(args.shared, reader, ["gold_r.jsonl"]))
    if args.claims == "gold":
        readings = gold_readings(readings)
    readings += read_benchmark(args.shared, reader, ["gold_d1.jsonl", "gold_d2.jsonl"])
    readings += read_news(args.shared, reader, args.news)
    read = time.perf_counter()
    copies = find_copies(readings)
    copied = time.perf_counter()
    tolds = {r.document.id: tell(r, knowledge, report=r.document.id) for r in readings}
    told = time.perf_counter()
    links = link(tolds, copies)
    stories = make_stories([t for found in tolds.values() for t in found], links)
    result = to_result(stories, copies)
    done = time.perf_counter()
    print(f"{len(readings)} reports, {sum(map(len, tolds.values()))} claims")
    print(f"read {read - began:.1f} s, copies {copied - read:.1f} s, told {told - copied:.1f} s", end=", ")
    print(f"linked {done - told:.1f} s")
    args.out.write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
    show(result["stories"][: args.show], readings, links)
    command = [sys.executable, str(args.shared / "benchmark" / "score_stories.py"), "--result", str(args.out)]
    gold, texts = args.shared / "benchmark" / "gold_r.jsonl", args.shared / "benchmark" / "texts"
    return subprocess.run([*command, "--gold", str(gold), "--texts", str(texts)], check=False).returncode


def show(rows: list[dict[str, Any]], readings: list[Reading], links: list[Link]) -> None:
    """Print stories to be read."""
    by_id = {reading.document.id: reading for reading in readings}
    for row in rows:
        disputed = [(c["field"], sorted({v["value"] for v in c["values"]})) for c in row["contradictions"]]
        print(
            f"\n{row['id']}: {len(row['reports'])} reports, {row['independent_origins']} origins, {disputed}"
        )
        for claim in row["claims"][:6]:
            reading = by_id[claim["report"]]
            found = next(
                c for c in reading.claims if c.trigger.start == claim["start"] and c.type == claim["type"]
            )
            print(f"   {claim['report']} {claim['type']} «{claim['trigger']}»: {found.evidence.text[:150]!r}")


if __name__ == "__main__":
    sys.exit(main())
