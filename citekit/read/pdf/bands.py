"""Running heads and feet: what stands at the outer edges of page after page, at the same height."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from citekit.read.heads import is_page_number
from citekit.read.pdf.printed import numbers, offset
from citekit.read.pdf.sheets import Line, Sheet

_OUTER = 0.12
_LEVEL = 4.0
_APART = 1.6
_GAP = 1.25
_OTHER_SIZE = 0.4
_EVERYWHERE = 0.6
_DIGITS = re.compile(r"\d+")
_NOISE = re.compile(r"[\W_]+")
_NUMBERED = re.compile(r"[\[(]?\d{1,4}[\])]?[.:]?(?:\s|(?=[^\W\d]))|[*∗†‡]")


class Bands:
    """The heads and feet of a paper's sheets."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        """Learn from all sheets what returns on them."""
        self._pages = sum(bool(sheet.lines) for sheet in sheets)
        self._least = 3 if self._pages > 4 else 2
        self._pitch = {sheet.number: pitch(sheet.lines) for sheet in sheets}
        self.offset = offset(
            [(sheet, [*_edge(sheet, upper=True), *_edge(sheet, upper=False)]) for sheet in sheets if sheet.lines]
        )
        self._returning = self._repeated(sheets)
        self._levels = {upper: self._usual(sheets, upper=upper) for upper in (True, False)}

    def outer(self, sheet: Sheet, *, upper: bool) -> list[Line]:
        """The heads or the feet of a sheet, from the edge inwards."""
        edge = _edge(sheet, upper=upper)
        taken = 0
        for at in range(_outermost(sheet, edge, upper=upper)):
            if self._is_text(sheet, edge, at):
                break
            if self._is_band(sheet, edge, at, upper=upper):
                taken = at + 1
        while taken and not self._is_set_off(sheet, edge, taken, upper=upper):
            taken -= 1
        return edge[:taken]

    def _is_band(self, sheet: Sheet, edge: Sequence[Line], at: int, *, upper: bool) -> bool:
        line = edge[at]
        if is_page_number(line.text):
            return self._is_due(sheet, line) or (self.offset is None and self._gap(edge, at) > self._wide(sheet, line))
        if self._count(sheet, line, upper=upper) >= self._least:
            return True
        return self._gap(edge, at) > self._wide(sheet, line) and any(
            abs(line.base - level) < _LEVEL / 2 for level in self._levels[upper]
        )

    def _is_set_off(self, sheet: Sheet, edge: Sequence[Line], taken: int, *, upper: bool) -> bool:
        """Whether the outermost lines are parted from the text: by a gap, by their size, or by standing everywhere."""
        line = edge[taken - 1]
        if taken == len(edge) or abs(line.size - edge[taken].size) > _OTHER_SIZE:
            return True
        if self._gap(edge, taken - 1) > _GAP * self._pitch[sheet.number] or self._is_due(sheet, line):
            return True
        return self._count(sheet, line, upper=upper) >= _EVERYWHERE * self._pages

    def _is_due(self, sheet: Sheet, line: Line) -> bool:
        """Whether a line bears the number that the page should have, and little else."""
        if self.offset is None or not is_page_number(line.text):
            return False
        return sheet.number + self.offset in numbers(line) or not _DIGITS.search(line.text)

    def _is_text(self, sheet: Sheet, edge: Sequence[Line], at: int) -> bool:
        """Whether a line is of a note or of the body: a raised number in it, or any number before it and no gap."""
        line = edge[at]
        if is_page_number(line.text):
            return False
        if line.raised:
            return True
        return bool(_NUMBERED.match(line.text)) and self._gap(edge, at) < self._wide(sheet, line)

    def _wide(self, sheet: Sheet, line: Line) -> float:
        return _APART * max(self._pitch[sheet.number], line.size)

    @staticmethod
    def _gap(edge: Sequence[Line], at: int) -> float:
        """The distance to the next line inwards."""
        return abs(edge[at].base - edge[at + 1].base) if at + 1 < len(edge) else 1000.0

    def _count(self, sheet: Sheet, line: Line, *, upper: bool) -> int:
        """On how many pages a line stands at this height, digits aside."""
        heights = self._returning.get((upper, _key(line.text)), [])
        height = _height(sheet, line, upper=upper)
        return bisect_left(heights, height + _LEVEL) - bisect_right(heights, height - _LEVEL)

    def _repeated(self, sheets: Sequence[Sheet]) -> dict[tuple[bool, str], list[float]]:
        """Texts at the edges, digits masked → their distances from the edge, one for each page, rising."""
        found: dict[tuple[bool, str], list[float]] = defaultdict(list)
        for sheet in sheets:
            for upper in (True, False):
                keys = {_key(line.text): _height(sheet, line, upper=upper) for line in _edge(sheet, upper=upper)}
                for key, height in keys.items():
                    if key:
                        insort(found[upper, key], height)
        return found

    def _usual(self, sheets: Sequence[Sheet], *, upper: bool) -> set[float]:
        """The heights of lines that return or number the page, and those at which most pages have one that is apart."""
        apart: Counter[float] = Counter()
        known: Counter[float] = Counter()
        for sheet in sheets:
            edge = _edge(sheet, upper=upper)
            if len(edge) > 1 and not self._is_text(sheet, edge, 0):
                apart[round(edge[0].base)] += self._gap(edge, 0) > self._wide(sheet, edge[0])
            for line in edge[:2]:
                known[round(line.base)] += self._is_due(sheet, line) or (
                    self._count(sheet, line, upper=upper) >= self._least
                )
        most = max(self._least, self._pages / 2)
        usual = {level for level in apart if _near(apart, level) >= most}
        return usual | {level for level in known if known[level] and _near(known, level) >= self._least}


def _near(found: Counter[float], level: float) -> int:
    """How often a height was found, a little above or below it included: scanned pages lie a little askew."""
    return sum(count for other, count in found.items() if abs(other - level) < _LEVEL)


def pitch(lines: Iterable[Line]) -> float:
    """The usual distance from one baseline to the next."""
    steps = [upper.base - lower.base for upper, lower in pairwise(lines) if upper.base - lower.base > 0.5 * lower.size]
    return median(steps) if steps else 12.0


def _edge(sheet: Sheet, *, upper: bool) -> list[Line]:
    """The lines in the outer part of a sheet, from the edge inwards, and two more."""
    lines = sheet.lines if upper else sheet.lines[::-1]
    return list(lines[: _outermost(sheet, lines, upper=upper) + 2])


def _outermost(sheet: Sheet, lines: Sequence[Line], *, upper: bool) -> int:
    """How many of these lines stand in the outer part of a sheet."""
    reach = sheet.height * _OUTER
    return sum(_height(sheet, line, upper=upper) < reach for line in lines)


def _height(sheet: Sheet, line: Line, *, upper: bool) -> float:
    return sheet.top - line.base if upper else line.base - sheet.bottom


def _key(text: str) -> str:
    return _NOISE.sub("", _DIGITS.sub("", text)).casefold()
