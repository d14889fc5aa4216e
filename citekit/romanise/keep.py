"""Conventional names, which no romanisation changes: Peking University, Kuomintang, Sun Yat-sen."""

from __future__ import annotations

import re
from functools import cache

from citekit.data import lines
from citekit.model import Span


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(lines("conventional-names.txt"), key=len, reverse=True)
    spelt = "|".join(re.sub(r"\\?’", "['’‘]", re.escape(name)) for name in names)
    return re.compile(rf"(?<![\w’'-])(?:{spelt})(?![\w-])")


def kept(text: str) -> tuple[Span, ...]:
    """The spans of conventional names, as printed with their capitals, longest first where one holds another."""
    return tuple(found.span() for found in _pattern().finditer(text))
