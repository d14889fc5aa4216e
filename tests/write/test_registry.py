"""The tables of formats, which the command line and the front door go by."""

from __future__ import annotations

import pytest

from citekit.write import KEEPERS, READERS, SUFFIXES, WRITERS

NOTHING = ["", "\n", "\ufeff", "\x00", "a", "{", "[", "<", "@", "%", "null", "1", "\ud800", "TY  - BOOK", "a: b"]


def test_every_suffix_is_of_a_format_that_is_written():
    assert set(SUFFIXES.values()) <= set(WRITERS)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("text", NOTHING)
def test_no_reader_raises_or_loses_the_text(form, text):
    library = READERS[form](text, "some.file")
    assert (library.document.source, library.document.text) == ("some.file", text)


@pytest.mark.parametrize("form", KEEPERS)
@pytest.mark.parametrize("text", NOTHING)
def test_a_keeper_gives_back_the_text_that_its_format_was_read_from(form, text):
    assert KEEPERS[form](READERS[form](text, "some.file")) == text
