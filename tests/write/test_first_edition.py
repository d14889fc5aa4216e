"""What is known of a first edition, in one line."""

from __future__ import annotations

import pytest

from citekit.write.first_edition import FIELDS, read, tell


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (("Die Form", "Leipzig", "Insel", "1921"), "Die Form (Leipzig: Insel, 1921)"),
        (("", "London", "Verso", ""), "(London: Verso)"),
        (("", "", "Verso", "1967"), "(Verso, 1967)"),
        (("Die Form", "", "", "1921"), "Die Form (1921)"),
        (("", "", "", "1921"), "1921"),
        (("", "", "", ""), ""),
    ],
)
def test_a_first_edition_and_its_line(values, line):
    assert tell(*values) == line
    assert read(line) == {name: value for name, value in zip(FIELDS, values, strict=True) if value}


@pytest.mark.parametrize("line", ["Reprint of the edition of 1921", "Only a title", "(A, B)", "x (", ""])
def test_any_other_line_is_left_alone(line):
    assert read(line) == {}
