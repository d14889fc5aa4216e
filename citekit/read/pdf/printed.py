"""The page numbers that a paper prints: what its heads and feet count, page by page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from citekit.read.pdf.sheets import Line, Sheet

_NUMBER = re.compile(
    r"^\W{0,3}(?:(?:page|seite|p\.|S\.|第)\s*)?(\d{1,4})(?!\d)|(?<!\d)(\d{1,4})(?:\s*[页頁])?\W{0,3}$", re.IGNORECASE
)
_SHARE = 0.4


def numbers(line: Line) -> Iterator[int]:
    """The numbers with which a line begins and ends, labels and markers aside."""
    raised = {start for start, _ in line.raised}
    for match in _NUMBER.finditer(line.text):
        if match.start(match.lastindex or 0) not in raised:
            yield int(match[1] or match[2])


def offset(edges: Sequence[tuple[Sheet, Sequence[Line]]]) -> int | None:
    """What is to be added to the count of a page to get its printed number; None where no number is printed.

    ``edges`` are the sheets with the lines at their upper and lower edges.
    """
    votes: Counter[int] = Counter()
    for sheet, lines in edges:
        votes.update({number - sheet.number for line in lines for number in numbers(line)})
    if not votes:
        return None
    best, count = max(votes.items(), key=lambda vote: (vote[1], -abs(vote[0])))
    return best if count >= max(2, _SHARE * len(edges)) else None


def names(sheets: Sequence[Sheet], added: int | None) -> dict[int, str]:
    """The number that each page bears: by its heads and feet, or else by the labels that the file gives its pages."""
    if added is not None:
        return {sheet.number: str(sheet.number + added) for sheet in sheets if sheet.number + added > 0}
    return {sheet.number: sheet.label for sheet in sheets if sheet.label}
