"""Papers made by hand for the tests of this folder."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from citekit.resolve import resolve


@pytest.fixture(scope="session")
def made():
    """The helpers that make papers: see ``made.py``."""
    spec = importlib.util.spec_from_file_location("made", Path(__file__).with_name("made.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def resolved(made):
    """Marked notes → the citations by key, and the codes of the findings by citation."""

    def run(*notes):
        library = resolve(made.paper(*notes))
        citations = {citation.key: citation for citation in library.citations}
        return citations, {finding.citation: finding.code for finding in library.findings}

    return run


@pytest.fixture(scope="session")
def first_paper(shared, made):
    """The first paper as typed by hand, and its answers by key."""
    rows = json.loads((shared / "gold" / "china-un-peacekeeping.json").read_text(encoding="utf-8"))
    answers = {answer["key"]: answer for row in rows for answer in row["citations"]}
    return made.typed(rows), answers
