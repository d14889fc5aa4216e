"""Papers made by hand, gathered into works."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from citekit.dedupe import gather_works
from citekit.resolve import resolve

HERE = Path(__file__).parent


def module_at(path):
    """A module of the tests, which are no package."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module  # where a dataclass looks for its own module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def made():
    """The helpers that make papers: see ``made.py`` among the tests of resolving."""
    return module_at(HERE.parent / "resolve" / "made.py")


@pytest.fixture(scope="session")
def shelf():
    """The works written by hand."""
    return module_at(HERE / "shelf.py")


@pytest.fixture(scope="session")
def made_works():
    """The works made by rule."""
    return module_at(HERE / "made_works.py")


@pytest.fixture(scope="session")
def merged(tmp_path_factory):
    """A table, clusters of its rows → the table merged, and what is told of the merges: see ``tables.py``."""
    tables = module_at(HERE / "tables.py")
    return lambda *given, **options: tables.merged(tmp_path_factory.mktemp("merged"), *given, **options)


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
