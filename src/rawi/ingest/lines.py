"""A binary stream in, its lines out, one at a time: lines end at line feeds only."""

from __future__ import annotations

import codecs
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


def text_lines(start: bytes, stream: ReadableStream, encoding: str) -> Iterator[str]:
    """The lines of `start` and then `stream` with their ends; U+FFFD for what is not `encoding`."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    pending: list[str] = []
    chunk = start or stream.read(_CHUNK)
    while chunk:
        *lines, rest = decoder.decode(chunk).split("\n")
        for line in lines:
            yield "".join([*pending, line, "\n"])
            pending = []
        if rest:
            pending.append(rest)
        chunk = stream.read(_CHUNK)
    last = "".join([*pending, decoder.decode(b"", final=True)])
    if last:
        yield last
