"""The text of pages: blocks on lines of their own, what is set apart, where notes are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from citekit.read.markup.css import Sheets
from citekit.read.markup.html_blocks import BLOCKS
from citekit.read.markup.html_links import Called
from citekit.read.markup.prose import Prose
from citekit.read.markup.xml import Element, attribute, local, said

_SKIPPED = frozenset(
    "script style head template noscript input button select textarea object math nav rt rp svg iframe".split()
)
_SAYING = frozenset({"class", "role", "type"})
_BACK = re.compile(r"backlink|footnote-back")


@dataclass(slots=True)
class Writer:
    """Walks a tree and writes what of it is printed; ``calls`` are links in whose place a note is called."""

    prose: Prose
    sheets: Sheets
    language: str = ""
    calls: Mapping[Element, str] = field(default_factory=dict)
    skipped: frozenset[Element] | set[Element] = frozenset()
    dropped: frozenset[Element] | set[Element] = frozenset()
    in_note: bool = False

    def element(self, element: Element) -> None:
        """An element with all that is in it."""
        name = local(element)
        if name in _SKIPPED or element in self.skipped or element in self.dropped or not name:
            return
        if element in self.calls:
            self.prose.call(self.calls[element])
            return
        if self.in_note and element.attrib and _BACK.search(said(element, _SAYING)):
            return
        if name == "br":
            self.prose.break_line()
            return
        block = name in BLOCKS
        if block:
            self.prose.break_line()
        start = self.prose.length
        self.prose.write(element.text or "")
        for child in element:
            self.element(child)
            self.prose.write(child.tail or "")
        self._set_apart(element, name, start)
        if block:
            self.prose.break_line()

    def _set_apart(self, element: Element, name: str, start: int) -> None:
        self.prose.mark(start, *self.sheets.of(element, self.language))
        if name == "a" and (href := attribute(element, "href")) and not href.startswith("#") and ":" in href:
            self.prose.mark(start, "link", target=href)


def write_pages(pages: Iterable[tuple[str, Element]], notes: list[Called], sheets: Sheets, body: Prose) -> None:
    """Write the pages without their notes; a call has the number of its note in the list for a key."""
    calls = {call.element: str(at) for at, note in enumerate(notes) for call in note.calls}
    skipped = {block for note in notes for block in note.blocks}
    for _, root in pages:
        writer = Writer(body, sheets, attribute(root, "lang"), calls, skipped)
        writer.element(root)
        body.break_line()
