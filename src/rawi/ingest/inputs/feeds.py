"""An RSS or Atom feed in, the links of its items out, each with the date and title the feed gives it.

Refuses what is no feed. An item without a link is set aside; one with a bad date comes with a note.
"""

from __future__ import annotations

import email.utils
import io
from typing import Any

from rawi.errors import BrokenInput, EmptyInput
from rawi.ingest.base import MAX_TEXT_BYTES, SetAside, check_bytes
from rawi.ingest.dates import parse_published
from rawi.ingest.inputs.base import Blob, GatherOptions, Known, Link, Things

_ACCEPTED = "accepted: RSS or Atom with items that have links"


def open_feed(blob: Blob, options: GatherOptions) -> Things:
    """The links of the feed's items, in its order."""
    import feedparser

    data = blob.stream.read(MAX_TEXT_BYTES + 1)
    check_bytes(len(data), MAX_TEXT_BYTES, "feed")
    base_url = {"content-location": blob.known.url} if blob.known.url else {}
    feed: Any = feedparser.parse(io.BytesIO(data), response_headers=base_url)
    if not feed.entries:
        reason = feed.get("bozo_exception") if feed.bozo else None
        if reason:
            raise BrokenInput(f"The feed cannot be read ({str(reason)[:200]}); {_ACCEPTED}")
        raise EmptyInput(f"The feed has no items; {_ACCEPTED}")
    for number, entry in enumerate(feed.entries, 1):
        url = str(entry.get("link") or "").strip()
        if url:
            yield Link(url, _known(entry), item=True)
        else:
            title = str(entry.get("title") or "")[:100]
            yield SetAside(
                f"{blob.where}#{number}", "EmptyInput", f"The item {title!r} has no link; {_ACCEPTED}"
            )
    if feed.bozo and _is_damage(feed.get("bozo_exception")):
        reason = str(feed.bozo_exception)[:200]
        yield SetAside(
            blob.where, "BrokenInput", f"The feed is damaged ({reason}): items may be missing; {_ACCEPTED}"
        )


def _is_damage(error: object) -> bool:
    """Whether a feed is not well formed, rather than in another encoding or type than it states."""
    import xml.sax

    return isinstance(error, xml.sax.SAXException)


def _known(entry: Any) -> Known:
    """What the feed says of an item."""
    stated = str(_field(entry, "published") or _field(entry, "updated") or "").strip()
    parsed = _field(entry, "published_parsed") or _field(entry, "updated_parsed")
    published = _date(stated) or ("{:04d}-{:02d}-{:02d}".format(*parsed[:3]) if parsed else None)
    notes = (f"Date of the feed left out: {stated[:60]!r} is not a date",) if stated and not published else ()
    title = " ".join(str(entry.get("title") or "").split())
    return Known(title=title or None, published=published, notes=notes)


def _field(entry: Any, name: str) -> Any:
    """A field of an item, without the stand-ins that feedparser has for missing ones."""
    return dict.get(entry, name)


def _date(stated: str) -> str | None:
    """The day as the outlet's own clock has it."""
    try:
        return email.utils.parsedate_to_datetime(stated).date().isoformat()
    except (ValueError, TypeError, IndexError):
        pass
    try:
        return parse_published(stated)
    except ValueError:
        return None
