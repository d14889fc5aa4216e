"""The text of XML whose elements say what they are: one walk, for JATS and for TEI."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from citekit.read.markup.prose import Prose
from citekit.read.markup.xml import Element, local

_RECORDS = ("element-citation", "biblStruct")
_PRINTED = ("sic", "orig", "abbr", "unclear")
"""Of readings side by side the one that was printed."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format are: ends of lines, what is not printed, what is set apart, where links lead."""

    blocks: frozenset[str]
    skipped: frozenset[str]
    styles: Callable[[Element], tuple[str, ...]]
    link: Callable[[Element], str]
    breaks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TreeWriter:
    """Writes what of a tree is printed; ``calls`` are elements in whose place notes are called, by their keys."""

    prose: Prose
    words: Vocabulary
    calls: Mapping[Element, tuple[str, ...]] = field(default_factory=dict)
    skipped: frozenset[Element] = frozenset()
    spaced: bool = False

    def element(self, element: Element) -> None:
        """An element with all that is in it; one that calls notes stands for its calls alone."""
        name = local(element)
        for key in self.calls.get(element, ()):
            self.prose.call(key)
        if name in self.words.breaks:
            self.prose.write(self.words.breaks[name])
        if not name or name in self.words.skipped or element in self.skipped or element in self.calls:
            return
        if name == "choice":
            self.children(next((one for one in element if local(one) in _PRINTED), element))
            return
        if name in self.words.blocks:
            self.prose.break_line()
        start = self.prose.length
        self.children(element)
        self.prose.mark(start, *self.words.styles(element))
        if target := self.words.link(element):
            self.prose.mark(start, "link", target=target)
        if name in self.words.blocks:
            self.prose.break_line()

    def children(self, element: Element) -> None:
        """What is in an element; in a record without punctuation of its own blanks stand between its parts."""
        if not self.spaced and local(element) in _RECORDS:
            replace(self, spaced=True).children(element)
            return
        self.prose.write(element.text or "")
        for child in element:
            self.element(child)
            self.prose.write(child.tail or (" " if self.spaced else ""))

    def note(self, elements: list[Element], skipped: frozenset[Element] = frozenset()) -> Prose:
        """The text of a note."""
        writer = replace(self, prose=Prose(), calls={}, skipped=skipped)
        for element in elements:
            writer.children(element)
        return writer.prose
