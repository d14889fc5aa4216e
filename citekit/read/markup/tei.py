"""TEI P5: notes where they are called, or elsewhere and called by ``ref``, ``ptr`` or their own ``target``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from citekit.model import Document
from citekit.read.markup.assemble import assemble
from citekit.read.markup.found import Found
from citekit.read.markup.ordinals import bare, is_label, numbers
from citekit.read.markup.prose import Prose
from citekit.read.markup.tree_text import TreeWriter, Vocabulary
from citekit.read.markup.xml import XML_ID, XML_LANG, Element, attribute, local, read_xml
from citekit.read.options import NONE, Options

_BLOCKS = frozenset(
    "p ab head div l lg item list quote said sp stage row cell table body back front note byline closer opener salute "
    "signed trailer titlePart docTitle listBibl biblStruct epigraph argument".split()
)
_SKIPPED = frozenset("teiHeader fw del facsimile standOff graphic figDesc formula metamark".split())
_BESIDE = frozenset("inline margin marginal left right interlinear opposite overleaf above below".split())
_ITALIC = re.compile(r"ital|\bi\b|emph", re.IGNORECASE)
_CAPITALS = re.compile(r"small-?\s?cap|\bsc\b|smcap", re.IGNORECASE)
_RAISED = re.compile(r"super|\bsup\b", re.IGNORECASE)
_ANALYTIC = "a"


def read_tei(data: bytes, source: str, options: Options = NONE) -> Document:  # noqa: ARG001 - every reader takes them
    """Read the notes of a TEI text; of readings side by side what was printed.

    Raises :class:`CitekitError` where it is damaged, declares entities or is nested without end.
    """
    root = read_xml(data, source, doctype=True)
    notes = [_Note(one, str(at)) for at, one in enumerate(root.iter("{*}note")) if _is_note(one)]
    calls = _calls(root, notes)
    body = Prose(lines=True)
    writer = TreeWriter(body, _WORDS, calls, frozenset(note.element for note in notes if note.element not in calls))
    writer.element(root)
    return assemble(list(_found(notes, body, writer)), body, source)


@dataclass(slots=True)
class _Note:
    """A note element, its place among the others as its key, and the text of the first reference to it."""

    element: Element
    key: str
    called: str = ""

    @property
    def label(self) -> str:
        """The label as printed: its ``n``, its own ``label``, or the text that calls it."""
        own = next((one for one in self.element if local(one) in ("label", "seg") and _is_symbol(one)), None)
        return attribute(self.element, "n") or (_text(own) if own is not None else "") or self.called

    @property
    def kind(self) -> str:
        said = f"{attribute(self.element, 'place')} {attribute(self.element, 'type')}"
        return "end" if "end" in said else "author" if attribute(self.element, "resp") == "#author-note" else "foot"


def _is_note(element: Element) -> bool:
    """Whether a note stands in the text and is no gloss beside or between its lines."""
    around = {local(one) for one in element.iterancestors()}
    return "text" in around and "note" not in around and attribute(element, "place") not in _BESIDE


def _is_symbol(element: Element) -> bool:
    return local(element) == "label" or (attribute(element, "type") or "").startswith("note")


def _calls(root: Element, notes: Sequence[_Note]) -> dict[Element, tuple[str, ...]]:
    """The elements that call notes; one that no other calls is called where it stands, but for those in the back."""
    by_id = {f"#{note.element.get(XML_ID)}": note for note in notes if note.element.get(XML_ID)}
    calls: dict[Element, tuple[str, ...]] = {}
    called: set[str] = set()
    for reference in root.iter("{*}ref", "{*}ptr"):
        note = by_id.get(attribute(reference, "target"))
        if note and not any(local(one) == "note" for one in reference.iterancestors()):
            calls[reference] = (note.key,)
            called.add(note.key)
            note.called = note.called or (_text(reference) if is_label(_text(reference)) else attribute(reference, "n"))
    places = {f"#{one.get(XML_ID)}": one for one in root.iter("*") if one.get(XML_ID)}
    for note in notes:
        target = places.get(attribute(note.element, "target").split(" ")[0])
        if note.key in called:
            continue
        if target is not None and local(target) in ("anchor", "ref", "seg", "ptr"):
            calls[target] = (*calls.get(target, ()), note.key)
        elif not any(local(one) in ("back", "noteGrp", "list") for one in note.element.iterancestors()):
            calls[note.element] = (note.key,)
    return calls


def _found(notes: Sequence[_Note], body: Prose, writer: TreeWriter) -> Iterator[Found]:
    """The notes in the order of their calls, those that nothing calls after them."""
    by_key = {note.key: note for note in notes}
    places = body.places
    ordered = [by_key[key] for key in places] + [note for note in notes if note.key not in places]
    counted = _numbers(ordered)
    for note, number in zip(ordered, counted, strict=True):
        symbols = frozenset(one for one in note.element if local(one) in ("label", "seg") and _is_symbol(one))
        prose = writer.note([note.element], symbols)
        label = bare(note.label) or str(number or "")
        yield Found(label, number, note.kind, prose, places.get(note.key, ()), because="a note element of the file")


def _numbers(notes: Sequence[_Note]) -> list[int | None]:
    """The numbers by kind; where no note has a label they are counted."""
    found: dict[str, int | None] = {}
    for kind in dict.fromkeys(note.kind for note in notes):
        alike = [note for note in notes if note.kind == kind]
        read = numbers([note.label for note in alike])
        if not any(note.label for note in alike):
            read = list(range(1, len(alike) + 1))
        found |= {note.key: number for note, number in zip(alike, read, strict=True)}
    return [found[note.key] for note in notes]


def _text(element: Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _styles(element: Element) -> tuple[str, ...]:
    """``hi`` and its kin by what they say; a title is italic but for that of a part, which stands in quotes."""
    name = local(element)
    said = " ".join(attribute(element, key) for key in ("rend", "rendition", "style")).strip()
    italic = _ITALIC.search(said) or (name == "emph" and not said)
    italic = italic or (name == "title" and not said and attribute(element, "level") != _ANALYTIC)
    tag = str(element.get(XML_LANG, "")) if name not in ("TEI", "text", "body", "note") else ""
    found = (
        "italic" * bool(italic),
        "small-caps" * bool(_CAPITALS.search(said)),
        "superscript" * bool(_RAISED.search(said)),
    )
    return tuple(one for one in (*found, tag) if one)


def _link(element: Element) -> str:
    target = attribute(element, "target") if local(element) in ("ref", "ptr") else ""
    return target if target.startswith(("http", "mailto:", "doi:")) else ""


_WORDS = Vocabulary(_BLOCKS, _SKIPPED, _styles, _link, {"lb": " ", "pb": " ", "cb": " "})
