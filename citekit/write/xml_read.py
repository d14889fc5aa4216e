"""XML of strangers to a tree: no document type, no entities, and what is broken is one finding, not an error."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import cast
from xml.etree.ElementTree import Element, ParseError, XMLPullParser

from citekit.model import Document, Finding, Library, Region, Work

_DEPTH = 200  # records go ten deep; what goes deeper than this would break whatever walks it
_NO_TYPE = "Take the document type out of the file; a library needs none."
_MEND = "Mend the file at the line that is named, or write it anew from the program it came from."


def local(tag: str) -> str:
    """The name of an element or attribute without its namespace."""
    return tag.rpartition("}")[2]


def parse_xml(text: str, wrappers: Collection[str]) -> tuple[Element | None, Finding | None]:
    """The root of a text and what is wrong with it; a broken text gives the records that stand whole before the break.

    ``wrappers`` are the local names of the elements that hold records. A text without anything in it has no root. A
    document type, where entities could grow without end or name other files, is refused before anything is parsed.
    """
    clean = text.removeprefix("\ufeff")
    start = _prolog(clean)
    if clean.startswith("<!", start):
        line = clean.count("\n", 0, start) + 1
        found = clean[start : clean.find(">", start) + 1 or None]
        message = (
            "This file declares a document type, which could name other files or grow without end; it is not read."
        )
        return None, Finding("RD122", message, "error", text=found[:400], line=line, help=_NO_TYPE)
    return _parsed(clean, wrappers) if clean.strip() else (None, None)


def _prolog(text: str) -> int:
    """Where the first thing stands that is no declaration, comment or blank."""
    at = 0
    while True:
        at = _BLANK.match(text, at).end()  # type: ignore[union-attr]  # matches anywhere
        closing = "?>" if text.startswith("<?", at) else "-->" if text.startswith("<!--", at) else ""
        end = text.find(closing, at) if closing else -1
        if end < 0:
            return at
        at = end + len(closing)


_BLANK = re.compile(r"\s*")


def _parsed(text: str, wrappers: Collection[str]) -> tuple[Element | None, Finding | None]:
    parser: XMLPullParser[Element] = XMLPullParser(("start", "end"))
    lead = len(text) - len(text.lstrip())
    stack: list[Element] = []
    root: Element | None = None
    try:
        parser.feed(text[lead:])
        for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
            if event == "end":
                stack.pop()
                continue
            root = element if root is None else root
            stack.append(element)
            if len(stack) > _DEPTH:
                return _whole(stack, wrappers), _broken(text, 1, f"its elements are nested more than {_DEPTH} deep")
        parser.close()
    except ParseError as error:
        line = error.position[0] + text.count("\n", 0, lead)
        return _whole(stack, wrappers), _broken(text, line, str(error).partition(":")[0])
    except ValueError:
        return None, _broken(text, 1, "it holds half a character")
    return root, None


def _whole(stack: list[Element], wrappers: Collection[str]) -> Element | None:
    """The root without the record that the text breaks off in."""
    if not stack or local(stack[0].tag) not in wrappers:
        return None
    for outer, inner in pairwise(stack):
        if local(inner.tag) not in wrappers:
            outer.remove(inner)
            break
    return stack[0]


def _broken(text: str, line: int, what: str) -> Finding:
    lines = text.split("\n")
    message = f"This file is no well-formed XML ({what}); what stands before the break is read."
    return Finding("RD121", message, "error", text="\n".join(lines[line - 1 :]).strip(), line=line, help=_MEND)


def library_of(text: str, source: str, works: list[Work], findings: list[Finding]) -> Library:
    """A library of works that were read from a text, all of which its document keeps."""
    regions = (Region("body", 0, len(text)),) if text else ()
    document = Document(source=source, text=text, regions=regions, findings=tuple(findings))
    return Library(document=document, works=tuple(works), findings=tuple(findings))
