"""Dates as printed and their EDTF form; what looks like a date and is none."""

from __future__ import annotations

import pytest

from citekit.parse.dates import edtf, find_dates, has_day

DATES = [
    ("September 10, 1988", "1988-09-10"),
    ("October 24 – 25, 2008", "2008-10-24/2008-10-25"),
    ("October 31 – November 2, 2008", "2008-10-31/2008-11-02"),
    ("24–25 October 2008", "2008-10-24/2008-10-25"),
    ("30 October – 1 November 2008", "2008-10-30/2008-11-01"),
    ("Tuesday, March 3rd, 2009", "2009-03-03"),
    ("3 August 2004", "2004-08-03"),
    ("3rd of May, 1998", "1998-05-03"),
    ("Sept. 15, 2005", "2005-09-15"),
    ("December 2007", "2007-12"),
    ("March – April 2009", "2009-03/2009-04"),
    ("March, 1998", "1998-03"),
    ("Spring 2005", "2005-21"),
    ("Summer 2006", "2006-22"),
    ("Autumn 2000", "2000-23"),
    ("fall 1999", "1999-23"),
    ("Winter 2016", "2016-24"),
    ("2004–2005", "2004/2005"),
    ("1999/2000", "1999/2000"),
    ("1918–20", "1918/1920"),
    ("2009", "2009"),
    ("2008-04-12", "2008-04-12"),
    ("2008/4/12", "2008-04-12"),
    ("12.4.2008", "2008-04-12"),
    ("4. Mai 2009", "2009-05-04"),
    ("März 2011", "2011-03"),
    ("septembre 1986", "1986-09"),
    ("5 de mayo de 1998", "1998-05-05"),
    ("16 gennaio 1992", "1992-01-16"),
    ("2007年", "2007"),
    ("1998年7月28日", "1998-07-28"),
    ("2002 年 9 月", "2002-09"),
    ("1998 May 4", "1998-05-04"),
]

NO_DATES = [
    "2008nian zhongguo de guofang",
    "2005nian: Quanqiu Zhengzhi yu Anquan Baogao",
    "S/RES/2004",
    "A/2000/33",
    "file no. 113-00146-01",
    "doi:10.1080/2009.1234",
    "pp. 11999-12004",
    "Resolution 1244",
    "May the force be with you",
    "nos. 9 –10",
    "1102–1121",
]


@pytest.mark.parametrize(("text", "value"), [pytest.param(*row, id=row[0]) for row in DATES])
def test_a_printed_date_becomes_edtf(text, value):
    assert edtf(text) == value


@pytest.mark.parametrize("text", [row[0] for row in DATES])
def test_a_date_between_words_is_found_whole(text):
    note = f"Renmin Ribao, {text}, p. 3."
    assert [note[slice(*span)] for span in find_dates(note)] == [text]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text):
    assert find_dates(text) == []
    assert edtf(text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(October 24 – 25, 2008), ibid., pp. 945 – 947", ["October 24 – 25, 2008"]),
        ("No. 9 –10 (1999), p. 39", ["1999"]),
        ("“China’s Voting, 1994 – 2004,” No. 4 (2006), pp. 55 – 60", ["1994 – 2004", "2006"]),
        ("June 21, 2007. Available at … (accessed December 15, 2011)", ["June 21, 2007", "December 15, 2011"]),
        ("1997 nian 3 yue-5 yue, Guoji Wenti Yanjiu, No. 3 (1997)", ["1997", "1997"]),
        ("", []),
    ],
)
def test_all_dates_of_a_stretch_in_order(text, found):
    assert [text[slice(*span)] for span in find_dates(text)] == found


def test_dates_are_sought_between_two_offsets_only():
    text = "1988, 2004, 2011"
    assert find_dates(text, 5, 11) == [(6, 10)]


@pytest.mark.parametrize(
    ("value", "exact"),
    [
        ("2008-04-12", True),
        ("2008-10-24/2008-10-25", True),
        ("2008-04", False),
        ("2005-21", False),
        ("2009", False),
        ("", False),
    ],
)
def test_exact_to_the_day(value, exact):
    assert has_day(value) is exact


@pytest.mark.parametrize("text", ["Winter 2004/2005", "Winter 2004/05", "Winter 2004–05"])
def test_a_winter_is_dated_by_its_first_year(text):
    assert edtf(text) == "2004-24"
