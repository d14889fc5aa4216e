"""A stretch without the marks at its ends."""

from __future__ import annotations

import pytest

from citekit.language.trim import trim, trim_white


@pytest.mark.parametrize(
    ("text", "kept"),
    [(" , Zhao Lei; ", "Zhao Lei"), ("Zhao Lei", "Zhao Lei"), (" ,;: ", ""), ("", ""), ("J. A.", "J. A.")],
)
def test_trim(text, kept):
    assert text[slice(*trim(text, 0, len(text)))] == kept


def test_other_marks_behind_than_before():
    text = "(Beijing, 2007),"
    assert text[slice(*trim(text, 0, len(text), "(", "),"))] == "Beijing, 2007"


def test_white_space_of_every_width():
    text = "\u00a0 a\u2009b \u202f\n"
    assert text[slice(*trim_white(text, 0, len(text)))] == "a\u2009b"


def test_only_the_stretch_is_looked_at():
    assert trim("; a ;", 1, 4) == (2, 3)
