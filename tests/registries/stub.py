"""A registry on this machine: Crossref, OpenAlex, DataCite, Open Library, arXiv and doi.org over one set of facts."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

WORD = re.compile(r"\w{3,}")
MISSING = (404, "Resource not found.", {})


@dataclass
class Stub:
    """The facts, and faults by path prefix: a function that answers in the registry's place."""

    items: list[dict] = field(default_factory=list)
    books: list[dict] = field(default_factory=list)
    faults: dict[str, Callable] = field(default_factory=dict)
    notices: list[dict] = field(default_factory=list)
    other: dict[str, str] = field(default_factory=dict)
    datacite: dict[str, dict] = field(default_factory=dict)
    arxiv: str = ""
    asked: list[str] = field(default_factory=list)
    base: str = ""

    def answer(self, path: str, params: dict[str, str]) -> tuple[int, str, dict[str, str]]:
        self.asked.append(path)
        fault = next((fault for prefix, fault in self.faults.items() if path.startswith(prefix)), None)
        if fault:
            return fault(path, params)
        service = next((one for one in self._services if path.startswith(one)), "")
        return self._services[service](path.removeprefix(service), params) if service else MISSING

    @property
    def _services(self) -> dict[str, Callable]:
        return {
            "/crossref/works/": lambda doi, _: self._crossref_one(doi),
            "/crossref/works": lambda _, params: self._crossref(params),
            "/openalex/works/doi:": lambda doi, _: self._openalex_one(doi),
            "/openalex/works": lambda _, params: reply(
                {"meta": {}, "results": [openalex(one) for one in self._like(params["search"])]}
            ),
            "/books/search.json": lambda _, params: reply(
                {"docs": [b for b in self.books if self._is_book(b, params)]}
            ),
            "/doi/ra/": lambda doi, _: self._agency(doi),
            "/datacite/dois/": lambda doi, _: self._datacite_one(doi),
            "/arxiv/api/query": lambda *_: (200, self.arxiv, {"Content-Type": "application/atom+xml"}),
        }

    def _crossref(self, params: dict[str, str]) -> tuple[int, str, dict[str, str]]:
        if "filter" in params:
            return self._updates(params["filter"].removeprefix("updates:"))
        items = self._like(f"{params['query.bibliographic']} {params.get('query.author', '')}")
        return reply({"status": "ok", "message": {"items": items, "total-results": len(items)}})

    def _openalex_one(self, doi: str) -> tuple[int, str, dict[str, str]]:
        found = self._by_doi(doi)
        return reply(openalex(found)) if found else MISSING

    def _datacite_one(self, doi: str) -> tuple[int, str, dict[str, str]]:
        found = self.datacite.get(doi)
        return reply({"data": {"attributes": found}}) if found else MISSING

    def _by_doi(self, doi: str) -> dict | None:
        return next((one for one in self.items if one["DOI"].lower() == doi.lower()), None)

    def _crossref_one(self, doi: str) -> tuple[int, str, dict[str, str]]:
        found = self._by_doi(doi)
        return reply({"status": "ok", "message": found}) if found else (404, "Resource not found.", {})

    def _updates(self, doi: str) -> tuple[int, str, dict[str, str]]:
        found = [one for one in self.notices if any(up["DOI"].lower() == doi for up in one["update-to"])]
        return reply({"status": "ok", "message": {"items": found, "total-results": len(found)}})

    def _agency(self, doi: str) -> tuple[int, str, dict[str, str]]:
        if self._by_doi(doi):
            return reply([{"DOI": doi, "RA": "Crossref"}])
        agency = "DataCite" if doi in self.datacite else self.other.get(doi, "")
        return reply([{"DOI": doi, "RA": agency} if agency else {"DOI": doi, "status": "DOI does not exist"}])

    def _like(self, query: str) -> list[dict]:
        """The items that share most words with a query, the wrong ones among them, as a search engine gives them."""
        words = set(WORD.findall(query.casefold()))
        ranked = sorted(self.items, key=lambda one: -len(words & set(WORD.findall(json.dumps(one).casefold()))))
        return ranked[:5]

    def _books(self, params: dict[str, str]) -> list[dict]:
        return [one for one in self.books if self._is_book(one, params)]

    def _is_book(self, book: dict, params: dict[str, str]) -> bool:
        if "q" in params:
            return params["q"].removeprefix("isbn:").replace("-", "") in book.get("isbn", [])
        return params["title"].casefold() in book["title"].casefold()


def reply(value: object) -> tuple[int, str, dict[str, str]]:
    return 200, json.dumps(value), {"Content-Type": "application/json"}


def openalex(item: dict) -> dict:
    """A record of Crossref's as OpenAlex has it."""
    first, _, last = item.get("page", "").partition("-")
    authors = [{"author": {"display_name": f"{one['given']} {one['family']}"}} for one in item["author"]]
    return {
        "id": f"https://openalex.org/{item['DOI']}",
        "doi": f"https://doi.org/{item['DOI']}",
        "title": item["title"][0],
        "authorships": authors,
        "publication_year": item["issued"]["date-parts"][0][0],
        "primary_location": {"source": {"display_name": item["container-title"][0]}},
        "biblio": {"volume": item["volume"], "issue": item.get("issue"), "first_page": first, "last_page": last},
        "type": "article",
        "is_retracted": item.get("retracted", False),
    }


def serve(stub: Stub) -> Callable[[], None]:
    """Serve a stub; the function that is given back ends it."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = urlsplit(self.path)
            params = {name: values[0] for name, values in parse_qs(url.query).items()}
            status, text, headers = stub.answer(unquote(url.path), params)
            body = text.encode()
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is said."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    stub.base = f"http://127.0.0.1:{server.server_port}"

    def end() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    return end
