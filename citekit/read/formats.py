"""The formats that are read: one row each, from the name that a file's content gives it to its reader."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TypeAlias

from citekit.model import Document
from citekit.read.magic import format_of
from citekit.read.options import Options

Reader: TypeAlias = Callable[[bytes, str, Options], Document]
"""Bytes, the name of their source and the options → a document. Raises ``CitekitError`` for what cannot be read."""

READERS: Mapping[str, str] = {
    "docx": "citekit.read.markup.docx:read_docx",
    "odt": "citekit.read.markup.odt:read_odt",
    "epub": "citekit.read.markup.epub:read_epub",
    "html": "citekit.read.markup.html:read_html_page",
    "jats": "citekit.read.markup.jats:read_jats",
    "tei": "citekit.read.markup.tei:read_tei",
    "pdf": "citekit.read.formats:read_pdf",
    "latex": "citekit.read.sources.latex:read_latex",
    "markdown": "citekit.read.sources.markdown:read_markdown",
    "typst": "citekit.read.sources.typst:read_typst",
    "rtf": "citekit.read.sources.rtf:read_rtf",
    "text": "citekit.read.files:read_plain",
}
"""Format → where its reader is; it is loaded when the first such file is read.

A format that :func:`citekit.read.magic.format_of` tells and that has no row is read as text, which says what it is
where it is none.
"""


def read_format(data: bytes, source: str, options: Options) -> Document:
    """Read the bytes of a file by what they are, whatever its name says."""
    return reader_of(format_of(data))(data, source, options)


def reader_of(name: str) -> Reader:
    """The reader of a format."""
    module, _, function = READERS.get(name, READERS["text"]).partition(":")
    reader: Reader = getattr(import_module(module), function)
    return reader


def read_pdf(data: bytes, source: str, options: Options) -> Document:
    """A PDF, of all formats the only one with a password."""
    document: Document = import_module("citekit.read.pdf").read_pdf(data, source, options.password)
    return document
