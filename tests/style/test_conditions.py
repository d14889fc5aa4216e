"""Conditions (CSL 1.0.2, "Choose"): what each test asks, and how ``match`` joins them."""

from __future__ import annotations

import pytest

BOOK = {
    "type": "book",
    "title": "Fog",
    "edition": "2nd",
    "number": "Second",
    "volume": 3,
    "author": [{"family": "Zhao"}],
    "issued": {"date-parts": [[2007]], "circa": True},
    "accessed": {"date-parts": [[2008]]},
    "DOI": "",
    "URL": None,
    "editor": [],
    "page": "3-5",
}

# attributes of the condition, whether they hold of the book
TESTS = [
    ('type="book"', True),
    ('type="chapter"', False),
    ('type="book chapter"', True),  # no item is of two types: a list of them is a choice
    ('type="book chapter" match="any"', True),
    ('type="chapter report" match="any"', False),
    ('type="chapter report" match="none"', True),
    ('type="book report" match="none"', False),
    ('variable="title"', True),
    ('variable="title author issued"', True),
    ('variable="title translator"', False),
    ('variable="title translator" match="any"', True),
    ('variable="translator"', False),
    ('variable="DOI URL editor" match="any"', False),
    ('variable="page-first"', True),
    ('is-numeric="edition"', True),
    ('is-numeric="number"', False),
    ('is-numeric="volume page"', True),
    ('is-numeric="issue"', False),
    ('is-uncertain-date="issued"', True),
    ('is-uncertain-date="accessed"', False),
    ('is-uncertain-date="submitted"', False),
    ('type="book" variable="title"', True),
    ('type="book" variable="translator"', False),
    ('type="book" variable="translator" match="any"', True),
    ('type="chapter" variable="translator" match="none"', True),
    ('type="book" variable="translator" match="none"', False),
    ('locator="page"', False),
    ('variable="locator"', False),
    ('position="first"', True),
    ('position="subsequent"', False),
    ('disambiguate="true"', False),
    ('disambiguate="false"', True),
]


@pytest.mark.parametrize(("attributes", "holds"), TESTS)
def test_a_condition(made, attributes, holds):
    layout = f'<choose><if {attributes}><text value="yes"/></if><else><text value="no"/></else></choose>'
    assert made.printed(layout, BOOK) == ("yes" if holds else "no")


# attributes, locator, label, whether they hold
LOCATORS = [
    ('locator="page"', "45", "page", True),
    ('locator="page"', "45", "chapter", False),
    ('locator="chapter"', "4", "chapter", True),
    ('locator="sub-verbo"', "war", "sub-verbo", True),
    ('locator="page chapter" match="any"', "4", "chapter", True),
    ('variable="locator"', "45", "page", True),
    ('variable="locator"', " ", "page", False),
    ('is-numeric="locator"', "45", "page", True),
    ('is-numeric="locator"', "passim", "page", False),
]


@pytest.mark.parametrize(("attributes", "locator", "label", "holds"), LOCATORS)
def test_a_condition_on_the_locator(made, attributes, locator, label, holds):
    layout = f'<choose><if {attributes}><text value="yes"/></if><else><text value="no"/></else></choose>'
    assert made.printed(layout, BOOK, locator=locator, label=label) == ("yes" if holds else "no")


POSITIONS = {
    "first": [True, False, False, False],
    "subsequent": [False, True, True, True],
    "ibid": [False, False, True, True],
    "ibid-with-locator": [False, False, False, True],
}


@pytest.mark.parametrize("name", POSITIONS)
def test_positions_hold_those_below_them(made, name):
    layout = f'<choose><if position="{name}"><text value="yes"/></if><else><text value="no"/></else></choose>'
    held = [made.printed(layout, BOOK, position=position) == "yes" for position in range(4)]
    assert held == POSITIONS[name]


def test_no_position_holds_in_a_bibliography(made):
    tests = "first subsequent ibid ibid-with-locator near-note"
    entry = (
        f'<choose><if position="{tests}" match="any"><text value="yes"/></if><else><text value="no"/></else></choose>'
    )
    assert made.entries(made.style('<text variable="title"/>', entry=entry), BOOK) == ["no"]


@pytest.mark.parametrize(("kind", "line"), [("book", "1"), ("chapter", "2"), ("report", "3"), ("song", "4")])
def test_the_first_branch_that_holds_is_taken(made, kind, line):
    layout = (
        '<choose><if type="book"><text value="1"/></if>'
        '<else-if type="chapter book" match="any"><text value="2"/></else-if>'
        '<else-if type="report"><text value="3"/></else-if><else><text value="4"/></else></choose>'
    )
    assert made.printed(layout, {"type": kind}) == line


def test_a_branch_takes_the_delimiter_around_it(made):
    layout = (
        '<group delimiter=", "><text value="a"/>'
        '<choose><if type="book"><text value="b"/><text value="c"/></if></choose></group>'
    )
    assert made.printed(layout, BOOK) == "a, b, c"
