"""A Library becomes text in any of the formats that people exchange, and such a text becomes a Library again."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TypeAlias

from citekit.model import Library

Writer: TypeAlias = Callable[[Library], str]
Reader: TypeAlias = Callable[[str, str], Library]
"""Text and the name of its source → its works; what cannot be read is a finding, never an error."""


def _writer(module: str, function: str) -> Writer:
    """The writer of a module that is loaded when it first writes."""

    def write(library: Library) -> str:
        writer: Writer = getattr(import_module(f"citekit.write.{module}"), function)
        return writer(library)

    return write


def _reader(module: str, function: str) -> Reader:
    """The reader of a module that is loaded when it first reads."""

    def read(text: str, source: str) -> Library:
        reader: Reader = getattr(import_module(f"citekit.write.{module}"), function)
        return reader(text, source)

    return read


WRITERS: dict[str, Writer] = {
    "biblatex": _writer("bibtex", "to_biblatex"),
    "biblatex-chicago": _writer("bibtex", "to_biblatex_chicago"),
    "biblatex-gb7714": _writer("bibtex", "to_biblatex_gb7714"),
    "bibtex": _writer("bibtex", "to_bibtex"),
    "classic-bibtex": _writer("bibtex", "to_classic_bibtex"),
    "csl-json": _writer("csl_json", "to_csl_json"),
    "csl-yaml": _writer("csl_yaml", "to_csl_yaml"),
    "endnote": _writer("endnote", "to_endnote"),
    "hayagriva": _writer("hayagriva", "to_hayagriva"),
    "json": _writer("json", "library_to_json"),
    "mods": _writer("mods", "to_mods"),
    "ris": _writer("ris", "to_ris"),
    "text": _writer("listing", "to_text"),
    "zotero": _writer("zotero_csl", "to_zotero"),
    "zotero-rdf": _writer("zotero_rdf", "to_zotero_rdf"),
}
"""Format → what writes a library in it."""

READERS: dict[str, Reader] = {
    "biblatex": _reader("load", "load_bibtex"),
    "bibtex": _reader("load", "load_bibtex"),
    "csl-json": _reader("csl_load", "load_csl_json"),
    "csl-yaml": _reader("csl_yaml", "load_csl_yaml"),
    "endnote": _reader("endnote", "load_endnote"),
    "hayagriva": _reader("hayagriva_load", "load_hayagriva"),
    "json": _reader("json_load", "load_json"),
    "mods": _reader("mods_load", "load_mods"),
    "ris": _reader("ris", "load_ris"),
    "zotero": _reader("zotero_csl", "load_zotero"),
    "zotero-rdf": _reader("zotero_rdf_load", "load_zotero_rdf"),
}
"""Format → what reads a library in it."""

KEEPERS: dict[str, Writer] = {
    "bibtex": _writer("bibtex_keep", "keep_bibtex"),
    "csl-json": _writer("csl_keep", "keep_csl_json"),
    "ris": _writer("ris_keep", "keep_ris"),
}
"""Format → what writes a library that was read from a text of it back into that text, changing only what changed."""

SUFFIXES: dict[str, str] = {
    ".bib": "bibtex",
    ".csl.json": "csl-json",
    ".csl.yaml": "csl-yaml",
    ".csl.yml": "csl-yaml",
    ".endnote.xml": "endnote",
    ".enl.xml": "endnote",
    ".hayagriva.yaml": "hayagriva",
    ".hayagriva.yml": "hayagriva",
    ".json": "json",
    ".mods": "mods",
    ".mods.xml": "mods",
    ".rdf": "zotero-rdf",
    ".ris": "ris",
    ".txt": "text",
    ".yaml": "csl-yaml",
    ".yml": "csl-yaml",
    ".zotero.json": "zotero",
}
"""End of a file's name → format; the longest that fits counts."""
