"""Clusters of cites: delimiters, groups of one author, collapsed years and numbers (CSL 1.0.2, "Cite Collapsing")."""

from __future__ import annotations

import pytest

from citekit.style.context import Cite
from citekit.style.positions import Cluster

AUTHOR_YEAR = (
    '<group delimiter=" "><names variable="author"><name form="short"/></names>'
    '<date variable="issued"><date-part name="year"/></date></group><text variable="locator" prefix=", "/>'
)
NUMBER = '<text variable="citation-number"/><text variable="locator" prefix=", "/>'


def item(family, year, **more):
    return {"author": [{"family": family}], "issued": {"date-parts": [[year]]}, **more}


def cluster(made, layout, citation, items, *cites, **more):
    xml = made.style(layout, citation=citation, **{"around": 'prefix="(" suffix=")" delimiter="; "', **more})
    cites = cites or [Cite(str(number)) for number in range(1, len(items) + 1)]
    return made.document(xml, items, Cluster(tuple(cites), 0))[0]


DOE = [item("Doe", 2007), item("Doe", 2008), item("Roe", 2001)]
SAME = [item("Doe", 2007), item("Doe", 2007), item("Doe", 2007), item("Roe", 2007)]
MIXED = [item("Doe", 2007), item("Roe", 2001), item("Doe", 2008)]
SUFFIX = 'disambiguate-add-year-suffix="true"'

# attributes of the citation, items, what is printed
COLLAPSED = [
    ("", DOE, "(Doe 2007; Doe 2008; Roe 2001)"),
    ('collapse="year"', DOE, "(Doe 2007, 2008; Roe 2001)"),
    ('collapse="year" cite-group-delimiter=" and "', DOE, "(Doe 2007 and 2008; Roe 2001)"),
    ('collapse="year" after-collapse-delimiter=" | "', DOE, "(Doe 2007, 2008 | Roe 2001)"),
    ('cite-group-delimiter=", "', DOE, "(Doe 2007, Doe 2008; Roe 2001)"),
    (SUFFIX, SAME, "(Doe 2007a; Doe 2007b; Doe 2007c; Roe 2007)"),
    (f'{SUFFIX} collapse="year"', SAME, "(Doe 2007a, 2007b, 2007c; Roe 2007)"),
    (f'{SUFFIX} collapse="year-suffix" year-suffix-delimiter=","', SAME, "(Doe 2007a,b,c; Roe 2007)"),
    (f'{SUFFIX} collapse="year-suffix"', SAME, "(Doe 2007a; b; c; Roe 2007)"),
    (f'{SUFFIX} collapse="year-suffix-ranged" year-suffix-delimiter=","', SAME, "(Doe 2007a–c; Roe 2007)"),
    (f'{SUFFIX} collapse="year-suffix-ranged" year-suffix-delimiter=","', SAME[:2], "(Doe 2007a,b)"),
]


@pytest.mark.parametrize(("citation", "items", "line"), COLLAPSED)
def test_cites_of_one_author_collapse(made, citation, items, line):
    assert cluster(made, AUTHOR_YEAR, citation, items) == line


def test_cites_of_one_author_come_together_where_cites_are_sorted(made):
    assert cluster(made, AUTHOR_YEAR, 'collapse="year"', MIXED, sort='<key variable="volume"/>') == (
        "(Doe 2007, 2008; Roe 2001)"
    )


@pytest.mark.parametrize("collapse", ["year", "year-suffix", "year-suffix-ranged"])
def test_only_letters_that_are_printed_collapse(made, collapse):
    doe = {"author": [{"family": "Doe"}], "title": "Fog"}
    citation = f'{SUFFIX} collapse="{collapse}"'
    assert cluster(made, AUTHOR_YEAR, citation, [doe, doe]) == "(Doe)"
    assert cluster(made, f'{AUTHOR_YEAR}<text variable="title" prefix=" "/>', citation, [doe, doe]) == "(Doe Fog, Fog)"


def test_a_locator_stops_a_suffix_from_collapsing(made):
    cites = [Cite("1", "5"), Cite("2")]
    citation = f'{SUFFIX} collapse="year-suffix" year-suffix-delimiter=","'
    assert cluster(made, AUTHOR_YEAR, citation, SAME, *cites) == "(Doe 2007a, 5, 2007b)"


ONES = [{"title": str(number)} for number in range(1, 8)]

# ids that are cited, what is printed
NUMBERS = [
    ("1", "[1]"),
    ("1 2", "[1,2]"),
    ("1 2 3", "[1–3]"),
    ("1 2 3 5", "[1–3,5]"),
    ("1 3 5", "[1,3,5]"),
    ("1 2 4 5 6", "[1,2,4–6]"),
    ("3 2 1", "[3,2,1]"),
    ("1 2 3 5 6 7", "[1–3,5–7]"),
]


@pytest.mark.parametrize(("ids", "line"), NUMBERS)
def test_runs_of_numbers_collapse(made, ids, line):
    cites = [Cite(each) for each in ids.split()]
    around = 'prefix="[" suffix="]" delimiter=","'
    assert cluster(made, NUMBER, 'collapse="citation-number"', ONES, *cites, around=around) == line


def test_a_locator_stops_a_run_of_numbers(made):
    cites = [Cite("1"), Cite("2", "5"), Cite("3")]
    around = 'prefix="[" suffix="]" delimiter="; "'
    assert cluster(made, NUMBER, 'collapse="citation-number"', ONES, *cites, around=around) == "[1; 2, 5; 3]"


# cites, what is printed
AROUND = [
    ([Cite("1", prefix="see "), Cite("2")], "(see Doe 2007; Doe 2008)"),
    ([Cite("1"), Cite("3", prefix="also")], "(Doe 2007; also Roe 2001)"),
    ([Cite("1", suffix=" for more"), Cite("3")], "(Doe 2007 for more; Roe 2001)"),
    ([Cite("1", "5-7")], "(Doe 2007, 5–7)"),
    ([Cite("1", form="suppress-author")], "(2007)"),
    ([Cite("1", form="author-only")], "(Doe)"),
    ([Cite("nobody")], "([nobody?])"),
    ([Cite("nobody"), Cite("3")], "([nobody?]; Roe 2001)"),
]


@pytest.mark.parametrize(("cites", "line"), AROUND)
def test_what_stands_around_a_cite(made, cites, line):
    assert cluster(made, AUTHOR_YEAR, "", DOE, *cites) == line


def test_a_cite_of_which_nothing_is_printed_says_so(made):
    assert made.cited(made.style('<text variable="URL"/>'), {}) == "[CSL STYLE ERROR: reference with no printed form.]"


def test_cites_are_sorted_in_a_cluster_and_not_across(made):
    xml = made.style(AUTHOR_YEAR, sort='<key variable="issued"/>', around='delimiter="; "')
    clusters = [Cluster((Cite("2"), Cite("1")), 1), Cluster((Cite("3"),), 2)]
    assert made.document(xml, DOE, *clusters) == ["Doe 2007; Doe 2008", "Roe 2001"]


# prefix, what opens the note
OPENINGS = [
    ("", "Ibid."),
    ("See ", "See ibid."),
    ("He said so. ", "He said so. Ibid."),
    ("<i>Cf.</i> ", "<i>Cf.</i> ibid."),
]


@pytest.mark.parametrize(("prefix", "line"), OPENINGS)
def test_a_term_that_opens_a_note_has_a_capital(made, prefix, line):
    xml = made.style('<text term="ibid"/>', kind="note")
    assert made.document(xml, [{}], Cluster((Cite("1", prefix=prefix),), 1)) == [line]
