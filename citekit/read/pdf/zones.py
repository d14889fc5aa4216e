"""Where the notes of a block begin: below the last line of the body, in smaller type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citekit.read.forms import form_at
from citekit.read.pdf.bands import pitch
from citekit.read.pdf.sheets import Block, Line
from citekit.read.pdf.sizes import is_small

LONG = 25
"""Characters of a line that is no heading and no last line of a paragraph."""
NARROW = 12
"""The same in a column."""
_GAP = 1.8
_SPACED = 1.5
"""Notes are set no wider than this many of their sizes from line to line."""
_DEEPEST = 2
_OFTEN = 3
SIGNS = frozenset("*∗†‡")
_STARS = re.compile(r"[*∗†‡]{1,3}(?=\s|[^\W\d_])")


def star_end(line: Line) -> int:
    """Where the stars end that open an author's note; 0 where none do."""
    match = _STARS.match(line.text)
    return match.end() if match else 0


def opens_note(line: Line) -> bool:
    """Whether a line opens with what may be the number or the star of a note."""
    if line.label_end or star_end(line):
        return True
    return bool(form_at(line.text, 0, len(line.text)))


@dataclass(frozen=True, slots=True)
class Look:
    """What the body and the notes of a paper look like: the size of the body, how long the rules above notes are."""

    body: float
    rules: frozenset[int] = frozenset()


def learnt(blocks: Iterable[tuple[Block, dict[int, int]]], body: float) -> Look:
    """How long the rules are that stand above notes again and again."""
    widths = Counter(
        width
        for block, ruled in blocks
        for at, width in ruled.items()
        if _are_notes(block, at, _last_of_body(block, body, LONG))
    )
    return Look(body, frozenset(width for width, count in widths.items() if count >= _OFTEN))


def zone_start(block: Block, ruled: dict[int, int], look: Look, *, narrow: bool) -> int:
    """The index of the first line of notes in a block, or the number of its lines.

    ``ruled`` are the lines above which a rule stands, with its width. Small print above the first number may be the end
    of a note from the page before, or else a quotation, a table, a caption: a rule, a line of the body or a wide gap
    parts these from the notes.
    """
    body = look.body
    last = _last_of_body(block, body, NARROW if narrow else LONG)
    for at in sorted(ruled, reverse=True):
        if _are_notes(block, at, last) or (ruled[at] in look.rules and not _is_marked(block[at:])):
            return at
    start = next((at for at in range(last + 1, len(block)) if is_small(block[at], body)), len(block))
    first = next((at for at in range(start, len(block)) if is_small(block[at], body) and opens_note(block[at])), None)
    if first is None:
        return start
    start = next((at + 1 for at in range(first - 1, start - 1, -1) if not is_small(block[at], body)), start)
    return _below_gap(block, start, first)


def _are_notes(block: Block, start: int, last: int) -> bool:
    """Whether the lines below a rule are notes: small print, or numbers that are raised and open lines."""
    if start > last:
        return any(opens_note(line) for line in block[start:])
    return any(line.label_end for line in block[start:]) and not _is_marked(block[start:])


def _is_marked(lines: Sequence[Line]) -> bool:
    """Whether as many lines hold a raised number as open with one, as those of the body do."""
    raised = [line.raised[0][0] for line in lines if line.raised]
    return bool(raised) and 2 * raised.count(0) <= len(raised)


def _last_of_body(block: Block, body: float, least: int) -> int:
    """The index of the last long line of the body, or -1."""
    for at in range(_without_foot(block, body) - 1, -1, -1):
        if not is_small(block[at], body) and len(block[at].text) > least:
            return at
    return -1


def _without_foot(block: Block, body: float) -> int:
    """The number of lines without a foot that stands on this page alone, in the size of the body, far below notes."""
    for stop in range(max(1, len(block) - _DEEPEST), len(block)):
        above = block[stop - 1]
        far = above.base - block[stop].base > _GAP * pitch(block[max(0, stop - 6) : stop])
        if far and is_small(above, body) and not any(is_small(line, body) for line in block[stop:]):
            return stop if any(opens_note(line) for line in block[:stop] if is_small(line, body)) else len(block)
    return len(block)


def _below_gap(block: Block, start: int, first: int) -> int:
    """The first line below the last wide gap before the first number."""
    widest = _GAP * min(pitch(block[start:]), _SPACED * block[first].size)
    for at in range(first, start, -1):
        if block[at - 1].base - block[at].base > widest:
            return at
    return start


def zone_stop(block: Block, start: int, body: float) -> int:
    """The index after the last line of notes: lines in the size of the body, or far below the others, are none."""
    stop = len(block)
    if not all(is_small(line, body) for line in block[start : start + 2]):
        return stop  # notes as large as the body
    widest = _GAP * pitch(block[start:])
    for at, (upper, lower) in enumerate(pairwise(block[start:]), start + 1):
        if upper.base - lower.base > widest and not is_small(lower, body):
            return at
    while stop > start and not is_small(block[stop - 1], body):
        stop -= 1
    return stop
