"""Ingest: bytes in, documents out. One module per format; `reports` chooses among them.

Reads plain text, HTML, PDF, DOCX, JSONL, JSON and CSV in UTF-8, UTF-16, windows-1256 and ISO-8859-6.
`inputs` takes in whatever holds such files, from archives to feeds, and keeps the bytes of each report.
"""

from rawi.ingest.base import MAX_CHARACTERS, SetAside
from rawi.ingest.dates import parse_published
from rawi.ingest.reports import FORMATS, documents_from, documents_from_stream
from rawi.ingest.text import document_from_text

__all__ = [
    "FORMATS",
    "MAX_CHARACTERS",
    "SetAside",
    "document_from_text",
    "documents_from",
    "documents_from_stream",
    "parse_published",
]
