"""A source in, reports and what was set aside out: each thing is opened until only those are left.

One broken input never stops the others: whatever goes wrong with it is set aside with the reason.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from rawi.errors import InputError
from rawi.ingest.base import SetAside, unexpected
from rawi.ingest.inputs import base, feeds, files, kinds, links, packed, reports, warcs, zips
from rawi.ingest.inputs.base import Blob, GatherOptions, Incoming, Link, Thing
from rawi.ingest.inputs.fetch import fetch
from rawi.ingest.inputs.urls import has_scheme, is_link, normalise_url, shown_url

_OPENERS: dict[str, Callable[[Blob, GatherOptions], base.Things]] = {
    "feed": feeds.open_feed,
    "gz": packed.open_gzip,
    "json": reports.read_json,
    "links": links.open_list,
    "report": reports.read_report,
    "rows": reports.read_rows,
    "warc": warcs.open_warc,
    "zip": zips.open_zip,
}
_NOTHING = f"Nothing to read: it holds no report; accepted: {base.ACCEPTED}"


def gather(source: str, options: GatherOptions) -> Iterator[Incoming | SetAside]:
    """The reports of `source`: a path or a link. Nothing is raised; each input comes or is set aside.

    Reports come one at a time as they are read; a link that one source lists twice is fetched once. A
    SetAside of the kind Skipped counts parts that are no reports, and Repeated is a link listed again.
    """
    taken: dict[str, str] = {}
    for thing in _first(source):
        yield from _open(thing, options, taken)


def _first(source: str) -> base.Things:
    if is_link(source.strip()) or has_scheme(source):
        yield Link(source.strip())
    else:
        yield from files.open_path(Path(source))


def _open(thing: Thing, options: GatherOptions, taken: dict[str, str]) -> Iterator[Incoming | SetAside]:
    if isinstance(thing, Link):
        try:
            blob = _fetch_once(thing, options, taken)
        except InputError as error:
            yield SetAside.of(shown_url(thing.url), error)
            return
        except Exception as error:  # one strange answer must not end a list of links
            yield SetAside.of(shown_url(thing.url), unexpected(error, "answer", "accepted: a web page"))
            return
        if isinstance(blob, SetAside):
            yield blob
        elif blob:
            yield from _open_blob(blob, options, taken)
    elif isinstance(thing, Blob):
        yield from _open_blob(thing, options, taken)
    else:
        yield thing


def _fetch_once(link: Link, options: GatherOptions, taken: dict[str, str]) -> Blob | SetAside | None:
    """What is at `link`; nothing where it is to be skipped, a note where it was listed before."""
    key = f"url:{normalise_url(link.url)}"
    if key in taken:
        return SetAside(link.url, "Repeated", f"The same page as {taken[key]}, which was listed before it")
    taken[key] = link.url
    return None if options.skip(key) else fetch(link, options)


def _open_blob(blob: Blob, options: GatherOptions, taken: dict[str, str]) -> Iterator[Incoming | SetAside]:
    if blob.key.startswith("file:") and options.skip(blob.key):
        return
    none = True
    try:
        for thing in _OPENERS[kinds.find_kind(blob)](blob, options):
            none = False
            yield from _open(thing, options, taken)
    except InputError as error:
        yield SetAside.of(blob.where, error)
    except (OSError, EOFError, zlib.error) as error:
        yield SetAside.of(blob.where, files.unreadable(error))
    except Exception as error:  # libraries that read damaged files raise what they like
        yield SetAside.of(blob.where, unexpected(error, "input", f"accepted: {base.ACCEPTED}"))
    else:
        if none:
            yield SetAside(blob.where, "EmptyInput", _NOTHING)
