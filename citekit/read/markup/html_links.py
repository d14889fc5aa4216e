"""Links of pages: which call notes, which lead back, and which element is the note."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from citekit.read.markup.html_blocks import block_of, is_heading
from citekit.read.markup.ordinals import bare, is_label
from citekit.read.markup.xml import Element, attribute, local, said
from citekit.read.markup.zipped import beside

Key = tuple[str, str]
"""A place that can be linked to: the name of a page and an id in it."""

_CALLS = re.compile(
    r"\b(?:doc-noteref|noteref|footnote-ref|footnoteref|fnanchor|fnref|sdfootnoteanc|sdendnoteanc|footnote-reference"
    r"|footnote-anchor|MsoFootnoteReference|MsoEndnoteReference)\b"
)
_BACK = re.compile(
    r"\b(?:doc-backlink|backlink|footnote-back|footnote-backref|sdfootnotesym|sdendnotesym|mw-cite-backlink)\b"
)
_CALLED = re.compile(r"(?:_ftn|_edn|cite_note|sdfootnote\d+sym|sdendnote\d+sym)(?!ref)")
_CALLING = re.compile(r"(?:_ftnref|_ednref|cite_ref|fnref|FNanchor|noteref|sdfootnote\d+anc|sdendnote\d+anc)")
_SAYING = frozenset({"class", "role", "type"})
_INLINE = frozenset("sup span small b i em strong a font sub u big".split())
_ARROWS = re.compile(
    r"[\s\[\](){}]*(?:[↩↑^⤴⏎↵←⇑⬆▲ˆ🔙\ufe0e\ufe0f]|back|return|jump up|zurück|retour)+[\s\[\](){}]*", re.IGNORECASE
)


@dataclass(slots=True)
class Anchor:
    """A link within the pages: its page, where it leads, its text, its place in the order of elements."""

    element: Element
    page: str
    target: Key
    label: str
    order: int


@dataclass(slots=True)
class Called:
    """A note with the links that call it; ``blocks`` hold it, and are empty where the pages do not."""

    target: Key
    calls: list[Anchor]
    blocks: list[Element] = field(default_factory=list)
    order: int = 0
    page: str = ""


class Links:
    """The links and ids of all pages."""

    def __init__(self, pages: list[tuple[str, Element]]) -> None:
        """Walk the pages once; elements are kept, for their identity is what tells them apart."""
        self.places: dict[Key, Element] = {}
        self.order: dict[Element, int] = {}
        self.anchors: list[Anchor] = []
        self.leading: defaultdict[Key, list[Anchor]] = defaultdict(list)
        for page, root in pages:
            for element in root.iter("*"):
                self._enter(page, element)
        for anchor in self.anchors:
            anchor.target = self._settled(anchor)
            self.leading[anchor.target].append(anchor)

    def _enter(self, page: str, element: Element) -> None:
        order = len(self.order)
        self.order[element] = order
        attributes = element.attrib
        if not attributes:
            return
        name = local(element)
        for key in ("id", "name", "{http://www.w3.org/XML/1998/namespace}id"):
            if key in attributes and (key != "name" or name == "a"):
                self.places.setdefault((page, str(attributes[key])), element)
        if name == "a" and "#" in (href := str(attributes.get("href", ""))):
            target = _target(page, href)
            if target:
                label = "".join(map(str, element.itertext())).strip()[:40] or _alternative(element)
                self.anchors.append(Anchor(element, page, target, label, order))

    def _settled(self, anchor: Anchor) -> Key:
        """Where a link leads; a saved page may name itself by the address it was saved from."""
        own = (anchor.page, anchor.target[1])
        return own if anchor.target not in self.places and own in self.places else anchor.target

    def notes(self) -> list[Called]:
        """The notes of the pages in the order in which they are called; each has one or more calls."""
        candidates = [anchor for anchor in self.anchors if self._may_call(anchor)]
        targets = list(dict.fromkeys(anchor.target for anchor in candidates))
        counts = self._counts(targets)
        callers = {one for anchor in candidates for one in (anchor.element, *anchor.element.iterancestors())}
        by_target: defaultdict[Key, list[Anchor]] = defaultdict(list)
        for anchor in candidates:
            by_target[anchor.target].append(anchor)
        merged: dict[Element, Called] = {}
        lost: list[Called] = []
        for target, calls in by_target.items():
            place = self.places.get(target)
            if place is None:
                lost += (
                    [Called(target, calls)] if any(is_call(call) for call in calls) and is_label(calls[0].label) else []
                )
                continue
            blocks = block_of(place, counts, calls[0].element, callers)
            sure = [call for call in calls if self._proves(call, place, blocks)]
            if blocks and sure and not is_heading(place):
                note = merged.setdefault(blocks[0], Called(target, [], blocks, self.order[place], target[0]))
                note.calls += sure
        _without_cross_references(merged.values())
        return sorted([*merged.values(), *lost], key=lambda note: min(call.order for call in note.calls))

    def _may_call(self, anchor: Anchor) -> bool:
        if is_back(anchor):
            return False
        place = self.places.get(anchor.target)
        ahead = place is None or self.order[place] > anchor.order
        return is_call(anchor) or (ahead and is_label(anchor.label))

    def _counts(self, targets: list[Key]) -> Counter[Element]:
        """How many places that may be notes each element holds."""
        counts: Counter[Element] = Counter()
        for place in {self.places[target]: None for target in targets if target in self.places}:
            counts[place] += 1
            counts.update(place.iterancestors())
        return counts

    def _proves(self, call: Anchor, place: Element, blocks: list[Element]) -> bool:
        """Whether a link surely calls a note: it says so, the note leads back, or raised it meets its own label."""
        if is_call(call):
            return True
        if any(_within(link.element, blocks) for key in near(call) for link in self.leading.get(key, ())):
            return True
        raised = any(local(one) == "sup" for one in (call.element, *call.element.iterancestors()))
        raised = raised or any(local(one) == "sup" for one in call.element)
        opening = bare("".join(map(str, place.itertext())).strip()[:12].split(" ")[0]) if blocks else ""
        return raised and (opening == bare(call.label) or local(blocks[0]) == "li")

    def back(self, note: Called) -> set[Element]:
        """The links in a note that lead back to where it is called."""
        keys = {key for call in note.calls for key in near(call)}
        inside = (
            anchor for key in keys for anchor in self.leading.get(key, ()) if _within(anchor.element, note.blocks)
        )
        return {anchor.element for anchor in inside}


def _without_cross_references(notes: Iterable[Called]) -> None:
    """Take away the calls that stand in notes: there a number refers to another note and does not call it."""
    notes = list(notes)
    blocks = {block for note in notes for block in note.blocks}
    for note in notes:
        outside = [call for call in note.calls if blocks.isdisjoint(call.element.iterancestors())]
        note.calls = outside or note.calls


def is_call(anchor: Anchor) -> bool:
    """Whether a link says of itself that it calls a note."""
    return bool(_CALLS.search(_said(anchor.element))) or bool(_CALLED.match(anchor.target[1]))


def is_back(anchor: Anchor) -> bool:
    """Whether a link says of itself that it leads back from a note."""
    if _CALLING.match(anchor.target[1]) or _ARROWS.fullmatch(anchor.label):
        return True
    return bool(_BACK.search(_said(anchor.element)))


def near(call: Anchor) -> Iterator[Key]:
    """The ids by which a note may lead back to a link: its own, those within it, around it and right before it."""
    element = call.element
    around = [element, *element.iter("*")]
    parent = element.getparent()
    around += [one for one in (element.getprevious(), parent) if one is not None]
    while parent is not None and local(parent) in _INLINE:
        around += [one for one in (parent.getprevious(), parent.getparent()) if one is not None]
        parent = parent.getparent()
    for one in around:
        for name in ("id", "name"):
            if value := one.get(name):
                yield call.page, str(value)


def _said(element: Element) -> str:
    """What classes, roles and types say of a link and of the raised text around or within it."""
    parent = element.getparent()
    around = [element, *([parent] if parent is not None and local(parent) in _INLINE else []), *element]
    return " ".join(said(one, _SAYING) for one in around)


def _target(page: str, href: str) -> Key | None:
    path, _, fragment = href.partition("#")
    if not fragment:
        return None
    if ":" in path.partition("/")[0] or path.startswith("//"):
        return path, unquote(fragment)
    return (beside(page, unquote(path)) if path else page), unquote(fragment)


def _alternative(element: Element) -> str:
    """What stands for the picture of a number."""
    return next((attribute(image, "alt") for image in element.iter("*") if local(image) == "img"), "")


def _within(element: Element, blocks: list[Element]) -> bool:
    if not blocks:
        return False
    return element in blocks or any(ancestor in blocks for ancestor in element.iterancestors())
