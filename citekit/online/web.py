"""The way to the network: judged, paced, retried, kept. Everything that goes out goes through here."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlencode

from citekit.online.address import Address, read_address
from citekit.online.client import Answer, Clients, Query
from citekit.online.clock import Clock
from citekit.online.failure import Failure, of_status
from citekit.online.guard import is_public
from citekit.online.hops import follow
from citekit.online.names import Lookup, Names, system_lookup
from citekit.online.network import Network
from citekit.online.pace import Host, retry_after
from citekit.online.retry import retried
from citekit.online.settings import LINK_TRIES, REGISTRY_TRIES, Settings
from citekit.online.store import DAY, Kept, Store

_MOST_HOSTS = 5000
"""Hosts whose pace is kept; beyond them, those that are idle and need no pause are forgotten."""

_MOST_TEXT = 8_000_000
"""Bytes of a registry's answer, decoded."""

_SECOND_ADDRESS = {"refused", "unreachable"}


@dataclass(frozen=True, slots=True)
class Told:
    """What a registry told: the value (of JSON, or text), from which address, when, and whether from the store."""

    value: Any
    url: str
    at: float
    is_kept: bool = False


class Web:
    """The network as citekit uses it; use it as ``async with Web(settings) as web``.

    ``lookup`` and ``clock`` are put in the place of the system's own by tests.
    """

    def __init__(
        self, settings: Settings | None = None, *, lookup: Lookup = system_lookup, clock: Clock | None = None
    ) -> None:
        """Open the store; nothing is asked yet."""
        self.settings = settings = settings or Settings()
        self.clock = clock or Clock()
        self.store = Store(settings.store)
        self.names = Names(lookup, settings.trusted, allow_private=settings.allow_private)
        self.network = Network(self._probe, self.clock)
        self._clients = Clients(settings.limits, settings.transport)
        self._hosts: dict[str, Host] = {}

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._clients.close()
        self.names.close()
        self.store.close()

    def read(self, url: str) -> Address | Failure:
        """Read an address under the settings for ports."""
        found = read_address(url, any_port=True)
        if isinstance(found, Address) and f"{found.host}:{found.port}" in self.settings.trusted:
            return found
        return read_address(url, any_port=self.settings.any_port or self.settings.allow_private)

    def host(self, name: str) -> Host:
        """The pace of a host."""
        found = self._hosts.get(name)
        if found is None:
            if len(self._hosts) >= _MOST_HOSTS:
                self._hosts = {
                    name: host for name, host in self._hosts.items() if not host.is_idle or host.wait or host.gap
                }
            found = self._hosts[name] = Host(self.settings.limits.per_host, self.clock)
        return found

    async def ask(
        self,
        query: Query,
        address: Address,
        *,
        headers: Mapping[str, str] | None = None,
        tries: Mapping[str, int] = LINK_TRIES,
    ) -> Answer | Failure:
        """Ask an address, without following redirects.

        An answer may have any status. A failure of the network itself is told as ``network-down``.
        """
        since = self.clock.ticks()
        sent = {"User-Agent": self.settings.agent, **(headers or {})}
        with self.network.busy():
            result = await retried(
                lambda: self._once(query, address, sent),
                tries,
                backoff=self.settings.backoff,
                longest_wait=self.settings.longest_wait,
            )
            if isinstance(result, Failure) and result.is_of_network and not await self._is_local(address):
                return result if await self.network.is_up(since) else Failure("network-down")
            return result

    async def _is_local(self, address: Address) -> bool:
        """Whether a host that may be asked is on this side of the network, so that its failure says nothing of it."""
        if not self.settings.allow_private and not self.settings.trusted:
            return False
        numeric = await self.names.addresses(address)
        return isinstance(numeric, tuple) and not all(map(is_public, numeric))

    async def _once(self, query: Query, address: Address, headers: Mapping[str, str]) -> Answer | Failure:
        numeric = await self.names.addresses(address)
        if isinstance(numeric, Failure):
            return numeric
        host = self.host(address.host)
        async with host.slot():
            result = await self._at_any(numeric, query, address, headers)
        if isinstance(result, Failure):
            if not result.is_of_network:
                self.network.replied()
            return result
        self.network.replied()
        host.announced(result.headers)
        wait = retry_after(result.headers.get("retry-after"), self.clock.now())
        if result.status == 429 or (result.status == 503 and wait is not None):
            host.asks_for_less(wait if wait is None or wait <= self.settings.longest_wait else None)
        elif result.status < 500:
            host.went_well()
        return replace(result, wait=wait) if wait is not None else result

    async def _at_any(
        self, numeric: tuple[str, ...], query: Query, address: Address, headers: Mapping[str, str]
    ) -> Answer | Failure:
        """Ask the numeric addresses of a host one after another until one takes the connection; three at most."""
        result: Answer | Failure = Failure("dns")
        for one in numeric[:3]:
            result = await self._clients.ask(query, address, one, headers)
            if not isinstance(result, Failure) or result.kind not in _SECOND_ADDRESS:
                break
        return result

    async def _probe(self) -> bool:
        headers = {"User-Agent": self.settings.agent}
        for url in self.settings.probes:
            address = self.read(url)
            if isinstance(address, Address) and isinstance(await self._once(Query("HEAD"), address, headers), Answer):
                return True
        return False

    async def json(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        *,
        age: float = 30 * DAY,
        headers: Mapping[str, str] | None = None,
    ) -> Told | Failure:
        """The JSON at an address of a registry; what is no JSON is a ``bad-reply``, never an empty value."""
        wanted = {"Accept": "application/json", **(headers or {})}
        told = await self.text(url, params, age=age, headers=wanted)
        if isinstance(told, Failure):
            return told
        try:
            return replace(told, value=json.loads(told.value))
        except ValueError:
            self.store.forget_answer(_request(url, params, wanted))
            return Failure("bad-reply", "no JSON, or JSON that breaks off")

    async def text(
        self,
        url: str,
        params: Mapping[str, str] | None = None,
        *,
        age: float = 30 * DAY,
        headers: Mapping[str, str] | None = None,
    ) -> Told | Failure:
        """The text at an address of a registry, from the store where it is younger than ``age`` seconds.

        Redirects are followed. A status of 404 is the failure ``not-found``: the registry holds no such thing. It is
        kept a day, other failures are not.
        """
        request = _request(url, params, headers or {})
        kept = None if self.settings.refresh else self.store.answer(request)
        if kept and self.clock.now() - kept.at < (age if kept.status < 400 else min(age, DAY)):
            return of_status(kept.status) or Told(_text(zlib.decompress(kept.body)), kept.url, kept.at, is_kept=True)
        address = self.read(f"{url}{'&' if '?' in url else '?'}{urlencode(params)}" if params else url)
        if isinstance(address, Failure):
            return address

        async def ask(one: Address, _: str) -> Answer | Failure:
            return await self.ask(Query(most=_MOST_TEXT), one, headers=headers, tries=REGISTRY_TRIES)

        trail = await follow(address, ask, self.read)
        return self._told(request, trail.answer, trail.end.url)

    def _told(self, request: str, answer: Answer | Failure, url: str) -> Told | Failure:
        if isinstance(answer, Failure):
            return answer
        failure = of_status(answer.status, answer.wait)
        if failure is None and not 200 <= answer.status < 300:
            failure = Failure("bad-reply", f"status {answer.status}", answer.status)
        if failure is None and not answer.is_whole:
            return Failure("too-large")
        now = self.clock.now()
        if failure is None or failure.kind == "not-found":
            self.store.keep_answer(request, Kept(now, answer.status, url, zlib.compress(answer.body)))
        return failure or Told(_text(answer.body), url, now)


def _request(url: str, params: Mapping[str, str] | None, headers: Mapping[str, str]) -> str:
    """What an answer is kept under; keys and contacts do not belong to it."""
    return "\n".join((url, urlencode(sorted((params or {}).items())), headers.get("Accept", "")))


def _text(body: bytes) -> str:
    return body.decode("utf-8", "replace")
