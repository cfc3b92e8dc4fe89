"""What one run remembers of the web: when each host was last asked, its robots.txt, links already taken."""

from __future__ import annotations

import datetime
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

#: The longest pause between two requests that a robots.txt can ask for, in seconds.
LONGEST_PAUSE = 60.0


@dataclass(slots=True)
class Session:
    """State that fetches share; nothing of it is kept on disk."""

    robots: dict[str, RobotFileParser] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)
    _asked: dict[str, datetime.datetime] = field(default_factory=dict)
    _tls: ssl.SSLContext | None = None

    def wait(
        self,
        host: str,
        pause: float,
        now: Callable[[], datetime.datetime],
        sleep: Callable[[float], None],
    ) -> None:
        """Sleeps until `pause` seconds have gone since `host` was last asked."""
        last = self._asked.get(host)
        if last:
            left = pause - (now() - last).total_seconds()
            if left > 0:
                sleep(min(left, pause))
        self._asked[host] = now()

    def tls(self) -> ssl.SSLContext:
        """The one context in which certificates are checked."""
        if self._tls is None:
            import httpx

            self._tls = httpx.create_ssl_context(trust_env=False)
        return self._tls
