"""A web archive (WARC) in, the pages in it out: successful responses that are HTML, plain text or PDF.

A broken record is set aside and the next is read. Revisits, other responses and other types are counted.
"""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

from rawi.errors import BrokenInput, InputError
from rawi.ingest.base import MAX_FILE_BYTES, SetAside, quieten
from rawi.ingest.inputs import records
from rawi.ingest.inputs.base import Blob, GatherOptions, Known, Things, skipped
from rawi.ingest.inputs.media import PAGES, charset_of, media_of
from rawi.ingest.inputs.unpack import dechunk, unpack
from rawi.ingest.inputs.urls import url_key

#: Records about the archive and the requests: not inputs, and not worth a word.
_ABOUT = ("warcinfo", "request", "metadata")
_TAKEN = "successful responses that are HTML, plain text or PDF"


def open_warc(blob: Blob, options: GatherOptions) -> Things:
    """The pages of the archive, in its order."""
    counts: Counter[str] = Counter()
    for number, found in enumerate(records.split(blob.stream, MAX_FILE_BYTES), 1):
        where = f"{blob.where}#{number}"
        try:
            if isinstance(found, InputError):
                raise found
            record = _parse(found)
            where = f"{blob.where}!{_target(record) or f'#{number}'}"
            other = _other(record)
            if other is None:
                yield _page(record, found, where, blob)
            elif other:
                counts[other] += 1
        except InputError as error:
            yield SetAside.of(where, error)
    yield from skipped(blob.where, counts, _TAKEN)


def _parse(data: bytes) -> Any:
    """The one record of `data`, by warcio."""
    from warcio.archiveiterator import ArchiveIterator

    quieten("warcio")
    try:
        return next(iter(ArchiveIterator(io.BytesIO(data), check_digests=True)))
    except Exception as error:  # warcio raises errors of many kinds, StopIteration among them
        reason = " ".join(str(error).split())[:200] or type(error).__name__
        raise BrokenInput(
            f"The record is damaged ({reason}); accepted: records of WARC/1.0 and 1.1"
        ) from None


def _other(record: Any) -> str | None:
    """What a record that is no page is counted as, nothing for those about the archive; None for a page."""
    kind = str(record.rec_type)
    if kind in _ABOUT:
        return ""
    if kind == "revisit":
        return "revisit records (the page is in an earlier record)"
    if kind != "response" or record.http_headers is None:
        return f"records of the type {kind[:40]}"
    status = str(record.http_headers.get_statuscode())
    if not status.startswith("2"):
        return f"responses with status {status[:10]}"
    media_type = media_of(record.http_headers.get_header("Content-Type") or "")
    return None if not media_type or media_type in PAGES else f"responses of {media_type[:60]}"


def _page(record: Any, data: bytes, where: str, blob: Blob) -> Blob:
    headers, url = record.http_headers, _target(record)
    body = record.raw_stream.read()
    if "chunked" in (headers.get_header("Transfer-Encoding") or "").lower():
        body = dechunk(body)
    body = unpack(body, headers.get_header("Content-Encoding") or "", MAX_FILE_BYTES)
    content_type = headers.get_header("Content-Type") or ""
    known = Known(
        url=url,
        charset=charset_of(content_type),
        fetched=record.rec_headers.get_header("WARC-Date"),
        response=_as_current(data),
        notes=_damage(record),
    )
    name = {"text/html": "page.html", "application/xhtml+xml": "page.html"}.get(
        media_of(content_type), "page"
    )
    key = (url_key(url) if url else None) or f"{blob.key}{where.removeprefix(blob.where)}"
    return Blob(io.BytesIO(body), name, where, key, known, report=True)


def _damage(record: Any) -> tuple[str, ...]:
    """A note where what was read is not what the archive's digest of the whole answer is of."""
    failed = any(str(problem).startswith("block digest failed") for problem in record.digest_checker.problems)
    return (
        "The archive's digest does not match: the page was changed or damaged after it was kept",
    ) * failed


def _target(record: Any) -> str | None:
    url = record.rec_headers.get_header("WARC-Target-URI")
    return str(url).strip().strip("<>") if url else None


def _as_current(data: bytes) -> bytes:
    """The record under the version 1.1, whose records of responses are those of 1.0."""
    first, end, rest = data.partition(b"\r\n")
    return b"".join([b"WARC/1.1" if first.strip() == b"WARC/1.0" else first, end, rest])
