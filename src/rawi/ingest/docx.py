"""A Word file (DOCX) in, its paragraphs in order out: body, tables, text boxes.

Deleted text, comments, headers and footers are no part of the report. Refuses old `.doc` files,
password-protected and damaged ones.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from rawi.errors import BrokenInput, EmptyInput, TooLarge
from rawi.ingest import base
from rawi.ingest.text import same_words
from rawi.model import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_OLE = b"\xd0\xcf\x11\xe0"
_ACCEPTED = "accepted: a .docx file that opens without a password"
_MAX_UNPACKED = 500_000_000


def read(data: bytes, origin: base.Origin) -> Document:
    """The one report of a Word file; its paragraphs are divided by empty lines."""
    base.check_bytes(len(data), base.MAX_FILE_BYTES, "Word file")
    if data.startswith(_OLE):
        raise BrokenInput(f"An Office file that is protected by a password, or an old .doc; {_ACCEPTED}")
    document = _open(data)
    paragraphs = [text for node in _nodes(document.element.body) for text in _texts(node)]
    if not paragraphs:
        raise EmptyInput(f"The Word file has no text; {_ACCEPTED}")
    title = _title(document, paragraphs)
    if title and len(paragraphs) > 1 and same_words(paragraphs[1], title):
        del paragraphs[1]
    text, notes = base.drop_controls("\n\n".join(paragraphs))
    found = base.Found(text, title, origin.published, origin.outlet, notes=notes)
    return base.make_document(found, sha256=base.digest(data))


def _open(data: bytes) -> Any:
    from docx import Document as open_document

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "word/document.xml" not in archive.namelist():
                raise BrokenInput(f"Not a Word file: the archive has no word/document.xml; {_ACCEPTED}")
            base.check_bytes(
                sum(item.file_size for item in archive.infolist()), _MAX_UNPACKED, "unpacked Word file"
            )
        return open_document(io.BytesIO(data))
    except (TooLarge, BrokenInput):
        raise
    except Exception as error:  # zipfile, lxml and python-docx raise errors of many kinds on damaged files
        raise base.unexpected(error, "Word file", _ACCEPTED) from error


def _nodes(body: Any) -> Iterator[Any]:
    """The paragraphs under `body` in order, none of them twice (text boxes have an older copy)."""
    for node in body.iter(f"{_W}p"):
        if next(node.iterancestors(_FALLBACK), None) is None:
            yield node


def _texts(node: Any) -> list[str]:
    """The text of one paragraph without that of text boxes in it; a line break makes two of it."""
    pieces: list[str] = []
    for item in node.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}cr", f"{_W}noBreakHyphen"):
        if next(item.iterancestors(f"{_W}p"), None) is not node or item.getparent().tag != f"{_W}r":
            continue
        kind = item.tag.removeprefix(_W)
        pieces.append({"t": item.text or "", "tab": "\t", "noBreakHyphen": "-"}.get(kind, "\n"))
    return [line.strip() for line in "".join(pieces).splitlines() if line.strip()]


def _title(document: Any, paragraphs: list[str]) -> str | None:
    """The first paragraph where its style, the file's properties or its repetition make it the title."""
    first = paragraphs[0]
    if len(first) > 300:
        return None
    if len(paragraphs) > 1 and same_words(first, paragraphs[1]):
        return first
    for paragraph in document.paragraphs:
        if paragraph.text.strip():
            style = str(getattr(paragraph.style, "name", "") or "")
            if paragraph.text.strip() == first and style.startswith(("Title", "Heading 1")):
                return first
            break
    return first if same_words(first, str(document.core_properties.title or "")) else None
