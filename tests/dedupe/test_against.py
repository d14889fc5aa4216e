"""New records against a library: there already, new, or to be looked at."""

from __future__ import annotations

import pytest

from citekit.dedupe.against import Present, against
from citekit.dedupe.comparison import Comparison, Found, Part


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


FITS = Part("cluster", 0.0, "others of the cluster differ")


def scored(first, second, verdict, score, *parts, relation=""):
    return Comparison(first, second, verdict, score, parts, relation)


def test_what_fits_two_works_of_the_library_alike_is_neither():
    pairs = (scored(0, 2, "same", 5.0), scored(1, 2, "look", 4.5, FITS))
    given = against(Found(((0, 2),), pairs), 2, 1)
    assert (given.present, given.fresh) == ((), ((2,),))
    assert given.doubts == pairs


def test_what_fits_one_clearly_better_is_that_one_and_the_other_is_told():
    pairs = (scored(0, 2, "same", 6.0), scored(1, 2, "look", 4.5, FITS))
    given = against(Found(((0, 2),), pairs), 2, 1)
    assert (given.present, given.fresh, given.doubts) == ((Present(2, 0),), (), pairs[1:])


@pytest.mark.parametrize("field", ["record", "decision"])
def test_what_is_sure_is_no_doubt(field):
    pairs = (scored(0, 2, "same", 5.0, Part(field, 0.0, "")), scored(1, 2, "look", 5.0, FITS))
    given = against(Found(((0, 2),), pairs), 2, 1)
    assert (given.present, given.fresh, given.doubts) == ((Present(2, 0),), (), ())


def test_what_says_the_same_as_what_fits_two_goes_with_it_and_others_of_the_cluster_do_not():
    pairs = (
        scored(0, 2, "same", 5.0),
        scored(0, 4, "same", 6.0),
        scored(1, 2, "look", 5.0, FITS),
        scored(2, 3, "same", 99.0, Part("record", 99.0, "")),
        scored(2, 4, "same", 5.0),
    )
    given = against(Found(((0, 2, 3, 4),), pairs), 2, 3)
    assert (given.present, given.fresh) == ((Present(4, 0),), ((2, 3),))


def test_what_is_akin_is_no_doubt():
    pairs = (scored(0, 2, "look", 3.0, relation="edition-of"), scored(1, 2, "different", 0.0, relation="part-of"))
    given = against(Found((), pairs), 2, 1)
    assert (given.doubts, given.akin) == ((), pairs)


def test_a_doubt_is_between_the_library_and_what_is_new():
    pairs = (pair(0, 1), pair(0, 2), pair(1, 3), pair(2, 3), pair(0, 3, "different"))
    assert against(Found(((0, 2),), pairs), 2, 2).doubts == (pairs[2],)
