"""HTML: notes by the links that call them, whoever made the page (pandoc, Word, Wikipedia, Gutenberg …)."""

from __future__ import annotations

import re

from citekit.errors import CitekitError
from citekit.model import Document
from citekit.read.bytes import decode
from citekit.read.markup.assemble import assemble
from citekit.read.markup.css import Sheets
from citekit.read.markup.html_links import Links
from citekit.read.markup.html_notes import found_in
from citekit.read.markup.html_text import write_pages
from citekit.read.markup.prose import Prose
from citekit.read.markup.xml import Element, read_html, read_xhtml
from citekit.read.options import NONE, Options

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?P<name>[\w-]+)""", re.IGNORECASE)
_HEAD = 4096


def read_html_page(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes of an HTML page.

    Raises :class:`CitekitError` where it holds nothing, declares entities or is nested without end.
    """
    head = data[:_HEAD]
    root = None
    encoding = "utf-8"
    if b"<?xml" in head and b"http://www.w3.org/1999/xhtml" in head:
        root = read_xhtml(data, source)
    if root is None:
        text, encoding = _decoded(data, source)
        root = read_html(text, source)
    if root is None:
        raise CitekitError(f"{source} holds no text; give a page that holds a paper.")
    return read_pages([("", root)], Sheets(), source, encoding)


def read_pages(pages: list[tuple[str, Element]], sheets: Sheets, source: str, encoding: str = "utf-8") -> Document:
    """The document of the pages of a book or site, each with its name, in the order in which they are read."""
    for _, root in pages:
        for style in root.iter("{*}style"):
            sheets.add(style.text or "")
    links = Links(pages)
    body = Prose(lines=True)
    notes = links.notes()
    write_pages(pages, notes, sheets, body)
    return assemble(found_in(notes, body, links, sheets), body, source, encoding)


def _decoded(data: bytes, source: str) -> tuple[str, str]:
    """The text of a page in the encoding that it names, else in the one it looks like."""
    named = _CHARSET.search(data[:_HEAD])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = named["name"].decode("ascii")
        try:
            return data.decode(
                {"iso-8859-1": "cp1252", "gb2312": "gb18030"}.get(encoding.casefold(), encoding)
            ), encoding
        except (LookupError, UnicodeDecodeError):
            pass
    decoded = decode(data, source)
    return decoded.text.removeprefix("\ufeff"), decoded.encoding
