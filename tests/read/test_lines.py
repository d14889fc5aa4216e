"""A text cut into rows, with offsets and numbers that fit the text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.read.lines import Lines
from citekit.read.pages import page_marks

SIGNS = st.text(st.sampled_from("ab 1\n\r\f\v\t\x85\u2028\u2029\xa0\ufeff\u00ad\u3000"), max_size=60)


@pytest.mark.parametrize(
    ("text", "rows", "numbers"),
    [
        ("a\nb\n", ["a", "b"], [1, 2]),
        ("a\r\nb\rc", ["a", "b", "c"], [1, 2, 3]),
        ("a\n\fb", ["a", "", "b"], [1, 2, 2]),
        ("a\u2028b\nc", ["a", "b", "c"], [1, 1, 2]),
        ("\ufeff a \n\n", ["a", ""], [1, 2]),
        ("a\x85b\xa0\n", ["a", "b"], [1, 1]),
        ("", [], []),
    ],
)
def test_rows_end_at_every_break_and_bear_the_number_of_their_line(text, rows, numbers):
    lines = Lines(text)
    assert [lines.words(row) for row in range(len(lines))] == rows
    assert [lines.number(row) for row in range(len(lines))] == numbers


def test_rows_end_at_cuts_too():
    lines = Lines("one two\nthree four five", cuts=[4, 14, 19])
    assert [lines.words(row) for row in range(len(lines))] == ["one", "two", "three", "four", "five"]
    assert [lines.number(row) for row in range(len(lines))] == [1, 1, 2, 2, 2]


@given(SIGNS)
def test_rows_cover_the_text(text):
    lines = Lines(text)
    assert list(lines.starts) == sorted(set(lines.starts)) or text == ""
    assert "".join(text[start:end] for start, end in pairwise(lines.starts)) == text
    for row in range(len(lines)):
        assert lines.starts[row] <= lines.heads[row] <= lines.tails[row] <= lines.starts[row + 1]
        whole = text[lines.starts[row] : lines.starts[row + 1]]
        assert lines.words(row) == (whole.removeprefix("\ufeff") if row == 0 else whole).strip()
        assert lines.at(lines.starts[row]) == row


@given(SIGNS)
def test_lines_are_counted_as_editors_count_them(text):
    lines = Lines(text)
    for row in range(len(lines)):
        before = text[: lines.starts[row]].replace("\r\n", "\n")
        assert lines.number(row) == before.count("\n") + before.count("\r") + 1


PLAIN = "Words of the body run on from line to line\nuntil they stop at last.\n" * 12


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (PLAIN + "\fnext\n\f\fafter\n", ["next", "after"]),
        (PLAIN + "1 A note\n goes on\nWords\n", ["goes on"]),
        (PLAIN.replace("Words", " Words"), []),  # every paragraph is set in by one blank
        (PLAIN + "    set in\n", []),
        (" Title\n" + PLAIN, []),
    ],
)
def test_a_page_turns_at_a_form_feed_or_a_telling_blank(text, marked):
    lines = Lines(text)
    assert [lines.words(row) for row in page_marks(lines).rows] == marked
