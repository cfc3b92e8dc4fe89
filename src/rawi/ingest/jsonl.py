"""JSON Lines: one report a line, read one line at a time.

Each line is {"id", "text", "outlet", "published", "url", "title"}; only `text` is needed. A line that
is not one is set aside with its number and the others go on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from rawi.errors import BrokenInput, InputError, TooLarge
from rawi.ingest import base
from rawi.ingest.encodings import decode
from rawi.ingest.lines import byte_lines, text_lines, without_end
from rawi.ingest.records import read_record, rename
from rawi.model import Document

_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LARGEST = base.MAX_TEXT_BYTES // 1_000_000
_BOM = b"\xef\xbb\xbf"
_ACCEPTED = 'accepted: one JSON object a line, such as {"id": "1", "text": "…"}'


def read_rows(stream: base.ReadableStream, where: str, origin: base.Origin) -> base.Items:
    """The documents of `stream`, and what was set aside as `where:line`; empty lines are skipped."""
    return (row.item for row in rows(stream, where, origin, {}))


def rows(
    stream: base.ReadableStream, where: str, origin: base.Origin, columns: Mapping[str, str]
) -> Iterator[base.Row]:
    """The same with the bytes of each line; `columns` names the fields that are called otherwise."""
    for number, (raw, line) in enumerate(_lines(stream), 1):
        item: base.Item
        try:
            if line is None:
                raise TooLarge(f"The line is larger than {_LARGEST} MB, the most that is accepted")
            if not line.strip():
                continue
            item = _read_line(line, origin, columns)
        except InputError as error:
            item = base.SetAside.of(f"{where}:{number}", error)
        yield base.Row(number, raw, item)


def _lines(stream: base.ReadableStream) -> Iterator[tuple[bytes, bytes | str | None]]:
    """The lines without the stream's byte order mark, and decoded where the mark says UTF-16."""
    lines = byte_lines(stream, base.MAX_TEXT_BYTES)
    first = next(lines, b"")
    encoding = _WIDE.get(first[:2]) if first else None
    if first and encoding:
        for raw, text in text_lines(first[2:], stream, encoding):
            yield without_end(raw, encoding), text
        return
    first = first.removeprefix(_BOM) if first else first
    yield _bare(first), first
    for line in lines:
        yield _bare(line), line


def _bare(line: bytes | None) -> bytes:
    return without_end(line, "ascii") if line else b""


def _read_line(line: bytes | str, origin: base.Origin, columns: Mapping[str, str]) -> Document:
    """The document of one line; an InputError says what is wrong with it."""
    if isinstance(line, str):
        return read_record(rename(_parse(line), columns), origin)
    try:
        return read_record(rename(_parse(line.decode("utf-8")), columns), origin)
    except UnicodeDecodeError:
        decoded = decode(line)
        return read_record(rename(_parse(decoded.text), columns), origin, notes=decoded.notes)


def _parse(line: str) -> dict[str, object]:
    try:
        record = json.loads(line.strip(), strict=False)
    except json.JSONDecodeError as error:
        column = "" if error.colno > 100_000 else f" at column {error.colno}"
        raise BrokenInput(f"Invalid JSON{column}: {error.msg}; {_ACCEPTED}") from None
    except (ValueError, RecursionError) as error:
        raise BrokenInput(f"Invalid JSON: {str(error)[:100]}; {_ACCEPTED}") from None
    if not isinstance(record, dict):
        raise BrokenInput(f"Not a JSON object but a {type(record).__name__}; {_ACCEPTED}")
    return record
