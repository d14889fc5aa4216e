"""The one file that knows httpx: a request to a judged numeric address → an answer that is bounded, or a failure.

There is one client for each host name, and all share one TLS context. httpcore looks through its whole pool at each
request, so small pools are faster; and two names that share a numeric address must not share a connection, since only
the first name would be checked against the certificate. A client is a transport of httpx: of its ``AsyncClient`` the
redirects, cookies, proxies and default headers are all unwanted here, and each costs time on every request.
"""

from __future__ import annotations

import asyncio
import ssl
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias, cast

import httpx

from citekit.online.address import Address
from citekit.online.failure import Failure, of_exception

Transport: TypeAlias = Literal["httpx", "aiohttp"]

_MOST_CLIENTS = 256
"""Clients that are kept; beyond it the one that was used longest ago is closed."""

_HEADER = 65_536
"""Bytes of one header that are read; the rules for what a page may load are longer than most programs expect."""

_TO_THE_END = 65_536
"""A body up to this size is read to its end, for that costs less than a new connection does."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the headers in lower case, the first bytes of the body.

    ``body`` is decoded (gzip, deflate) and at most as long as was asked for; ``is_whole`` tells that it is all there.
    ``wait`` are the seconds of a ``Retry-After``.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""
    is_whole: bool = True
    cookies: tuple[str, ...] = ()
    wait: float | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked of an address: the method, how many bytes of the body are wanted, what is sent along."""

    method: str = "GET"
    most: int = 0
    content: bytes = b""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a request may take, in seconds, and how many connections a host may see."""

    seconds: float = 20.0
    connect: float = 10.0
    per_host: int = 8


@dataclass(slots=True)
class _Used:
    client: httpx.AsyncBaseTransport
    busy: int = 0


def tls() -> ssl.SSLContext:
    """The TLS context of all clients: the certificates that the system trusts, else those that certifi carries."""
    context = ssl.create_default_context()
    if not context.cert_store_stats()["x509_ca"]:
        import certifi  # noqa: PLC0415 - comes with httpx

        context.load_verify_locations(certifi.where())
    return context


@dataclass
class Clients:
    """The clients of a run, by host name."""

    limits: Limits = field(default_factory=Limits)
    transport: Transport = "httpx"
    make_tls: Callable[[], ssl.SSLContext] = tls
    _used: dict[str, _Used] = field(default_factory=dict)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return self.make_tls()

    async def ask(self, query: Query, address: Address, numeric: str, headers: Mapping[str, str]) -> Answer | Failure:
        """Send one request to the numeric address of a host."""
        used = self._client(address.host)
        used.busy += 1
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._ask(used.client, query, address, numeric, headers)
        except Exception as error:  # noqa: BLE001 - a library's every error is a failure with a kind
            return of_exception(error)
        finally:
            used.busy -= 1
            await self._close_some()

    async def _ask(
        self, client: httpx.AsyncBaseTransport, query: Query, address: Address, numeric: str, headers: Mapping[str, str]
    ) -> Answer:
        sent = [("Host", address.authority), ("Accept-Encoding", "gzip, deflate"), *headers.items()]
        extensions: dict[str, object] = {"timeout": {"connect": self.limits.connect}}
        if numeric != address.host:
            extensions["sni_hostname"] = address.host
        request = httpx.Request(
            query.method, address.pinned(numeric), headers=sent, content=query.content or None, extensions=extensions
        )
        response = await client.handle_async_request(request)
        try:
            told, cookies = _headers(response.headers.raw)
            body, is_whole = b"", True
            if query.method != "HEAD":
                stream = cast("httpx.AsyncByteStream", response.stream)
                body, is_whole = await _read(stream, told.get("content-encoding", ""), query.most)
            return Answer(response.status_code, told, body, is_whole, cookies)
        finally:
            await response.aclose()

    def _client(self, host: str) -> _Used:
        """The client of a host, moved behind all others, so that the first is the one used longest ago."""
        used = self._used.pop(host, None) or _Used(self._made())
        self._used[host] = used
        return used

    def _made(self) -> httpx.AsyncBaseTransport:
        limits = httpx.Limits(max_connections=self.limits.per_host, max_keepalive_connections=self.limits.per_host)
        if self.transport == "httpx":
            return httpx.AsyncHTTPTransport(verify=self._tls, trust_env=False, http2=True, limits=limits)
        from aiohttp import ClientSession, DummyCookieJar, TCPConnector  # noqa: PLC0415 - an extra
        from httpx_aiohttp import AiohttpTransport  # noqa: PLC0415 - the same

        def session() -> ClientSession:
            connector = TCPConnector(limit=self.limits.per_host, ssl=self._tls)
            return ClientSession(connector=connector, cookie_jar=DummyCookieJar(), max_field_size=_HEADER)

        return AiohttpTransport(verify=self._tls, trust_env=False, limits=limits, client=session)

    async def _close_some(self) -> None:
        while len(self._used) > _MOST_CLIENTS:
            host = next((host for host, used in self._used.items() if not used.busy), None)
            if host is None:
                return
            await self._used.pop(host).client.aclose()

    async def close(self) -> None:
        """Close all connections."""
        while self._used:
            await self._used.popitem()[1].client.aclose()


def _headers(raw: Iterable[tuple[bytes, bytes]]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The headers by their names in lower case, those that come several times joined; the cookies apart."""
    told: dict[str, str] = {}
    cookies = []
    for one, content in raw:
        name, value = one.decode("latin-1").lower(), content.decode("latin-1")
        told[name] = f"{told[name]}, {value}" if name in told else value
        if name == "set-cookie":
            cookies.append(value)
    return told, tuple(cookies)


async def _read(chunks: httpx.AsyncByteStream, coding: str, most: int) -> tuple[bytes, bool]:
    """The first bytes of a body, decoded no further than they are wanted, and whether that is all of it."""
    unpack = _unpacker(coding)
    body, came = bytearray(), 0
    async for chunk in chunks:
        came += len(chunk)
        if len(body) < most:
            body += unpack(chunk, most - len(body))
        if len(body) >= most and came > _TO_THE_END:
            return bytes(body[:most]), False
    return bytes(body[:most]), len(body) < most


def _unpacker(coding: str) -> Callable[[bytes, int], bytes]:
    """What decodes the chunks of a body in their order; a coding that was not asked for is left as it is."""
    coding = coding.strip().lower()
    if coding not in {"gzip", "x-gzip", "deflate"}:
        return lambda chunk, _: chunk
    # some send what they call deflate without its header, and some send plain text under the name of gzip
    ways = [zlib.decompressobj(wbits) for wbits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS)]

    def unpack(chunk: bytes, most: int) -> bytes:
        while ways:
            try:
                return ways[0].decompress(chunk, most)
            except zlib.error:
                del ways[0]
        return chunk

    return unpack
