"""What kind of file is this? Bytes and a name in, a format out; the content goes before the name."""

from __future__ import annotations

import re

from rawi.errors import UnknownFormat
from rawi.ingest.base import ACCEPTED_FORMATS

SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "text", ".log": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".pdf": "pdf",
    ".docx": "docx", ".doc": "docx",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".csv": "csv", ".tsv": "csv",
}  # fmt: skip

_SIGNATURES = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"), (b"MM\x00*", "a TIFF image"), (b"{\\rtf", "an RTF file"),
    (b"\x1f\x8b", "a gzip archive"), (b"7z\xbc\xaf", "a 7-Zip archive"), (b"Rar!", "a RAR archive"),
    (b"PK\x03\x04", "a ZIP archive"), (b"SQLite format 3", "a SQLite database"), (b"\x7fELF", "a program"),
    (b"ID3", "an audio file"), (b"OggS", "an audio file"),
)  # fmt: skip
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_RECORD = re.compile(r'\s*\[?\s*\{\s*"\w+"\s*:')
_TAG = re.compile(
    r"\s*<(?:!doctype|html|head|body|div|article|main|section|p|h1|meta|title)\b", re.IGNORECASE
)


def find_format(start: bytes, suffix: str = "") -> str:
    """The format of a file that starts with `start`: text, html, pdf, docx, json, jsonl or csv.

    Raises UnknownFormat for images, archives and other files that are known not to be read.
    """
    named = SUFFIXES.get(suffix.lower())
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"\xd0\xcf\x11\xe0") or (start.startswith(b"PK\x03\x04") and _is_word(start, named)):
        return "docx"
    for signature, what in _SIGNATURES:
        if start.startswith(signature):
            raise UnknownFormat(f"This is {what}{_as_named(suffix)}; accepted: {ACCEPTED_FORMATS}")
    head = _as_latin(start[:2048])
    if named in ("jsonl", "json", "csv"):
        return named
    if _HTML.match(head) or (named == "html" and _TAG.match(head)):
        return "html"
    if named is None and _RECORD.match(head):
        return "json"
    return named or ("csv" if _is_table(start) else "text")


def _is_table(start: bytes) -> bool:
    from rawi.ingest.csv import is_table

    return is_table(start)


def _is_word(start: bytes, named: str | None) -> bool:
    return named == "docx" or b"word/" in start


def _as_latin(start: bytes) -> str:
    """The ASCII characters of `start`, whatever encoding it is in."""
    return start.replace(b"\x00", b"").decode("latin-1").lstrip("ÿþýï»¿\ufeff")


def _as_named(suffix: str) -> str:
    return f" ({suffix})" if suffix else ""
