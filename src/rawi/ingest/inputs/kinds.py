"""What has to be done with bytes? The start and the name in, the kind of opener out."""

from __future__ import annotations

import re
from pathlib import PurePath

from rawi.errors import TooLarge
from rawi.ingest.formats import find_format
from rawi.ingest.inputs.base import Blob
from rawi.ingest.inputs.links import is_list

#: How many archives may stand in one another.
MAX_DEPTH = 4

_START = 4096
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*|<\?xml-[^>]*\?>\s*|<!--.*?-->\s*|<!DOCTYPE\s+rss[^>]*>\s*)*<(?:\w+:)?(?:rss|feed|RDF)\b",
    re.DOTALL | re.IGNORECASE,
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
#: What the start of an office file shows that a plain archive does not.
_OFFICE = (b"[Content_Types].xml", b"word/document", b"mimetypeapplication/")


def find_kind(blob: Blob) -> str:
    """feed, gz, json, links, report, rows, warc or zip. TooLarge for archives in too many archives."""
    start = blob.stream.read(_START)
    blob.stream.seek(0)
    if not blob.report:
        kind = _container(blob, start)
        if kind:
            if blob.depth >= MAX_DEPTH:
                raise TooLarge(f"More than {MAX_DEPTH} archives in one another; accepted: up to {MAX_DEPTH}")
            return kind
    format = find_format(start, suffix_of(blob.name))
    if format == "json":
        return "json"
    return "rows" if format in ("jsonl", "csv") else "report"


def suffix_of(name: str) -> str:
    """The suffix of a file's name, that below `.gz` for packed ones."""
    return PurePath(name.lower().removesuffix(".gz")).suffix


def is_feed(start: bytes) -> bool:
    """Whether what begins with `start` is RSS or Atom."""
    return bool(_FEED.match(start.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")))


def _container(blob: Blob, start: bytes) -> str | None:
    name = blob.name.lower()
    if suffix_of(name) == ".warc" or start.startswith(b"WARC/"):
        return "warc"
    if name.endswith(".gz"):
        return "gz"
    if start.startswith(_ZIP) and not (suffix_of(name) == ".docx" or any(mark in start for mark in _OFFICE)):
        return "zip"
    if suffix_of(name) in (".zip", ".wacz"):
        return "zip"
    if is_feed(start):
        return "feed"
    return "links" if is_list(blob, suffix_of(name), start) else None
