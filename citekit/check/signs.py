"""Characters that LaTeX reads as commands, written so that it prints them."""

from __future__ import annotations

_ESCAPES = {"&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_", "\xa0": "~"}


def escaped(char: str) -> str:
    """A character as LaTeX prints it."""
    return _ESCAPES.get(char, char)
