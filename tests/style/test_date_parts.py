"""Dates as styles print them: parts, forms, ranges, eras and seasons (CSL 1.0.2, "Date")."""

from __future__ import annotations

import pytest

LOCALE = """<locale><date form="text"><date-part name="month" suffix=" "/><date-part name="day" suffix=", "/>
<date-part name="year"/></date><date form="numeric"><date-part name="month" form="numeric-leading-zeros" suffix="/"/>
<date-part name="day" form="numeric-leading-zeros" suffix="/"/><date-part name="year"/></date>
<terms><term name="ad">AD</term><term name="bc">BC</term></terms></locale>"""
TEXT = '<date variable="issued" form="text"/>'
NUMERIC = '<date variable="issued" form="numeric"/>'
DMY = (
    '<date variable="issued"><date-part name="day" suffix=" "/><date-part name="month" suffix=" "/>'
    '<date-part name="year"/></date>'
)
ORDINAL = DMY.replace('"day"', '"day" form="ordinal"')

SLASHED = (
    '<date variable="issued"><date-part name="month" range-delimiter="/" suffix=" "/>'
    '<date-part name="year" range-delimiter=" to "/></date>'
)
ONE_BY_ONE = (
    '<date variable="issued" delimiter="."><date-part name="year"/><date-part name="month" form="numeric"/></date>'
)

# element, points, what is printed
DATES = [
    (TEXT, [[2009, 3, 4]], "March 4, 2009"),
    (TEXT, [[2009, 3]], "March 2009"),
    (TEXT, [[2009]], "2009"),
    (NUMERIC, [[2009, 3, 4]], "03/04/2009"),
    (DMY, [[2009, 3, 4]], "4 March 2009"),
    (DMY, [[2009, 3]], "March 2009"),
    ('<date variable="issued" form="text" date-parts="year-month"/>', [[2009, 3, 4]], "March 2009"),
    ('<date variable="issued" form="text" date-parts="year"/>', [[2009, 3, 4]], "2009"),
    (
        '<date variable="issued" form="text"><date-part name="month" form="short" strip-periods="true"/></date>',
        [[2009, 2, 4]],
        "Feb 4, 2009",
    ),
    (
        '<date variable="issued" form="text"><date-part name="month" form="short"/></date>',
        [[2009, 2, 4]],
        "Feb. 4, 2009",
    ),
    (
        '<date variable="issued" form="text"><date-part name="day" font-weight="bold" prefix="X"/></date>',
        [[2009, 3, 4]],
        "March <b>4</b>, 2009",
    ),
    ('<date variable="issued"><date-part name="month" form="numeric"/></date>', [[2009, 3, 4]], "3"),
    ('<date variable="issued"><date-part name="month" form="numeric-leading-zeros"/></date>', [[2009, 3, 4]], "03"),
    ('<date variable="issued"><date-part name="day" form="numeric-leading-zeros"/></date>', [[2009, 3, 4]], "04"),
    ('<date variable="issued"><date-part name="day" form="ordinal"/></date>', [[2009, 3, 2]], "2nd"),
    ('<date variable="issued"><date-part name="year" form="short"/></date>', [[2009]], "09"),
    (ONE_BY_ONE, [[2009, 3]], "2009.3"),
    ('<date variable="issued" prefix="(" suffix=")"><date-part name="year"/></date>', [[2009]], "(2009)"),
    # ranges: what both ends share stands once
    (DMY, [[2008], [2010]], "2008–2010"),
    (DMY, [[2008, 5], [2008, 7]], "May–July 2008"),
    (DMY, [[2008, 5, 5], [2008, 5, 7]], "5–7 May 2008"),
    (DMY, [[2008, 8, 1], [2008, 9, 4]], "1 August–4 September 2008"),
    (DMY, [[2008, 12, 31], [2009, 1, 1]], "31 December 2008–1 January 2009"),
    (DMY, [[2008, 5], [2009, 5]], "May 2008–May 2009"),
    (TEXT, [[2008, 5, 5], [2008, 5, 7]], "May 5–7, 2008"),
    (TEXT, [[2008, 5], [2008, 7]], "May–July 2008"),
    (DMY, [[2008, 5, 5], [2008, 5, 5]], "5 May 2008"),
    (SLASHED, [[2008, 5], [2008, 7]], "May/July 2008"),
    (SLASHED, [[2008, 5], [2009, 7]], "May 2008 to July 2009"),
    # eras
    (DMY, [[-44, 3, 15]], "15 March 44BC"),
    (DMY, [[79]], "79AD"),
    (DMY, [[999]], "999AD"),
    (DMY, [[1000]], "1000"),
    # seasons stand where the month does
    (DMY, [[2005, 21]], "Spring 2005"),
    (DMY, [[2005, 24]], "Winter 2005"),
    (DMY, [[2005, 13]], "Spring 2005"),
    # the parts of a date that is not so exact are left out with their affixes
    ('<date variable="issued"><date-part name="day" prefix="on "/></date>', [[2009, 3]], ""),
]


@pytest.mark.parametrize(("element", "points", "line"), DATES)
def test_a_date(made, element, points, line):
    item = {"issued": {"date-parts": points}}
    assert made.printed(f'<text value="-"/>{element}', item, before=LOCALE) == f"-{line}"


LITERAL = [(DMY, "n.d.", "n.d."), (TEXT, "forthcoming", "forthcoming")]


@pytest.mark.parametrize(("element", "words", "line"), LITERAL)
def test_words_stand_as_they_are(made, element, words, line):
    assert made.printed(element, {"issued": {"literal": words}}, before=LOCALE) == line


# language, element, date, what is printed
LOCAL = [
    ("de-DE", TEXT, [2009, 3, 4], "4. März 2009"),
    ("fr-FR", ORDINAL, [2009, 3, 1], "1<sup>e</sup><sup>r</sup> mars 2009"),
    ("fr-FR", ORDINAL, [2009, 3, 2], "2 mars 2009"),  # "limit-day-ordinals-to-day-1"
    ("en-US", ORDINAL, [2009, 3, 2], "2nd March 2009"),
    ("fr-FR", TEXT, [2009, 3, 2], "2 mars 2009"),
    ("en-GB", TEXT, [2009, 3, 4], "4 March 2009"),
    ("zh-CN", TEXT, [2009, 3, 4], "2009年3月4日"),
    ("zh-CN", '<date variable="issued" form="text" date-parts="year-month"/>', [2009, 3, 4], "2009年3月"),
]


@pytest.mark.parametrize(("language", "element", "point", "line"), LOCAL)
def test_a_date_of_a_locale(made, language, element, point, line):
    assert made.printed(element, {"issued": {"date-parts": [point]}}, language=language) == line


def test_several_variables_and_none(made):
    assert made.printed('<text value="-"/><date variable="issued" form="text"/>', {}) == "-"
    assert made.printed('<date variable="accessed" form="text"/>', {"accessed": {"date-parts": [[2020]]}}) == "2020"
