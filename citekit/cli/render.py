"""Libraries as text in a format."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.model import Library
from citekit.write import WRITERS
from citekit.write.bibtex import to_bibtex
from citekit.write.json import to_json
from citekit.write.merge import merge


def render(libraries: Sequence[Library], form: str, *, latex: bool = False) -> str:
    """One list of works; in the JSON form, which tells papers apart, a list of documents."""
    if form == "json":
        return to_json(libraries)
    if latex:
        return to_bibtex(merge(libraries), latex=True)
    return WRITERS[form](merge(libraries))
