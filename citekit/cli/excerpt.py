"""A stretch of text shown where it stands: the text around it on one line, tildes under it."""

from __future__ import annotations

from citekit.cli.terminal import cells
from citekit.model import Span

_ONE_LINE = {ord(char): " " for char in "\t\n\r\v\f"}


def excerpt(text: str, span: Span, room: int) -> tuple[str, str]:
    """Two lines of at most ``room`` columns: the text around the span, and tildes below the span.

    An empty span (a place where text is lost) gets one tilde.
    """
    start, end = span
    left = 0 if _fits(text, room) else _back(text, start, max(room // 3, room - 1 - cells(text[start : start + room])))
    head = "…" if left else ""
    right = _forth(text, left, room)
    shown = head + text[left:right] + ("…" if right < len(text) else "")
    mark = max(cells(text[start : max(start, min(end, right))]), 1)
    return shown.translate(_ONE_LINE), " " * (len(head) + cells(text[left:start])) + "~" * mark


def _fits(text: str, room: int) -> bool:
    """Whether a text takes at most ``room`` columns; the length first, for a note may be a megabyte."""
    return len(text) <= room and cells(text) <= room


def _back(text: str, start: int, room: int) -> int:
    """The earliest offset from which the text up to ``start`` takes at most ``room`` columns."""
    left = start
    while left and (room := room - cells(text[left - 1])) >= 0:
        left -= 1
    return left


def _forth(text: str, left: int, room: int) -> int:
    """The latest offset up to which the text from ``left`` takes at most ``room`` columns, an ellipsis at each cut."""
    room -= bool(left)
    if _fits(text[left : left + room + 1], room):
        return len(text)
    right, room = left, room - 1
    while right < len(text) and (room := room - cells(text[right])) >= 0:
        right += 1
    return right
