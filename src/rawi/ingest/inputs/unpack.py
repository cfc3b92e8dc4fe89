"""The body of an HTTP answer, as a server packed it, in; the body itself out, never more than a limit.

Refuses (BrokenInput, TooLarge) packings other than gzip and deflate, damaged ones, and bombs.
"""

from __future__ import annotations

import io
import zlib

from rawi.errors import BrokenInput, TooLarge

_ACCEPTED = "accepted: a body as it is, or packed with gzip or deflate"
_BITS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


def unpack(body: bytes, encoding: str, limit: int) -> bytes:
    """`body` without the packings that the header `Content-Encoding` names."""
    for name in reversed([part.strip().lower() for part in encoding.split(",")]):
        if name in ("", "identity"):
            continue
        if name not in _BITS:
            raise BrokenInput(f"The body is packed with {name[:40]!r}, which is not read; {_ACCEPTED}")
        body = _inflate(body, _BITS[name], limit)
    return body


def dechunk(body: bytes) -> bytes:
    """`body` without the marks of chunked transfer, where it has them."""
    from warcio.bufferedreaders import ChunkedDataReader

    return bytes(ChunkedDataReader(io.BytesIO(body), decomp_type=None).read())


def _inflate(body: bytes, bits: int, limit: int) -> bytes:
    try:
        inflater = zlib.decompressobj(bits)
        data = inflater.decompress(body, limit + 1)
    except zlib.error as error:
        if bits == _BITS["deflate"]:
            return _inflate(body, -15, limit)
        if bits == _BITS["gzip"] and not body.startswith(b"\x1f\x8b"):
            return body  # some archives keep the header of a packing that they have undone
        raise BrokenInput(f"The body is damaged ({error}); {_ACCEPTED}") from None
    if len(data) > limit:
        raise TooLarge(f"The body is larger than {limit:,} bytes when unpacked, the most that is accepted")
    if not inflater.eof and body:
        raise BrokenInput(f"The body is cut off; {_ACCEPTED}")
    return data
