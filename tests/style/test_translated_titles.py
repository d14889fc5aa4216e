"""Translated titles and Chinese names in three hundred styles; all styles by hand with ``scripts/compare-styles``.

Over all 2,851 styles 99.9 % of the translated titles stand as they should.
"""

from __future__ import annotations

import pytest

from citekit.style.catalogue import Catalogue
from citekit.style.locales import Locales
from citekit.style.style import Style
from tests.style.translated import faults

EVERY = 9
"""Every how many styles one is looked at."""

FLOOR = 0.99


@pytest.fixture(scope="module")
def found():
    locales = Locales()
    paths = sorted(Catalogue().folder.glob("*.csl"))[::EVERY]
    return {path.stem: faults(Style(path.read_bytes(), locales)) for path in paths}


def test_translated_titles_keep_their_case_and_stand_roman_behind_the_title(found):
    titles = [fault for style in found.values() for fault in (style.book, style.article) if fault is not None]
    assert len(found) > 300
    assert len(titles) > 600
    bad = {name: (style.book, style.article) for name, style in found.items() if style.book or style.article}
    assert 1 - sum(map(bool, titles)) / len(titles) >= FLOOR, bad


def test_chinese_names_stand_family_first_or_inverted(found):
    assert sum(style.names is not None for style in found.values()) > 280
    assert not {name: style.names for name, style in found.items() if style.names}
