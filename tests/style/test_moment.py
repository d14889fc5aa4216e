"""Date variables of CSL-JSON as they come: parts, seasons, words, and strings of EDTF."""

from __future__ import annotations

import pytest

from citekit.style.moment import Moment, Point, moment


def parts(*points, **more):
    return {"date-parts": [list(point) for point in points], **more}


MOMENTS = [
    (parts([2007]), Moment(Point(2007))),
    (parts([2007, 3]), Moment(Point(2007, 3))),
    (parts([2007, 3, 4]), Moment(Point(2007, 3, 4))),
    (parts(["2007", "03", "04"]), Moment(Point(2007, 3, 4))),
    (parts([-44, 3, 15]), Moment(Point(-44, 3, 15))),
    (parts([2008, 4], [2009, 3]), Moment(Point(2008, 4), Point(2009, 3))),
    (parts([2008], [2008]), Moment(Point(2008))),
    (parts([1987], [0]), Moment(Point(1987), opened=True)),
    (parts([2007], circa=True), Moment(Point(2007), circa=True)),
    (parts([2007], circa="1"), Moment(Point(2007), circa=True)),
    (parts([2007], circa=False), Moment(Point(2007))),
    (parts([2007], season=1), Moment(Point(2007, 13))),
    (parts([2007], season="2"), Moment(Point(2007, 14))),
    (parts([2007], season="Autumn"), Moment(Point(2007, 15))),
    (parts([2005, 21]), Moment(Point(2005, 21))),
    ({"literal": "n.d."}, Moment(literal="n.d.")),
    ({"raw": "2007-03-04"}, Moment(Point(2007, 3, 4))),
    ({"raw": "12/25/2004"}, Moment(Point(2004, 12, 25))),
    ({"raw": "25 December 2004"}, Moment(Point(2004, 12, 25))),
    ({"raw": "December 25, 2004"}, Moment(Point(2004, 12, 25))),
    ({"raw": "Dec. 2004"}, Moment(Point(2004, 12))),
    ({"raw": "Spring 2004"}, Moment(Point(2004, 13))),
    ({"raw": "in the year of the dog"}, Moment(literal="in the year of the dog")),
    ("2007", Moment(Point(2007))),
    (2007, Moment(Point(2007))),
    ("2007-03", Moment(Point(2007, 3))),
    ("2007~", Moment(Point(2007), circa=True)),
    ("2007?", Moment(Point(2007), circa=True)),
    ("2005-21", Moment(Point(2005, 13))),
    ("2008-04/2009-03", Moment(Point(2008, 4), Point(2009, 3))),
    ("forthcoming", Moment(literal="forthcoming")),
    *[(nothing, None) for nothing in (None, {}, [], "", "  ", parts([]), {"date-parts": None}, {"date-parts": "2007"})],
    *[(nothing, None) for nothing in ({"literal": ""}, {"raw": ""}, parts([None]), parts(["soon"]), {"season": ""})],
]


@pytest.mark.parametrize(("value", "known"), MOMENTS)
def test_a_date_becomes_a_moment(value, known):
    assert moment(value) == known
