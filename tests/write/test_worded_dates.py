"""Dates of RIS and of people's own words."""

from __future__ import annotations

import pytest

from citekit.write.worded_dates import fuller, read_date, slashed, year_of


@pytest.mark.parametrize(
    ("text", "date", "whole"),
    [
        ("2007", "2007", True),
        ("2007-03~", "2007-03~", True),
        ("2007///", "2007", True),
        ("2007/03//", "2007-03", True),
        ("2007/3/5", "2007-03-05", True),
        ("2007/03/05/", "2007-03-05", True),
        ("2007/03/05/spring", "2007-03-05", False),
        ("2005///Spring", "2005-21", True),
        ("2005///Fall", "2005-23", True),
        ("2005///Easter", "2005", False),
        ("2005.02.30", "2005", False),
        ("March 5, 2007", "2007-03-05", True),
        ("5 mars 2007", "2007-03-05", True),
        ("2007 Mar", "2007-03", True),
        ("Winter 2005", "2005-24", True),
        ("c. 1999", "1999", False),
        ("[2007]", "2007", False),
        ("Mar-Apr 2007", "2007", False),
        ("Mar 5", "", False),
        ("in press", "", False),
        ("", "", False),
        ("²⁰⁰⁷", "", False),
    ],
)
def test_a_date_is_read_and_said_whether_that_is_all(text, date, whole):
    assert read_date(text) == (date, whole)


@pytest.mark.parametrize(("text", "date"), [("Mar 5", "2007-03-05"), ("SPRING", "2007-21"), ("JUN", "2007-06")])
def test_a_date_takes_the_year_of_another_field(text, date):
    assert read_date(text, "2007") == (date, True)


@pytest.mark.parametrize(
    ("year", "date", "told"),
    [
        ("2007", "2007/03/05/", ("2007-03-05", True, True)),
        ("2007/03/05", "2007/03", ("2007-03-05", True, True)),
        ("2007", "2008/03", ("2007", True, False)),
        ("2007", "Easter", ("2007", True, False)),
        ("", "2007/03", ("2007-03", False, True)),
        ("n.d.", "", ("", False, False)),
    ],
)
def test_year_and_date_are_one(year, date, told):
    assert fuller(year, date) == told


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("2007", "2007///"),
        ("2007-03", "2007/03//"),
        ("2007-03-05", "2007/03/05/"),
        ("2005-23", "2005///Autumn"),
        ("2008-10-24/2008-10-25", "2008/10/24/"),
        ("soon", ""),
    ],
)
def test_a_date_as_ris_has_it(edtf, written):
    assert slashed(edtf) == written


def test_the_year_has_four_digits():
    assert [year_of(text) for text in ("0987-01", "../2004", "19XX", "")] == ["0987", "2004", "", ""]
