"""Small print without a number of its own: the rest of a note from the page before, or a quotation, a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from citekit.model import Span
from citekit.read.captions import opens_caption
from citekit.read.genre import breaks_off, ends_sentence, is_cited, starts_lower
from citekit.read.pdf.rows import BODY, Rows
from citekit.read.pdf.sheets import Line

_ENOUGH = 0.6
_USUAL = 0.08
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Carried:
    """The rows of a stream that belong to notes, and stretches of rows whose note has lost its number."""

    rows: frozenset[int]
    orphans: tuple[Span, ...] = ()


def carried(rows: Rows, numbers: Mapping[int, int], stream: Sequence[int]) -> Carried:
    """The rows of a stream that belong to notes.

    ``numbers`` are the rows that open one and the numbers that they bear, 0 for the notes of authors.
    """
    margins = _Margins(rows, numbers, stream)
    kept: set[int] = set()
    orphans: list[Span] = []
    last, number = -1, 0
    for _, group in groupby(stream, lambda at: (rows.rows[at].page, rows.rows[at].block)):
        zone = list(group)
        first = next((index for index, at in enumerate(zone) if at in numbers), len(zone))
        above, labelled = zone[:first], first < len(zone)
        lost = labelled and numbers[zone[first]] > number + 1 and not _is_unfinished(rows, last)
        if above and lost:
            orphans.append((above[0], above[-1] + 1))
        elif above and last >= 0 and _is_carried(rows, margins, above, last, labelled=labelled):
            kept.update(above)
            last = above[-1]
        if labelled:
            kept.update(zone[first:])
            last, number = zone[-1], max(numbers.get(at, 0) for at in zone[first:])
    return Carried(frozenset(kept), tuple(orphans))


def _is_unfinished(rows: Rows, last: int) -> bool:
    """Whether the note that ends in a row has no end there."""
    lines = rows.layout.lines
    return last >= 0 and not ends_sentence(lines.text, lines.tails[last], marked=False)


def _is_carried(rows: Rows, margins: _Margins, above: Sequence[int], last: int, *, labelled: bool) -> bool:
    """Whether the note that ends in row ``last`` goes on in the rows ``above`` the first number of a zone."""
    lines = rows.layout.lines
    if opens_caption(lines, above[0]):
        return False
    worth = 0.9 if labelled else 0.0
    if breaks_off(lines.text, lines.heads[last], lines.tails[last]):
        worth += 2.5
    elif _is_unfinished(rows, last):
        worth += 1.5
    elif rows.rows[above[0]].kind == BODY:
        worth -= 1.5  # in the size of the body, and the note is at its end
    worth += 1.0 if starts_lower(lines.text, lines.heads[above[0]]) else 0.0
    cited = sum(is_cited(lines.words(at)) for at in above)
    worth += max(-0.6, min(1.0, 0.5 * cited - 0.2 * (len(above) - cited)))
    worth += 1.1 if margins.has(above) else -0.7
    worth += 1.5 if rows.rows[above[0]].ruled else 0.0
    worth -= 1.5 * any(start for line in _printed(rows, above) for start, _ in line.raised)
    return worth > _ENOUGH


class _Margins:
    """How far from the left edge of their block the lines of notes begin, those that open one left aside."""

    def __init__(self, rows: Rows, opening: Mapping[int, int], stream: Sequence[int]) -> None:
        self._rows = rows
        self._edges: dict[tuple[int, int], float] = {}
        for row in rows.rows:
            if row.line is not None and row.block >= 0:
                key = row.page, row.block
                self._edges[key] = min(self._edges.get(key, row.line.left), row.line.left)
        found = Counter(round(self._margin(at)) for at in stream if at not in opening)
        self._usual = [margin for margin, count in found.items() if count >= _USUAL * len(stream)]

    def _margin(self, at: int) -> float:
        row = self._rows.rows[at]
        return row.line.left - self._edges[row.page, row.block] if row.line else 0.0

    def has(self, above: Sequence[int]) -> bool:
        """Whether most of these rows begin where rows of notes do."""
        near = sum(any(abs(self._margin(at) - usual) < _NEAR for usual in self._usual) for at in above)
        return 2 * near >= len(above)


def _printed(rows: Rows, places: Sequence[int]) -> Iterator[Line]:
    for at in places:
        line = rows.rows[at].line
        if line is not None:
            yield line
