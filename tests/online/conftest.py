"""A server, a web that asks it, and a clock that does not wait."""

from __future__ import annotations

import asyncio
import socket
import sys
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the server and its habits stand beside the tests

from citekit.online import Limits, Settings, Web
from citekit.online.clock import Clock

QUICK = Settings(
    limits=Limits(seconds=5, connect=2, per_host=4),
    backoff=0.001,
    allow_private=True,
    probes=("http://127.0.0.1:1/",),
)
"""Settings for a server on this machine; nothing else is asked."""


class Jumping(Clock):
    """A clock that jumps where it is asked to wait."""

    def __init__(self):
        self.ahead = 0.0
        self.slept = []

    def now(self):
        return super().now() + self.ahead

    def ticks(self):
        return super().ticks() + self.ahead

    async def sleep(self, seconds):
        self.slept.append(seconds)
        self.ahead += seconds
        await asyncio.sleep(0)


@pytest.fixture(params=["httpx", "aiohttp"])
def transport(request):
    """Each of the two transports."""
    return request.param


@pytest.fixture
def clock():
    return Jumping()


@pytest.fixture
def lookup():
    """Names that this test knows, and no others."""
    known = {}

    def look_up(host):
        if host not in known:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        found = known[host]
        return found() if callable(found) else found

    look_up.known = known
    return look_up


@pytest.fixture
def webbed(transport, clock, lookup):
    """Run a coroutine with a server that is started and a web that asks it: ``webbed(server, work, seconds=…)``."""

    @asynccontextmanager
    async def both(server, hosts, settings):
        await server.start(*hosts)
        try:
            async with Web(settings, lookup=lookup, clock=clock) as web:
                yield web
        finally:
            await server.stop()

    def run(server, work, *hosts, seconds=5.0, **changes):
        limits = replace(changes.pop("limits", QUICK.limits), seconds=seconds, connect=min(seconds, 2))
        settings = replace(QUICK, transport=transport, limits=limits, **changes)

        async def main():
            async with both(server, hosts, settings) as web:
                return await work(web, f"http://127.0.0.1:{server.port}")

        return asyncio.run(main())

    return run
