"""Media types: the header Content-Type in, type and charset out, and which of them are taken from the web."""

from __future__ import annotations

import re

from rawi.errors import UnknownFormat

#: The media type of each format of ingest.
OF_FORMAT = {
    "text": "text/plain",
    "html": "text/html",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "jsonl": "application/json",
    "csv": "text/csv",
}
#: What web archives are searched for.
PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")

_ACCEPTED = "accepted from the web: HTML, plain text, PDF, JSON, RSS and Atom"
_TEXTS = re.compile(
    r"text/(?!css|javascript|ecmascript|vtt|calendar)[\w.+-]+"
    r"|application/(?:[\w.-]+\+)?(?:xml|json)|application/(?:xhtml\+xml|pdf|x-pdf|x-ndjson|jsonl)"
)
_UNSTATED = (
    "",
    "application/octet-stream",
    "binary/octet-stream",
    "application/download",
    "application/x-download",
)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


def media_of(content_type: str) -> str:
    """The type without its parameters, in lower case; empty where none is stated."""
    return content_type.partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str | None:
    """The charset that the header states."""
    match = _CHARSET.search(content_type)
    return match.group(1) if match else None


def check_media(media_type: str, body: bytes) -> None:
    """UnknownFormat for a type that is not taken; one that says nothing is for the content to tell."""
    if media_type in _UNSTATED:
        if media_type and b"%PDF-" not in body[:1024]:
            raise UnknownFormat(f"The server calls this {media_type} and it is no PDF; {_ACCEPTED}")
    elif not _TEXTS.fullmatch(media_type):
        raise UnknownFormat(f"The server calls this {media_type[:80]}; {_ACCEPTED}")
