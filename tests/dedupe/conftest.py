"""Papers made by hand, gathered into works."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from citekit.dedupe import gather_works
from citekit.resolve import resolve


@pytest.fixture(scope="session")
def made():
    """The helpers that make papers: see ``made.py`` among the tests of resolving."""
    path = Path(__file__).parents[1] / "resolve" / "made.py"
    spec = importlib.util.spec_from_file_location("made", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def gathered(made):
    """Marked notes → the library with its works."""

    def run(*notes, **options):
        return gather_works(resolve(made.paper(*notes)), **options)

    return run


@pytest.fixture(scope="session")
def first_paper(shared, made):
    """The first paper as typed by hand, resolved, and the clusters and works that it holds."""
    gold = shared / "gold"
    notes, clusters, works = (
        json.loads((gold / f"china-un-peacekeeping{part}.json").read_text(encoding="utf-8"))
        for part in ("", ".duplicates", ".works")
    )
    return resolve(made.typed(notes)), clusters, works
