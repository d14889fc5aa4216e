"""Registries on this machine, and works to look up in them."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # the stub stands beside the tests

from stub import Stub, openalex, reply, serve

from citekit.model import Face, Name, Title, Work
from citekit.online import Settings, Web, trusted
from citekit.registries import Bases, verify


def article(title, authors, journal, year, volume="1", pages="1-20", **more):
    """An article as it is cited; authors as ``Family, Given; Family, Given``."""
    names = [one.partition(", ") for one in authors.split("; ")] if authors else []
    return Work(
        "k",
        more.pop("type", "article-journal"),
        title=Title(Face(title, more.pop("language", ""))),
        container=Title(Face(journal)) if journal else Title(),
        author=tuple(Name(family, given, order="inverted") for family, _, given in names),
        fields={k: v for k, v in {"date": str(year), "volume": volume, "pages": pages, **more}.items() if v},
    )


def item(work, doi, **more):
    """A work as Crossref has it."""
    return {
        "DOI": doi,
        "type": "journal-article",
        "title": [work.title.display],
        "author": [{"family": name.family, "given": name.given} for name in work.author],
        "container-title": [work.container.display],
        "issued": {"date-parts": [[int(work.year)]]},
        "volume": work.fields.get("volume", ""),
        "page": work.fields.get("pages", ""),
        **more,
    }


@pytest.fixture(scope="session")
def make():
    """What makes works, the records that registries have of them, and replies."""
    return SimpleNamespace(article=article, item=item, openalex=openalex, reply=reply)


@pytest.fixture
def stub():
    made = Stub()
    end = serve(made)
    yield made
    end()


@pytest.fixture
def check(stub):
    """Verify works against the stub: the list of what is said of them."""

    def run(*works, **settings):
        base = stub.base
        bases = Bases(
            f"{base}/crossref", f"{base}/openalex", f"{base}/datacite", f"{base}/books", f"{base}/arxiv", f"{base}/doi"
        )
        wish = replace(Settings(trusted=trusted(base), backoff=0.001, longest_wait=0.05), **settings)

        async def go():
            async with Web(wish) as web:
                return await verify(works, web, bases)

        return asyncio.run(go())

    return run
