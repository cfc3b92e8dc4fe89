"""Plain text, as received: nothing in it is stripped or replaced, so that offsets are those of the file."""

from __future__ import annotations

import re

from rawi.arabic.characters import fold
from rawi.ingest import base
from rawi.ingest.encodings import decode, refuse_misdecoded
from rawi.model import Document

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_NOT_WORD = re.compile(r"\W+")
_LONGEST_TITLE = 300


def document_from_text(
    text: str,
    *,
    id: str | None = None,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Document:
    """`text` as a document, exactly as given; offsets count in it.

    Raises EmptyInput, NotArabic, TooLarge, BrokenInput for the text, UsageError for the date.
    `sha256` is of the text in UTF-8.
    """
    origin = base.Origin.of_options(published, outlet)
    base.check_size(text)
    refuse_misdecoded(text)
    found = base.Found(text, title or repeated_title(text), origin.published, origin.outlet, url)
    return base.make_document(found, sha256=base.digest_text(text), id=id)


def read(data: bytes, origin: base.Origin, *, charset: str | None = None) -> Document:
    """The one report of a text file; `charset` is what a server said of it."""
    base.check_bytes(len(data), base.MAX_TEXT_BYTES, "text file")
    decoded = decode(data, declared=charset)
    base.check_size(decoded.text)
    refuse_misdecoded(decoded.text)
    found = base.Found(
        decoded.text, repeated_title(decoded.text), origin.published, origin.outlet, notes=decoded.notes
    )
    return base.make_document(found, sha256=base.digest(data))


def repeated_title(text: str) -> str | None:
    """The first line of `text` where the next line with words says the same again, otherwise None."""
    lines = [
        match.group() for _, match in zip(range(2), _LINE.finditer(text[: 4 * _LONGEST_TITLE]), strict=False)
    ]
    if len(lines) == 2 and len(lines[0]) <= _LONGEST_TITLE and same_words(*lines):
        return lines[0].strip()
    return None


def same_words(first: str, second: str) -> bool:
    """Whether the two say the same but for spelling habits, marks, quotes and white space."""
    words = _NOT_WORD.sub("", fold(first))
    return bool(words) and words == _NOT_WORD.sub("", fold(second))
