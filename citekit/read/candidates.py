"""A number that may open a note or mark a place in the body, with the reasons for and against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Part: TypeAlias = tuple[str, float]
"""A named part of a score."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A number in the text that may be a note's label or a marker in the body.

    ``start`` and ``stop`` are the offsets of the number with what belongs to it (``[12]``, ``12.``); ``shape`` names
    that dress (``bare``, ``dot``, ``bracket`` …). ``cited`` tells that the words after a label look like a citation,
    ``ocr`` that letters were taken for digits, ``place`` where a label stands: ``line``, ``glued``, ``alone``,
    ``displaced`` or ``inside`` a line. ``printed`` is where the number of a
    displaced label stands, whose ``start`` is that of its text. ``score`` is the sum of the parts.
    """

    number: int
    start: int
    stop: int
    shape: str
    parts: tuple[Part, ...]
    cited: bool = False
    ocr: bool = False
    place: str = "line"
    printed: tuple[int, int] | None = None

    score: float = field(init=False, compare=False)

    def with_part(self, part: Part) -> Candidate:
        """The same with one more part of its score; with one that weighs nothing, itself."""
        if not part[1]:
            return self
        parts = (*self.parts, part)
        return Candidate(
            self.number, self.start, self.stop, self.shape, parts, self.cited, self.ocr, self.place, self.printed
        )

    def __post_init__(self) -> None:
        object.__setattr__(self, "score", sum([weight for _, weight in self.parts]))
