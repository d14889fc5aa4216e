"""DOCX (ECMA-376, ISO/IEC 29500): footnotes and endnotes in the order in which the body calls them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from citekit.errors import CitekitError
from citekit.model import Document
from citekit.read.markup.assemble import assemble
from citekit.read.markup.docx_calls import Call, Counting, labels
from citekit.read.markup.docx_styles import styles_in
from citekit.read.markup.docx_text import Page, write_body, write_note
from citekit.read.markup.found import Found
from citekit.read.markup.properties import numbered_properties
from citekit.read.markup.prose import Prose
from citekit.read.markup.xml import Element, attribute, local, read_xml
from citekit.read.markup.zipped import Zip, beside
from citekit.read.options import NONE, Options

_APART = ("separator", "continuationSeparator", "continuationNotice")
_KINDS = {"footnotes": "foot", "endnotes": "end"}


def read_docx(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes of a Word file: insertions taken as accepted, deletions and comments left out.

    Raises :class:`CitekitError` where the file is damaged, locked, or no document.
    """
    package = _Package(Zip(data, source))
    styles = styles_in(package.part("styles"))
    properties = numbered_properties(package.properties())
    page = Page(styles, package.links(package.main), properties)
    body = Prose(lines=True)
    calls = write_body(package.body(), body, page)
    notes = {kind: package.notes(f"{kind}notes") for kind in ("foot", "end")}
    counting = Counting(package.part("settings"))
    found = list(_found(calls, notes, package, counting, Page(styles, {}, properties)))
    return assemble(found, body, source)


def _found(
    calls: list[Call], notes: Mapping[str, Mapping[str, Element]], package: _Package, counting: Counting, page: Page
) -> Iterator[Found]:
    """Every note that is called, once."""
    links = {kind: package.links(package.path(f"{kind}notes")) for kind in notes}
    for call, label, number, restarts in labels(calls, counting):
        element = notes[call.kind].get(call.key)
        prose = None
        if element is not None:
            prose = write_note(
                element, Page(page.styles, links[call.kind], page.properties), label if call.mark else ""
            )
        yield Found(label, number, call.kind, prose, (call.place,), restarts, f"{call.kind}note {call.key} of the file")


@dataclass(slots=True)
class _Package:
    """The parts of a Word file by what they are for, found by the relations that the file names."""

    zip: Zip

    @property
    def main(self) -> str:
        """The name of the part that holds the body."""
        for kind, target, _ in self.relations(""):
            if kind == "officeDocument":
                return beside("", target)
        return "word/document.xml"

    def relations(self, part: str) -> Iterator[tuple[str, str, str]]:
        """Kind, target and id of what a part is related to."""
        folder, _, name = part.rpartition("/")
        path = f"{folder}/_rels/{name}.rels".lstrip("/")
        data = self.zip.find(path)
        for element in read_xml(data, self.zip.name) if data else ():
            yield element.get("Type", "").rpartition("/")[2], element.get("Target", ""), element.get("Id", "")

    def path(self, kind: str) -> str:
        """The name of a part by its kind, or nothing."""
        return next((beside(self.main, target) for name, target, _ in self.relations(self.main) if name == kind), "")

    def part(self, kind: str) -> Element | None:
        """The root of a part by its kind."""
        data = self.zip.find(self.path(kind))
        return read_xml(data, self.zip.name) if data else None

    def body(self) -> Element:
        """The root of the body."""
        root = read_xml(self.zip.read(self.main), self.zip.name)
        if local(root) != "document":
            raise CitekitError(f"{self.zip.name} holds no Word document; save it as docx from the program it is from.")
        return root

    def properties(self) -> Element | None:
        """The root of the properties that other programs set."""
        data = self.zip.find("docProps/custom.xml")
        return read_xml(data, self.zip.name) if data else None

    def links(self, part: str) -> dict[str, str]:
        """The addresses that a part links to, by id."""
        return {key: target for kind, target, key in self.relations(part) if kind == "hyperlink"} if part else {}

    def notes(self, kind: str) -> dict[str, Element]:
        """The notes of a part by id, without the lines that part them from the body."""
        root = self.part(kind)
        notes = root if root is not None else ()
        return {attribute(note, "id"): note for note in notes if attribute(note, "type") not in _APART}
