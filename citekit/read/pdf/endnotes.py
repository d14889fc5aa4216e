"""Notes at the end of a paper or chapter: from a heading such as "Notes" to the next heading that ends them."""

from __future__ import annotations

from citekit.read.captions import ends_notes
from citekit.read.forms import form_at
from citekit.read.pdf.rows import Row, Rows

_NEAR = 4
"""Rows below the heading in which the first note begins."""
_FIRST = 3
"""The first note found may be the third, the first two being lost."""


def endnotes(rows: Rows) -> set[int]:
    """The rows of the body that are notes at the end."""
    found: set[int] = set()
    for heading in rows.layout.furniture.notes_headings:
        below = [at for at in range(heading + 1, len(rows.rows)) if rows.layout.has_words(at)]
        if any(_opens(rows.rows[at]) for at in below[:_NEAR]):
            found.update(below[: _length(rows, heading, below)])
    return found


def _opens(row: Row) -> bool:
    """Whether a row opens the first note."""
    if row.line is None:
        return False
    form = form_at(row.line.text, 0, len(row.line.text))
    return bool(form and form.number <= _FIRST)


def _length(rows: Rows, heading: int, below: list[int]) -> int:
    """How many of the rows below a heading are notes."""
    headings = rows.layout.furniture
    end = min(
        (at for at in headings.kinds if at > heading and (at in headings.notes_headings or _ends(rows, at))),
        default=len(rows.rows),
    )
    return sum(at < end for at in below)


def _ends(rows: Rows, at: int) -> bool:
    line = rows.rows[at].line
    return line is not None and ends_notes(line.text)
