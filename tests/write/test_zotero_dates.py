"""Dates as Zotero has them, and as it is given them."""

from __future__ import annotations

import pytest

from citekit.write import zotero_dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2007-03", "2007-03"),
        ("2007/3/4", "2007-03-04"),
        ("2007/03/", "2007-03"),
        ("March 4, 2007", "2007-03-04"),
        ("4 Mar. 2007", "2007-03-04"),
        ("Mar 2007", "2007-03"),
        ("Fall 2005", "2005-23"),
        ("2009-01-21T10:00:00Z", "2009-01-21"),
        ("2009-01-21 10:00:00", "2009-01-21"),
        ("February 30, 2007", "February 30, 2007"),
        ("Easter 2007", "Easter 2007"),
        ("no date", "no date"),
        ("2007/13/", "2007/13/"),
        ("4 Spring 2007", "4 Spring 2007"),
    ],
)
def test_dates_of_zotero_are_read(text, date):
    assert zotero_dates.read(text) == date


@pytest.mark.parametrize("date", ["2005-21", "2005", "2007~", "2004/2005", "n.d."])
def test_a_date_is_shown_so_that_it_is_read_again(date):
    assert zotero_dates.read(zotero_dates.shown(date)) == date
