"""Links: text in, a checked URL or the key under which the same page is known again out.

Refuses (FetchRefused) what is not http or https, has no host, or carries a name and password.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from rawi.errors import FetchRefused

ACCEPTED = "accepted: a link such as https://example.org/report"

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}
_TRACKING = re.compile(
    r"(?:utm_\w+|mtm_\w+|pk_\w+|at_\w+|hsa_\w+|_hs\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid"
    r"|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|mkt_tok|vero_id|oly_anon_id|oly_enc_id|_ga|_gl|cmpid|ocid|s_cid"
    r"|ns_campaign|ns_mchannel|ns_source|ns_linkname|ref_src|ref_url|fb_action_ids|fb_action_types|ncid|spm)",
    re.IGNORECASE,
)
#: What stays as it is in a path or query: reserved characters, and what is escaped already.
_SAFE = "!$&'()*+,;=:@/?%~-._[]|"
_ESCAPE = re.compile(r"%[0-9A-Fa-f]{2}")
_PLAIN = re.compile(r"%(?:2D|2E|5F|7E|3[0-9]|4[1-9A-F]|5[0-9A]|6[1-9A-F]|7[0-9A])", re.IGNORECASE)


def is_link(source: str) -> bool:
    """Whether `source` is a link on the web."""
    return bool(_WEB.match(source)) and not re.search(r"\s", source)


def has_scheme(source: str) -> bool:
    """Whether `source` is a URL of any kind rather than a path."""
    return bool(_SCHEME.match(source))


def check_url(url: str) -> SplitResult:
    """The parts of `url`; FetchRefused where it is none that is fetched."""
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise FetchRefused(f"Not a link ({error}): {shown_url(url)[:200]!r}; {ACCEPTED}") from None
    if parts.scheme not in _PORTS:
        raise FetchRefused(
            f"Links of the kind {parts.scheme!r} are not fetched: {shown_url(url)[:200]!r}; {ACCEPTED}"
        )
    if not host:
        raise FetchRefused(f"The link names no host: {shown_url(url)[:200]!r}; {ACCEPTED}")
    if parts.username is not None or parts.password is not None:
        raise FetchRefused(
            f"The link carries a name or password, without which it is {shown_url(url)!r}; {ACCEPTED}"
        )
    return parts


def shown_url(url: str) -> str:
    """`url` as messages and logs show it: without a name and password."""
    return re.sub(r"(?<=//)[^/?#]*@", "", url)


def host_of(parts: SplitResult) -> str:
    """The host as it is asked for: lower case, in ASCII."""
    host = (parts.hostname or "").rstrip(".")
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        raise FetchRefused(f"Not the name of a host: {host[:100]!r}; {ACCEPTED}") from None


def port_of(parts: SplitResult) -> int:
    """The port, that of the scheme where none is given."""
    return parts.port or _PORTS[parts.scheme]


def netloc_of(parts: SplitResult) -> str:
    """Host and port as in a Host header: the scheme's own port is left out."""
    host = host_of(parts)
    host = f"[{host}]" if ":" in host else host
    return host if port_of(parts) == _PORTS[parts.scheme] else f"{host}:{parts.port}"


def normalise_url(url: str) -> str:
    """`url` without what does not change the page: fragment, default port, tracking parameters, capitals.

    FetchRefused where it is no link.
    """
    parts = check_url(url)
    query = "&".join(
        pair for pair in parts.query.split("&") if pair and not _TRACKING.fullmatch(pair.split("=", 1)[0])
    )
    path = _escaped(parts.path) or "/"
    return urlunsplit((parts.scheme, netloc_of(parts), path, _escaped(query), ""))


def url_key(url: str) -> str | None:
    """The key of a report at `url`, None where that is no link."""
    try:
        return f"url:{normalise_url(url)}"
    except FetchRefused:
        return None


def is_page(url: str) -> bool:
    """Whether `url` is of one page rather than of a whole site."""
    try:
        parts = check_url(url)
    except FetchRefused:
        return False
    return bool(parts.path.strip("/") or parts.query)


def _escaped(text: str) -> str:
    """`text` with all but plain and reserved characters escaped, in one way for all spellings of them."""
    text = quote(text, safe=_SAFE)
    text = _ESCAPE.sub(lambda match: match.group().upper(), text)
    return _PLAIN.sub(lambda match: chr(int(match.group()[1:], 16)), text)
