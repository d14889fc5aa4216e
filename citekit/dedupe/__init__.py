"""Citations → Works: those that denote one work gathered, merged without loss, completed from the document, named."""

from __future__ import annotations

from citekit.dedupe.gather import gather_works
from citekit.dedupe.keys import DEFAULT_PATTERN

__all__ = ["DEFAULT_PATTERN", "gather_works"]
