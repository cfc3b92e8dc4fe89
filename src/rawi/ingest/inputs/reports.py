"""Bytes in one of ingest's formats in, their reports out, each with its own bytes.

One report of a file is the file; one of many is its line of JSONL, its row of a table, its record of
a JSON list, as they stand in the file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from typing import Any

from rawi.errors import BrokenInput, InputError, UnknownFormat
from rawi.ingest import base as ingest
from rawi.ingest import csv, jsonl
from rawi.ingest.encodings import decode
from rawi.ingest.formats import find_format
from rawi.ingest.inputs import telegram
from rawi.ingest.inputs.base import Blob, GatherOptions, Incoming, Things, complete, incoming
from rawi.ingest.inputs.kinds import is_feed, suffix_of
from rawi.ingest.inputs.media import OF_FORMAT
from rawi.ingest.inputs.urls import url_key
from rawi.ingest.records import read_record, rename
from rawi.ingest.reports import LIMITS
from rawi.model import Document

_START = 4096
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\b")
_SPACE = re.compile(r"[\s\ufeff]*")
_MAPPED = "; or say which column it is, by its name: text=NAME"


def read_report(blob: Blob, options: GatherOptions) -> Things:
    """The one report of a file, which is read whole."""
    start = blob.stream.read(_START)
    blob.stream.seek(0)
    format = find_format(start, suffix_of(blob.name))
    if is_feed(start) or (format == "text" and _XML.match(start)):
        raise UnknownFormat(f"XML where a report is expected; accepted: {ingest.ACCEPTED_FORMATS}")
    data = blob.stream.read(LIMITS[format] + 1)
    read: Callable[..., Document] = import_module(f"rawi.ingest.{format}").read
    charset = {"charset": blob.known.charset} if format in ("html", "text") else {}
    yield incoming(read(data, ingest.Origin(), **charset), data, OF_FORMAT[format], blob, options)


def read_rows(blob: Blob, options: GatherOptions) -> Things:
    """The reports of JSON Lines or a table, read line by line."""
    start = blob.stream.read(_START)
    blob.stream.seek(0)
    format = find_format(start, suffix_of(blob.name))
    rows = csv.rows if format == "csv" else jsonl.rows
    for row in rows(blob.stream, blob.where, ingest.Origin(), options.columns):
        yield _of_row(row, format, blob, options)


def read_json(blob: Blob, options: GatherOptions) -> Things:
    """The reports of a JSON file: a record, a list of them, JSON Lines, or an export of Telegram Desktop."""
    data = blob.stream.read(telegram.MAX_BYTES + 1)
    decoded = decode(data)
    try:
        value = json.loads(decoded.text.removeprefix("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        blob.stream.seek(0)
        yield from read_rows(replace(blob, name=f"{blob.name}.jsonl"), options)
        return
    if telegram.is_export(value):
        ingest.check_bytes(len(data), telegram.MAX_BYTES, "export of Telegram Desktop")
        yield from telegram.read_export(value, blob, options)
        return
    ingest.check_bytes(len(data), ingest.MAX_TEXT_BYTES, "JSON file")
    if not isinstance(value, list):
        yield _of_row(_record(0, data, value, blob, options.columns), "json", blob, options)
        return
    for number, (text, record) in enumerate(_elements(decoded.text), 1):
        raw = text.encode(decoded.encoding, "surrogatepass" if "utf" in decoded.encoding else "replace")
        yield _of_row(_record(number, raw, record, blob, options.columns), "json", blob, options)


def _record(number: int, raw: bytes, value: Any, blob: Blob, columns: Mapping[str, str]) -> ingest.Row:
    """The row of a record; number 0 is the only one of its file."""
    try:
        if not isinstance(value, dict):
            raise BrokenInput('Not a JSON object; accepted: {"text": "…"} or a list of such')
        return ingest.Row(number, raw, read_record(rename(value, columns), ingest.Origin()))
    except InputError as error:
        where = f"{blob.where}#{number}" if number else blob.where
        return ingest.Row(number, raw, ingest.SetAside.of(where, error))


def _elements(text: str) -> Iterator[tuple[str, Any]]:
    """The elements of the JSON list `text`, each as written and as read."""
    decoder = json.JSONDecoder(strict=False)
    at = _skip(text, _skip(text, 0) + 1)
    while at < len(text) and text[at] != "]":
        value, end = decoder.raw_decode(text, at)
        yield text[at:end], value
        at = _skip(text, end)
        at = _skip(text, at + 1) if text[at : at + 1] == "," else at


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _of_row(row: ingest.Row, format: str, blob: Blob, options: GatherOptions) -> Incoming | ingest.SetAside:
    item = row.item
    if isinstance(item, ingest.SetAside):
        unmapped = item.message.startswith("No column of text")
        return replace(item, message=item.message + _MAPPED) if unmapped else item
    known = replace(blob.known, url=None, title=None)
    mark = "#" if format == "json" else ":"
    return Incoming(
        complete(item, known, options),
        row.raw,
        OF_FORMAT[format],
        _key(item, blob, row.number),
        f"{blob.where}{mark}{row.number}" if row.number else blob.where,
        known.fetched,
        known.response,
    )


def _key(document: Document, blob: Blob, number: int) -> str:
    """The key of a record: its URL, the id it was given, or its place in its file."""
    given = document.id if document.id != document.sha256[:12] else ""
    key = url_key(document.url) if document.url else None
    return key or (f"id:{given}" if given else f"{blob.key}#{number}" if number else blob.key)
