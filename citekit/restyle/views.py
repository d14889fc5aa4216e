"""Which faces of titles and names a style shows where nobody says otherwise."""

from __future__ import annotations

from citekit.style.context import View
from citekit.style.style import Style

_ORIGINAL = ("gb-t-7714", "gb7714")
"""In the names of styles that follow GB/T 7714, which cites a work in its own script."""


def default_view(style: Style, name: str = "") -> View:
    """``original`` for GB/T 7714 and styles made for Chinese; else ``romanised``, with the translation beside it."""
    chinese = style.default_language[:2].casefold() == "zh"
    return "original" if chinese or any(mark in name.casefold() for mark in _ORIGINAL) else "romanised"
