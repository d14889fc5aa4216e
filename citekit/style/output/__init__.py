"""A tree of formatted text becomes plain text, Markdown, HTML, RTF, LaTeX, reStructuredText or a Word file.

Each module writes one format: ``write_entry`` a tree, ``write_bibliography`` a list of them. Everything is escaped:
no text of an item becomes markup.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from citekit.style.errors import StyleError

if TYPE_CHECKING:  # what only annotations need is not loaded
    from collections.abc import Iterable

    from citekit.style.node import Tree
    from citekit.style.output.layout import Layout

FORMATS: dict[str, str] = {
    "text": "plain",
    "markdown": "markdown",
    "html": "html",
    "rtf": "rtf",
    "latex": "latex",
    "rst": "rest",
}
"""Format → the module that writes it; ``docx`` stands apart, since it writes bytes."""


class Writer(Protocol):
    """What the module of a format offers."""

    def write_entry(self, tree: Tree) -> str:
        """One entry, note or citation."""

    def write_bibliography(self, entries: Iterable[Tree], layout: Layout = ...) -> str:
        """All entries, one below the other."""


def writer(form: str) -> Writer:
    """The writer of a format, loaded now; raises StyleError for a format that is not there."""
    if form not in FORMATS:
        raise StyleError(f"There is no format {form}: take one of {', '.join(sorted(FORMATS))}.")
    return cast("Writer", import_module(f"citekit.style.output.{FORMATS[form]}"))
