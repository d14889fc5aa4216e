"""The tables of formats, which the command line and the front door go by."""

from __future__ import annotations

import pytest

from citekit.write import READERS, SUFFIXES, WRITERS

NOTHING = ["", "\n", "\ufeff", "\x00", "a", "{", "[", "<", "@", "%", "null", "1", "\ud800", "TY  - BOOK", "a: b"]


def test_every_suffix_is_of_a_format_that_is_written():
    assert set(SUFFIXES.values()) <= set(WRITERS)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("text", NOTHING)
def test_no_reader_raises_or_loses_the_text(form, text):
    library = READERS[form](text, "some.file")
    assert (library.document.source, library.document.text) == ("some.file", text)
