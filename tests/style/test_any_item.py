"""No style fails on any item, and none loses a record; all styles by hand with ``scripts/compare-styles``."""

from __future__ import annotations

import pytest

from citekit.style.catalogue import Catalogue
from citekit.style.context import Cite
from citekit.style.locales import Locales
from citekit.style.node import text
from citekit.style.positions import Cluster
from citekit.style.processor import Processor
from citekit.style.style import Style
from tests.style.odd_items import ITEMS, TYPES

EVERY = 71
"""Every how many styles one is tried."""

IDS = [str(item["id"]) for item in ITEMS]
CLUSTERS = [
    *(Cluster((Cite(each, "45" if at % 2 else ""),), at) for at, each in enumerate(IDS, 1)),
    Cluster(tuple(map(Cite, IDS)), len(IDS) + 1),
]
STYLES = sorted(Catalogue().folder.glob("*.csl"))[::EVERY]


@pytest.fixture(scope="module")
def locales():
    return Locales()


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
def test_every_item_can_be_cited_and_listed(locales, path):
    style = Style(path.read_bytes(), locales)
    processor = Processor(style, ITEMS)
    cited = processor.cite(CLUSTERS)
    assert len(cited) == len(CLUSTERS)
    assert all(map(text, cited))
    entries = {entry.id: text(entry.tree) for entry in processor.bibliography()}
    assert not entries.keys() - set(IDS)
    assert not style.bibliography or entries.keys() >= {"article-journal", "book", "chapter", "fifty", "names"}
    assert len(entries) == 0 or len(entries.keys() & set(TYPES)) >= 20
