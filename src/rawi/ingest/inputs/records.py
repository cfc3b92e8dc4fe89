"""A WARC file, plain or packed with gzip, in, its records out as bytes, or the error in place of one.

After a broken record, reading goes on at the next place that begins like one.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from rawi.errors import BrokenInput, InputError, TooLarge
from rawi.ingest.inputs.base import SeekableStream

Stream = BinaryIO | SeekableStream

_CHUNK = 1 << 16
_HEADER = 1 << 16
_MAGIC = b"\x1f\x8b\x08"
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*([0-9]{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_VERSION = re.compile(rb"WARC/[01]\.[0-9]{1,2}[ \t]*\r?\n$")
_END = b"\r\n\r\n"
_ACCEPTED = "accepted: whole records of WARC/1.0 and 1.1"


def split(stream: Stream, limit: int) -> Iterator[bytes | InputError]:
    """The records of `stream`, each of at most `limit` bytes."""
    start = stream.read(2)
    stream.seek(0)
    if start != _MAGIC[:2]:
        yield from _split_plain(stream, limit)
        return
    for member in _members(stream, limit):
        if isinstance(member, bytes):
            yield from _split_plain(io.BytesIO(member), limit)
        else:
            yield member


def _split_plain(stream: Stream, limit: int) -> Iterator[bytes | InputError]:
    broken = False
    while line := stream.readline(_HEADER):
        if not line.strip():
            continue
        begins = _VERSION.search(line)
        if not broken and not (begins and begins.start() == 0):
            yield BrokenInput(f"No record begins where one should; reading goes on at the next; {_ACCEPTED}")
        broken = not begins
        if not begins:
            continue
        after = stream.tell()
        record = _read_record(line[begins.start() :], stream, limit)
        yield record
        if isinstance(record, BrokenInput):
            stream.seek(after)
            broken = True


def _read_record(line: bytes, stream: Stream, limit: int) -> bytes | InputError:
    """The record that begins with `line`; BrokenInput where it does not end where it says."""
    head = [line]
    while (line := stream.readline(_HEADER)).strip() and len(head) < 1000:
        head.append(line)
    header = b"".join([*head, line])
    stated = _LENGTH.search(header)
    if not stated or line not in (b"\r\n", b"\n"):
        return BrokenInput(f"The record's header is damaged, or it states no Content-Length; {_ACCEPTED}")
    length = int(stated.group(1))
    if length > limit:
        stream.seek(length, io.SEEK_CUR)
        return TooLarge(f"The record holds {length:,} bytes; accepted: up to {limit:,}")
    block = stream.read(length)
    if len(block) < length:
        return BrokenInput(f"The record is cut off after {len(block):,} of {length:,} bytes; {_ACCEPTED}")
    return b"".join([header, block, _END]) if _ends(stream) else _overrun()


def _ends(stream: Stream) -> bool:
    """Whether a record is followed by two empty lines, the next record, or nothing; passes empty lines."""
    place, empty = stream.tell(), 0
    while (line := stream.readline(_HEADER)) in (b"\r\n", b"\n"):
        place, empty = stream.tell(), empty + 1
    stream.seek(place)
    return empty >= 2 or not line or line.startswith(b"WARC/")


def _overrun() -> BrokenInput:
    return BrokenInput(f"The record is longer or shorter than the Content-Length it states; {_ACCEPTED}")


def _members(stream: Stream, limit: int) -> Iterator[bytes | InputError]:
    """The members of a gzip file unpacked, each at most `limit` and a header long."""
    pending = b""
    broken = False
    while pending := pending or stream.read(_CHUNK):
        found, pending = _inflate(pending, stream, limit + _HEADER)
        if not isinstance(found, BrokenInput) or not broken:
            yield found
        broken = isinstance(found, BrokenInput)
        if broken:
            pending = _next_magic(pending, stream)


def _inflate(start: bytes, stream: Stream, limit: int) -> tuple[bytes | InputError, bytes]:
    """The member that begins with `start`, and what was read beyond it; of a broken one, what it may hide."""
    inflater = zlib.decompressobj(31)
    raw, output, size = [start], [], 0
    try:
        chunk = start
        while True:
            while chunk and not inflater.eof:
                piece = inflater.decompress(chunk, _CHUNK * 16)
                chunk = inflater.unconsumed_tail
                size += len(piece)
                if size <= limit:
                    output.append(piece)
            if inflater.eof:
                break
            chunk = stream.read(_CHUNK)
            if not chunk:
                raise zlib.error("it is cut off")
            raw.append(chunk)
            if size > limit:
                raw.clear()
    except zlib.error as error:
        rest = b"".join(raw)[1:]
        return BrokenInput(f"The packed record is damaged ({error}); {_ACCEPTED}"), rest
    if size > limit:
        return TooLarge(
            f"The packed record holds {size:,} bytes; accepted: up to {limit:,}"
        ), inflater.unused_data
    return b"".join(output), inflater.unused_data


def _next_magic(data: bytes, stream: Stream) -> bytes:
    """What remains from the next place that begins like a member of a gzip file; empty at the end."""
    while (found := data.find(_MAGIC)) < 0:
        more = stream.read(_CHUNK)
        if not more:
            return b""
        data = data[-2:] + more
    return data[found:]
