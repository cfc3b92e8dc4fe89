"""A link in, the page at it out as bytes to be read: redirects followed, each hop checked.

Refuses what urls, addresses and robots refuse, more than five redirects, errors of the server, and
content that is no page, text, PDF, JSON or feed.
"""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from urllib.parse import urljoin

from rawi.errors import EmptyInput, FetchFailed
from rawi.ingest.inputs.base import Blob, GatherOptions, Link
from rawi.ingest.inputs.media import charset_of, check_media, media_of
from rawi.ingest.inputs.request import Answer, request
from rawi.ingest.inputs.response import response_record
from rawi.ingest.inputs.robots import check_robots
from rawi.ingest.inputs.unpack import unpack
from rawi.ingest.inputs.urls import check_url, host_of, normalise_url

#: How many redirects are followed.
MAX_HOPS = 5


def fetch(link: Link, options: GatherOptions) -> Blob:
    """What is at `link`. Raises an InputError; what is not fetched again is not asked here."""
    key = f"url:{normalise_url(link.url)}"
    answer = _follow(link.url, options)
    fetched = options.now().astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if not 200 <= answer.status < 300:
        reason = f"{answer.status} {answer.reason}".strip()
        raise FetchFailed(f"The server answered {reason}; accepted: a link that a browser opens")
    body = unpack(answer.body, answer.header("content-encoding"), options.max_bytes)
    if not body.strip():
        raise EmptyInput("Nothing to read: the server sent an empty page; accepted: a page with a report")
    content_type = answer.header("content-type")
    check_media(media_of(content_type), body)
    notes = link.known.notes
    if answer.url != link.url:
        notes = (*notes, f"Redirected to {answer.url}")
    known = replace(
        link.known,
        url=link.url,
        charset=charset_of(content_type),
        fetched=fetched,
        response=response_record(answer, fetched),
        notes=notes,
    )
    name = _name(answer.url, media_of(content_type))
    return Blob(io.BytesIO(body), name, link.url, key, known, report=link.item)


def _follow(url: str, options: GatherOptions) -> Answer:
    """The answer at the end of the redirects from `url`."""
    seen = []
    for _ in range(MAX_HOPS + 1):
        pause = check_robots(url, options)
        options.session.wait(host_of(check_url(url)), pause, options.now, options.sleep)
        answer = request(url, options)
        location = answer.header("location")
        if not (300 <= answer.status < 400 and location):
            return answer
        seen.append(url)
        try:
            url = urljoin(url, location.encode("latin-1").decode("utf-8", "replace")).partition("#")[0]
        except ValueError as error:
            raise FetchFailed(f"Redirected to no link ({error}): {location[:200]!r}") from None
        if url in seen:
            raise FetchFailed(f"The redirects go round in a circle, by way of {url}; accepted: one that ends")
    raise FetchFailed(f"More than {MAX_HOPS} redirects, the last to {url}; accepted: up to {MAX_HOPS}")


def _name(url: str, media_type: str) -> str:
    """A name of a file for the content: its type says what it is, the URL's suffix only of plain text."""
    if media_type in ("text/html", "application/xhtml+xml"):
        return "page.html"
    if media_type == "text/plain" or not media_type or media_type == "application/octet-stream":
        return check_url(url).path.rpartition("/")[2]
    if media_type in ("application/json", "application/ld+json"):
        return "page.json"
    if media_type in ("application/x-ndjson", "application/jsonl"):
        return "page.jsonl"
    return "page.csv" if media_type == "text/csv" else "page"
