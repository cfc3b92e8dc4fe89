"""A file of reports (JSON lines with `text`, .gz) in; how much reuse is found in them, and how fast, out.

Usage: python scripts/measure_reuse.py reports.jsonl.gz [--show N]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import time
from collections import Counter

from rawi.corroborate.reuse import find_candidates, find_reuse, reuse_keys


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--show", type=int, default=0, help="how many pairs to print, for reading")
    options = parser.parse_args()
    with gzip.open(options.file, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    started = time.process_time()
    keys = [reuse_keys(text) for text in texts]
    keyed = time.process_time()
    pairs = find_candidates(keys)
    paired = time.process_time()
    found = [(a, b, reuse) for a, b in pairs if (reuse := find_reuse(texts[a], texts[b]))]
    ended = time.process_time()
    print(f"{len(texts)} reports, {sum(map(len, keys))} keys, {len(pairs)} candidates, {len(found)} pairs")
    print(f"seconds: keys {keyed - started:.1f}, pairs {paired - keyed:.1f}, alignment {ended - paired:.1f}")
    print(Counter(reuse.kind for _, _, reuse in found))
    for a, b, reuse in random.Random(1).sample(found, min(options.show, len(found))):
        print(f"\n{a} {b} {reuse.kind} {reuse.share:.2f} {reuse.other_share:.2f}")
        for passage in reuse.passages:
            print("  ", texts[a][passage.start : passage.end].replace("\n", " ")[:200])
            print("  ", texts[b][passage.other_start : passage.other_end].replace("\n", " ")[:200])


if __name__ == "__main__":
    main()
