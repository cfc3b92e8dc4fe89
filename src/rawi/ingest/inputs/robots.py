"""The robots.txt of a host: may a page be fetched, and how long to wait between two.

As urllib.robotparser has it: 401 and 403 forbid all, other errors of the request allow all; a server
that fails to answer forbids all. Raises FetchRefused.
"""

from __future__ import annotations

from urllib.parse import SplitResult, urljoin, urlunsplit
from urllib.robotparser import RobotFileParser

from rawi.errors import FetchFailed, FetchRefused, TooLarge
from rawi.ingest.inputs.base import GatherOptions
from rawi.ingest.inputs.request import Answer, request
from rawi.ingest.inputs.session import LONGEST_PAUSE
from rawi.ingest.inputs.unpack import unpack
from rawi.ingest.inputs.urls import check_url, netloc_of

_LIMIT = 500_000
_HOPS = 5


def check_robots(url: str, options: GatherOptions) -> float:
    """The pause between requests to the host of `url`, in seconds; FetchRefused where that is forbidden."""
    parts = check_url(url)
    site = f"{parts.scheme}://{netloc_of(parts)}"
    rules = options.session.robots.get(site)
    if rules is None:
        rules = options.session.robots[site] = _read_rules(parts, options)
    if not rules.can_fetch(options.user_agent, url):
        raise FetchRefused(
            f"{site}/robots.txt does not allow {options.user_agent.split('/')[0]} to fetch this page; "
            "accepted: pages that it allows, or a copy saved from a browser"
        )
    delay = rules.crawl_delay(options.user_agent)
    return max(1 / options.rate, min(float(delay or 0), LONGEST_PAUSE))


def _read_rules(parts: SplitResult, options: GatherOptions) -> RobotFileParser:
    rules = RobotFileParser()
    answer = _fetch(urlunsplit((parts.scheme, parts.netloc, "/robots.txt", "", "")), options)
    if answer is None or answer.status in (401, 403) or answer.status >= 500:
        rules.parse(["User-agent: *", "Disallow: /"])
    elif answer.status < 400:
        body = unpack(answer.body, answer.header("content-encoding"), _LIMIT)
        rules.parse(body.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
    rules.modified()
    return rules


def _fetch(url: str, options: GatherOptions) -> Answer | None:
    """The answer after redirects; None where they do not end or it is too large to be rules."""
    for _ in range(_HOPS + 1):
        try:
            answer = request(url, options, limit=_LIMIT)
        except TooLarge:
            return None
        if not (300 <= answer.status < 400 and answer.header("location")):
            return answer if answer.status < 300 or answer.status >= 400 else None
        try:
            url = urljoin(url, answer.header("location"))
        except ValueError as error:
            raise FetchFailed(
                f"robots.txt redirects to no link ({error}); accepted: a working site"
            ) from None
    return None
