"""Telling cites apart (CSL 1.0.2, "Disambiguation"): names, given names, a condition, a year suffix, in this order."""

from __future__ import annotations

import pytest

from citekit.style.context import Cite
from citekit.style.disambiguate import letters
from citekit.style.positions import Cluster

YEAR = '<date variable="issued" prefix=" "><date-part name="year"/></date>'


def layout(name):
    return f'<names variable="author"><name {name}/></names>{YEAR}'


def item(*people, year=2007, **more):
    """An item of people told as ``Doe J``."""
    author = [{"family": told.partition(" ")[0], "given": told.partition(" ")[2]} for told in people]
    return {"author": author, "issued": {"date-parts": [[year]]}, **more}


def items(told):
    """The items of a line: ``Doe John, Roe Ann | Doe Ann 2008``; the year is 2007 unless it is told."""
    found = []
    for each in told.split(" | "):
        people, year = (each[:-5], int(each[-4:])) if each[-4:].isdecimal() else (each, 2007)
        found.append(item(*people.split(", "), year=year))
    return found


def cited(made, name, citation, *items, **more):
    xml = made.style(layout(name), citation=citation, around='delimiter="; "', **more)
    return made.cited(xml, *items)


SHORT = 'form="short" initialize-with=". "'
GIVEN = 'disambiguate-add-givenname="true"'
NAMES = 'disambiguate-add-names="true" et-al-min="3" et-al-use-first="1"'
SUFFIX = 'disambiguate-add-year-suffix="true"'
JOHN, ANN = item("Doe John"), item("Doe Ann")
RULE = f'{GIVEN} givenname-disambiguation-rule="{{}}"'
ALL, BY_CITE, PRIMARY = RULE.format("all-names"), RULE.format("by-cite"), RULE.format("primary-name")
ALL_INITIALS = RULE.format("all-names-with-initials")
PRIMARY_INITIALS = RULE.format("primary-name-with-initials")
PAIRS = "Doe John, Roe Ann | Doe Ann, Roe Jim"
LAST_DIFFERS = "Doe A, Roe B, Yan C | Doe A, Roe B, Zhu D"
SECOND_DIFFERS = "Doe A, Roe J, Yan C | Doe A, Roe B, Yan C"
ONE_MORE = "Doe A, Roe B, Yan C | Doe A, Roe B, Yan C, Zhu D"
SAME = "Doe A, Roe B, Yan C | Doe A, Roe B, Yan C"

# options of the name, attributes of the citation, items, what is printed
CASES = [
    # nothing is done where nothing is ambiguous, or nothing is allowed
    (SHORT, f"{GIVEN} {SUFFIX}", "Doe John | Roe Jane", "Doe 2007; Roe 2007"),
    (SHORT, f"{GIVEN} {SUFFIX}", "Doe John | Doe John 2008", "Doe 2007; Doe 2008"),
    (SHORT, "", "Doe John | Doe Ann", "Doe 2007; Doe 2007"),
    # year suffix
    (SHORT, SUFFIX, "Doe John | Doe Ann", "Doe 2007a; Doe 2007b"),
    (SHORT, SUFFIX, "Doe J | Doe A | Roe J | Doe B", "Doe 2007a; Doe 2007b; Roe 2007; Doe 2007c"),
    # given names: initials where they help, else the whole name
    (SHORT, GIVEN, "Doe John | Doe Ann", "J. Doe 2007; A. Doe 2007"),
    (SHORT, GIVEN, "Doe John | Doe Jane", "John Doe 2007; Jane Doe 2007"),
    ('form="short"', GIVEN, "Doe John | Doe Ann", "John Doe 2007; Ann Doe 2007"),
    (SHORT, f"{GIVEN} {SUFFIX}", "Doe John | Doe John", "Doe 2007a; Doe 2007b"),
    # the rule for given names
    (SHORT, BY_CITE, "Doe John | Doe Ann 2008", "Doe 2007; Doe 2008"),
    (SHORT, ALL, "Doe John | Doe Ann 2008", "J. Doe 2007; A. Doe 2008"),
    (SHORT, ALL, "Doe John | Doe Jane 2008", "John Doe 2007; Jane Doe 2008"),
    (SHORT, ALL, PAIRS, "J. Doe, A. Roe 2007; A. Doe, J. Roe 2007"),
    (SHORT, ALL_INITIALS, "Doe John | Doe Jane | Doe Ann", "Doe 2007; Doe 2007; A. Doe 2007"),
    (SHORT, PRIMARY, PAIRS, "J. Doe, Roe 2007; A. Doe, Roe 2007"),
    (SHORT, PRIMARY_INITIALS, "Doe John, Roe A | Doe Ann, Roe J", "J. Doe, Roe 2007; A. Doe, Roe 2007"),
    # hidden names
    (SHORT, NAMES, "Doe A, Roe B, Yan C | Doe A, Zhu D, Yan C", "Doe, Roe, et al. 2007; Doe, Zhu, et al. 2007"),
    (SHORT, NAMES, LAST_DIFFERS, "Doe, Roe, Yan 2007; Doe, Roe, Zhu 2007"),
    (SHORT, NAMES, "Doe A, Roe B, Yan C | Doe A, Roe B", "Doe et al. 2007; Doe, Roe 2007"),
    (SHORT, NAMES, ONE_MORE, "Doe, Roe, Yan 2007; Doe, Roe, Yan, et al. 2007"),
    (SHORT, f"{NAMES} {SUFFIX}", SAME, "Doe et al. 2007a; Doe et al. 2007b"),
    (SHORT, f"{NAMES} {SUFFIX}", f"{SAME} 2008", "Doe et al. 2007; Doe et al. 2008"),
    # where hidden names do not help, their given names may
    (SHORT, f"{NAMES} {GIVEN}", SECOND_DIFFERS, "Doe, J. Roe, et al. 2007; Doe, B. Roe, et al. 2007"),
]


@pytest.mark.parametrize(("name", "citation", "told", "line"), CASES)
def test_cites_are_told_apart(made, name, citation, told, line):
    assert cited(made, name, citation, *items(told)) == line


def test_a_condition_of_the_style(made):
    title = '<choose><if disambiguate="true"><text variable="title" prefix=" "/></if></choose>'
    xml = made.style(layout(SHORT) + title, citation=SUFFIX, around='delimiter="; "')
    listed = [{**JOHN, "title": "Fog"}, {**JOHN, "title": "War"}, item("Roe Jane", title="Sea")]
    assert made.cited(xml, *listed) == "Doe 2007 Fog; Doe 2007 War; Roe 2007"
    assert made.cited(xml, *[{**JOHN, "title": "Fog"}] * 2) == "Doe 2007a; Doe 2007b"  # it did not help


def test_year_suffixes_go_by_the_order_of_the_bibliography(made):
    entry = f'<text variable="title"/>{YEAR}'
    listed = [{**JOHN, "title": "War"}, {**JOHN, "title": "Fog"}]
    xml = made.style(layout(SHORT), entry=entry, citation=SUFFIX, bibliography="", around='delimiter="; "')
    assert made.entries(xml, *listed) == ["War 2007a", "Fog 2007b"]
    xml = made.style(
        layout(SHORT), entry=entry, citation=SUFFIX, around='delimiter="; "', sort='<key variable="title"/>'
    )
    assert made.entries(xml, *listed) == ["Fog 2007a", "War 2007b"]
    assert made.cited(xml, *listed) == "Doe 2007a; Doe 2007b"


def test_a_year_suffix_stands_where_the_style_wants_it(made):
    xml = made.style(
        f'{layout(SHORT)}<text variable="year-suffix" prefix="-"/>', citation=SUFFIX, around='delimiter="; "'
    )
    assert made.cited(xml, JOHN, JOHN) == "Doe 2007-a; Doe 2007-b"
    assert made.cited(xml, JOHN) == "Doe 2007"


def test_entries_that_nobody_cites_count(made):
    xml = made.style(layout(SHORT), citation=SUFFIX)
    assert made.document(xml, [JOHN, ANN], Cluster((Cite("2"),), 1)) == ["Doe 2007b"]


LETTERS = {0: "a", 1: "b", 25: "z", 26: "aa", 27: "ab", 51: "az", 52: "ba", 701: "zz", 702: "aaa"}


@pytest.mark.parametrize("number", LETTERS)
def test_letters_go_on(number):
    assert letters(number) == LETTERS[number]
