"""The notes of a paper set anew in a style: citations as the style wants them, everything else as it stands.

The processor is told the real numbers of the notes, so that "ibid.", short forms and the numbers of earlier notes are
its work. Lost text, a citation kept as printed and a new series of numbers stand between a citation and an "ibid." that
would point past them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from citekit.model import Finding, Library, Note, Reading, Status
from citekit.restyle.capital import capital
from citekit.restyle.draft import Cited, Kept, Part, draft
from citekit.restyle.findings import left_as_printed
from citekit.restyle.locators import locator
from citekit.style.context import Cite
from citekit.style.item import Item
from citekit.style.node import Leaf, Source, Span, Tree, leaves, text
from citekit.style.positions import Cluster, Place, places
from citekit.style.processor import Processor
from citekit.style.style import Style

GAP = "[…]"
"""Stands where text of the source is lost."""

MISSING = "[This note is missing from the source.]"

KEPT = Source("value", "source-text")
SIGN = Source("value", "gap")
_CATEGORY = "{http://purl.org/net/xbiblio/csl}info/{http://purl.org/net/xbiblio/csl}category"
_AUTHOR_IN_CITE = {"author", "author-date"}
_UNTITLED = {"interview", "personal_communication"}
"""Types that are cited without a title."""

_LOOKS = {"italic": "italic", "small-caps": "small-caps", "superscript": "superscript"}


class SetNote(NamedTuple):
    """A note set anew: its id, its text, and whether the source has it whole."""

    id: str
    tree: Span
    status: Status = "intact"


class _Sheet(NamedTuple):
    note: Note
    parts: tuple[Part, ...]
    clusters: tuple[Cluster, ...]


def set_notes(library: Library, processor: Processor) -> tuple[tuple[SetNote, ...], tuple[Finding, ...]]:
    """Every note of a library's document, the missing ones in their places, and what was left as it was printed.

    The processor has the library's works as items, by their keys.
    """
    works = citable(processor)
    sheets = tuple(_sheets(library, processor, works))
    trees = iter(placed(processor, [cluster for sheet in sheets for cluster in sheet.clusters]))
    notes = tuple(SetNote(sheet.note.id, _tree(sheet, trees), sheet.note.status) for sheet in sheets)
    return notes, tuple(finding for sheet in sheets for finding in _findings(sheet, works))


def names_authors(style: Style) -> bool:
    """Whether a sentence can go on with the authors that the style's cites in the text name: "See Zhao (2007)"."""
    formats = {each.get("citation-format") for each in style.root.iterfind(_CATEGORY)}
    return not style.is_note and bool(formats & _AUTHOR_IN_CITE)


def placed(processor: Processor, clusters: Sequence[Cluster]) -> Iterator[Span]:
    """The texts of the clusters that cite something, each in its place among all."""
    distance = int(processor.style.citation.options.get("near-note-distance") or 5)
    for cluster, row in zip(clusters, places(clusters, distance), strict=True):
        if cluster.cites:
            yield processor.cluster(cluster, row)


def citable(processor: Processor) -> frozenset[str]:
    """The ids of the items that the style can cite: it prints something of them, and in notes what they are."""
    return frozenset(identity for identity, item in processor.items.items() if _is_citable(processor, identity, item))


def _is_citable(processor: Processor, identity: str, item: Item) -> bool:
    if processor.style.is_note and not item.text("title") and item.type not in _UNTITLED:
        return False
    tree = processor.cluster(Cluster((Cite(identity),)), [Place()])
    return not any(leaf.source.name == "unprinted" for leaf in leaves(tree))


def _sheets(library: Library, processor: Processor, works: Collection[str]) -> Iterator[_Sheet]:
    readings = {reading.note: reading for reading in library.readings}
    narrative = names_authors(processor.style)
    series = 1
    for note in library.document.notes:
        parts = draft(note, readings.get(note.id, Reading(note.id)), works, told=narrative)
        clusters = tuple(_clusters(note, parts, narrative=narrative))
        breaks = (Cluster((), note.number or 0),) * (note.series != series)
        series = note.series
        yield _Sheet(note, parts, breaks + clusters)


def _clusters(note: Note, parts: Iterable[Part], *, narrative: bool) -> Iterator[Cluster]:
    """A cluster for each part that is cited; an empty one for each that stands in the way of an "ibid."."""
    number = note.number or 0
    for part in parts:
        if isinstance(part, Cited):
            cites = tuple(Cite(str(each.work), *locator(each, note.text)) for each in part.citations)
            form = "composite" if narrative and not part.opens else ""
            yield Cluster(cites, number, form, ending=part.ending, opens=part.opens)
        elif not isinstance(part, Kept) or part.citation:
            yield Cluster((), number)


def _tree(sheet: _Sheet, trees: Iterator[Span]) -> Span:
    if sheet.note.status == "missing":
        return Span((Leaf(MISSING, SIGN),))
    children: list[Tree] = []
    for part in sheet.parts:
        if isinstance(part, Cited):
            tree = next(trees)
            children.append(capital(tree) if part.opens else tree)
        elif isinstance(part, Kept):
            children += _dressed(part, sheet.note)
        else:
            children.append(Leaf(GAP, SIGN))
    return Span(tuple(_spaced(children)))


def _dressed(part: Kept, note: Note) -> Iterator[Tree]:
    """Text as it stands, in the looks that the source gives it."""
    at, end = part.start, part.start + len(part.text)
    for run in note.runs:
        start, stop = max(run.start, at), min(run.end, end)
        if start < stop and run.style in _LOOKS:
            if start > at:
                yield Leaf(note.text[at:start], KEPT)
            yield Span((Leaf(note.text[start:stop], KEPT),), _LOOKS[run.style])
            at = stop
    if at < end:
        yield Leaf(note.text[at:end], KEPT)


def _spaced(children: Iterable[Tree]) -> Iterator[Tree]:
    """With a blank on either side of a gap."""
    last = " "
    gap = False
    for child in children:
        shown = text(child)
        is_gap = isinstance(child, Leaf) and child.source is SIGN
        if (is_gap and not last.isspace()) or (gap and shown[:1].isalnum()):
            yield Leaf(" ", SIGN)
        yield child
        last, gap = shown[-1:] or last, is_gap


def _findings(sheet: _Sheet, works: Collection[str]) -> Iterator[Finding]:
    kept = {part.citation.key: part.citation for part in sheet.parts if isinstance(part, Kept) and part.citation}
    return (left_as_printed(citation, works) for citation in kept.values())
