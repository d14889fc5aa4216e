"""What no romanisation changes: conventional names (Peking University, Kuomintang, Sun Yat-sen)."""

from __future__ import annotations

from citekit.model import Span
from citekit.romanise.conventional import names_in


def kept(text: str) -> tuple[Span, ...]:
    """The spans of conventional names, as printed with their capitals, longest first where one holds another."""
    return tuple(span for span, _ in names_in(text))
