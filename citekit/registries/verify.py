"""Each work looked up where it may be registered, and judged by what comes back."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import TypeAlias

from citekit.model import Work
from citekit.online import Web
from citekit.online.links.identifiers import clean_doi
from citekit.registries import arxiv
from citekit.registries.bases import Bases
from citekit.registries.checked import Candidate, Checked, Difference, Notice, Verdict
from citekit.registries.desk import Desk
from citekit.registries.differ import differences, fills
from citekit.registries.kinds import is_asked, silence_tells, why_unchecked
from citekit.registries.match import best, is_it

Ask: TypeAlias = Callable[[Work], Awaitable[list[Candidate] | None]]

_AT_ONCE = 16
"""Works under way; the pace of each host is kept by the way to the network."""


async def verify(
    works: Sequence[Work], web: Web, bases: Bases | None = None, after: Callable[[Checked], None] = lambda _: None
) -> list[Checked]:
    """What the registries say of each work, in the order of the works; ``after`` is told each as it comes."""
    web.host("export.arxiv.org").gap = arxiv.PAUSE
    gate = asyncio.Semaphore(_AT_ONCE)

    async def one(place: int, work: Work) -> Checked:
        async with gate:
            checked = await _Case(place, work, Desk(web, bases or Bases())).check()
        after(checked)
        return checked

    return list(await asyncio.gather(*(one(place, work) for place, work in enumerate(works))))


class _Case:
    """One work, and what was asked for it."""

    def __init__(self, place: int, work: Work, desk: Desk) -> None:
        self._place, self._work, self._desk = place, work, desk
        self._doi = clean_doi(work.fields.get("doi", "")).lower()

    async def check(self) -> Checked:
        """Ask by identifier, else by title and author."""
        number = _preprint(self._work)
        if number:
            return await self._by_preprint(number)
        if self._doi:
            return await self._by_doi()
        if not is_asked(self._work) or not self._work.title:
            return self._told("unchecked", why_unchecked(self._work))
        return await self._by_words()

    def _told(
        self,
        verdict: Verdict,
        reason: str,
        candidate: Candidate | None = None,
        found: tuple[Difference, ...] = (),
        lacking: tuple[Difference, ...] = (),
    ) -> Checked:
        asked, failures = tuple(self._desk.asked), tuple(self._desk.failures)
        return Checked(self._place, verdict, reason, asked, candidate, found, lacking, failures)

    async def _by_preprint(self, number: str) -> Checked:
        found = await self._desk.arxiv_number(number)
        if found is None:
            return self._failed()
        if not found:
            return self._told("not-found", f"arXiv has no preprint {number}")
        return await self._judge(found[0], f"arXiv {number}")

    async def _by_doi(self) -> Checked:
        found = await self._desk.crossref_doi(self._doi)
        if found is None:
            return self._failed()
        if found:
            return await self._judge(found[0], f"the DOI {self._doi}")
        agency = await self._desk.agency(self._doi)
        if agency is None:
            return self._failed()
        if not agency:
            return await self._unregistered()
        if agency != "DataCite":
            return self._told("unchecked", f"its DOI is registered with {agency}, which is not asked")
        found = await self._desk.datacite_doi(self._doi)
        if found is None:
            return self._failed()
        return (
            await self._judge(found[0], f"the DOI {self._doi}")
            if found
            else self._told("unchecked", f"DataCite says nothing of the DOI {self._doi}")
        )

    async def _unregistered(self) -> Checked:
        """A DOI that nobody registered: the work may stand under another one."""
        found = await self._desk.crossref_words(self._work) if self._work.title else []
        candidate = best(self._work, found or [])
        if candidate:
            return await self._judge(candidate, "its title and authors, for its DOI is not registered")
        return self._told("not-found", f"the DOI {self._doi} is not registered")

    async def _by_words(self) -> Checked:
        isbn = self._work.fields.get("isbn", "").split()[:1]
        desk = self._desk
        asks: list[Ask] = [desk.crossref_words, desk.openalex_words]
        if self._work.type == "book":
            asks = [partial(desk.books, isbn=isbn[0] if isbn else ""), desk.crossref_words]
        for ask in asks:
            candidate = best(self._work, await ask(self._work) or [])
            if candidate:
                return await self._judge(candidate, "its title and authors")
        if self._desk.failures:
            return self._failed()
        if not silence_tells(self._work):
            return self._told("unchecked", f"not found in {_listed(self._desk.asked)}; {why_unchecked(self._work)}")
        return self._told("not-found", f"not found in {_listed(self._desk.asked)}")

    async def _judge(self, candidate: Candidate, by: str) -> Checked:
        """What a record says of the work: notices on it first, then what is cited otherwise."""
        notices: list[Notice] | None = list(candidate.notices)
        if candidate.doi and candidate.registry != arxiv.NAME:
            later = await self._desk.notices(candidate.doi)
            notices = None if later is None and not candidate.notices else [*candidate.notices, *(later or ())]
        found = differences(self._work, candidate)
        lacking = fills(self._work, candidate)
        if self._work.title and candidate.work.title and not is_it(self._work, candidate):
            return self._another(candidate, by)
        noticed = _gravest(notices or [])
        if noticed:
            return self._told(*_of_notice(noticed), candidate, found, lacking)
        if found:
            reason = f"{candidate.registry} has it, found by {by}, with other values"
            return self._told("differs", reason, candidate, found, lacking)
        if candidate.published:
            reason = f"a preprint; its published version is {candidate.published}"
            return self._told("published", reason, candidate, found, lacking)
        if notices is None:
            reason = "its record agrees, but whether it was retracted could not be asked"
            return self._told("unchecked", reason, candidate, found, lacking)
        return self._told("verified", f"found in {candidate.registry} by {by}", candidate, found, lacking)

    def _another(self, candidate: Candidate, by: str) -> Checked:
        """An identifier that leads to another work."""
        theirs = candidate.work.title.display
        wrong = (Difference("title", self._work.title.display, theirs),)
        return self._told("differs", f"{by} leads to another work, “{theirs}”", candidate, wrong)

    def _failed(self) -> Checked:
        return self._told("unchecked", f"it could not be asked: {'; '.join(self._desk.failures)}")


def _preprint(work: Work) -> str:
    """The number of a preprint of arXiv's that a work is cited as."""
    fields = (work.fields.get("doi", ""), work.extra.get("eprint", ""), work.fields.get("url", ""))
    doi, eprint, url = fields
    if "arxiv" in doi.casefold():
        return arxiv.number_in(doi)
    if eprint and work.extra.get("archiveprefix", work.extra.get("eprinttype", "arxiv")).casefold() == "arxiv":
        return "" if doi else arxiv.number_in(eprint)
    return arxiv.number_in(url) if "arxiv.org" in url and not doi else ""


def _gravest(notices: Sequence[Notice]) -> Notice | None:
    order = ("retraction", "concern", "correction")
    return min(notices, key=lambda one: order.index(one.kind), default=None)


def _of_notice(notice: Notice) -> tuple[Verdict, str]:
    where = f" ({notice.doi})" if notice.doi else ""
    day = f" on {notice.date}" if notice.date else ""
    if notice.kind == "retraction":
        return "retracted", f"it was retracted{day}{where}"
    what = "an expression of concern" if notice.kind == "concern" else "a correction"
    return "corrected", f"{what} was published{day}{where}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(names)
