"""Whether the network is there at all, so that an outage is told in one sentence and no link is blamed for it.

A name that is not found and a time-out look the same when this machine is off the network. Such a failure counts only
with a witness: a reply of any host at about the same time. Where there is none, a few hosts that are never down
together are asked.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager

from citekit.online.clock import Clock

_GRACE = 30.0
"""Seconds for which a reply is a witness."""


class Network:
    """The state of the network; ``probe`` asks the hosts that are never down together."""

    def __init__(self, probe: Callable[[], Awaitable[bool]], clock: Clock) -> None:
        """Know nothing yet."""
        self._probe = probe
        self._clock = clock
        self._replied = float("-inf")
        self._busy = 0
        self._doubting = 0
        self._changed = asyncio.Event()
        self._lock = asyncio.Lock()
        self._probed: tuple[float, bool] | None = None

    def replied(self) -> None:
        """A host replied."""
        self._replied = self._clock.ticks()
        if self._doubting:
            self._changed.set()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Something is asked meanwhile, so a witness may still come."""
        self._busy += 1
        try:
            yield
        finally:
            self._busy -= 1
            self._changed.set()

    async def is_up(self, since: float) -> bool:
        """Whether a failure that began at ``since`` (in ticks) is not the network's own.

        Waits as long as others are asked that may be witnesses.
        """
        self._doubting += 1
        self._changed.set()
        try:
            while not self._witnessed(since) and self._doubting < self._busy:
                self._changed.clear()
                await self._changed.wait()
            return self._witnessed(since) or await self._ask()
        finally:
            self._doubting -= 1

    def _witnessed(self, since: float) -> bool:
        return self._replied >= since - _GRACE

    async def _ask(self) -> bool:
        async with self._lock:
            now = self._clock.ticks()
            if self._probed is None or now - self._probed[0] > _GRACE:
                self._probed = (now, await self._probe())
            return self._probed[1]
