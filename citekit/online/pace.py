"""How fast a host is asked: so many requests at once, a gap between them, a pause where it asks for one.

A host that says "too many" is asked half as much at once from then on; each answer that comes well lets it rise by a
little. What a host announces in its headers is kept to: the ``Retry-After`` of RFC 9110, Crossref's
``X-Rate-Limit-Limit`` and ``-Interval``, and ``X-RateLimit-Remaining`` with ``-Reset``.
"""

from __future__ import annotations

import asyncio
import re
from collections import deque
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from email.utils import parsedate_to_datetime

from citekit.online.clock import Clock

_INTERVAL = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|s|m|h)?")
_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, None: 1.0}
_LONGEST_GAP = 60.0


class Host:
    """One host: how many requests are on their way to it, and when the next may start."""

    def __init__(self, most: int, clock: Clock, gap: float = 0.0) -> None:
        """``most`` are the requests at once, ``gap`` the seconds between the starts of two."""
        self.most = most
        self.gap = gap
        self.active = 0
        self._allowed = float(most)
        self._next = 0.0
        self._clock = clock
        self._waiting: deque[asyncio.Future[None]] = deque()

    @property
    def allowed(self) -> int:
        """How many requests may be on their way at once, at present; one where a second or more is to be between."""
        return 1 if self.gap >= 1 else max(1, int(self._allowed))

    @property
    def wait(self) -> float:
        """Seconds until the next request may start."""
        return max(0.0, self._next - self._clock.ticks())

    @property
    def is_idle(self) -> bool:
        """Whether nobody asks it or waits to."""
        return not self.active and not self._waiting

    @asynccontextmanager
    async def slot(self) -> AsyncIterator[None]:
        """A place among the requests on their way, from when it is free."""
        await self._enter()
        try:
            await self._keep_gap()
            yield
        finally:
            self._leave()

    async def _enter(self) -> None:
        while self.active >= self.allowed:
            place = asyncio.get_running_loop().create_future()
            self._waiting.append(place)
            try:
                await place
            except asyncio.CancelledError:
                if place.done() and not place.cancelled():
                    self._wake()
                raise
        self.active += 1

    def _leave(self) -> None:
        self.active -= 1
        self._wake()

    def _wake(self) -> None:
        room = self.allowed - self.active
        while room > 0 and self._waiting:
            place = self._waiting.popleft()
            if not place.done():
                place.set_result(None)
                room -= 1

    async def _keep_gap(self) -> None:
        while (wait := self.wait) > 0:
            await self._clock.sleep(wait)
        if self.gap:
            self._next = self._clock.ticks() + self.gap

    def went_well(self) -> None:
        """An answer came as it should."""
        if self._allowed < self.most:
            self._allowed = min(self.most, self._allowed + 1 / self._allowed)
            self._wake()

    def asks_for_less(self, wait: float | None) -> None:
        """The host said "too many"; ``wait`` are the seconds it asks for."""
        self._allowed = max(1.0, self._allowed / 2)
        if wait:
            self._next = max(self._next, self._clock.ticks() + wait)

    def announced(self, headers: Mapping[str, str]) -> None:
        """Keep to what the headers of an answer say of limits."""
        limit, interval = headers.get("x-rate-limit-limit", ""), _seconds(headers.get("x-rate-limit-interval", ""))
        if limit.isdecimal() and int(limit) and interval:
            self.gap = min(max(self.gap, interval / int(limit)), _LONGEST_GAP)
        remaining = headers.get("x-ratelimit-remaining") or headers.get("ratelimit-remaining", "")
        reset = headers.get("x-ratelimit-reset") or headers.get("ratelimit-reset", "")
        if remaining == "0" and reset.isdecimal():
            # some tell the seconds that are left, some the second of 1970 that it will be
            left = int(reset) - (self._clock.now() if int(reset) > 1_000_000_000 else 0)
            self._next = max(self._next, self._clock.ticks() + min(max(left, 0), _LONGEST_GAP))


def _seconds(text: str) -> float:
    found = _INTERVAL.fullmatch(text.strip())
    return float(found[1]) * _UNITS[found[2]] if found else 0.0


def retry_after(value: str | None, now: float) -> float | None:
    """The seconds that a ``Retry-After`` asks to wait: a number, or a date of HTTP; None where it is neither."""
    if not value:
        return None
    value = value.strip()
    if value.isdecimal():
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - now)
    except (ValueError, OverflowError):
        return None
