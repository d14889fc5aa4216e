"""A web server on this machine with every habit that servers have, which counts how it is asked.

A behaviour is a coroutine from a request to what is sent: a :class:`Page`, raw bytes, or a way to end the connection.
"""

from __future__ import annotations

import asyncio
import gzip
import ssl
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from email.utils import formatdate

REASONS = {200: "OK", 301: "Moved Permanently", 302: "Found", 404: "Not Found", 429: "Too Many Requests"}


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict[str, str]

    @property
    def host(self) -> str:
        return self.headers.get("host", "")


@dataclass(frozen=True)
class Page:
    """An answer; ``length`` False leaves the length out and closes the connection."""

    status: int = 200
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)

    def sent(self, method: str) -> bytes:
        lines = [f"HTTP/1.1 {self.status} {REASONS.get(self.status, 'Status')}"]
        lines += [f"{name}: {value}" for name, value in self.headers]
        lines += [f"Content-Length: {len(self.body)}"]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        return head if method == "HEAD" else head + self.body


def page(title: str, text: str = "Some words.", status: int = 200, heading: str | None = None, head: str = "") -> Page:
    shown = title if heading is None else heading
    body = f"<title>{title}</title>{head}</head><body><h1>{shown}</h1><p>{text}</p></body></html>"
    return Page(status, f"<!doctype html><html><head>{body}".encode())


def to(status: int, where: str, *more: tuple[str, str]) -> Page:
    return Page(status, b"", (("Location", where), *more))


def zipped(whole: Page) -> Page:
    return Page(whole.status, gzip.compress(whole.body), (*whole.headers, ("Content-Encoding", "gzip")))


Behaviour = Callable[["Server", Request], Awaitable[Page | bytes]]


class Drop(Exception):  # noqa: N818 - no error, but what the server does
    """End the connection: with a reset, or in silence."""

    def __init__(self, *, reset: bool = False, first: bytes = b"") -> None:
        self.reset, self.first = reset, first


@dataclass
class Server:
    """Serves ``behaviours`` by path, else by folder; counts requests, and how many are open at once a host."""

    behaviours: dict[str, Behaviour] = field(default_factory=dict)
    folders: dict[str, Behaviour] = field(default_factory=dict)
    tls: ssl.SSLContext | None = None
    asked: list[Request] = field(default_factory=list)
    open: Counter = field(default_factory=Counter)
    most_open: Counter = field(default_factory=Counter)
    times: dict[str, list[float]] = field(default_factory=dict)
    released: asyncio.Event = field(default_factory=asyncio.Event)
    port: int = 0
    keep_log: bool = True

    async def start(self, *hosts: str) -> None:
        for host in hosts or ("127.0.0.1",):
            made = await asyncio.start_server(self._serve, host, self.port, ssl=self.tls, backlog=1000)
            self.port = made.sockets[0].getsockname()[1]
            self._servers = [*getattr(self, "_servers", []), made]

    async def stop(self) -> None:
        self.released.set()
        for one in self._servers:
            one.close()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def __post_init__(self) -> None:
        self._servers: list[asyncio.Server] = []
        self._tasks: set[asyncio.Task] = set()

    def count(self, path: str, method: str | None = None) -> int:
        return sum(one.path == path and method in {None, one.method} for one in self.asked)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._tasks.add(task := asyncio.current_task())
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
            pass
        except asyncio.CancelledError:
            pass  # the server stops
        finally:
            self._tasks.discard(task)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = await reader.readuntil(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        method, path, _ = first.split(" ", 2)
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines) if name}
        request = Request(method, path, headers)
        host = request.host
        self.open[host] += 1
        self.most_open[host] = max(self.most_open[host], self.open[host])
        if self.keep_log:
            self.asked.append(request)
            self.times.setdefault(host, []).append(time.monotonic())
        try:
            answer = await self._answer(request)
        except Drop as drop:
            writer.write(drop.first)
            if drop.first:
                await writer.drain()
            if drop.reset:
                writer.transport.abort()
            return False
        finally:
            self.open[host] -= 1
        writer.write(answer if isinstance(answer, bytes) else answer.sent(method))
        await writer.drain()
        return not isinstance(answer, bytes)

    async def _answer(self, request: Request) -> Page | bytes:
        path = request.path.partition("?")[0]
        folder = next((one for one in self.folders if path.startswith(one)), "")
        behave = self.behaviours.get(path) or self.folders.get(folder)
        return await behave(self, request) if behave else page("404 Not Found", "Nothing here.", 404)


def always(answer: Page | bytes) -> Behaviour:
    async def behave(_server: Server, _request: Request) -> Page | bytes:
        return answer

    return behave


def in_turn(*answers: Page) -> Behaviour:
    """One answer after another for each path, the last one for ever."""
    seen: Counter = Counter()

    async def behave(_server: Server, request: Request) -> Page:
        at = min(seen[request.path], len(answers) - 1)
        seen[request.path] += 1
        return answers[at]

    return behave


async def hang(server: Server, _request: Request) -> Page:
    """Answer nothing until the server stops."""
    await server.released.wait()
    raise Drop


async def reset(_server: Server, _request: Request) -> Page:
    raise Drop(reset=True)


def date_in(seconds: float) -> str:
    return formatdate(time.time() + seconds, usegmt=True)
