"""Attributes of a style that are whole numbers (``et-al-min``, ``names-use-first``, ``near-note-distance``)."""

from __future__ import annotations

import re

_WHOLE = re.compile(r"\s*-?[0-9]{1,9}\s*")


def whole(value: str | None, otherwise: int = 0) -> int:
    """The number of an attribute; what is none counts as if it were not there."""
    return int(value) if value is not None and _WHOLE.fullmatch(value) else otherwise
