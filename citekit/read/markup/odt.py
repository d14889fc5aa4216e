"""OpenDocument text (ISO/IEC 26300), zipped or flat: notes stand where the body calls them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.errors import CitekitError
from citekit.model import Document
from citekit.read.markup.assemble import assemble
from citekit.read.markup.fields import is_record, origin_of
from citekit.read.markup.found import Found
from citekit.read.markup.odt_styles import Looks, looks_in
from citekit.read.markup.ordinals import numbers
from citekit.read.markup.properties import numbered_properties
from citekit.read.markup.prose import Prose
from citekit.read.markup.xml import Element, attribute, local, read_xml
from citekit.read.markup.zipped import Zip
from citekit.read.options import NONE, Options

_SKIPPED = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "ruby-text", "note-citation", "desc", "title", "hidden-text"}
    | {"sequence-decls", "variable-decls", "user-field-decls", "forms", "hidden-paragraph", "event-listeners"}
)


def read_odt(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes of an OpenDocument text: deletions and comments left out, numbers as they were printed.

    Raises :class:`CitekitError` where the file is damaged, locked, or no text.
    """
    parts = _parts(data, source)
    body = next(
        (text for root in parts[:1] for text in root.iter("{*}text") if local(text.getparent()) == "body"), None
    )
    if body is None:
        raise CitekitError(f"{source} is an OpenDocument file and no text; give one that a word processor wrote.")
    writer = _Writer(Prose(lines=True), looks_in(parts), numbered_properties(parts[-1]))
    writer.children(body)
    return assemble(_found(writer.notes), writer.prose, source)


def _parts(data: bytes, source: str) -> list[Element]:
    """The roots of content, styles and properties; of a flat file the same one."""
    if not data.startswith(b"PK"):
        return [read_xml(data, source)]
    package = Zip(data, source)
    if b"encryption-data" in package.find("META-INF/manifest.xml"):
        raise CitekitError(f"{source} is locked with a password; save it without one.")
    parts = [package.read("content.xml"), package.find("styles.xml"), package.find("meta.xml")]
    return [read_xml(part, source) for part in parts if part]


@dataclass(frozen=True, slots=True)
class _Note:
    """A note as it stands in the body: its kind, its printed label, its text and its place."""

    kind: str
    label: str
    prose: Prose
    place: int


def _found(notes: Sequence[_Note]) -> list[Found]:
    by_kind = {kind: iter(numbers([note.label for note in notes if note.kind == kind])) for kind in ("foot", "end")}
    return [
        Found(
            note.label,
            next(by_kind[note.kind]),
            note.kind,
            note.prose,
            (note.place,),
            because=f"a {note.kind}note of the file",
        )
        for note in notes
    ]


@dataclass(slots=True)
class _Writer:
    """Walks the tree and writes what of it is printed."""

    prose: Prose
    looks: Looks
    properties: dict[str, str]
    notes: list[_Note] = field(default_factory=list)
    marks: dict[str, int] = field(default_factory=dict)

    def children(self, element: Element) -> None:
        """The text of an element, and what stands behind each of its children."""
        self.prose.write(element.text or "")
        for child in element:
            self.element(child)
            self.prose.write(child.tail or "")

    def element(self, element: Element) -> None:
        name = local(element)
        if name in ("p", "h"):
            with self.prose.set_apart(*self.looks.of(attribute(element, "style-name"), "paragraph")):
                self.children(element)
            self.prose.break_line()
        elif name == "span":
            with self.prose.set_apart(*self.looks.of(attribute(element, "style-name"), "text")):
                self.children(element)
        elif name == "note":
            self._note(element)
        elif name == "a":
            with self.prose.set_apart("link", target=attribute(element, "href")):
                self.children(element)
        elif name in ("s", "tab", "line-break", "soft-page-break"):
            self.prose.write("" if name == "soft-page-break" else " ")
        elif name.endswith(("-start", "-end")):
            self._mark(attribute(element, "name"), starts=name.endswith("-start"))
        elif name not in _SKIPPED:
            self.children(element)

    def _note(self, element: Element) -> None:
        """A note: its text is its own, its place that of the element."""
        citation = element.find("./{*}note-citation")
        label = "".join(map(str, citation.itertext())).strip() if citation is not None else ""
        kind = attribute(element, "note-class").removesuffix("note")
        writer = _Writer(Prose(), self.looks, self.properties)
        for body in element.iterchildren("{*}note-body"):
            writer.children(body)
        self.prose.settle()
        self.notes.append(_Note("end" if kind == "end" else "foot", label, writer.prose, self.prose.length))

    def _mark(self, name: str, *, starts: bool) -> None:
        """A reference mark, whose name is a record, or a bookmark, which stands for one among the properties."""
        record = name if is_record(name) else self.properties.get(name, "")
        if not is_record(record):
            return
        if starts:
            self.marks[name] = self.prose.length
        elif name in self.marks:
            self.prose.store(self.marks.pop(name), origin_of(record), record)
