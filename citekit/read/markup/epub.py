"""EPUB (ISO/IEC 23736): the pages in the order of the spine, notes across all of them."""

from __future__ import annotations

from urllib.parse import unquote

from citekit.errors import CitekitError
from citekit.model import Document
from citekit.read.markup.css import Sheets
from citekit.read.markup.html import read_pages
from citekit.read.markup.xml import Element, attribute, local, read_xhtml, read_xml
from citekit.read.markup.zipped import Zip, beside
from citekit.read.options import NONE, Options

_CONTAINER = "META-INF/container.xml"


def read_epub(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes of a book.

    Raises :class:`CitekitError` where the file is damaged, locked, or holds no pages.
    """
    package = Zip(data, source)
    container = read_xml(package.read(_CONTAINER), source)
    path = next((attribute(one, "full-path") for one in container.iter("{*}rootfile")), "")
    manifest = read_xml(package.read(path), source, doctype=True)
    items = {attribute(item, "id"): item for item in manifest.iter("{*}item")}
    sheets = Sheets()
    for item in items.values():
        if attribute(item, "media-type") == "text/css":
            sheets.add(package.find(beside(path, attribute(item, "href"))).decode("utf-8", "replace"))
    pages = [page for item in _spine(manifest, items) if (page := _page(package, path, item))]
    if not pages:
        raise CitekitError(f"{source} is an EPUB file without pages; get it anew.")
    return read_pages(pages, sheets, source)


def _spine(manifest: Element, items: dict[str, Element]) -> list[Element]:
    """The items in the order in which they are read; what no reader leafs through comes last."""
    rows = [one for one in manifest.iter("{*}itemref") if attribute(one, "idref") in items]
    rows.sort(key=lambda row: attribute(row, "linear") == "no")
    listed = [items[attribute(row, "idref")] for row in rows]
    return [item for item in listed if "nav" not in attribute(item, "properties").split()]


def _page(package: Zip, path: str, item: Element) -> tuple[str, Element] | None:
    name = beside(path, attribute(item, "href").partition("#")[0])
    if not name:
        raise CitekitError(f"{package.name} names a page that lies outside of it; it is left unread.")
    data = package.find(name) or package.find(unquote(name))
    root = read_xhtml(data, package.name) if data else None
    return (name, root) if root is not None and local(root) in ("html", "body") else None
