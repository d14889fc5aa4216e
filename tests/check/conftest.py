"""What the tests of the rules share: a text checked as a file of a format is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from citekit.check import Selection, Setting, check, open_source
from citekit.check.cited import cited_keys
from citekit.cli.checking import periodicals
from citekit.model import Finding
from citekit.write import READERS

TODAY = date(2026, 6, 1)


def source_of(text, form="bibtex", name="library"):
    return open_source(name, text, form, lambda: READERS[form](text, name))


def found_in(
    text: str, *codes: str, form: str = "bibtex", cited: str | None = None, **settings: object
) -> Sequence[Finding]:
    """The findings of a text, in it and in a text that cites it; ``codes`` are those that are followed."""
    setting = Setting(TODAY, periodicals=periodicals)
    if cited is not None:
        settings["cited"] = {"text": cited_keys(cited, "a.tex")}
    found = check([source_of(text, form)], Selection(codes), replace(setting, **settings), processes=1)
    return [finding for one in found for finding in one.findings]


@pytest.fixture
def found():
    return found_in


@pytest.fixture
def opened():
    """Opens a text as a file of a format: ``opened(text, form)``."""
    return source_of
