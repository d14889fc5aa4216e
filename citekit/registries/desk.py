"""Registries asked through the one way to the network, with what failed kept in mind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from citekit.model import Work
from citekit.online import Failure, Web
from citekit.registries import arxiv, crossref, datacite, doi_org, open_library, openalex
from citekit.registries.bases import Bases
from citekit.registries.checked import Candidate, Notice

Request = tuple[str, dict[str, str]]


@dataclass(slots=True)
class Desk:
    """The look-ups for one work: which registries were asked, and which did not answer."""

    web: Web
    bases: Bases
    asked: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    async def _records(
        self, name: str, request: Request, read: Callable[[object], list[Candidate] | None]
    ) -> list[Candidate] | None:
        """The records of a reply; an empty list where the registry says that it has none, None where it failed."""
        url, params = request
        if self.web.settings.contact:
            params = {**params, "mailto": self.web.settings.contact} if name in _POLITE else params
        self._name(name)
        told = await self.web.json(url, params)
        if isinstance(told, Failure):
            return self._failed(name, told)
        found = read(told.value)
        if found is None:
            self._unreadable(name)
        return found

    def _name(self, name: str) -> None:
        if name not in self.asked:
            self.asked.append(name)

    def _failed(self, name: str, failure: Failure) -> list[Candidate] | None:
        if failure.kind in {"not-found", "gone"}:
            return []
        self.failures.append(f"{name}: {failure.message}")
        return None

    def _unreadable(self, name: str) -> None:
        self.failures.append(f"{name}: the answer is not one of its own")

    async def crossref_doi(self, doi: str) -> list[Candidate] | None:
        """Crossref's record of a DOI."""
        return await self._records(crossref.NAME, crossref.by_doi(self.bases.crossref, doi), crossref.read)

    async def crossref_words(self, work: Work) -> list[Candidate] | None:
        """Crossref's records that are like a work."""
        return await self._records(crossref.NAME, crossref.by_words(self.bases.crossref, work), crossref.read)

    async def openalex_doi(self, doi: str) -> list[Candidate] | None:
        """OpenAlex's record of a DOI."""
        return await self._records(openalex.NAME, openalex.by_doi(self.bases.openalex, doi), openalex.read)

    async def openalex_words(self, work: Work) -> list[Candidate] | None:
        """OpenAlex's records that are like a work."""
        return await self._records(openalex.NAME, openalex.by_words(self.bases.openalex, work), openalex.read)

    async def datacite_doi(self, doi: str) -> list[Candidate] | None:
        """DataCite's record of a DOI."""
        return await self._records(datacite.NAME, datacite.by_doi(self.bases.datacite, doi), datacite.read)

    async def books(self, work: Work, isbn: str) -> list[Candidate] | None:
        """Open Library's records of an ISBN, or those that are like a work."""
        base = self.bases.open_library
        request = open_library.by_isbn(base, isbn) if isbn else open_library.by_words(base, work)
        return await self._records(open_library.NAME, request, open_library.read)

    async def arxiv_number(self, number: str) -> list[Candidate] | None:
        """The preprint that arXiv has under a number."""
        url, params = arxiv.by_number(self.bases.arxiv, number)
        self._name(arxiv.NAME)
        told = await self.web.text(url, params)
        if isinstance(told, Failure):
            return self._failed(arxiv.NAME, told)
        found = arxiv.read(told.value)
        if found is None:
            self._unreadable(arxiv.NAME)
        return found

    async def agency(self, doi: str) -> str | None:
        """Who registered a DOI; empty where nobody did, None where it could not be asked."""
        self._name(doi_org.NAME)
        url, params = doi_org.by_doi(self.bases.doi, doi)
        told = await self.web.json(url, params)
        if isinstance(told, Failure):
            self.failures.append(f"{doi_org.NAME}: {told.message}")
            return None
        found = doi_org.read(told.value)
        if found is None:
            self._unreadable(doi_org.NAME)
        return found

    async def notices(self, doi: str) -> list[Notice] | None:
        """What was said of a DOI later; None where no registry could be asked for it."""
        request = crossref.updates(self.bases.crossref, doi)
        if request is not None:
            self._name(crossref.NAME)
            told = await self.web.json(*request)
            if not isinstance(told, Failure):
                found = crossref.read_updates(told.value, doi)
                if found is not None:
                    return found
                self._unreadable(crossref.NAME)
            else:
                self.failures.append(f"{crossref.NAME}, asked for retractions: {told.message}")
        records = await self.openalex_doi(doi)
        return None if not records else [notice for record in records for notice in record.notices]


_POLITE = frozenset({crossref.NAME, openalex.NAME, datacite.NAME})
"""Those that take an address of mail among their parameters."""
