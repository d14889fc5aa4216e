from __future__ import annotations

import pytest

from citekit.cli.ranges import ranges


@pytest.mark.parametrize(
    ("ids", "written"),
    [
        ("", ""),
        ("71", "71"),
        ("71 72", "71–72"),
        ("71 72 75 77 78 79", "71–72, 75, 77–79"),
        ("9 10 11", "9–11"),
        ("8 2:9 2:10 10", "8, 2:9–2:10, 10"),
        ("a b 3", "a, b, 3"),
    ],
)
def test_runs_are_drawn_together(ids, written):
    assert ranges(ids.split()) == written
