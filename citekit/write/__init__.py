"""A Library becomes BibTeX, CSL-JSON, JSON or a plain list, and BibTeX becomes a Library again."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from citekit.model import Library

Writer: TypeAlias = Callable[[Library], str]


def _late(module: str, function: str) -> Writer:
    """The writer of a module that is loaded when it first writes."""

    def write(library: Library) -> str:
        writer: Writer = getattr(import_module(f"citekit.write.{module}"), function)
        return writer(library)

    return write


WRITERS: dict[str, Writer] = {
    "bibtex": _late("bibtex", "to_bibtex"),
    "csl-json": _late("csl_json", "to_csl_json"),
    "json": _late("json", "library_to_json"),
    "text": _late("listing", "to_text"),
}
"""Format → what writes a library in it."""

SUFFIXES: dict[str, str] = {
    ".bib": "bibtex",
    ".csl.json": "csl-json",
    ".json": "json",
    ".txt": "text",
}
"""End of a file's name → format; the longest that fits counts."""
