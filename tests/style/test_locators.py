"""Locators: ranges, labels and their plurals, kinds of locators."""

from __future__ import annotations

import pytest

from citekit.style.context import Cite
from citekit.style.positions import Cluster

LAYOUT = '<group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>'

# label, locator, what is printed
LOCATORS = [
    ("page", "45", "p. 45"),
    ("page", "45-47", "pp. 45–47"),
    ("page", "45–47", "pp. 45–47"),
    ("page", "45, 47", "pp. 45, 47"),
    ("page", "45 & 47", "pp. 45 &#38; 47"),
    ("page", "xii", "p. xii"),
    ("page", "xii-xv", "pp. xii–xv"),
    ("page", "45\\-B", "p. 45-B"),
    ("page", "passim", "p. passim"),
    ("chapter", "4", "chap. 4"),
    ("chapter", "4-6", "chaps. 4–6"),
    ("volume", "2", "vol. 2"),
    ("section", "2", "sec. 2"),
    ("paragraph", "3-4", "paras. 3–4"),
    ("line", "7", "l. 7"),
    ("note", "9", "n. 9"),
    ("figure", "1", "fig. 1"),
    ("folio", "186", "fol. 186"),
    ("sub-verbo", "war", "s.v. war"),
]


@pytest.mark.parametrize(("label", "locator", "line"), LOCATORS)
def test_a_locator_with_its_label(made, label, locator, line):
    assert made.printed(LAYOUT, {"title": "Fog"}, locator=locator, label=label) == line


@pytest.mark.parametrize("locator", ["", "  "])
def test_no_locator_is_nothing(made, locator):
    layout = f'<text value="-"/>{LAYOUT}'
    assert made.printed(layout, {}, locator=locator) == "-"


def test_page_locators_take_the_format_of_pages(made):
    xml = made.style('<text variable="locator"/>', options='page-range-format="minimal"')
    assert made.document(xml, [{}], Cluster((Cite("1", "321-328"),), 1)) == ["321–8"]


def test_an_author_s_prefix_and_suffix(made):
    layout = '<text variable="title"/>'
    assert made.printed(layout, {"title": "Fog"}, prefix="see", suffix="for more") == "see Fog for more"
    assert made.printed(layout, {"title": "Fog"}, prefix="see ", suffix=", passim") == "see Fog, passim"
    assert made.printed(layout, {"title": "Fog"}, prefix="<i>cf.</i>") == "<i>cf.</i> Fog"
    assert made.printed(layout, {"title": "Fog"}, suffix="<script>") == "Fog &#60;script&#62;"
