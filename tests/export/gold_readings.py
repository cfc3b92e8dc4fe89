"""Readings made from the annotations of the benchmark: real content for pages and tables."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from rawi.model import (
    Claim,
    Document,
    Engine,
    Finding,
    Mention,
    Outlet,
    Participant,
    Reading,
    SourceLink,
    Span,
)

BENCHMARK = Path(__file__).resolve().parents[1] / "benchmark"
_SPEC = importlib.util.spec_from_file_location("benchmark_score", BENCHMARK / "score.py")
assert _SPEC
assert _SPEC.loader
score = sys.modules.setdefault("benchmark_score", importlib.util.module_from_spec(_SPEC))
_SPEC.loader.exec_module(score)


@cache
def gold_readings() -> dict[str, Reading]:
    """All shipped reports as if they had been read perfectly, by id."""
    readings = {}
    for path in sorted(BENCHMARK.glob("gold_*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            text = (BENCHMARK / "texts" / f"{record['id']}.txt").read_bytes().decode("utf-8")
            readings[record["id"]] = _Builder(record, text).reading()
    return readings


class _Builder:
    def __init__(self, record: dict[str, Any], text: str) -> None:
        self.record, self.text = record, text
        self.mentions: dict[tuple[str, int, int], Mention] = {}

    def reading(self) -> Reading:
        record = self.record
        claims = tuple(self.claim(f"c{number}", gold) for number, gold in enumerate(record["claims"]))
        findings = tuple(
            Finding(item["check"], "error", self.span(item), "رسالة", "message", claims[0].id, "22", "20")
            for item in record["findings"]
        )  # fmt: skip
        sha256 = hashlib.sha256(self.text.encode("utf-8")).hexdigest()
        outlet = Outlet(record["outlet"]["name_ar"])
        document = Document(record["id"], self.text, sha256, published=record["published"], outlet=outlet)
        return Reading(
            document, tuple(self.mentions.values()), claims, findings, Engine("rules", "0.1", "0" * 12)
        )

    def claim(self, id: str, gold: dict[str, Any]) -> Claim:
        trigger = self.span(gold["trigger"])
        time = gold["time"]
        return Claim(
            id=id,
            type=gold["type"],
            mode=gold["mode"],
            trigger=trigger,
            evidence=Span.of(self.text, *score.sentence_of(self.text, trigger.start)),
            actor=self.participants(gold["actor"]),
            recipient=self.participants(gold["recipient"]),
            holder=self.participants(gold["holder"]),
            place=tuple(
                self.mention(item, "place", admin1=item["admin1"], country=item["country"])
                for item in gold["place"]
            ),
            time=self.mention(time, "time", value=time["edtf"]) if time else None,
            value=self.span(gold["value"]) if gold["value"] else None,
            modality=gold["modality"],
            polarity=gold["polarity"],
            attribution=tuple(SourceLink(self.span(item), item["kind"]) for item in gold["attribution"]),
            dead=gold["dead"],
            injured=gold["injured"],
            detained=gold["detained"],
            rule="gold",
        )

    def participants(self, items: list[dict[str, Any]] | None) -> tuple[Participant, ...]:
        found = []
        for item in items or []:
            known = self.record["entities"].get(item.get("entity")) or {}
            kind = "person" if known.get("kind") == "person" else "actor"
            id = self.mention(item, kind, entity=item.get("entity"), name=known.get("name_ar"))
            found.append(Participant(id, item.get("entity"), known.get("name_ar"), known.get("name_en")))
        return tuple(found)

    def mention(self, item: dict[str, Any], kind: str, **more: Any) -> str:
        span = self.span(item)
        key = (kind, span.start, span.end)
        if key not in self.mentions:
            id = f"m{len(self.mentions)}"
            self.mentions[key] = Mention(id, kind, span.start, span.end, span.text, **more)
        return self.mentions[key].id

    def span(self, item: dict[str, Any]) -> Span:
        return Span.of(self.text, *score.locate(self.text, item["anchor"], item.get("n", 1)))
