"""One request to one checked address: a URL in, the answer as received out.

Connects to an address that was checked, so that a name which changes its address in between gains
nothing; certificates are checked against the name. Raises FetchFailed, FetchRefused, TooLarge.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from rawi.errors import FetchFailed, TooLarge
from rawi.ingest.inputs import addresses
from rawi.ingest.inputs.base import GatherOptions
from rawi.ingest.inputs.urls import check_url, host_of, netloc_of, port_of

_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/rss+xml,text/*,*/*;q=0.5"
#: How many of a host's addresses are tried before it counts as out of reach.
_TRIES = 3
#: A whole answer may take this many times as long as each wait.
_PATIENCE = 10


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: headers and body as received, the body still packed where it was."""

    url: str
    status: int
    reason: str
    version: str
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    address: str

    def header(self, name: str) -> str:
        """The value of a header, in lower case `name`; empty where there is none."""
        values = (value for key, value in self.headers if key.decode("latin-1").lower() == name)
        return next(values, b"").decode("latin-1").strip()


def request(url: str, options: GatherOptions, *, limit: int | None = None) -> Answer:
    """The answer to a GET of `url`, a redirect or an error as it is."""
    import httpx

    parts = check_url(url)
    host, port = host_of(parts), port_of(parts)
    found = addresses.addresses_of(host, port, allow_private=options.allow_private)
    failure: Exception | None = None
    for address in found[:_TRIES]:
        try:
            return _ask(url, address, options, limit or options.max_bytes)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            failure = error
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            raise _failed(url, error, options) from error
    raise _failed(url, failure or OSError("no address"), options) from failure


def _ask(url: str, address: str, options: GatherOptions, limit: int) -> Answer:
    import httpx

    parts = urlsplit(url.strip())
    netloc = f"[{address}]" if ":" in address else address
    target = urlunsplit((parts.scheme, f"{netloc}:{port_of(parts)}", parts.path or "/", parts.query, ""))
    headers = {
        "Host": netloc_of(parts),
        "User-Agent": options.user_agent,
        "Accept": _ACCEPT,
        "Accept-Language": "ar,*;q=0.5",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    # A client for each request: one that is kept would use a connection again for another name at the
    # same address, whose certificate it did not check.
    with (
        httpx.Client(
            verify=options.session.tls(), trust_env=False, timeout=options.timeout, follow_redirects=False
        ) as client,
        client.stream(
            "GET", target, headers=headers, extensions={"sni_hostname": host_of(parts)}
        ) as response,
    ):
        return Answer(
            url=url,
            status=response.status_code,
            reason=response.reason_phrase,
            version=response.http_version,
            headers=tuple(response.headers.raw),
            body=_body(response, options.timeout * _PATIENCE, limit),
            address=address,
        )


def _body(response: Any, patience: float, limit: int) -> bytes:
    """The body as received; TooLarge and FetchFailed while it comes in, not after."""
    stated = response.headers.get("content-length", "")
    if stated.isdigit() and int(stated) > limit:
        raise _too_large(limit)
    end = time.monotonic() + patience
    chunks: list[bytes] = []
    size = 0
    for chunk in response.iter_raw():
        size += len(chunk)
        chunks.append(chunk)
        if size > limit:
            raise _too_large(limit)
        if time.monotonic() > end:
            raise FetchFailed(
                f"The answer did not end within {patience:g} seconds; accepted: a server that answers in time"
            )
    return b"".join(chunks)


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The answer is larger than {limit:,} bytes, the most that is accepted from the web")


def _failed(url: str, error: Exception, options: GatherOptions) -> FetchFailed:
    import httpx

    if isinstance(error, httpx.TimeoutException):
        reason = f"no answer within {options.timeout:g} seconds"
    else:
        reason = " ".join(str(error).split())[:200] or type(error).__name__
    host = urlsplit(url).hostname
    return FetchFailed(f"{host} cannot be read ({reason}); accepted: a link that a browser opens")
