"""The notes of pages: their text without what leads back, their labels, and those that nothing calls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citekit.read.markup.css import Sheets
from citekit.read.markup.found import Found
from citekit.read.markup.html_blocks import says
from citekit.read.markup.html_links import Called, Links
from citekit.read.markup.html_text import Writer
from citekit.read.markup.ordinals import bare, numbers
from citekit.read.markup.prose import Prose
from citekit.read.markup.xml import Element, attribute, local

_END = re.compile(r"\b(?:endnote|rearnote|doc-endnote)\b|_edn\d|sdendnote")
_RESTS = re.compile(r"[\s\[({]*[\])}.:]+\s*")
_EMPTY_END = re.compile(r"\s*(?:\[\s*\]|\(\s*\))$")
_HALF = 0.5


@dataclass(slots=True)
class _Draft:
    """A note under the hand: its label, its text, whether a link that led back stood at its head."""

    label: str
    prose: Prose | None
    kind: str
    places: tuple[int, ...]
    because: str


def found_in(notes: Sequence[Called], body: Prose, links: Links, sheets: Sheets) -> list[Found]:
    """The notes in the order in which they are called."""
    places = body.places
    taken = {block for note in notes for block in note.blocks}
    drafts: list[_Draft] = []
    for at, note in enumerate(notes):
        drafts.append(_draft(note, places.get(str(at), ()), links, sheets))
        if note.blocks:
            drafts += _uncalled(note.blocks[-1], taken, sheets)
    _without_labels([draft for draft in drafts if draft.prose])
    by_kind = {
        kind: iter(numbers([draft.label for draft in drafts if draft.kind == kind]))
        for kind in {d.kind for d in drafts}
    }
    return [
        Found(draft.label, next(by_kind[draft.kind]), draft.kind, draft.prose, draft.places, because=draft.because)
        for draft in drafts
    ]


def _draft(note: Called, places: tuple[int, ...], links: Links, sheets: Sheets) -> _Draft:
    label = bare(note.calls[0].label) or "*"
    kind = "end" if note.blocks and _is_end(note) else "foot"
    prose = _text(note.blocks, sheets, links.back(note)) if note.blocks else None
    return _Draft(label, prose, kind, places, f"a link leads to it: #{note.target[1]}")


def _is_end(note: Called) -> bool:
    """A note that says so, or that stands on another page of a book than its call."""
    said = " ".join((says(note.blocks[0]), note.target[1]))
    return bool(_END.search(said)) or note.page != note.calls[0].page


def _text(blocks: Sequence[Element], sheets: Sheets, back: set[Element]) -> Prose:
    prose = Prose()
    writer = Writer(prose, sheets, _language(blocks[0]), dropped=back, in_note=True)
    for block in blocks:
        writer.element(block)
        prose.break_line()
    ending = _EMPTY_END.search(prose.text)
    if ending:
        prose.cut(0, ending.start())
    return prose


def _language(element: Element) -> str:
    """The language of the page around an element."""
    return next((tag for one in element.iterancestors() if (tag := attribute(one, "lang"))), "")


def _without_labels(drafts: Sequence[_Draft]) -> None:
    """Take the labels off the heads of the notes, where most notes have theirs printed there."""
    heads = [_head(draft) for draft in drafts]
    printed = sum(head > 0 for head in heads) > _HALF * len(heads)
    for draft, head in zip(drafts, heads, strict=True):
        text = draft.prose.text if draft.prose else ""
        rest = _RESTS.match(text)
        cut = head if printed else rest.end() if rest else 0
        if draft.prose and cut and cut < len(text):
            draft.prose.cut(cut, len(text))


def _head(draft: _Draft) -> int:
    """Where the text begins behind its own label; 0 where it has none at its head."""
    text = draft.prose.text if draft.prose else ""
    start = len(text) - len(text.lstrip("[({ "))
    end = start + len(draft.label)
    if not text.startswith(draft.label, start) or text[end : end + 1].isalnum():
        return 0
    return len(text) - len(text[end:].lstrip("])}.: "))


def _uncalled(block: Element, taken: set[Element], sheets: Sheets) -> list[_Draft]:
    """The entries of a list of notes behind this one that nothing calls, up to the next one that something does."""
    found: list[_Draft] = []
    following = block.getnext()
    if local(block) != "li" or following is None or following in taken:
        return found
    number = sum(local(one) == "li" for one in block.itersiblings(preceding=True)) + 1
    for sibling in block.itersiblings():
        if sibling in taken or local(sibling) != "li":
            break
        number += 1
        prose = _text([sibling], sheets, set())
        found.append(_Draft(str(number), prose, "foot", (), "an entry of the list of notes"))
        taken.add(sibling)
    return [draft for draft in found if draft.prose and draft.prose.text]
