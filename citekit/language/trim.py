"""A stretch without the marks at its ends."""

from __future__ import annotations

_WHITE = " \t\n\r\u00a0\u2009\u202f"


def trim(text: str, start: int, end: int, marks: str = " ,;:", closing: str | None = None) -> tuple[int, int]:
    """The stretch without ``marks`` before it and ``closing`` (the same marks unless given) behind it."""
    behind = marks if closing is None else closing
    while start < end and text[start] in marks:
        start += 1
    while end > start and text[end - 1] in behind:
        end -= 1
    return start, end


def trim_white(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at its ends."""
    return trim(text, start, end, _WHITE)
