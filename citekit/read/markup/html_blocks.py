"""Which elements of a page hold a note, given the place that its link leads to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from citekit.read.markup.xml import Element, local, said

BLOCKS = frozenset(
    "p div li dd dt td th tr aside section article blockquote body ol ul dl table tbody h1 h2 h3 h4 h5 h6 figure hr "
    "main pre center header footer nav figcaption address html caption details summary thead tfoot".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_WRAPPERS = frozenset("div li aside dd td tr blockquote section p".split())
_SAYING = frozenset({"class", "role", "type", "id"})
_NOTES = re.compile(
    r"\b(?:footnotes|endnotes|rearnotes|notes|references|doc-endnotes|doc-footnotes|fnlist)\b", re.IGNORECASE
)
_NOTE = re.compile(r"\b(?:footnote|endnote|rearnote|doc-footnote|doc-endnote|note)\b", re.IGNORECASE)


def is_heading(element: Element) -> bool:
    """Whether an element is a heading or stands in one."""
    return any(local(one) in _HEADINGS for one in (element, *element.iterancestors()))


def says(element: Element) -> str:
    """What an element says of itself: classes, role, type and id."""
    return said(element, _SAYING)


def is_notes(element: Element) -> bool:
    """Whether an element holds the notes of a page."""
    return bool(_NOTES.search(says(element)))


def block_of(place: Element, counts: Counter[Element], call: Element, callers: set[Element]) -> list[Element]:
    """The elements that hold the note at a place: none where it would be the text that calls it.

    The block around the place, or what wraps it and holds no other note, nor a heading, nor the link that calls it;
    then the paragraphs that follow it up to the next note. ``counts`` tells how many notes each element holds,
    ``callers`` are the elements that hold a link which calls one.
    """
    calling = {call, *call.iterancestors()}
    block = place
    while local(block) not in BLOCKS:
        parent = block.getparent()
        if parent is None:
            return []
        block = parent
    if block in calling or local(block) in ("body", "html") or counts[block] > 1:
        return [place] if place not in calling and "".join(map(str, place.itertext())).strip() else []
    while (wrapper := block.getparent()) is not None and _wraps(wrapper, counts, calling):
        if wrapper in callers and block not in callers:
            break  # what stands beside the note is the text
        block = wrapper
    return [block, *_following(block, counts, callers)]


def _wraps(wrapper: Element, counts: Counter[Element], calling: set[Element]) -> bool:
    if local(wrapper) not in _WRAPPERS or counts[wrapper] != 1 or wrapper in calling:
        return False
    if is_notes(wrapper) and not _NOTE.search(says(wrapper)):
        return False
    return not any(local(one) in _HEADINGS or local(one) == "hr" for one in wrapper.iter("*"))


def _following(block: Element, counts: Counter[Element], callers: set[Element]) -> Iterator[Element]:
    """What goes on with a note: the description of a term, or paragraphs of no other note before the next."""
    name = local(block)
    if name not in ("p", "dt"):
        return
    run: list[Element] = []
    closed = False
    for sibling in block.itersiblings():
        if counts[sibling] or sibling in callers or local(sibling) not in ("p", "blockquote", "dd", "ul", "ol"):
            closed = bool(counts[sibling])
            break
        if name == "dt" and local(sibling) != "dd":
            break
        run.append(sibling)
    else:
        parent = block.getparent()
        closed = parent is not None and is_notes(parent)
    if name == "dt" or (closed and all(_goes_on(one) for one in run)):
        yield from run


def _goes_on(element: Element) -> bool:
    return bool("".join(map(str, element.itertext())).strip()) or len(element) == 0
