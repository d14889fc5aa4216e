"""Host names looked up once, every answer judged, and kept: the address that was judged is the one that is asked."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from ipaddress import ip_address
from typing import TypeAlias

from citekit.online.address import Address
from citekit.online.failure import Failure, of_lookup
from citekit.online.guard import is_public

Lookup: TypeAlias = Callable[[str], Iterable[str]]
"""Host name → its numeric addresses; raises :class:`socket.gaierror`. It may block, and runs in a thread."""

_MOST = 5000
"""Names that are kept; a run over more of them looks some up again, and judges them again."""


def system_lookup(host: str) -> list[str]:
    """The numeric addresses of a host as the system knows them, in its order of preference."""
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


class Names:
    """The look-ups of a run.

    ``trusted`` are hosts with a port (``127.0.0.1:8000``) that a person named in the settings: they are asked wherever
    they are. With ``allow_private`` all are.
    """

    def __init__(
        self, lookup: Lookup = system_lookup, trusted: Iterable[str] = (), *, allow_private: bool = False
    ) -> None:
        """Look up nothing yet."""
        self._lookup = lookup
        self._trusted = frozenset(trusted)
        self._allow_private = allow_private
        self._kept: dict[str, asyncio.Future[tuple[str, ...] | Failure]] = {}
        self._failed: dict[str, None] = {}
        self._threads = ThreadPoolExecutor(32, "lookup")  # one slow name server must not stop all

    async def addresses(self, address: Address) -> tuple[str, ...] | Failure:
        """The numeric addresses of a host, all of them public; a failure where a single one is not."""
        found = await self._of(address.host)
        if isinstance(found, Failure) or self._allow_private or f"{address.host}:{address.port}" in self._trusted:
            return found
        closed = next((numeric for numeric in found if not is_public(numeric)), None)
        return found if closed is None else Failure("private", closed if closed != address.host else "")

    async def _of(self, host: str) -> tuple[str, ...] | Failure:
        if host not in self._kept:
            for kept in (self._kept, self._failed):
                if len(kept) >= _MOST:
                    del kept[next(iter(kept))]
            self._kept[host] = asyncio.ensure_future(self._ask(host))
        found = await asyncio.shield(self._kept[host])
        if isinstance(found, Failure) and host not in self._failed:
            self._failed[host] = None
            self._kept.pop(host, None)  # to be asked once more, and then no more in this run
        return found

    async def _ask(self, host: str) -> tuple[str, ...] | Failure:
        try:
            return (str(ip_address(host)),)
        except ValueError:
            pass
        if host == "invalid" or host.endswith(".invalid"):
            return Failure("dns", "names under .invalid never exist (RFC 6761)")
        try:
            found = await asyncio.get_running_loop().run_in_executor(self._threads, self._look_up, host)
        except socket.gaierror as error:
            return of_lookup(error)
        except (OSError, UnicodeError):
            return Failure("dns-temporary")
        return found or Failure("dns")

    def _look_up(self, host: str) -> tuple[str, ...]:
        return tuple(self._lookup(host))

    def close(self) -> None:
        """Let the threads go; a look-up that hangs is not waited for."""
        self._threads.shutdown(wait=False, cancel_futures=True)
