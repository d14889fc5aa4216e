"""A text variable as it came → text, and what was wrong with it."""

from __future__ import annotations

import json


def mend_text(value: object, *, number: bool = False) -> tuple[str, str]:
    """The text of a value and what is to be said of it, nothing where it is in order.

    ``number`` tells that the variable may stand as a number. A list becomes one text with ``"; "`` between; an empty
    list or object has no text.
    """
    if isinstance(value, str):
        return value, ""
    if isinstance(value, bool):
        return json.dumps(value), "was true or false and is now a word"
    if isinstance(value, int | float):
        return as_json(value), "" if number else "was a number and is now text"
    if isinstance(value, list):
        parts = [text for part in value if (text := mend_text(part)[0])]
        return "; ".join(parts), "was a list and is now one text" if parts else "was an empty list and is left out"
    return (as_json(value), "was an object and is kept as its text") if value else ("", "was empty and is left out")


def as_json(value: object) -> str:
    """A value as one line of JSON, whatever it is."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except (TypeError, ValueError, RecursionError):
        return f"[{type(value).__name__}]"
