"""Running heads and feet: what stands at the outer edges of page after page, at the same height."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from citekit.read.heads import is_page_number
from citekit.read.pdf.sheets import Line, Sheet

_OUTER = 0.12
_LEVEL = 4.0
_APART = 1.6
_DIGITS = re.compile(r"\d+")
_NOISE = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"[\[(]?\d{1,4}[\])]?[.:]?(?:\s|(?=[^\W\d]))|[*∗†‡]")


class Bands:
    """The heads and feet of a paper's sheets."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        """Learn from all sheets what returns on them."""
        pages = sum(bool(sheet.lines) for sheet in sheets)
        self._least = 3 if pages > 4 else 2
        self._pitch = {sheet.number: pitch(sheet.lines) for sheet in sheets}
        self._returning = self._repeated(sheets)
        self._levels = {upper: self._usual(sheets, pages, upper=upper) for upper in (True, False)}

    def outer(self, sheet: Sheet, *, upper: bool) -> list[Line]:
        """The heads or the feet of a sheet, from the edge inwards.

        They end with the first line that neither returns elsewhere nor numbers the page, unless one further in does.
        """
        edge = _edge(sheet, upper=upper)
        taken = 0
        for at, line in enumerate(edge):
            if self._is_band(sheet, edge, at, upper=upper):
                taken = at + 1
            elif self._opens_note(sheet, line, edge[at + 1 : at + 2]):
                break
        return edge[:taken]

    def _is_band(self, sheet: Sheet, edge: Sequence[Line], at: int, *, upper: bool) -> bool:
        line = edge[at]
        if self._opens_note(sheet, line, edge[at + 1 : at + 2]):
            return False
        if is_page_number(line.text) and at < 4:
            return True
        return self._returns(sheet, line, upper=upper) or any(
            abs(line.base - level) < _LEVEL / 2 for level in self._levels[upper]
        )

    def _opens_note(self, sheet: Sheet, line: Line, inner: Sequence[Line]) -> bool:
        """Whether a line opens a note: a raised number, or any number where the line does not stand apart."""
        if line.label_end and not is_page_number(line.text):
            return True
        if not _NUMBERED.match(line.text) or is_page_number(line.text):
            return False
        gap = min((abs(line.base - other.base) for other in inner), default=1000.0)
        return gap < _APART * max(self._pitch[sheet.number], line.size)

    def _returns(self, sheet: Sheet, line: Line, *, upper: bool) -> bool:
        heights = self._returning.get((upper, _key(line.text)), [])
        height = _height(sheet, line, upper=upper)
        return sum(abs(height - other) < _LEVEL for other in heights) >= self._least

    def _repeated(self, sheets: Sequence[Sheet]) -> dict[tuple[bool, str], list[float]]:
        """Texts at the edges, digits masked → their distances from the edge, one for each page."""
        found: dict[tuple[bool, str], list[float]] = defaultdict(list)
        for sheet in sheets:
            for upper in (True, False):
                keys = {_key(line.text): _height(sheet, line, upper=upper) for line in _edge(sheet, upper=upper)}
                for key, height in keys.items():
                    if key:
                        found[upper, key].append(height)
        return found

    def _usual(self, sheets: Sequence[Sheet], pages: int, *, upper: bool) -> set[float]:
        """The heights at which more than half of the pages have a line that stands apart from the text."""
        found: Counter[float] = Counter()
        for sheet in sheets:
            edge = _edge(sheet, upper=upper)
            if len(edge) > 1 and not self._opens_note(sheet, edge[0], edge[1:2]):
                gap = abs(edge[0].base - edge[1].base)
                found[round(edge[0].base)] += gap > _APART * max(self._pitch[sheet.number], edge[0].size)
        return {level for level, count in found.items() if count >= max(self._least, pages / 2)}


def pitch(lines: Iterable[Line]) -> float:
    """The usual distance from one baseline to the next."""
    steps = [upper.base - lower.base for upper, lower in pairwise(lines) if upper.base - lower.base > 0.5 * lower.size]
    return median(steps) if steps else 12.0


def _edge(sheet: Sheet, *, upper: bool) -> list[Line]:
    """The lines in the outer part of a sheet, from the edge inwards, and one more."""
    lines = sheet.lines if upper else sheet.lines[::-1]
    reach = sheet.height * _OUTER
    count = sum(_height(sheet, line, upper=upper) < reach for line in lines)
    return list(lines[: count + 1])


def _height(sheet: Sheet, line: Line, *, upper: bool) -> float:
    return sheet.top - line.base if upper else line.base - sheet.bottom


def _key(text: str) -> str:
    return _NOISE.sub("", _DIGITS.sub("#", text)).casefold() or "#" * bool(_DIGITS.search(text))
