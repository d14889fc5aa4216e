"""Raised digits of all three kinds: small ones, lifted ones, and superior glyphs of the font at full size."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from citekit.read.pdf.glyphs import Glyphs

_LIFTED = 0.15
_SMALL = 0.85
_RISEN = 0.25
_SUPERIOR, _LOW = 0.18, 0.62
_SIGNS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def is_raised(glyphs: Glyphs, index: int, base: float, size: float) -> bool:
    """Whether a digit is raised in a line with this baseline and size.

    A superior glyph stands on the baseline at full size: only its box shows that it is small and high up.
    """
    if glyphs.text[index] in _SIGNS:
        return True
    lift = glyphs.origin(index)[1] - base
    if lift > _RISEN * size:
        return True
    if lift > _LIFTED * size and glyphs.size(index) < _SMALL * size:
        return True
    bottom, top = glyphs.box(index)
    return bottom > base + _SUPERIOR * size and top - bottom < _LOW * size


def split_digits(glyphs: Glyphs, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """A run of digits, cut where some are raised and some are not: ``1990`` and its marker, a label and a year."""
    if _look(glyphs, start) == _look(glyphs, stop - 1):
        yield start, stop
        return
    for _, group in groupby(range(start, stop), lambda index: _look(glyphs, index)):
        indices = list(group)
        yield indices[0], indices[-1] + 1


def _look(glyphs: Glyphs, index: int) -> tuple[int, int, bool]:
    """The baseline and the size of a digit, and whether it is a superior one: digits of one number have them alike."""
    y = glyphs.origin(index)[1]
    size = glyphs.size(index)
    bottom, _ = glyphs.box(index)
    return round(y), round(size), bottom > y + _SUPERIOR * size
