"""Notes about the authors: opened by a star, or by numbers of their own that stand on the first page only."""

from __future__ import annotations

from citekit.read.numbering import Chain, Numbering
from citekit.read.pdf.rows import NOTE, Rows
from citekit.read.pdf.zones import SIGNS, opens_note, star_end

_MOST = 8
_LONGER = 2


def stars(rows: Rows, notes: set[int]) -> list[int]:
    """The rows among these that open an author's note with a star.

    They stand above the first number of their zone; in the first zone of all, or their star stands on the page, behind
    the title or a name.
    """
    found = []
    numbered: set[tuple[int, int]] = set()
    called = _called(rows)
    for at in sorted(notes):
        row = rows.rows[at]
        if row.line is None:
            continue
        zone = row.page, row.block
        if star_end(row.line):
            known = not numbered or (row.page, row.line.text[0]) in called
            found += [at] if known and zone not in numbered else []
        elif opens_note(row.line):
            numbered.add(zone)
    return found


def _called(rows: Rows) -> set[tuple[int, str]]:
    """The stars that stand behind a word in the body, each with its page."""
    return {
        (row.page, sign)
        for row in rows.rows
        if row.line is not None and row.kind != NOTE
        for sign in SIGNS.intersection(row.line.text[1:])
    }


def without_authors(rows: Rows, numbering: Numbering) -> tuple[Numbering, list[int]]:
    """The numbering without a first series that numbers the authors, and the rows that this one opens.

    Such a series is short, stands on one page, cites nothing, and a longer one begins with 1 after it.
    """
    labels = numbering.labels
    first = [labels.items[at] for at in labels.by_series.get(1, ())]
    opened = [rows.layout.lines.at(label.start) for label in first]
    few = 0 < len(first) <= _MOST and len(labels.by_series.get(2, ())) > _LONGER * len(first)
    if not few or len({rows.rows[at].page for at in opened}) > 1 or any(label.cited for label in first):
        return numbering, []
    return Numbering(_without_first(labels), _without_first(numbering.markers)), opened


def _without_first(chain: Chain) -> Chain:
    return chain.renamed({series: series - 1 if series > 0 else series for series in chain.by_series if series != 1})
