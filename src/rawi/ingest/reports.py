"""Paths and streams in, documents out; what cannot be read is set aside and the others go on.

Folders are read file by file in the order of their names; hidden files are not reports. What the
user says of date and outlet goes before what a web page says of itself, and after what a line of
JSONL or a row of a table says of itself.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, cast

from rawi.errors import BrokenInput, InputError, UsageError
from rawi.ingest import base
from rawi.ingest.base import Items, Origin, SetAside
from rawi.ingest.encodings import decode
from rawi.ingest.formats import find_format
from rawi.model import Document

#: The formats that standard input can be in; `auto` looks at the content.
FORMATS = ("auto", "text", "html", "pdf", "docx", "json", "jsonl", "csv")

_PACKED = ".gz"
_ROWS = ("jsonl", "csv")
#: The largest file of each format that is one report, or one list of them, in bytes.
LIMITS = {
    "text": base.MAX_TEXT_BYTES,
    "json": base.MAX_TEXT_BYTES,
    "html": base.MAX_HTML_BYTES,
    "pdf": base.MAX_FILE_BYTES,
    "docx": base.MAX_FILE_BYTES,
}
_START = 4096


def documents_from(path: Path, *, published: str | None = None, outlet: str | None = None) -> Items:
    """The documents of the file or folder at `path`, and what was set aside. UsageError for a bad date."""
    return _read_path(Path(path), Origin.of_options(published, outlet))


def documents_from_stream(
    stream: BinaryIO,
    *,
    format: str = "auto",
    published: str | None = None,
    outlet: str | None = None,
    where: str = "stdin",
) -> Items:
    """The documents of a binary `stream` in one of FORMATS; JSONL and CSV are read as they come in."""
    if format not in FORMATS:
        raise UsageError(f"format: {format!r} is not known; accepted: {', '.join(FORMATS)}")
    return _read_stream(stream, format, where, Origin.of_options(published, outlet))


def _read_path(path: Path, origin: Origin) -> Items:
    if path.is_dir():
        files = list(_files(path))
        if not files:
            yield SetAside(
                str(path), "EmptyInput", f"No files in the folder; accepted: {base.ACCEPTED_FORMATS}"
            )
        for file in files:
            yield from _read_file(file, origin)
    else:
        yield from _read_file(path, origin)


def _files(folder: Path) -> Iterator[Path]:
    """The files below `folder`, sorted, without hidden files and folders."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _read_file(path: Path, origin: Origin) -> Items:
    where = str(path)
    try:
        with _open(path) as file:
            suffix = Path(path.stem).suffix if path.suffix.lower() == _PACKED else path.suffix
            yield from _read_open(file, suffix, where, origin)
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        yield SetAside(
            where, "BrokenInput", f"The file cannot be opened or read ({reason}); accepted: a readable file"
        )


def _open(path: Path) -> BinaryIO:
    if path.suffix.lower() != _PACKED:
        return path.open("rb")
    import gzip

    return cast(BinaryIO, gzip.open(path, "rb"))


def _read_open(file: BinaryIO, suffix: str, where: str, origin: Origin) -> Items:
    """The documents of an open file that can be rewound."""
    try:
        start = file.read(_START)
        format = find_format(start, suffix)
    except InputError as error:
        yield SetAside.of(where, error)
        return
    file.seek(0)
    yield from _unless_none(_read_format(file, format, where, origin), where)


def _read_stream(stream: BinaryIO, format: str, where: str, origin: Origin) -> Items:
    if format == "auto":
        data = _read_all(stream, base.MAX_TEXT_BYTES)
        try:
            format = find_format(data[:_START])
        except InputError as error:
            yield SetAside.of(where, error)
            return
        yield from _unless_none(_read_format(io.BytesIO(data), format, where, origin), where)
    else:
        yield from _read_format(stream, format, where, origin)


def _unless_none(items: Items, where: str) -> Items:
    """The items, or where a file holds not a single report what says so."""
    none = True
    for item in items:
        none = False
        yield item
    if none:
        yield SetAside(
            where,
            "EmptyInput",
            f"Nothing to read: the file holds no report; accepted: {base.ACCEPTED_FORMATS}",
        )


def _read_format(stream: base.ReadableStream, format: str, where: str, origin: Origin) -> Items:
    if format in _ROWS:
        read_rows: Callable[[base.ReadableStream, str, Origin], Items]
        read_rows = import_module(f"rawi.ingest.{format}").read_rows
        yield from read_rows(stream, where, origin)
        return
    data = _read_all(stream, LIMITS[format])
    if format == "json":
        yield from _read_json(data, where, origin)
        return
    read: Callable[[bytes, Origin], Document] = import_module(f"rawi.ingest.{format}").read
    try:
        document = read(data, origin)
    except InputError as error:
        yield SetAside.of(where, error)
    else:
        yield document


def _read_json(data: bytes, where: str, origin: Origin) -> Items:
    """The documents of a JSON file: one record, a list of them, or JSON Lines under another name."""
    from rawi.ingest import jsonl
    from rawi.ingest.records import read_record

    try:
        base.check_bytes(len(data), base.MAX_TEXT_BYTES, "JSON file")
        records = json.loads(decode(data).text, strict=False)
    except InputError as error:
        yield SetAside.of(where, error)
        return
    except (ValueError, RecursionError):
        yield from jsonl.read_rows(io.BytesIO(data), where, origin)
        return
    for number, record in enumerate(records if isinstance(records, list) else [records], 1):
        try:
            if not isinstance(record, dict):
                raise BrokenInput(
                    f'Record {number} is no JSON object; accepted: {{"text": "…"}} or a list of such'
                )
            yield read_record(record, origin)
        except InputError as error:
            yield SetAside.of(f"{where}#{number}", error)


def _read_all(stream: base.ReadableStream, limit: int) -> bytes:
    """All of `stream`, or one byte more than `limit`, which the reader of the format then refuses."""
    return stream.read(limit + 1)
