"""Notes read for the tests of this folder."""

from __future__ import annotations

import pytest

from citekit.model import Document, Library, Note
from citekit.parse import parse_notes


@pytest.fixture(scope="session")
def parsed():
    """One note's text → the library of that note alone; ``kind``, ``gaps`` and the like are the note's."""

    def parse(text, **note):
        return parse_notes(Library(Document("paper.txt", "", (Note("1", 1, text, **note),))))

    return parse
