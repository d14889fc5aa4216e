"""New records against a library: there already, new, or to be looked at."""

from __future__ import annotations

import pytest

from citekit.dedupe.against import Present, against
from citekit.dedupe.comparison import Comparison, Found


def pair(first, second, verdict="look"):
    return Comparison(first, second, verdict, 0.0, ())


@pytest.mark.parametrize(
    ("clusters", "present", "fresh"),
    [
        ((), (), ((2,), (3,))),
        (((0, 2),), (Present(2, 0),), ((3,),)),
        (((0, 1, 3),), (Present(3, 0, (1,)),), ((2,),)),
        (((2, 3),), (), ((2, 3),)),
        (((0, 2, 3),), (Present(2, 0), Present(3, 0)), ()),
        (((0, 1),), (), ((2,), (3,))),
    ],
)
def test_two_new_records_against_a_library_of_two(clusters, present, fresh):
    given = against(Found(clusters, ()), 2, 2)
    assert (given.present, given.fresh) == (present, fresh)


def test_a_doubt_is_between_the_library_and_what_is_new():
    pairs = (pair(0, 1), pair(0, 2), pair(1, 3), pair(2, 3), pair(0, 3, "different"))
    assert against(Found(((0, 2),), pairs), 2, 2).doubts == (pairs[2],)
