"""Quotation marks, brackets and italics of a note: what encloses what, with the marks forgotten or torn off."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.model import Span

_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‘": "’",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "《": "》",
    "〈": "〉",
    '"': '"',
    "'": "'",
    "‟": "”",
}
_DOUBLE = '“„«"「『《‟'
_BRACKETS = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】"}
_OPENING = re.compile(f"[{re.escape(''.join([*_PAIRS, *_BRACKETS]))}]")
_SINGLE_CLOSES = re.compile(r"[’'‘](?=[,.;:)\]?!]|\s+(?:in|In|ed|eds|\(|\[)|\s*$)|(?<=[,.?!])[’'](?![^\W\d_])")
_SINGLE_MAY_CLOSE = re.compile(r"[’'‘](?![^\W\d_])")
_GLOSS_END = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)(?=,)")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A quotation, bracket or italic title at the top level: its outer and inner stretch, if its end is printed."""

    kind: str
    start: int
    end: int
    inner: tuple[int, int]
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Structure:
    """A note's text with its top-level enclosures and a mask of what lies inside one (``1``) or not (``0``)."""

    text: str
    enclosures: tuple[Enclosure, ...]
    mask: bytes
    gaps: tuple[int, ...] = ()
    titles: tuple[Span, ...] = ()

    def at_top(self, offset: int) -> bool:
        """Whether a character stands outside all quotes and brackets."""
        return offset >= len(self.mask) or self.mask[offset] == 0

    def quotes(self, start: int, end: int) -> tuple[Enclosure, ...]:
        """The quotations that begin in a stretch."""
        return tuple(e for e in self.enclosures if e.kind == "quote" and start <= e.start < end)

    def brackets(self, start: int, end: int) -> tuple[Enclosure, ...]:
        """The brackets that begin in a stretch."""
        return tuple(e for e in self.enclosures if e.kind == "bracket" and start <= e.start < end)

    def italics(self, start: int, end: int) -> tuple[Enclosure, ...]:
        """The italic titles that lie in a stretch."""
        return tuple(e for e in self.enclosures if e.kind == "italic" and start <= e.start and e.end <= end)

    def within(self, start: int, end: int) -> Structure:
        """A stretch as a structure of its own, its offsets those of the whole."""
        titles = tuple(title for title in self.titles if start <= title[0] and title[1] <= end)
        return analyse(" " * start + self.text[start:end], titles=titles)


def analyse(text: str, gaps: tuple[int, ...] = (), titles: tuple[Span, ...] = ()) -> Structure:
    """Find the top-level enclosures of a note; ``titles`` are its italic stretches that may be titles.

    An opening mark whose like opens again before it closes was never closed (“… “…”): its end is then put after the
    bracketed gloss that is followed by a comma, or it is no enclosure at all. An enclosure still open where the
    note's end is lost runs to that end.
    """
    found: list[Enclosure] = []
    position = 0
    italics = {start: Enclosure("italic", start, end, (start, end)) for start, end in titles}
    openings = sorted({match.start() for match in _OPENING.finditer(text)} | set(gaps) | italics.keys())
    for opening in openings:
        if opening < position or opening >= len(text):
            continue
        enclosure = italics.get(opening) or _open_at(text, opening, gaps) or _torn_open(text, opening, gaps)
        if enclosure:
            found.append(enclosure)
            position = enclosure.end
    mask = bytearray(len(text))
    for enclosure in found:
        mask[enclosure.start : enclosure.end] = b"\1" * (enclosure.end - enclosure.start)
    return Structure(text, tuple(found), bytes(mask), gaps, titles)


def _open_at(text: str, position: int, gaps: tuple[int, ...]) -> Enclosure | None:
    char = text[position]
    if char in _BRACKETS:
        return _bracket(text, position, gaps)
    if char in _PAIRS and _may_open(text, position):
        return _quote(text, position, gaps)
    return None


def _may_open(text: str, position: int) -> bool:
    """A straight mark or apostrophe opens only after a blank, a bracket or at the start."""
    if text[position] not in "\"'‘‚":
        return True
    before = text[position - 1 : position]
    after = text[position + 1 : position + 2]
    return (not before or before in " ([—–-/:“‘") and bool(after.strip())


def _opens(text: str, index: int) -> bool:
    """Whether a straight mark opens: a blank or bracket stands before it and none behind it."""
    return text[index - 1] in " ([—" and bool(text[index + 1 : index + 2].strip())


def _quote(text: str, position: int, gaps: tuple[int, ...]) -> Enclosure | None:
    opening = text[position]
    end = _single_end(text, position) if opening in "‘'‚" else _double_end(text, position)
    if end is not None:
        return Enclosure("quote", position, end + 1, (position + 1, end))
    return _unclosed(text, position, gaps)


def _double_end(text: str, position: int) -> int | None:
    """Where a double quotation closes; None when its like opens again first."""
    opening, closings = text[position], _PAIRS[text[position]]
    for index in range(position + 1, len(text)):
        char = text[index]
        if char == opening == '"' and _opens(text, index):
            return None
        if char in closings:
            return index
        if char == opening:
            return None
    return None


def _single_end(text: str, position: int) -> int | None:
    """Where a single quotation closes: an apostrophe inside a word, or after a plural's s, does not close it."""
    reopened = text.find("‘", position + 1) if text[position] == "‘" else -1
    for pattern in (_SINGLE_CLOSES, _SINGLE_MAY_CLOSE):
        for match in pattern.finditer(text, position + 2):
            inner_quotes = text[position + 1 : match.start()]
            if inner_quotes.count("“") == inner_quotes.count("”"):
                if 0 <= reopened < match.start() and text.find("’", match.start() + 1) > 0:
                    reopened = text.find("‘", match.start() + 1)
                    continue
                return match.start()
    return None


def _unclosed(text: str, position: int, gaps: tuple[int, ...]) -> Enclosure | None:
    """The extent of a quotation whose closing mark is missing, or None when nothing tells it."""
    opening = text[position]
    if opening not in _DOUBLE:
        return None
    again = text.find(opening, position + 1)
    limit = again if again >= 0 else len(text)
    if again < 0 and len(text) in gaps:
        return Enclosure("quote", position, len(text), (position + 1, len(text)), closed=False)
    gloss = _GLOSS_END.search(text, position, limit)
    if gloss and ". " not in text[position : gloss.start()]:
        return Enclosure("quote", position, gloss.end(), (position + 1, gloss.end()), closed=False)
    return None


def _torn_open(text: str, position: int, gaps: tuple[int, ...]) -> Enclosure | None:
    """A quotation whose opening mark was lost with the text before it: it begins where the loss ends."""
    if position not in gaps:
        return None
    closing = next((i for i in range(position, len(text)) if text[i] in "”»」』"), None)
    if closing is None or any(mark in text[position:closing] for mark in _DOUBLE):
        return None
    start = position + len(text[position:closing]) - len(text[position:closing].lstrip())
    return Enclosure("quote", start, closing + 1, (start, closing), closed=False)


def _bracket(text: str, position: int, gaps: tuple[int, ...]) -> Enclosure | None:
    opening = text[position]
    closing, depth = _BRACKETS[opening], 0
    last = text.rfind(closing)
    for index in range(position, last + 1):
        if text[index] == opening:
            depth += 1
        elif text[index] == closing:
            depth -= 1
            if depth == 0:
                return Enclosure("bracket", position, index + 1, (position + 1, index))
    if len(text) in gaps:
        return Enclosure("bracket", position, len(text), (position + 1, len(text)), closed=False)
    return None
