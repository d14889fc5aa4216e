"""Where the notes of a block begin: tables of lines with their sizes."""

from __future__ import annotations

import pytest

from citekit.read.pdf.columns import blocks
from citekit.read.pdf.sheets import Line
from citekit.read.pdf.sizes import body_size
from citekit.read.pdf.zones import Look, zone_start

LONG = "The council has not decided how far a mission may go."


def lines(*rows, gap=14.0):
    """Rows of (size, text) or (size, text, wider gap above) from top to bottom."""
    found, base = [], 540.0
    for size, text, *more in rows:
        base -= more[0] if more else gap
        raised = ((0, len(text) - len(text.lstrip("0123456789"))),) if text[0].isdigit() else ()
        found.append(Line(text, 50, 50 + 5 * len(text), base, size, raised))
    return tuple(found)


@pytest.mark.parametrize(
    ("rows", "ruled", "start"),
    [
        ([(11, LONG), (11, LONG), (8, "1 Wei, Missions."), (8, "2 Ibid.")], {}, 2),
        ([(11, LONG), (11, "short end."), (8, "1 Wei, Missions.")], {}, 2),
        ([(11, LONG), (8, "and so on to p. 12."), (8, "2 Ibid.")], {}, 1),  # the rest of a note
        ([(11, LONG), (8, LONG), (8, LONG), (8, "1 Wei.", 40.0)], {}, 3),  # a quotation, then a wide gap
        ([(11, LONG), (8, LONG), (11, "as said."), (8, "1 Wei.")], {}, 3),  # a quotation, then the body
        ([(11, LONG), (8, LONG), (8, LONG), (8, "1 Wei.")], {3: 90}, 3),  # a quotation, then a rule
        ([(11, LONG), (11, "1 Wei, Missions in the World."), (11, "2 Ibid.")], {1: 90}, 1),  # as large, a rule
        ([(11, LONG), (11, LONG)], {}, 2),
        ([(8, "3 Wei, Missions."), (8, "4 Ibid.")], {}, 0),
    ],
)
def test_notes_begin_below_the_body(rows, ruled, start):
    assert zone_start(lines(*rows), ruled, Look(11), narrow=False) == start


@pytest.mark.parametrize(
    ("sizes", "body"),
    [
        ({11: 100, 8: 40}, 11),
        ({11: 100, 8: 300}, 11),  # notes outweigh the body
        ({8: 300, 11: 50}, 8),
        ({12: 100, 12.2: 100, 14: 30}, 12.2),
    ],
)
def test_the_body_is_the_larger_size_that_much_is_set_in(sizes, body):
    assert body_size(Line("x" * count, 0, 0, 0, size) for size, count in sizes.items()) == body


def test_columns_are_read_one_after_the_other_between_full_lines():
    def column(left, base, count):
        return [Line(f"{LONG[:30]} {at}", left, left + 150, base - 12 * at, 10) for at in range(count)]

    title = Line("A title over both columns of this page", 100, 320, 560, 14)
    page = sorted([title, *column(40, 540, 10), *column(230, 540, 10)], key=lambda line: (-line.base, line.left))
    found = blocks(page)
    assert [len(block) for block in found] == [1, 10, 10]
    assert [block[0].left for block in found] == [100, 40, 230]
    assert [len(block) for block in blocks(column(40, 540, 30))] == [30]
