"""Why nothing was learnt from an address: a value with a kind, never an exception that a caller may forget."""

from __future__ import annotations

import errno
import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal[
    "malformed",  # the address cannot be read
    "scheme",  # it is not http or https
    "credentials",  # it holds a name or a password
    "port",  # it names a port that no web page is served at
    "private",  # its host is, or leads to, a machine that is not on the public network
    "dns",  # its host name does not exist
    "dns-temporary",  # the name servers did not answer
    "unreachable",
    "refused",
    "reset",
    "tls",
    "time-out",
    "bad-reply",  # what came is no HTTP, or no JSON where JSON was asked for
    "too-large",
    "loop",
    "not-found",  # 404, and for a registry: it holds no such thing
    "gone",  # 410
    "login",  # 401, 407
    "forbidden",  # 403, 451
    "too-many",  # 429, or 503 with a Retry-After
    "client-error",  # the other 4xx
    "server-error",  # 5xx
    "network-down",
]

PHRASES: dict[str, str] = {
    "malformed": "the address cannot be read",
    "scheme": "only http and https are asked",
    "credentials": "the address holds a user name or a password",
    "port": "the address names an unusual port",
    "private": "the address leads to a machine that is not on the public network",
    "dns": "the host name does not exist",
    "dns-temporary": "the host name could not be looked up",
    "unreachable": "the host cannot be reached",
    "refused": "the host refuses the connection",
    "reset": "the host broke off the connection",
    "tls": "the certificate of the host is not valid for it",
    "time-out": "the host did not answer in time",
    "bad-reply": "the answer cannot be read",
    "too-large": "the answer is larger than is read",
    "loop": "the redirects go round in a circle",
    "not-found": "there is nothing at this address (404)",
    "gone": "the page was taken away for good (410)",
    "login": "the host asks for a login",
    "forbidden": "the host does not let us see the page",
    "too-many": "the host asks to come back later",
    "client-error": "the host does not take the request",
    "server-error": "the host has a fault",
    "network-down": "the network is down",
}
"""What each kind is called to a person."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A request that did not give what was asked for.

    ``detail`` says more than the kind's phrase where there is more; ``status`` is that of HTTP, where there was one;
    ``wait`` are the seconds after which the server wants to be asked again, where it said so.
    """

    kind: Kind
    detail: str = ""
    status: int | None = None
    wait: float | None = None

    @property
    def message(self) -> str:
        """The failure as a clause without a full stop."""
        return f"{PHRASES[self.kind]}: {self.detail}" if self.detail else PHRASES[self.kind]

    @property
    def is_of_network(self) -> bool:
        """Whether it looks the same as when the network of this machine is down."""
        return self.kind in {"dns", "dns-temporary", "unreachable", "time-out"}


_BY_STATUS: dict[int, Kind] = {
    401: "login",
    403: "forbidden",
    404: "not-found",
    407: "login",
    410: "gone",
    429: "too-many",
    451: "forbidden",
}


def of_status(status: int, wait: float | None = None) -> Failure | None:
    """The failure that a status of HTTP tells of (RFC 9110, section 15); None below 400."""
    if status < 400:
        return None
    kind = _BY_STATUS.get(status) or ("client-error" if status < 500 else "server-error")
    if status == 503 and wait is not None:
        kind = "too-many"
    return Failure(kind, f"status {status}" if kind not in {"not-found", "gone"} else "", status, wait)


_UNREACHABLE = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL, errno.EACCES, errno.EPERM}
_BROKEN_OFF = {"ServerDisconnectedError", "ReadError", "WriteError", "EndOfStream", "ClosedResourceError"}
_LARGE = ("too large", "too long", "too many", "too big", "more than", "exceed")


def of_exception(error: BaseException) -> Failure:
    """The failure behind an exception of httpx, httpcore, aiohttp, ssl or the operating system.

    The chain of causes is searched, for httpx-aiohttp says ``ConnectTimeout`` of a refused connection, a reset and a
    name that is not known alike.
    """
    chain = tuple(_causes(error))
    known = next(filter(None, map(_of_system, chain)), None)
    if known:
        return known
    names = {type(one).__name__ for one in chain}
    text = "; ".join(filter(None, map(str, chain)))
    if names & _BROKEN_OFF or "disconnected" in text or "peer closed" in text:
        return Failure("reset")
    if any(isinstance(one, TimeoutError) for one in chain) or any(name.endswith("Timeout") for name in names):
        return Failure("time-out")
    if any(word in text.casefold() for word in _LARGE):
        return Failure("too-large", "the head of the answer")
    said = next(filter(None, (" ".join(str(one).split()) for one in chain)), type(error).__name__)
    return Failure("bad-reply", said[:80])


def _of_system(error: BaseException) -> Failure | None:
    """The failure that an error of ssl or of the operating system tells of."""
    if isinstance(error, ssl.SSLError) and not isinstance(error, (ssl.SSLZeroReturnError, ssl.SSLEOFError)):
        within = getattr(error, "certificate_error", error)  # aiohttp's own error has it as a part
        return Failure("tls", getattr(within, "verify_message", "") or getattr(within, "reason", None) or "")
    if isinstance(error, socket.gaierror):
        return of_lookup(error)
    if isinstance(error, ConnectionRefusedError):
        return Failure("refused")
    if isinstance(error, ConnectionError):
        return Failure("reset")
    if isinstance(error, OSError) and error.errno in _UNREACHABLE:
        return Failure("unreachable")
    return None


def of_lookup(error: socket.gaierror) -> Failure:
    """The failure of a look-up of a name: a name that does not exist is told from a look-up that did not work."""
    unknown = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
    return Failure("dns" if error.errno in unknown else "dns-temporary")


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    rest = [error]
    while rest:
        one = rest.pop(0)
        if id(one) not in seen:
            seen.add(id(one))
            yield one
            within = one.exceptions if isinstance(one, BaseExceptionGroup) else ()
            os_error = getattr(one, "os_error", None)  # of aiohttp, where it does not stand as the cause
            rest += [link for link in (*within, os_error, one.__cause__, one.__context__) if link is not None]
