"""A stream of links checked: side by side, each address once, in the order of the source."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from dataclasses import dataclass, field, replace

from citekit.online.address import Address
from citekit.online.archive.copy import Copy
from citekit.online.archive.find import Archives
from citekit.online.archive.save import save_page
from citekit.online.bases import Bases
from citekit.online.failure import Failure
from citekit.online.links.check import check_url
from citekit.online.links.handle import check_handle
from citekit.online.links.link import Link, Outcome, Result, Sort
from citekit.online.links.memory import Memory
from citekit.online.links.queue import Queue
from citekit.online.links.robots import fetch_delay
from citekit.online.links.verdict import of_failure
from citekit.online.web import Web

_MOST_SITES = 20_000
_RANK = {"alive": 0, "moved": 1, "unsure": 2, "unchecked": 3, "dead": 4}


@dataclass
class Checker:
    """The check of a run: what is asked of whom, what is known already, what is asked at this moment.

    ``archives`` are the verdicts for which an archive is asked for a copy. With ``keys`` (``access:secret``) the
    Internet Archive is asked to keep what answers.
    """

    web: Web
    memory: Memory
    bases: Bases = field(default_factory=Bases)
    archives: frozenset[str] = frozenset({"dead"})
    keys: str = ""
    is_down: bool = False
    _running: dict[tuple[Sort, str], asyncio.Future[Result]] = field(default_factory=dict)
    _delays: dict[str, asyncio.Future[None] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._archives = Archives(self.web, self.bases)

    async def outcomes(
        self, links: Iterator[Link], done: Callable[[], None] = lambda: None
    ) -> AsyncGenerator[Outcome, None]:
        """The outcomes of links in their order; ``done`` is called after each link, in the order they are done in."""
        queue = Queue(links, self.host_of, self.web.host, self.web.clock)
        finished: dict[int, Outcome] = {}
        news = asyncio.Event()

        async def work() -> None:
            while (taken := await queue.take()) is not None:
                number, link = taken
                finished[number] = await self.check(link)
                queue.done(link)
                done()
                news.set()

        workers = [asyncio.create_task(work()) for _ in range(self.web.settings.at_once)]
        everyone = asyncio.gather(*workers)
        everyone.add_done_callback(lambda _: news.set())
        try:
            while not everyone.done() or finished:
                await news.wait()
                news.clear()
                while queue.reported in finished:
                    yield finished.pop(queue.reported)
                    queue.report()
                if everyone.done():
                    await everyone  # a fault in a worker is a fault of the run
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(everyone, return_exceptions=True)

    def host_of(self, link: Link) -> str:
        """The host that a link asks first; empty where it asks none."""
        base = self.bases.resolver(link.sort)
        address = self.web.read(base or link.forms[0])
        return address.host if isinstance(address, Address) else ""

    async def check(self, link: Link) -> Outcome:
        """The outcome of a link: the best of its forms, the first of equals."""
        form, result = link.forms[0], await self.result(link.sort, link.forms[0])
        for other in link.forms[1:]:
            if result.verdict in {"alive", "moved"} or result.reason == "network-down":
                break
            found = await self.result(link.sort, other)
            if _RANK[found.verdict] < _RANK[result.verdict]:
                form, result = other, found
        outcome = Outcome(link, _with_remarks(link, form, result), form)
        if link.sort != "url" or self.is_down:
            return outcome
        if self.keys and result.verdict in {"alive", "moved"}:
            return _with_found(outcome, await save_page(self.web, self.bases.save, outcome.url, self.keys))
        if result.verdict in self.archives:
            day = link.accessed or link.published
            return _with_found(outcome, await self._archives.find(outcome.url, day))
        return outcome

    async def result(self, sort: Sort, form: str) -> Result:
        """The result of one form; what is known or being asked is not asked again."""
        running = self._running.get((sort, form))
        if running is not None:
            return await asyncio.shield(running)
        kept = self.memory.recall(sort, form, self.web.clock.now())
        if kept is not None:
            return kept
        if self.is_down:
            return of_failure(Failure("network-down"))
        self._running[sort, form] = asking = asyncio.ensure_future(self._ask(sort, form))
        try:
            result = await asking
        finally:
            del self._running[sort, form]
        if result.reason == "network-down":
            self.is_down = True
        return result

    async def _ask(self, sort: Sort, form: str) -> Result:
        base = self.bases.resolver(sort)
        if base:
            result = await check_handle(self.web, base, sort, form)
        else:
            await self._mind_robots(form)
            result = await check_url(self.web, form)
        return self.memory.keep(sort, form, result, self.web.clock.now())

    async def _mind_robots(self, url: str) -> None:
        """Ask for the robots.txt of a host before its second link, and keep to its pause from then on."""
        address = self.web.read(url)
        if isinstance(address, Failure):
            return
        if address.site not in self._delays:
            if len(self._delays) >= _MOST_SITES:
                del self._delays[next(iter(self._delays))]
            self._delays[address.site] = None
            return
        delay = self._delays[address.site]
        if delay is None:
            delay = self._delays[address.site] = asyncio.ensure_future(self._set_delay(address))
        if not delay.done():
            await asyncio.shield(delay)

    async def _set_delay(self, address: Address) -> None:
        host = self.web.host(address.host)
        host.gap = max(host.gap, await fetch_delay(self.web, address))


def _with_found(outcome: Outcome, found: Copy | Failure | None) -> Outcome:
    if isinstance(found, Failure):
        return replace(outcome, was_looked_for=True, archive_trouble=found.message)
    return replace(outcome, was_looked_for=True, copy=found)


def _with_remarks(link: Link, form: str, result: Result) -> Result:
    remarks = list(result.remarks)
    if len(link.forms) > 1 and result.verdict != "unchecked":
        others = ", ".join(one for one in link.forms if one != form)
        remarks.append(("joined", f"what is printed may be several addresses; this one was found best, not {others}"))
    if link.trimmed:
        remarks.append(("trimmed", "signs at the end were taken off that are no part of the address"))
    return replace(result, remarks=tuple(remarks)) if remarks else result
