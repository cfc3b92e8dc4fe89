"""Entries of the knowledge packs for people: the plain data of `describe` in, lines for a screen out."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rawi.export.columns import Screen
from rawi.export.labels import CAME_FROM, WENT_INTO, label_of, label_time

#: The columns of a list of entries.
COLUMNS = ("type", "id", "ar", "en", "kind", "country", "from", "until", "pack", "matched")
_HEADINGS = ("Type", "Id", "English", "Dates", "Land", "Pack", "Arabic")
#: Of long lists of people or parts so many are shown; JSON has them all.
_MOST = 12
#: What is shown as it stands, in this order, under these labels.
_PLAIN = {
    "aliases": "also", "short": "later on", "family": "later on", "class": "class", "country": "country",
    "gender": "gender", "domains": "domains", "capital": "capital", "metonyms": "stands for",
    "adjectives": "adjectives", "peoples": "its people", "admin1": "governorate", "population": "population",
}  # fmt: skip


def format_entry(data: Mapping[str, Any], screen: Screen) -> str:
    """One entry in full."""
    kind = f"{data['type']} ({data['kind']})" if data.get("kind") else data["type"]
    lines = [screen.put(data["en"], "bold"), screen.put(data["ar"], "bold")]
    lines += screen.pair("id", [f"{data['id']}, {kind}"])
    for key, label in _PLAIN.items():
        if key in data:
            value = data[key]
            lines += screen.pair(label, ["، ".join(value) if isinstance(value, list) else str(value)])
    if "lat" in data:
        lines += screen.pair("coordinates", [f"{data['lat']}, {data['lon']}"])
    if data.get("ambiguous"):
        lines += screen.pair(
            "ambiguous", ["also an everyday word or a person's name: only read with مدينة or the like"]
        )
    for label, values in _sections(data):
        lines += screen.pair(label, values)
    lines += screen.pair("reference", [data["ref"]] if "ref" in data else [])
    lines += screen.pair("stands in", [data.get("file", data.get("pack", ""))])
    return "\n".join(lines)


def format_table(rows: Sequence[Mapping[str, Any]], screen: Screen) -> str:
    """Entries as a table, a row each; the Arabic stands last, so that it moves nothing else.

    Where an entry was found by another name than its usual ones, that stands behind in brackets.
    """
    cells = [
        (
            row["type"],
            row["id"],
            row["en"],
            dates_of(row, short=True),
            row["country"] or "",
            row["pack"],
            _arabic(row),
        )
        for row in rows
    ]
    return "\n".join(screen.table(_HEADINGS, cells, flexible=(2, 6)))


def _arabic(row: Mapping[str, Any]) -> str:
    matched = row.get("matched")
    return row["ar"] if matched in (None, row["ar"], row["en"], row["id"]) else f"{row['ar']} ({matched})"


def format_csv(rows: Iterable[Mapping[str, Any]]) -> str:
    """Entries as CSV with a row of headings (`COLUMNS`)."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: row.get(key) for key in COLUMNS} for row in rows)
    return out.getvalue()


def dates_of(data: Mapping[str, Any], *, short: bool = False) -> str:
    """From when to when, in words, or as `2017-01-28/2025-01-29`; empty where neither is known."""
    start, end = data.get("from"), data.get("until")
    if not start and not end:
        return ""
    if short:
        return f"{start or ''}/{end or ''}"
    if start and end:
        return f"{_date(start)} to {_date(end)}"
    return f"from {_date(start)}, no end recorded" if start else f"until {_date(end)}, no beginning recorded"


def _date(edtf: Any) -> str:
    label = label_time(edtf)
    return f"{edtf} ({label.en})" if label else edtf


def _sections(data: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """What has to be put into words: dates, and the other entries that this one is tied to."""
    if dates_of(data):
        yield "existed", [f"{dates_of(data)}, under this name"]
    if "parent" in data:
        yield "belongs to", [_name(data["parent"])]
    for key, labels in (("came_from", CAME_FROM), ("went_into", WENT_INTO)):
        told = ((label_of(labels, one["how"]).en, _name(one), one["date"]) for one in data.get(key, ()))
        values = [f"{how} {name}" + (f", {date}" if date else "") for how, name, date in told]
        yield key.replace("_", " "), values
    if "posts" in data:
        yield "posts", [_held(post, _name(post["org"]) if post["org"] else "") for post in data["posts"]]
    if "people" in data:
        yield "people", _some([_held(one, _name(one)) for one in data["people"]])
    if "parts" in data:
        yield "parts", _some([_name(one) for one in data["parts"]])
    if "affiliation" in data:
        yield "tied to", [f"{_name(data['affiliation'])}, says {data['affiliation']['ref']}"]


def _name(data: Mapping[str, Any]) -> str:
    return f"{data['en']} [{data['id']}]" if data.get("en") else str(data["id"])


def _held(post: Mapping[str, Any], whom: str) -> str:
    dates = dates_of(post)
    return ", ".join(part for part in (whom, dates, post["title"]) if part)


def _some(values: list[str]) -> list[str]:
    left = len(values) - _MOST
    return [*values[:_MOST], f"… and {left} more"] if left > 0 else values
