"""A binary stream in, its lines out, one at a time: lines end at line feeds only."""

from __future__ import annotations

from collections.abc import Iterator

from rawi.ingest.base import ReadableStream

_CHUNK = 1 << 16


def byte_lines(stream: ReadableStream, limit: int) -> Iterator[bytes | None]:
    """The lines of `stream`; None stands for one of more than `limit` bytes, whose rest is skipped."""
    while line := stream.readline(limit + 1):
        if len(line) <= limit:
            yield line
            continue
        yield None
        while not line.endswith(b"\n"):
            line = stream.readline(_CHUNK)
            if not line:
                return


def text_lines(start: bytes, stream: ReadableStream, encoding: str) -> Iterator[tuple[bytes, str]]:
    """The lines of `start` and then `stream` with their ends, as bytes and as text.

    U+FFFD stands for what is not `encoding`.
    """
    end = "\n".encode(encoding)
    pending: list[bytes] = []
    rest = b""
    chunk = start or stream.read(_CHUNK)
    while chunk:
        chunk = rest + chunk
        whole = len(chunk) - len(chunk) % len(end)
        *lines, tail = _split(chunk[:whole], end)
        for line in lines:
            raw = b"".join([*pending, line, end])
            pending.clear()
            yield raw, raw.decode(encoding, "replace")
        pending.append(tail)
        rest = chunk[whole:]
        chunk = stream.read(_CHUNK)
    last = b"".join([*pending, rest])
    if last:
        yield last, last.decode(encoding, "replace")


def without_end(line: bytes, encoding: str) -> bytes:
    """`line` without the line feed, and the carriage return before it, that end it."""
    return line.removesuffix("\n".encode(encoding)).removesuffix("\r".encode(encoding))


def _split(data: bytes, end: bytes) -> list[bytes]:
    """`data` divided at `end`, where that stands at a whole number of code units."""
    if len(end) == 1:
        return data.split(end)
    pieces, start, found = [], 0, data.find(end)
    while found >= 0:
        if found % len(end) == 0:
            pieces.append(data[start:found])
            start = found + len(end)
            found = data.find(end, start)
        else:
            found = data.find(end, found + 1)
    return [*pieces, data[start:]]
