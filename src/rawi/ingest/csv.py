"""Tables (CSV, TSV): one report a row, the columns known by their names in English or Arabic.

The delimiter is the one that makes the most known columns of the first row. A table without a column
of text is refused, naming the columns it has.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from typing import Any

from rawi.errors import BrokenInput, EmptyInput, InputError
from rawi.ingest import base
from rawi.ingest.encodings import sniff_encoding
from rawi.ingest.lines import text_lines
from rawi.ingest.records import field_of, read_record

_DELIMITERS = ",;\t|،؛"
_SAMPLE = 1 << 16
_ACCEPTED = "accepted: a first row that names a text (النص) column, and title, published, outlet, url, id"


def read_rows(stream: base.ReadableStream, where: str, origin: base.Origin) -> base.Items:
    """The documents of `stream`, and what was set aside as `where:line` (the line where its row starts)."""
    try:
        lines = _lines(stream)
        header = next(lines, "")
        while header and not header.strip():
            header = next(lines, "")
        delimiter, fields = _read_header(header)
    except InputError as error:
        yield base.SetAside.of(where, error)
        return
    previous = csv.field_size_limit(sys.maxsize)
    try:
        yield from _read_rows(csv.reader(lines, delimiter=delimiter), fields, where, origin)
    finally:
        csv.field_size_limit(previous)


def is_table(start: bytes) -> bool:
    """Whether the first line of what begins with `start` names a column of text and another known one."""
    try:
        encoding, mark = sniff_encoding(start)
        header = start[mark:].decode(encoding, "replace").lstrip().split("\n", 1)[0]
        return sum(map(bool, _read_header(header)[1])) > 1
    except InputError:
        return False


def _read_rows(rows: Any, fields: list[str | None], where: str, origin: base.Origin) -> base.Items:
    """The documents of the rows that a csv reader gives, the first of which is on line 2."""
    more = True
    while more:
        place = f"{where}:{rows.line_num + 2}"
        try:
            cells = next(rows, None)
            more = cells is not None
            if cells and any(cell.strip() for cell in cells):
                yield read_record(_record(cells, fields), origin)
        except csv.Error as error:
            yield base.SetAside.of(place, BrokenInput(f"Not a row of a table ({error}); {_ACCEPTED}"))
        except InputError as error:
            yield base.SetAside.of(place, error)


def _record(cells: list[str], fields: list[str | None]) -> dict[str, str]:
    record = {field: cell for field, cell in zip(fields, cells, strict=False) if field}
    if "text" not in record:
        raise BrokenInput(f"The row has {len(cells)} of {len(fields)} columns and none of text; {_ACCEPTED}")
    return record


def _lines(stream: base.ReadableStream) -> Iterator[str]:
    sample = stream.read(_SAMPLE)
    if not sample.strip():
        raise EmptyInput(f"Nothing to read: the table is empty; {_ACCEPTED}")
    encoding, mark = sniff_encoding(sample)
    return text_lines(sample[mark:], stream, encoding)


def _read_header(header: str) -> tuple[str, list[str | None]]:
    """The delimiter of the first row, and the field that each of its columns stands for."""
    header = header.rstrip("\r\n")
    best, fields = ",", [field_of(header)]
    for delimiter in _DELIMITERS:
        try:
            cells = next(csv.reader([header], delimiter=delimiter), [])
        except csv.Error:
            continue
        found = [field_of(cell) for cell in cells]
        if sum(map(bool, found)) > sum(map(bool, fields)):
            best, fields = delimiter, found
    if "text" not in fields:
        raise BrokenInput(f"No column of text in the first row ({header[:120]!r}); {_ACCEPTED}")
    return best, [field if field not in fields[:index] else None for index, field in enumerate(fields)]
