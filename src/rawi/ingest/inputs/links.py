"""A text file whose lines are all links in, the links out; empty lines and those with # are passed over.

A file named .urls or .links is a list also where some of its lines are none; those are set aside.
"""

from __future__ import annotations

from rawi.ingest.inputs.base import Blob, GatherOptions, Link, Things
from rawi.ingest.inputs.urls import is_link

_NAMED = (".urls", ".links")
_SUFFIXES = (".txt", *_NAMED)
_LARGEST = 20_000_000


def is_list(blob: Blob, suffix: str, start: bytes) -> bool:
    """Whether `blob`, a file that was not fetched, is a list of links and nothing else."""
    if suffix not in _SUFFIXES or blob.known.url:
        return False
    if suffix in _NAMED:
        return True
    first = next(iter(_lines(start)), "")
    if not is_link(first):
        return False
    lines = _lines(blob.stream.read(_LARGEST))
    blob.stream.seek(0)
    return all(map(is_link, lines))


def open_list(blob: Blob, options: GatherOptions) -> Things:
    """The links of the list."""
    for line in _lines(blob.stream.read(_LARGEST)):
        yield Link(line)


def _lines(data: bytes) -> list[str]:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    lines = (line.strip() for line in data.decode(encoding, "replace").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
