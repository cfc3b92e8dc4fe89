"""What every reader of a format keeps to.

A format's module has one function: `read(data, origin) -> Document` for formats that hold one
report, or `read_rows(stream, where, origin) -> Iterator[Document | SetAside]` for those that hold
many; its `rows` gives each with the bytes it was read from. `read` raises an `InputError`;
`read_rows` sets the row aside and goes on. The default id of a document is the first 12 hexadecimal
digits of the SHA-256 of its bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from rawi.errors import BrokenInput, EmptyInput, InputError, TooLarge, UsageError
from rawi.ingest.dates import parse_published
from rawi.ingest.language import check_arabic
from rawi.model import Document, Outlet

#: The longest text that is read as one report, in characters: several times the longest book.
MAX_CHARACTERS = 5_000_000
#: The largest text file, or line of JSONL, in bytes: the longest text at four bytes a character.
MAX_TEXT_BYTES = 4 * MAX_CHARACTERS
#: The largest web page, in bytes.
MAX_HTML_BYTES = 30_000_000
#: The largest PDF or DOCX file, in bytes.
MAX_FILE_BYTES = 200_000_000
#: From this length on, in characters, a document carries a note that it is unusually long.
LONG_CHARACTERS = 1_000_000

#: What a message says is accepted.
ACCEPTED_FORMATS = "plain text, HTML, PDF, DOCX, JSONL or CSV in Arabic"

_VISIBLE = re.compile(
    r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that did not become a document: where it stands, the error's class, and why."""

    where: str
    kind: str
    message: str

    @classmethod
    def of(cls, where: str, error: InputError) -> SetAside:
        """The record of `error` at `where`."""
        return cls(where, type(error).__name__, str(error))


@dataclass(frozen=True, slots=True)
class Origin:
    """What the user says of where reports come from: an EDTF date and the name of an outlet."""

    published: str | None = None
    outlet: str | None = None

    @classmethod
    def of_options(cls, published: str | None, outlet: str | None) -> Origin:
        """The origin for the options given; UsageError where the date is not one."""
        try:
            date = parse_published(published) if published else None
        except ValueError as error:
            raise UsageError(f"published: {error}") from None
        return cls(date, (outlet or "").strip() or None)


class ReadableStream(Protocol):
    """What is asked of a binary stream."""

    def read(self, size: int = -1, /) -> bytes: ...

    def readline(self, size: int = -1, /) -> bytes: ...


Item = Document | SetAside
Items = Iterator[Item]


@dataclass(frozen=True, slots=True)
class Row:
    """What was read from a row: the number of the line where it starts, and its bytes without the end."""

    number: int
    raw: bytes
    item: Item


@dataclass(slots=True)
class Found:
    """What a format's module found in a file: the text as shown, and what the file says of itself."""

    text: str
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    author: str | None = None
    notes: tuple[str, ...] = ()


def make_document(found: Found, *, sha256: str, id: str | None = None) -> Document:
    """The document of `found`, its text checked: EmptyInput, NotArabic, TooLarge, BrokenInput.

    A bad date in `found` is left out with a note. Halves of surrogate pairs, which no encoding can
    hold, become U+FFFD (one for one: offsets stay); nothing else in the text changes.
    """
    notes = list(found.notes)
    check_size(found.text)
    text, broken = _SURROGATE.subn("\ufffd", found.text) if _has_surrogates(found.text) else (found.text, 0)
    if broken:
        notes.append(f"{broken} halves of surrogate pairs are shown as U+FFFD")
    if not _VISIBLE.search(text):
        raise EmptyInput(f"Nothing to read: the text is {_emptiness(text)}; accepted: {ACCEPTED_FORMATS}")
    notes.extend(check_arabic(text))
    if len(text) > LONG_CHARACTERS:
        notes.append(f"Very long text ({len(text):,} characters): reading takes a while")
    published = None
    if found.published:
        try:
            published = parse_published(found.published)
        except ValueError as error:
            notes.append(f"Date left out: {error}")
    outlet = " ".join(found.outlet.split()) if found.outlet else ""
    return Document(
        id=id or sha256[:12],
        text=text,
        sha256=sha256,
        published=published,
        outlet=Outlet(outlet) if outlet else None,
        title=found.title or None,
        url=found.url or None,
        author=found.author or None,
        notes=tuple(notes),
    )


def check_size(text: str) -> None:
    """TooLarge where `text` is longer than is read."""
    if len(text) > MAX_CHARACTERS:
        raise TooLarge(
            f"The text has {len(text):,} characters; accepted: up to {MAX_CHARACTERS:,}. "
            "Split it into one file a report, or one line a report in JSONL."
        )


def check_bytes(size: int, limit: int, what: str) -> None:
    """TooLarge where `size` is above `limit`; `what` names the input in the message."""
    if size > limit:
        raise TooLarge(
            f"The {what} is larger than {limit // 1_000_000} MB, the most that is accepted. "
            "Split it into one file a report."
        )


def digest(data: bytes) -> str:
    """The SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_text(text: str) -> str:
    """The SHA-256 of `text` in UTF-8."""
    return digest(text.encode("utf-8", "surrogatepass"))


def drop_controls(text: str) -> tuple[str, tuple[str, ...]]:
    """Extracted `text` without control characters and with plain line ends, and a note if any went."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text, dropped = _CONTROL.subn("", text)
    return text, (f"{dropped} control characters left out",) if dropped else ()


def named_text(value: Any) -> str | None:
    """A field of a record as text: numbers as written, white space around it gone, nothing for nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return _SURROGATE.sub("\ufffd", str(value)).strip() or None


def _has_surrogates(text: str) -> bool:
    return not text.isascii() and _SURROGATE.search(text) is not None


def _emptiness(text: str) -> str:
    return "empty" if not text else "white space or invisible characters only"


def quieten(*libraries: str) -> None:
    """Keeps what `libraries` log off the user's screen unless a program that uses Rawi wants it."""
    import logging

    for name in libraries:
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def unexpected(error: Exception, what: str, accepted: str) -> BrokenInput:
    """The BrokenInput for an error of a library that reads `what`; `accepted` ends the message."""
    reason = " ".join(str(error).split())[:200] or type(error).__name__
    return BrokenInput(f"The {what} cannot be read, it seems truncated or damaged ({reason}); {accepted}")
