"""Attributes that are whole numbers, and those that should be."""

from __future__ import annotations

import pytest

from citekit.style.attributes import whole

WHOLE = {"3": 3, " 12 ": 12, "0": 0, "-1": -1, "": 5, "x": 5, "1.5": 5, "３": 5, "9" * 5000: 5, None: 5}


@pytest.mark.parametrize("value", WHOLE, ids=lambda value: str(value)[:8])
def test_a_number_or_what_stands_in_for_it(value):
    assert whole(value, 5) == WHOLE[value]
