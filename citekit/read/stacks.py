"""Labels that a PDF's text order has torn from their notes: stacked above several notes, or below all of a page.

Some programs write the small raised numbers of a page in one go, before or after the lines that they open. Which text
is whose is told by the order of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from citekit.read.candidates import Candidate, Part
from citekit.read.evidence import Evidence
from citekit.read.feet import best_start, foot_of
from citekit.read.forms import form_at
from citekit.read.genre import ends_sentence, is_cited, starts_lower
from citekit.read.layout import Layout
from citekit.read.numbering import Numbering

_PRIOR = 3.0
_SHORT = 0.85
_OPENER = re.compile(r"(?:See|Cf|Compare|Id|Ibid|Vgl|Siehe|Voir|Para|Art|§|RL|VO|EuGH|Supra|[“\"„«])")


@dataclass(frozen=True, slots=True)
class Stack:
    """Numbers that rise by one, each alone on its row, with nothing between them."""

    rows: tuple[int, ...]
    first: int

    @property
    def numbers(self) -> range:
        """The numbers."""
        return range(self.first, self.first + len(self.rows))


def displaced_labels(evidence: Evidence, numbering: Numbering) -> list[Candidate]:
    """A label for each note whose number was torn from it, where its text begins."""
    layout = evidence.layout
    found: list[Candidate] = []
    for stack in _stacks(layout, _page_numbers(layout)):
        series = _series(layout, numbering, stack)
        if series:
            found += _resolve(evidence, numbering, stack, series)
    return found


def _page_numbers(layout: Layout) -> set[int]:
    """The last rows of the pages, where these are numbers that rise by one: page numbers, whatever else they fit."""
    numbers = dict(_alone(layout))
    ends = [layout.lines.before(row) for row in (*layout.marks.rows, len(layout.lines))]
    steps = [numbers.get(right, 0) - numbers.get(left, -9) for left, right in pairwise(ends)]
    return {row for row in ends if row in numbers} if 2 * steps.count(1) >= len(ends) - 1 else set()


def _stacks(layout: Layout, page_numbers: set[int]) -> Iterator[Stack]:
    rows: list[int] = []
    first = 0
    for row, number in _alone(layout):
        if row in page_numbers:
            continue
        if rows and number == first + len(rows) and layout.lines.before(row) == rows[-1]:
            rows.append(row)
            continue
        if rows:
            yield Stack(tuple(rows), first)
        rows, first = [row], number
    if rows:
        yield Stack(tuple(rows), first)


def _alone(layout: Layout) -> Iterator[tuple[int, int]]:
    """Rows with nothing but a number, and the number."""
    lines = layout.lines
    for row, (head, tail) in enumerate(zip(lines.heads, lines.tails, strict=True)):
        if 0 < tail - head <= 4:
            form = form_at(lines.text, head, tail)
            if form and form.words == tail and form.shape == "bare" and not form.ocr:
                yield row, form.number


def _series(layout: Layout, numbering: Numbering, stack: Stack) -> int:
    """The series in which all numbers of a stack have markers before it; 0 for none."""
    markers = numbering.markers
    before = markers.before(layout.lines.starts[stack.rows[0]])
    series = markers.series[before] if before >= 0 else 0
    places = [markers.place.get((series, number)) for number in stack.numbers]
    return series if all(place is not None and place <= before for place in places) else 0


def _resolve(evidence: Evidence, numbering: Numbering, stack: Stack, series: int) -> list[Candidate]:
    """The labels of a stack, each at the start of its text; none where there is no text for them."""
    layout = evidence.layout
    passed = layout.marks.passed(stack.rows[0])
    top = layout.marks.rows[passed - 1] if passed else 0
    bottom = layout.marks.rows[passed] if passed < len(layout.marks.rows) else len(layout.lines)
    below = layout.next_words(stack.rows[-1] + 1)
    if below < bottom:
        end = _next_label(layout, numbering, stack, below, bottom)
        rows = list(range(below, end)) if len(stack.rows) > 1 else []
    elif any((series, number) in numbering.labels.place for number in stack.numbers):
        rows = []
    else:
        end = _first_label(layout, numbering, top, stack.rows[0])
        foot = foot_of(layout, numbering, top, end, layout.next_words(bottom))
        rows = list(range(best_start(evidence, foot, _PRIOR, -1), end))
    starts = _split(evidence, [row for row in rows if layout.has_words(row)], len(stack.rows))
    return [_label(layout, *found) for found in zip(stack.numbers, stack.rows, starts, strict=False)]


def _next_label(layout: Layout, numbering: Numbering, stack: Stack, row: int, bottom: int) -> int:
    """The row of the first label below a stack that is none of its own, or the end of the page."""
    for at in range(numbering.labels.before(layout.lines.starts[row]) + 1, len(numbering.labels)):
        label = numbering.labels.items[at]
        if label.number not in stack.numbers:
            return min(bottom, layout.lines.at(label.start))
    return bottom


def _first_label(layout: Layout, numbering: Numbering, top: int, stop: int) -> int:
    """The row of the first label on a page, or ``stop``."""
    at = numbering.labels.before(layout.lines.starts[top]) + 1
    return min(stop, layout.lines.at(numbering.labels.starts[at])) if at < len(numbering.labels) else stop


def _split(evidence: Evidence, rows: list[int], notes: int) -> list[int]:
    """The rows at which so many notes begin; none where there are fewer rows."""
    if len(rows) < notes:
        return []
    ranked = sorted(rows[1:], key=lambda row: (-_opens(evidence, row), row))
    return sorted([rows[0], *ranked[: notes - 1]])


def _opens(evidence: Evidence, row: int) -> float:
    """How much a row looks like the first one of a note."""
    layout, lines = evidence.layout, evidence.layout.lines
    before = layout.last_words(row)
    worth = 2.0 if ends_sentence(lines.text, lines.tails[before], marked=False) else 0.0
    worth += 1.0 if lines.width(before) < _SHORT * evidence.full else 0.0
    worth += 0.6 if before < row - 1 else 0.0
    worth += 0.8 if _OPENER.match(lines.text, lines.heads[row]) else 0.0
    return worth - (2.0 if starts_lower(lines.text, lines.heads[row]) else 0.0)


def _label(layout: Layout, number: int, printed: int, row: int) -> Candidate:
    lines = layout.lines
    part: Part = (f"its number stands apart, in line {lines.number(printed)}", 2.0)
    return Candidate(
        number,
        lines.heads[row],
        lines.heads[row],
        "bare",
        (part,),
        cited=is_cited(lines.words(row)),
        place="displaced",
        printed=(lines.heads[printed], lines.tails[printed]),
    )
