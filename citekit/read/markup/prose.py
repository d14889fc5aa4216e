"""Text as it is put together out of a tree: white space folded on the way in, with what is set apart in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from citekit.model import Run, Span, StoredCitation, StoredItem

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff\ufffe\ufffc"))
"""Where a word may be torn, and what stands for a picture: nothing of it is printed."""


class Prose:
    """The text of a body or of one note, and the offsets of all that is not plain in it.

    Blanks of every kind come out as one; none stands at either end. :meth:`break_line` ends a line of a body; in a
    note, which is one line, it is a blank.
    """

    def __init__(self, *, lines: bool = False) -> None:
        """Begin with nothing; ``lines`` keeps the ends of paragraphs."""
        self._lines = lines
        self._parts: list[str] = []
        self._gap = ""
        self._runs: list[Run] = []
        self.length = 0
        self.calls: list[tuple[int, str]] = []
        self.stored: list[StoredCitation] = []
        self.unread: list[Span] = []

    def write(self, text: str) -> None:
        """Add text."""
        text = text.translate(_INVISIBLE) if not text.isascii() else text
        words = text.split()
        if not words:
            self._gap = self._gap or (" " if text else "")
            return
        if text[0].isspace():
            self._gap = self._gap or " "
        if self._gap and self.length:
            self._add(self._gap)
        self._add(" ".join(words))
        self._gap = " " if text[-1].isspace() else ""

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    def break_line(self) -> None:
        """End a paragraph."""
        self._gap = "\n" if self._lines else " "

    def settle(self) -> None:
        """Write the blank that would stand before what follows, so that a place is behind it."""
        if self._gap and self.length:
            self._add(self._gap)
        self._gap = ""

    def call(self, key: str) -> None:
        """A note is called here."""
        self.settle()
        self.calls.append((self.length, key))

    @property
    def places(self) -> dict[str, tuple[int, ...]]:
        """Where each note is called, the notes in the order of their first calls."""
        found: dict[str, list[int]] = {}
        for place, key in self.calls:
            found.setdefault(key, []).append(place)
        return {key: tuple(places) for key, places in found.items()}

    @contextmanager
    def set_apart(self, *styles: str, target: str = "") -> Iterator[None]:
        """What is written meanwhile is in these styles."""
        start = self.length
        yield
        self.mark(start, *styles, target=target)

    def mark(self, start: int, *styles: str, target: str = "") -> None:
        """What was written since an offset is in these styles."""
        if self.length > start:
            self._runs += [Run(start, self.length, style, target) for style in styles if style]

    def store(self, start: int, origin: str, source: str) -> None:
        """What was written since an offset was set by a reference manager, which left this JSON there."""
        try:
            stored = _stored(source, origin, (start, self.length))
        except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
            self.unread.append((start, self.length))
        else:
            self.stored.append(stored)

    def keep(self, start: int, item: StoredItem, origin: str) -> None:
        """What was written since an offset cites this item."""
        if self.length > start:
            self.stored.append(StoredCitation((start, self.length), origin, (item,)))

    def cut(self, start: int, end: int) -> None:
        """Keep this stretch alone."""
        kept = self.text[start:end]
        head = len(kept) - len(kept.lstrip())
        self._parts = [kept.strip()]
        self.length = len(self._parts[0])
        self._gap = ""

        def moved(offset: int) -> int:
            return min(max(offset - start - head, 0), self.length)

        self._runs = [replace(run, start=moved(run.start), end=moved(run.end)) for run in self._runs]
        self.stored = [replace(one, span=(moved(one.span[0]), moved(one.span[1]))) for one in self.stored]
        self.unread = [(moved(first), moved(last)) for first, last in self.unread]

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def runs(self, text: str) -> tuple[Run, ...]:
        """What is set apart in the text, neighbours of one style as one, without blanks at their ends."""
        merged: list[Run] = []
        latest: dict[tuple[str, str], int] = {}
        for run in sorted(self._runs, key=lambda run: (run.start, -run.end)):
            start, end = trimmed(text, run.start, run.end)
            if start >= end:
                continue
            at = latest.get((run.style, run.target))
            if at is not None and not text[merged[at].end : start].strip():
                start, end = merged[at].start, max(end, merged[at].end)
                merged[at] = Run(start, end, run.style, run.target)
            else:
                latest[run.style, run.target] = len(merged)
                merged.append(Run(start, end, run.style, run.target))
        return tuple(merged)

    def citations(self, text: str) -> tuple[StoredCitation, ...]:
        """The citations stored in the text, in order; of two that overlap the outer one."""
        kept: list[StoredCitation] = []
        for one in sorted(self.stored, key=lambda one: (one.span[0], -one.span[1])):
            start, end = trimmed(text, *one.span)
            if start < end and (not kept or start >= kept[-1].span[1]):
                kept.append(replace(one, span=(start, end)))
        return tuple(kept)


def trimmed(text: str, start: int, end: int) -> Span:
    """A stretch without blanks at its ends."""
    start, end = min(start, len(text)), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _stored(source: str, origin: str, span: Span) -> StoredCitation:
    """The citation that JSON in the form of citeproc's ``csl-citation`` tells, whatever follows it."""
    value, _ = json.JSONDecoder().raw_decode(source[source.index("{") :])
    json.dumps(value, ensure_ascii=False).encode()  # half a character, which nothing could write, raises here
    items = tuple(_item(item) for item in value["citationItems"])
    if not items:
        raise ValueError("a citation of nothing")
    return StoredCitation(span, origin, items, _plain(value))


def _item(value: dict[str, Any]) -> StoredItem:
    record = value.get("itemData") or value.get("item")
    if not isinstance(record, dict):
        raise TypeError("a citation without its record")
    texts = {name: value.get(name) for name in ("locator", "label", "prefix", "suffix")}
    return StoredItem(record, **{name: str(text) for name, text in texts.items() if text not in (None, "", False)})


def _plain(value: dict[str, Any]) -> str:
    """The text as the manager set it: Zotero's ``plainCitation``, Mendeley's ``plainTextFormattedCitation``."""
    zotero, mendeley = value.get("properties") or {}, value.get("mendeley") or {}
    return str(zotero.get("plainCitation") or mendeley.get("plainTextFormattedCitation") or "")
