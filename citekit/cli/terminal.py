"""The terminal that is talked to: how wide it is, and how many columns a text takes there."""

from __future__ import annotations

import os
import sys
from unicodedata import combining, east_asian_width

_NARROWEST, _WIDEST, _UNKNOWN = 40, 120, 80


def width() -> int:
    """The columns of the terminal behind stderr; ``COLUMNS`` overrides it, and 80 where there is none."""
    wished = os.environ.get("COLUMNS", "")
    return min(max(int(wished) if wished.isdecimal() else _measured(), _NARROWEST), _WIDEST)


def _measured() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or _UNKNOWN
    except (OSError, ValueError):  # a pipe, a file, or a test's stand-in
        return _UNKNOWN


def cells(text: str) -> int:
    """The columns a text takes: a Chinese character two, a combining accent none."""
    return sum(0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text)
