"""Redirects followed by hand: each hop is judged anew, kept, and its kind told."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie

from citekit.online.address import Address, joined
from citekit.online.client import Answer
from citekit.online.failure import Failure

_MOST = 8
PERMANENT = frozenset({301, 308})
_REDIRECTS = PERMANENT | {302, 303, 307}


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: where it leads and its status, 0 for one that the page makes and not the host."""

    to: Address
    status: int

    @property
    def is_permanent(self) -> bool:
        """Whether the host says that the address is to be replaced (RFC 9110, sections 15.4.2 and 15.4.9)."""
        return self.status in PERMANENT


@dataclass(frozen=True, slots=True)
class Trail:
    """The way from an address to its answer: the hops in order, the address that answered last, the answer."""

    start: Address
    hops: tuple[Hop, ...]
    answer: Answer | Failure

    @property
    def end(self) -> Address:
        """The address that answered last."""
        return self.hops[-1].to if self.hops else self.start

    @property
    def moved_to(self) -> Address | None:
        """Where the address has moved for good: the end of the permanent redirects that the trail begins with."""
        to = None
        for hop in self.hops:
            if not hop.is_permanent:
                break
            to = hop.to
        return to


async def follow(
    start: Address,
    ask: Callable[[Address, str], Awaitable[Answer | Failure]],
    read: Callable[[str], Address | Failure],
    turn: Callable[[Answer], str] = lambda _: "",
) -> Trail:
    """Ask an address and follow its redirects, eight at most.

    ``ask`` gets the cookies to send as well, ``read`` judges each address, ``turn`` finds the address that a page
    itself sends its reader to. Cookies are sent back to the host that set them, within the trail only: some sites
    redirect to the same address until they come back.
    """
    hops: list[Hop] = []
    seen: set[tuple[str, str]] = set()
    jars: dict[str, SimpleCookie] = {}
    at = start
    while True:
        cookies = "; ".join(f"{name}={one.coded_value}" for name, one in jars.get(at.host, SimpleCookie()).items())
        if (at.url, cookies) in seen or len(hops) > _MOST:
            return Trail(start, tuple(hops), Failure("loop", "" if len(hops) <= _MOST else f"more than {_MOST}"))
        seen.add((at.url, cookies))
        answer = await ask(at, cookies)
        to = _next(answer, turn)
        if isinstance(answer, Failure) or not to:
            return Trail(start, tuple(hops), answer)
        _take(jars.setdefault(at.host, SimpleCookie()), answer.cookies)
        following = read(joined(at, to))
        if isinstance(following, Failure):
            return Trail(start, tuple(hops), following)
        hops.append(Hop(following, answer.status if answer.status in _REDIRECTS else 0))
        at = following


def _next(answer: Answer | Failure, turn: Callable[[Answer], str]) -> str:
    if isinstance(answer, Failure):
        return ""
    if answer.status in _REDIRECTS:
        return answer.headers.get("location", "")
    return turn(answer) if 200 <= answer.status < 300 else ""


def _take(jar: SimpleCookie, cookies: tuple[str, ...]) -> None:
    for one in cookies:
        try:
            jar.load(one)
        except CookieError:
            continue
