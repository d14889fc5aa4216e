"""Which link is asked next: many hosts side by side, each no faster than it bears, and few links held in memory."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator

from citekit.online.clock import Clock
from citekit.online.links.link import Link
from citekit.online.pace import Host

_WINDOW = 5000
"""Links that wait at once. Among so many a host that has room is looked for."""


class Queue:
    """Links in the order in which their hosts have room, drawn from a source as they are needed.

    ``host_of`` names the host that a link asks first, ``pace`` gives the pace of a host. Links come out with their
    number in the source. ``reported`` is the number of those that need not be kept any more: no more than a window of
    links is drawn beyond it.
    """

    def __init__(
        self, source: Iterator[Link], host_of: Callable[[Link], str], pace: Callable[[str], Host], clock: Clock
    ) -> None:
        """Draw nothing yet."""
        self.reported = 0
        self._clock = clock
        self._source = enumerate(source)
        self._host_of = host_of
        self._pace = pace
        self._waiting: dict[str, deque[tuple[int, Link]]] = {}
        self._hosts: deque[str] = deque()
        self._taken: dict[str, int] = {}
        self._drawn = 0
        self._is_over = False
        self._changed = asyncio.Event()
        self._turn = asyncio.Lock()

    async def take(self) -> tuple[int, Link] | None:
        """The next link, as soon as its host has room; None when there is none left."""
        async with self._turn:  # one worker looks for a host, so that not all of them look at each change
            while True:
                self._draw()
                host = self._with_room()
                if host is not None:
                    return self._pop(host)
                if self._is_over and not self._waiting:
                    return None
                await self._change()

    def done(self, link: Link) -> None:
        """A link that was taken is done; its host has room again."""
        host = self._host_of(link)
        self._taken[host] -= 1
        if not self._taken[host]:
            del self._taken[host]
        self._changed.set()

    def report(self) -> None:
        """One more link need not be kept."""
        self.reported += 1
        self._changed.set()

    def _draw(self) -> None:
        while not self._is_over and self._drawn < self.reported + _WINDOW:
            following = next(self._source, None)
            if following is None:
                self._is_over = True
                return
            host = self._host_of(following[1])
            if host not in self._waiting:
                self._waiting[host] = deque()
                self._hosts.append(host)
            self._waiting[host].append(following)
            self._drawn += 1

    def _with_room(self) -> str | None:
        """A host with room, moved to the end of the row of hosts."""
        for _ in range(len(self._hosts)):
            host = self._hosts[0]
            self._hosts.rotate(-1)
            pace = self._pace(host)
            if self._taken.get(host, 0) < pace.allowed and not pace.wait:
                return host
        return None

    def _pop(self, host: str) -> tuple[int, Link]:
        self._taken[host] = self._taken.get(host, 0) + 1
        found = self._waiting[host].popleft()
        if not self._waiting[host]:
            del self._waiting[host]
            self._hosts.pop()
        return found

    async def _change(self) -> None:
        """Wait until a link is done or reported, or a pause of a host is over."""
        self._changed.clear()
        waits = [wait for host in self._hosts if (wait := self._pace(host).wait)]
        if not waits:
            await self._changed.wait()
            return
        either = [asyncio.ensure_future(self._changed.wait()), asyncio.ensure_future(self._clock.sleep(min(waits)))]
        try:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in either:
                one.cancel()
