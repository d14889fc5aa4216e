"""What is known of a first edition, in the one field that RIS and EndNote have for it, and back.

``Title (Place: Publisher, 1967)``, any part of it left out: ``(London: Verso)``, ``1967``.
"""

from __future__ import annotations

import re

from citekit.write import edtf

_SHAPE = re.compile(
    r"(?:(?P<original_title>[^()]*[^()\s])\s+)?"
    r"\((?:(?P<original_publisher_place>[^():]+):\s+)?(?:(?P<original_publisher>[^():]+?),\s+)?(?P<last>[^():,]+)\)"
)


FIELDS = ("original_title", "original_publisher_place", "original_publisher", "original_date")
"""The fields that :func:`tell` takes, in that order."""


def tell(title: str, place: str, publisher: str, date: str) -> str:
    """The line; empty when nothing is known."""
    if not (title or publisher):
        return date
    imprint = ", ".join(filter(None, (publisher, date)))
    located = f"{place}: {imprint}" if place and imprint else imprint
    return " ".join(filter(None, (title, f"({located})" if located else "")))


def read(line: str) -> dict[str, str]:
    """The fields that a line tells; nothing when it is not such a line."""
    if edtf.is_date(line):
        return {"original_date": line}
    found = _SHAPE.fullmatch(line)
    if not found:
        return {}
    parts = {name: text for name, text in found.groupdict().items() if text}
    last = parts.pop("last")
    if edtf.is_date(last):
        parts["original_date"] = last
    elif "original_publisher" in parts:
        return {}
    else:
        parts["original_publisher"] = last
    return parts
