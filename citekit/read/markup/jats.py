"""JATS and BITS (ANSI/NISO Z39.96): notes in ``fn``, called by ``xref``, or standing where they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.model import Document
from citekit.read.markup.assemble import assemble
from citekit.read.markup.found import Found
from citekit.read.markup.ordinals import bare, numbers
from citekit.read.markup.prose import Prose
from citekit.read.markup.tree_text import TreeWriter, Vocabulary
from citekit.read.markup.xml import XML_LANG, Element, attribute, local, read_xml
from citekit.read.options import NONE, Options

_BLOCKS = frozenset(
    "p title article-title subtitle sec list list-item def-item disp-quote td th tr table caption verse-line attrib fn "
    "ref speech abstract body back app boxed-text chapter-title book-title".split()
)
_SKIPPED = frozenset(
    "journal-meta article-id article-categories pub-date history permissions self-uri counts custom-meta-group volume "
    "issue fpage lpage elocation-id funding-group kwd-group contrib-group aff author-comment tex-math math graphic "
    "alternatives object-id book-id isbn book-volume-number processing-meta pub-history supplement".split()
)
_STYLES = {"italic": "italic", "sc": "small-caps", "sup": "superscript", "slanted": "italic", "emphasis": "italic"}
_NOTES = ("fn", "footnote")
_OF_AUTHORS = frozenset(
    "con conflict coi-statement corresp deceased equal financial-disclosure present-address supported-by".split()
)


def read_jats(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes of a journal's XML.

    Raises :class:`CitekitError` where it is damaged, declares entities or is nested without end.
    """
    root = read_xml(data, source, doctype=True)
    notes = [_Note(element, str(at)) for at, element in enumerate(root.iter("{*}fn", "{*}footnote"))]
    by_id = {note.id: note for note in notes if note.id}
    body = Prose(lines=True)
    elements = _calls(root, by_id, notes)
    hidden = frozenset(note.element for note in notes if note.element not in elements)
    writer = TreeWriter(body, _WORDS, elements, hidden)
    writer.element(root)
    return assemble(list(_found(notes, body, writer)), body, source)


@dataclass(slots=True)
class _Note:
    """A note element with the text of the first reference to it."""

    element: Element
    place: str
    called: str = ""

    @property
    def id(self) -> str:
        return attribute(self.element, "id")

    @property
    def key(self) -> str:
        """Its id, or its place among the notes of the file."""
        return self.id or f"at {self.place}"

    @property
    def label(self) -> str:
        """The label as printed, in the note or else in the reference."""
        own = next((_text(one) for one in self.element if local(one) == "label"), "")
        return own or attribute(self.element, "symbol") or self.called

    @property
    def kind(self) -> str:
        around = {local(one) for one in self.element.iterancestors()}
        if around & {"table-wrap", "table-wrap-foot"}:
            return "table"
        return "author" if "author-notes" in around or attribute(self.element, "fn-type") in _OF_AUTHORS else "foot"

    @property
    def is_inline(self) -> bool:
        """Whether it stands where it is called, and not among its like."""
        parent = self.element.getparent()
        return parent is not None and local(parent) not in ("fn-group", "author-notes", "table-wrap-foot", "fn", "back")


def _calls(root: Element, by_id: dict[str, _Note], notes: Sequence[_Note]) -> dict[Element, tuple[str, ...]]:
    """The elements that call notes, with the keys of these; a note inline calls itself."""
    called: set[str] = set()
    elements: dict[Element, tuple[str, ...]] = {}
    for reference in root.iter("{*}xref", "{*}footnoteref"):
        wanted = attribute(reference, "rid") or attribute(reference, "linkend")
        keys = tuple(key for key in wanted.split() if key in by_id or attribute(reference, "ref-type") == "fn")
        if keys and not any(local(one) in _NOTES for one in reference.iterancestors()):
            elements[reference] = keys
            called |= {*keys}
            for key in keys:
                if key in by_id:
                    by_id[key].called = by_id[key].called or _text(reference)
    for note in notes:
        if note.is_inline and note.key not in called:
            elements[note.element] = (note.key,)
            called.add(note.key)
    return elements


def _found(notes: Sequence[_Note], body: Prose, writer: TreeWriter) -> Iterator[Found]:
    """The notes in the order of their calls; one that nothing calls follows the one it stands behind."""
    by_key = {note.key: note for note in notes}
    places = body.places
    behind: defaultdict[str, list[str]] = defaultdict(list)
    latest = ""
    for note in notes:
        if note.key in places:
            latest = note.key
        else:
            behind[latest].append(note.key)
    order = [one for key in ("", *places) for one in (*([key] if key else ()), *behind[key])]
    kinds = [by_key[key].kind if key in by_key else "foot" for key in order]
    said = [by_key[key].label if key in by_key else key.lstrip("fFnN") for key in order]
    counted = _numbers(said, kinds)
    for key, kind, label, number in zip(order, kinds, said, counted, strict=True):
        prose = None
        if key in by_key:
            element = by_key[key].element
            prose = writer.note([element], frozenset(one for one in element if local(one) == "label"))
        yield Found(
            bare(label) or str(number or ""), number, kind, prose, places.get(key, ()), because=f"fn {key} of the file"
        )


def _numbers(labels: Sequence[str], kinds: Sequence[str]) -> list[int | None]:
    """The numbers by kind; footnotes without any label are counted."""
    found: list[int | None] = [None] * len(labels)
    for kind in dict.fromkeys(kinds):
        at = [place for place, one in enumerate(kinds) if one == kind]
        read = numbers([labels[place] for place in at])
        if kind == "foot" and not any(labels[place] for place in at):
            read = list(range(1, len(at) + 1))
        for place, number in zip(at, read, strict=True):
            found[place] = number
    return found


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _styles(element: Element) -> tuple[str, ...]:
    style, tag = _STYLES.get(local(element), ""), str(element.get(XML_LANG, ""))
    return tuple(one for one in (style, tag if element.getparent() is not None else "") if one)


def _link(element: Element) -> str:
    target = attribute(element, "href") if local(element) in ("ext-link", "uri", "link", "ulink") else ""
    return target if ":" in target else ""


_WORDS = Vocabulary(_BLOCKS, _SKIPPED, _styles, _link, {"break": "\n"})
