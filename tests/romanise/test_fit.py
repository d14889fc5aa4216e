"""A translation that is another title's is told; one that fits, or is too short, is not."""

from __future__ import annotations

import pytest

from citekit.romanise.fit import fit, unfit

TITLE = "Zhongguo canyu lianheguo weihe xingdong"


@pytest.mark.parametrize(
    ("translation", "is_told"),
    [
        ("China’s Participation in UN Peacekeeping Operations", False),
        ("Annual Report on Urban Housing Prices", True),
        ("UN", False),
        ("", False),
    ],
)
def test_a_translation_of_another_title_is_told(lexicon, translation, is_told):
    found = unfit(TITLE, translation, lexicon)
    assert bool(found) is is_told
    assert all(one.code == "PY024" and one.new is None and one.old == TITLE for one in found)


def test_the_score_lies_between_nothing_and_two(lexicon):
    assert fit(TITLE, "China UN peacekeeping operation", lexicon) > 1.5
    assert fit(TITLE, "Bread, butter, cheese and wine", lexicon) == 0
    assert fit("Guofang", "National Defence of China", lexicon) is None
