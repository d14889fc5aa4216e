"""Two columns on a page, full-width stretches between them: the lines in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.read.pdf.sheets import Block, Line, beside

_FEWEST = 8
_SHORTEST = 12
_SHARE = 0.6
_STEP = 4.0
_PLACES = 40
_TOLERANCE = 1.5
_SAME = 0.2
_SMALL = 0.85
_LIFT = (0.15, 0.6)
_AWAY = 2.5


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """The blocks of a page: one where it has one column."""
    gutter = _gutter(lines)
    if gutter is None:
        return (_level(lines),) if lines else ()
    found: list[Block] = []
    left: list[Line] = []
    right: list[Line] = []
    full: list[Line] = []
    for line in lines:
        if line.right <= gutter + _TOLERANCE or line.left >= gutter - _TOLERANCE:
            found += [_level(full)] if full else []
            full = []
            (left if line.right <= gutter + _TOLERANCE else right).append(line)
        else:
            found += [_level(column) for column in (left, right) if column]
            left, right = [], []
            full.append(line)
    return (*found, *(_level(block) for block in (left, right, full) if block))


def _level(lines: Sequence[Line]) -> Block:
    """A block, stretches of one line that wide blanks tore apart put together, numbers raised above it among them."""
    found: list[Line] = []
    for line in lines:
        above = found[-1] if found else None
        if above and _is_lifted(above, line):
            number = replace(above, raised=((0, len(above.text)),))
            found[-1] = beside(*sorted((number, line), key=lambda one: one.left))
        elif above and abs(above.base - line.base) < _SAME * line.size and line.left > above.left:
            found[-1] = beside(above, line)
        else:
            found.append(line)
    return tuple(found)


def _is_lifted(number: Line, line: Line) -> bool:
    """Whether a line is nothing but a small number that stands a little above another, at one of its ends."""
    if not number.text.isdecimal() or number.size > _SMALL * line.size:
        return False
    lift = number.base - line.base
    near = min(abs(number.left - line.right), abs(line.left - number.right)) < _AWAY * line.size
    return near and _LIFT[0] * line.size < lift < _LIFT[1] * line.size


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the columns part; None where there is one column."""
    long = [line for line in lines if len(line.text) > _SHORTEST]
    if len(long) < 2 * _FEWEST:
        return None
    start, end = min(line.left for line in long), max(line.right for line in long)
    middle, reach = (start + end) / 2, (end - start) / 5
    step = max(_STEP, reach / _PLACES)
    places = [middle + side * at * step for at in range(int(reach / step)) for side in (1, -1)]
    best = max(places, key=lambda place: _parted(long, place), default=middle)
    left, right = _parted_lines(long, best)
    enough = len(left) > _FEWEST and len(right) > _FEWEST and len(left) + len(right) > _SHARE * len(long)
    return best if enough and _stand_side_by_side(left, right) else None


def _parted(lines: Sequence[Line], place: float) -> int:
    """How many lines the smaller side of a place has, less those that cross it."""
    left, right = _parted_lines(lines, place)
    return 2 * (len(left) + len(right)) - abs(len(left) - len(right)) // 4


def _parted_lines(lines: Sequence[Line], place: float) -> tuple[list[Line], list[Line]]:
    left = [line for line in lines if line.right <= place + _TOLERANCE]
    return left, [line for line in lines if line.left >= place - _TOLERANCE]


def _stand_side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether the columns share their height: a short list at the left and one below it at the right do not."""
    low, high = max(left[-1].base, right[-1].base), min(left[0].base, right[0].base)
    return sum(low <= line.base <= high for line in (*left, *right)) > (len(left) + len(right)) / 2
