"""The dash that stands in a list of references for the author of the entry before (Chicago Manual of Style 14.67)."""

from __future__ import annotations

import re

_DASH = re.compile(r"\s*(?:[-–—―_]{2,}|[—―])\s?(?:,\s?eds?\.|\((?:eds?|hrsg|hg)\.?\)|[.,:])?,?\s*", re.IGNORECASE)


def repeated_author(text: str, start: int = 0) -> int:
    """Where the dash with the sign that ends it stops: ``———. Worlds at War`` → 5; ``start`` where there is none."""
    found = _DASH.match(text, start)
    return found.end() if found and found.end() < len(text) else start
