from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.cli.excerpt import excerpt
from citekit.cli.terminal import cells

XINGQI = "Xiandai Zhongguo sixiang de xinqi 現代中國思想的興起"


@pytest.mark.parametrize(
    ("text", "span", "room", "shown", "marks"),
    [
        (XINGQI, (28, 33), 60, XINGQI, " " * 28 + "~" * 5),
        (XINGQI, (34, 36), 60, XINGQI, " " * 34 + "~" * 4),  # a character is two columns wide
        (XINGQI, (28, 33), 24, "…iang de xinqi 現代中國…", " " * 9 + "~" * 5),
        (XINGQI, (41, 43), 24, "…inqi 現代中國思想的興起", " " * 20 + "~" * 4),
        ("Zhao Lei, Jiangou", (17, 17), 60, "Zhao Lei, Jiangou", " " * 17 + "~"),  # where text is lost
        ("a\tb\nc", (2, 3), 60, "a b c", "  ~"),
        ("", (0, 0), 60, "", "~"),
    ],
)
def test_the_mark_stands_under_its_text(text, span, room, shown, marks):
    assert excerpt(text, span, room) == (shown, marks)


@given(st.text(max_size=200), st.data(), st.integers(20, 80))
def test_no_line_is_wider_than_the_terminal_and_the_mark_begins_at_its_text(text, data, room):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown, marks = excerpt(text, (start, end), room)
    assert cells(shown) <= room
    assert cells(marks) <= room + 1  # one beyond the end, where a lost tail is
    assert marks.strip() == "~" * max(1, cells(marks.strip()))
