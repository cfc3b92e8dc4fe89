"""Tables (CSV, TSV): one report a row, the columns known by their names in English or Arabic.

The delimiter is the one that makes the most known columns of the first row. A table without a column
of text is refused, naming the columns it has.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping

from rawi.errors import BrokenInput, EmptyInput, InputError
from rawi.ingest import base
from rawi.ingest.encodings import sniff_encoding
from rawi.ingest.lines import text_lines, without_end
from rawi.ingest.records import column_key, field_of, read_record

_DELIMITERS = ",;\t|،؛"
_SAMPLE = 1 << 16
_ACCEPTED = "accepted: a first row that names a text (النص) column, and title, published, outlet, url, id"


def read_rows(stream: base.ReadableStream, where: str, origin: base.Origin) -> base.Items:
    """The documents of `stream`, and what was set aside as `where:line` (the line where its row starts)."""
    return (row.item for row in rows(stream, where, origin, {}))


def rows(
    stream: base.ReadableStream, where: str, origin: base.Origin, columns: Mapping[str, str]
) -> Iterator[base.Row]:
    """The same with the bytes of each row; `columns` names those of fields called otherwise."""
    try:
        lines = _Lines(stream)
        header = next(lines, "")
        while header and not header.strip():
            header = next(lines, "")
        delimiter, fields = _read_header(header, columns)
    except InputError as error:
        yield base.Row(1, b"", base.SetAside.of(where, error))
        return
    lines.take()
    previous = csv.field_size_limit(sys.maxsize)
    try:
        yield from _read_rows(lines, delimiter, fields, where, origin)
    finally:
        csv.field_size_limit(previous)


def is_table(start: bytes) -> bool:
    """Whether the first line of what begins with `start` names a column of text and another known one."""
    try:
        encoding, mark = sniff_encoding(start)
        header = start[mark:].decode(encoding, "replace").lstrip().split("\n", 1)[0]
        return sum(map(bool, _read_header(header, {})[1])) > 1
    except InputError:
        return False


def _read_rows(
    lines: _Lines, delimiter: str, fields: list[str | None], where: str, origin: base.Origin
) -> Iterator[base.Row]:
    """The documents of the rows below the header, the first of which is on line 2."""
    reader = csv.reader(lines, delimiter=delimiter)
    more = True
    while more:
        number = reader.line_num + 2
        item: base.Item
        try:
            cells = next(reader, None)
            more = cells is not None
            if not cells or not any(cell.strip() for cell in cells):
                lines.take()
                continue
            item = read_record(_record(cells, fields), origin)
        except csv.Error as error:
            item = _aside(where, number, BrokenInput(f"Not a row of a table ({error}); {_ACCEPTED}"))
        except InputError as error:
            item = _aside(where, number, error)
        yield base.Row(number, lines.take(), item)


def _aside(where: str, number: int, error: InputError) -> base.SetAside:
    return base.SetAside.of(f"{where}:{number}", error)


def _record(cells: list[str], fields: list[str | None]) -> dict[str, str]:
    record = {field: cell for field, cell in zip(fields, cells, strict=False) if field}
    if "text" not in record:
        raise BrokenInput(f"The row has {len(cells)} of {len(fields)} columns and none of text; {_ACCEPTED}")
    return record


class _Lines:
    """The lines of a table, decoded for the csv module; keeps the bytes of those it gave."""

    def __init__(self, stream: base.ReadableStream) -> None:
        sample = stream.read(_SAMPLE)
        if not sample.strip():
            raise EmptyInput(f"Nothing to read: the table is empty; {_ACCEPTED}")
        self._encoding, mark = sniff_encoding(sample)
        self._lines = text_lines(sample[mark:], stream, self._encoding)
        self._given: list[bytes] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        raw, text = next(self._lines)
        self._given.append(raw)
        return text

    def take(self) -> bytes:
        """The bytes of the lines given since the last call, without the end of the last."""
        raw = without_end(b"".join(self._given), self._encoding)
        self._given.clear()
        return raw


def _read_header(header: str, columns: Mapping[str, str]) -> tuple[str, list[str | None]]:
    """The delimiter of the first row, and the field that each of its columns stands for."""
    header = header.rstrip("\r\n")
    best, names, fields = ",", [header], _fields([header], columns)
    for delimiter in _DELIMITERS:
        try:
            cells = next(csv.reader([header], delimiter=delimiter), [])
        except csv.Error:
            continue
        found = _fields(cells, columns)
        if (_known(found), len(found)) > (_known(fields), len(fields)):
            best, names, fields = delimiter, cells, found
    for field in ("text", *columns):
        if field not in fields:
            raise BrokenInput(_missing(field, names, columns))
    return best, [field if field not in fields[:index] else None for index, field in enumerate(fields)]


def _fields(cells: list[str], columns: Mapping[str, str]) -> list[str | None]:
    """The field of each column: what the user names goes before what the name says."""
    named = {column_key(name): field for field, name in columns.items()}
    own = [field_of(cell) for cell in cells]
    return [
        named.get(column_key(cell)) or (field if field not in columns else None)
        for cell, field in zip(cells, own, strict=True)
    ]


def _known(fields: list[str | None]) -> int:
    return sum(map(bool, fields))


def _missing(field: str, names: list[str], columns: Mapping[str, str]) -> str:
    shown = ", ".join(repr(name.strip()) for name in names)[:300]
    if field in columns:
        return f"No column {columns[field]!r} in the first row, named as {field}; the columns are {shown}"
    return f"No column of text in the first row; the columns are {shown}; {_ACCEPTED}"
