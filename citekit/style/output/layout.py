"""How a bibliography is laid out: the options of ``cs:bibliography`` (CSL 1.0.2, "Whitespace")."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Layout(NamedTuple):
    """The options of a bibliography, with the values that CSL gives them where a style is silent."""

    second_field_align: Literal["flush", "margin"] | None = None
    """Whether what follows the first field is set apart from it, with the field on the margin or left of it."""
    hanging_indent: bool = False
    entry_spacing: float = 1
    """Lines between entries."""
    line_spacing: float = 1
    """Height of a line, in lines."""


PLAIN = Layout()
"""The layout of a style that says nothing of it."""
