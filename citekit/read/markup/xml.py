"""XML and HTML read without harm: no entity is expanded, no address asked, no depth without end."""

from __future__ import annotations

import re
from html.entities import html5
from typing import Any, TypeAlias

from citekit.errors import CitekitError

Element: TypeAlias = Any
"""An element of lxml, which carries no types."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?P<subset>\[)?", re.IGNORECASE)
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31};)")
_LAST = re.compile(r".*[}:]")
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")


def read_xml(data: bytes, name: str, *, doctype: bool = False) -> Element:
    """The root of an XML text; ``doctype`` lets one pass that names a DTD and declares nothing itself.

    Raises :class:`CitekitError` for what is no XML, and for a DOCTYPE, declared entities and depths over 256.
    """
    from lxml import etree  # noqa: PLC0415 - a text is read without it

    _refuse_declarations(data, name, doctype=doctype)
    text: bytes | str = _with_characters(data) if doctype else data
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_pis=True, remove_comments=True
    )
    try:
        return etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise _unreadable(name, str(error)) from None


def read_html(text: str, name: str) -> Element | None:
    """The root of an HTML text, forgiven whatever browsers forgive; None where it holds nothing.

    Raises :class:`CitekitError` for declared entities and depths over 256.
    """
    from lxml import etree  # noqa: PLC0415 - the same

    _refuse_declarations(text[:4096].encode("utf-8", "replace"), name, doctype=True)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_pis=True, remove_comments=True)
    try:
        root = etree.fromstring(_DECLARATION.sub("", text, count=1), parser)
    except (etree.XMLSyntaxError, ValueError, AssertionError):
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise _unreadable(name, "Excessive depth")
    return root


def read_xhtml(data: bytes, name: str) -> Element | None:
    """The root of a page that should be XML, or of what HTML can be made of it."""
    from lxml import etree  # noqa: PLC0415 - the same

    _refuse_declarations(data, name, doctype=True)
    text = _with_characters(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_pis=True, remove_comments=True
    )
    try:
        return etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError):
        return read_html(text if isinstance(text, str) else text.decode("utf-8", "replace"), name)


def local(element: Element) -> str:
    """The name of an element without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """An attribute by its name without its namespace, or nothing; HTML leaves a prefix as it stands."""
    attributes = element.attrib
    found = attributes.get(name)
    if found is None and attributes:
        ends = (f"}}{name}", f":{name}")
        found = next((value for key, value in attributes.items() if key.endswith(ends)), "")
    return str(found or "")


def said(element: Element, names: frozenset[str]) -> str:
    """The values of these attributes, whatever their namespaces, with blanks between them."""
    attributes = element.attrib
    if not attributes:
        return ""
    return " ".join(value for key, value in attributes.items() if _LAST.sub("", key) in names)


def _refuse_declarations(data: bytes, name: str, *, doctype: bool) -> None:
    """No paper declares entities; a DOCTYPE that only names a DTD does no harm, and journals' XML has one."""
    found = _DOCTYPE.search(data[:65536])
    if found and (not doctype or found["subset"] or b"<!ENTITY" in data[found.start() : found.start() + 65536]):
        raise CitekitError(f"{name} declares a document type of its own, which no paper does; it is left unread.")


def _with_characters(data: bytes) -> bytes | str:
    """The text with HTML's named characters put in, which XML does not know without its DTD."""
    if b"&" not in data:
        return data
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data
    if not _ENTITY.search(text):
        return data
    return _DECLARATION.sub("", _ENTITY.sub(_character, text), count=1)


def _character(found: re.Match[str]) -> str:
    """The character that a reference names, where it is none that XML itself escapes."""
    named = html5.get(found[1], "")
    return found[0] if not named or set(named) & set("<>&\"'") else named


def _unreadable(name: str, why: str) -> CitekitError:
    if "depth" in why.casefold():
        return CitekitError(f"{name} is nested over 256 deep, which no paper is; it is left unread.")
    reason = why.split(", line", maxsplit=1)[0]
    return CitekitError(f"{name} is damaged: its XML breaks off or is wrong ({reason}); get it anew.")
