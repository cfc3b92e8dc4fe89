"""What the modules of inputs hand to one another, and how a report and its bytes become an Incoming.

`gather` opens one thing after another: a Blob (bytes to be read) or a Link (to be fetched) in, and
more of them, Incoming or SetAside out, until only the last two are left.
"""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Protocol

from rawi._version import __version__
from rawi.errors import UsageError
from rawi.ingest.base import ACCEPTED_FORMATS, Origin, SetAside
from rawi.ingest.dates import parse_published
from rawi.ingest.inputs.session import Session
from rawi.ingest.records import fields
from rawi.model import Document, Outlet

USER_AGENT = f"Rawi/{__version__} (reads reports for research; fetches only what its user lists)"

#: What a message says is accepted as a source.
ACCEPTED = (
    f"{ACCEPTED_FORMATS}; ZIP, WARC and WACZ archives, folders, links, lists of links, "
    "RSS and Atom feeds, result.json of Telegram Desktop"
)


@dataclass(frozen=True, slots=True)
class Incoming:
    """A report, and what was received for it, byte for byte; `key` is the same when it is added again.

    `key` is `url:` and the normalised URL where one is known, `id:` and the given id of a record,
    `telegram:` chat and message, or else `file:`, the absolute path, `!member` and `#number`.
    `fetched` is a time in ISO 8601, UTC. `response` is a record of WARC/1.1 with the answer of the server.
    """

    document: Document
    original: bytes
    media_type: str
    key: str
    where: str
    fetched: str | None = None
    response: bytes | None = None


def _utc_now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _never(key: str) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class GatherOptions:
    """How sources are taken in. UsageError for a date or a field that is none.

    `published` and `outlet` are for reports that do not say; `columns` maps a field to the name that
    records give it. `timeout` is in seconds for each wait, ten times that for a whole answer; `max_bytes`
    limits an answer, `rate` is in requests a second to one host. What `skip` says of a key is not fetched or
    read again. `session` remembers hosts and links from one `gather` to the next.
    """

    published: str | None = None
    outlet: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    allow_private: bool = False
    timeout: float = 20.0
    max_bytes: int = 100_000_000
    rate: float = 1.0
    skip: Callable[[str], bool] = _never
    user_agent: str = USER_AGENT
    now: Callable[[], datetime.datetime] = _utc_now
    sleep: Callable[[float], None] = time.sleep
    session: Session = field(default_factory=Session, compare=False, repr=False)

    def __post_init__(self) -> None:
        Origin.of_options(self.published, self.outlet)
        for name in self.columns:
            if name not in fields():
                raise UsageError(
                    f"columns: {name!r} is no field of a report; accepted: {', '.join(fields())}"
                )
        for name, value in (("timeout", self.timeout), ("max_bytes", self.max_bytes), ("rate", self.rate)):
            if value <= 0:
                raise UsageError(f"{name}: {value!r} is not accepted; accepted: a number above 0")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a report from elsewhere than its own text; `charset` is what a server said."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    outlet: str | None = None
    charset: str | None = None
    fetched: str | None = None
    response: bytes | None = None
    notes: tuple[str, ...] = ()


class SeekableStream(Protocol):
    """A binary stream that can be rewound."""

    def read(self, size: int = -1, /) -> bytes: ...

    def readline(self, size: int = -1, /) -> bytes: ...

    def seek(self, offset: int, whence: int = 0, /) -> int: ...

    def tell(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes to be read. `report`: whatever they are, they are no archive, list or feed to be opened.

    `depth` counts the archives around them; `budget` is what those may still unpack (`zips.Budget`).
    """

    stream: BinaryIO | SeekableStream
    name: str
    where: str
    key: str
    known: Known = Known()
    report: bool = False
    depth: int = 0
    budget: object = None


@dataclass(frozen=True, slots=True)
class Link:
    """A page to be fetched, and what is known of it; `item`: an item of a feed, no feed itself."""

    url: str
    known: Known = Known()
    item: bool = False


Thing = Blob | Link | Incoming | SetAside
Things = Iterator[Thing]


def incoming(
    document: Document, original: bytes, media_type: str, blob: Blob, options: GatherOptions
) -> Incoming:
    """The report of a blob that holds one: what it does not say of itself comes from what is known."""
    completed = complete(document, blob.known, options)
    key = blob.key if blob.known.url else _key_of_page(completed) or blob.key
    known = blob.known
    return Incoming(completed, original, media_type, key, blob.where, known.fetched, known.response)


def complete(document: Document, known: Known, options: GatherOptions) -> Document:
    """`document` with what `known` and then `options` say of what it does not say; the URL is `known`'s."""
    notes = list(known.notes)
    published = document.published
    for value in () if published else (known.published, options.published):
        try:
            published = published or (parse_published(value) if value else None)
        except ValueError as error:
            notes.append(f"Date left out: {error}")
    outlet = known.outlet or (options.outlet or "").strip()
    return replace(
        document,
        published=published,
        outlet=document.outlet or (Outlet(outlet) if outlet else None),
        title=document.title or known.title,
        url=known.url or document.url,
        notes=(*document.notes, *notes),
    )


def skipped(where: str, counts: Mapping[str, int], what: str) -> Iterator[SetAside]:
    """A record, of kind Skipped, of how many parts of `where` are no reports; none where all are."""
    if counts:
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        yield SetAside(where, "Skipped", f"Passed over as no reports: {listed}; taken in: {what}")


def _key_of_page(document: Document) -> str | None:
    """The key of a page that states its own address, unless that is the address of a whole site."""
    from rawi.ingest.inputs.urls import is_page, url_key

    return url_key(document.url) if document.url and is_page(document.url) else None
