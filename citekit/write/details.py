"""What an entry type has no field for, said in its ``note`` in regular words, so that it is seen and can be read back.

``no. 2; pp. 55--60; symbol S/RES/1244``.
"""

from __future__ import annotations

from collections.abc import Mapping

LABELS = {
    "container": "in",
    "publisher": "publisher",
    "place": "place",
    "date": "date",
    "event_date": "event date",
    "event_place": "event place",
    "series": "series",
    "edition": "edition",
    "volume": "vol.",
    "issue": "no.",
    "pages": "pp.",
    "locator": "at",
    "document_symbol": "symbol",
    "genre": "genre",
    "isbn": "ISBN",
    "issn": "ISSN",
    "accessed": "accessed",
}
"""Field → the words before its value, in the order they are written."""

_BEGINNINGS = tuple(f"{words} " for words in LABELS.values())
_BY_LENGTH = sorted(LABELS.items(), key=lambda item: -len(item[1]))


def tell(values: Mapping[str, str]) -> str:
    """The details in one line."""
    return "; ".join(f"{words} {values[field]}" for field, words in LABELS.items() if values.get(field))


def read(line: str) -> dict[str, str]:
    """The details that a line tells; nothing at all when any piece of it does not begin with known words."""
    found: dict[str, str] = {}
    for piece in line.split("; ") if line.startswith(_BEGINNINGS) else ():
        field = next((field for field, words in _BY_LENGTH if piece.startswith(f"{words} ")), "")
        if not field or field in found:
            return {}
        found[field] = piece[len(LABELS[field]) + 1 :]
    return found
