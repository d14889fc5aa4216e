"""Field codes of a Word file (ECMA-376, 17.16): what a reference manager stored, and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from citekit.read.markup.prose import Prose

_RECORD = re.compile(r"CSL_CITATION\s*\{")
_LINK = re.compile(r'\s*HYPERLINK\s+"(?P<target>[^"]+)"')


def is_record(instruction: str) -> bool:
    """Whether a field, a bookmark or a mark holds a citation as citeproc takes it."""
    return bool(_RECORD.search(instruction))


def origin_of(instruction: str) -> str:
    """The reference manager that left a record: Zotero names itself, Mendeley does not before its data."""
    return "zotero" if "ZOTERO" in instruction[:80] else "mendeley"


@dataclass(slots=True)
class _Field:
    """A field under way: its instruction, and where its result begins."""

    parts: list[str] = field(default_factory=list)
    start: int | None = None


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place of the text, the innermost last."""

    open: list[_Field] = field(default_factory=list)

    @property
    def instructing(self) -> bool:
        """Whether the text here is an instruction and not printed."""
        return any(one.start is None for one in self.open)

    def instruct(self, text: str) -> None:
        """A piece of an instruction; long ones are cut into many."""
        if self.open and self.open[-1].start is None:
            self.open[-1].parts.append(text)

    def turn(self, kind: str, prose: Prose) -> None:
        """A field begins, its result does, or it ends."""
        if kind == "begin":
            self.open.append(_Field())
        elif kind == "separate" and self.open:
            self.open[-1].start = prose.length
        elif kind == "end" and self.open:
            ended = self.open.pop()
            if ended.start is not None:
                _settle("".join(ended.parts), ended.start, prose)

    @contextmanager
    def whole(self, instruction: str, prose: Prose) -> Iterator[None]:
        """A field in one element."""
        start = prose.length
        yield
        _settle(instruction, start, prose)


def _settle(instruction: str, start: int, prose: Prose) -> None:
    """What a field that has ended leaves in the text."""
    if is_record(instruction):
        prose.store(start, origin_of(instruction), instruction)
    elif link := _LINK.match(instruction):
        prose.mark(start, "link", target=link["target"])
