"""The name of a host in, the addresses it may be asked at out.

Refuses (FetchRefused) a host of which any address is private, loopback, link-local, multicast or
reserved, also inside an IPv6 address, so that a link cannot reach into the user's own network.
"""

from __future__ import annotations

import ipaddress
import socket

from rawi.errors import FetchFailed, FetchRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def addresses_of(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of `host`, every one of them checked."""
    found = resolve(host, port)
    if not found:
        raise FetchFailed(f"The host {host!r} has no address; accepted: a link to a host that can be reached")
    for text in found:
        if not allow_private and not is_public(text):
            raise FetchRefused(
                f"The host {host!r} is at {text}, which is no public address; "
                "accepted: public addresses, or others where that is allowed for this run"
            )
    return found


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives, in its order."""
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise FetchFailed(
            f"The host {host!r} cannot be found ({reason}); accepted: a link to a host that can be reached"
        ) from None
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def is_public(text: str) -> bool:
    """Whether `text` is an address that anyone on the internet can reach."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(_is_public(one) for one in (address, *_inside(address)))


def _is_public(address: Address) -> bool:
    if isinstance(address, ipaddress.IPv4Address) and address.is_reserved:
        return False
    return address.is_global and not address.is_multicast


def _inside(address: Address) -> list[Address]:
    """The IPv4 addresses that an IPv6 address stands for."""
    if isinstance(address, ipaddress.IPv4Address):
        return []
    inner: list[Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return [one for one in inner if one is not None]
