"""Which number a page bears, read from its head and foot."""

from __future__ import annotations

import pytest

from citekit.read.pdf.printed import names, numbers, offset
from citekit.read.pdf.sheets import Line, Sheet


def line(text):
    return Line(text, 50, 50 + 5 * len(text), 570, 9)


def sheet(number, label=""):
    return Sheet(number, 0, 595, label=label)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("23", [23]),
        ("– 23 –", [23]),
        ("Journal of Missions 24", [24]),
        ("24 Journal of Missions 2020", [24, 2020]),
        ("Seite 7", [7]),
        ("第 12 页", [12]),
        ("18 - 29", [18, 29]),
        ("Journal of Missions", []),
        ("doi:10.1000/12345", []),
    ],
)
def test_numbers_at_either_end_of_a_line_are_seen(text, found):
    assert list(numbers(line(text))) == found


@pytest.mark.parametrize(
    ("texts", "added"),
    [
        (["691", "692", "693"], 690),
        (["A Title 12", "13 Journal", "A Title 14"], 11),
        (["Vol. 3", "Vol. 3", "Vol. 3"], None),
        (["1", "", "3", "", "5"], 0),
        (["", "", ""], None),
    ],
)
def test_the_count_of_most_pages_decides(texts, added):
    assert offset([(sheet(at), [line(text)]) for at, text in enumerate(texts, 1)]) == added


def test_labels_of_the_file_stand_in_for_numbers_that_are_not_printed():
    assert names([sheet(1, "iv"), sheet(2, "v")], None) == {1: "iv", 2: "v"}
    assert names([sheet(1, "iv"), sheet(2, "v")], 10) == {1: "11", 2: "12"}
