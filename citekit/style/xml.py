"""Style and locale files as trees of elements; they may be a stranger's, so nothing in them is looked up."""

from __future__ import annotations

import codecs
import re
from xml.etree.ElementTree import Element, ParseError, XMLParser

from citekit.style.errors import StyleError

_ENCODING = re.compile(rb"""\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']""")
_BOMS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_DEPTH = 200  # styles in use go 30 deep; what goes deeper than this would break whatever walks it


def parse(text: str | bytes, what: str) -> Element:
    """The root element of a file; ``what`` names it in errors.

    Raises StyleError for broken XML, with the line, and for what may not stand in it: a document type or an entity,
    which could name other files or grow without end, and elements nested without end.
    """
    text = (decoded(text, what) if isinstance(text, bytes) else text).removeprefix("\ufeff").lstrip()
    for sign in ("<!DOCTYPE", "<!ENTITY"):
        if sign in text:
            line = text.count("\n", 0, text.index(sign)) + 1
            raise StyleError(f"{what}, line {line}: {sign} is not allowed in a style or locale; take it out.")
    parser = XMLParser()  # noqa: S314 - neither document type nor entity gets here
    try:
        parser.feed(text)
        root: Element = parser.close()
    except ParseError as error:
        said = str(error).partition(":")[0]
        raise StyleError(f"{what}, line {error.position[0]}: this is no well-formed XML ({said}).") from None
    except ValueError:
        raise StyleError(f"{what}: this is no XML, for it holds half a character.") from None
    if _deeper(root, _DEPTH):
        raise StyleError(f"{what}: its elements are nested more than {_DEPTH} deep.")
    return root


def decoded(data: bytes, what: str) -> str:
    """The text of a file: by its byte order mark, or what its first line declares, or UTF-8."""
    declared = _ENCODING.match(data)
    marked = next((name for mark, name in _BOMS.items() if data.startswith(mark)), "")
    encoding = marked or (declared[1].decode("ascii") if declared else "utf-8")
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        raise StyleError(f"{what}: its bytes are not the {encoding} they should be.") from None


def _deeper(root: Element, depth: int) -> bool:
    level = [root]
    for _ in range(depth):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
