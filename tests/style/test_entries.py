"""Entries of a bibliography: authors named before, margins, entries without text (CSL 1.0.2, "Bibliography")."""

from __future__ import annotations

import pytest

ENTRY = (
    '<names variable="author"><name name-as-sort-order="all" and="text"/></names><text variable="title" prefix=". "/>'
)


def item(title, *families, **more):
    return {"title": title, "author": [{"family": family} for family in families], **more}


def rule(name):
    return f'subsequent-author-substitute="---" subsequent-author-substitute-rule="{name}"'


SAME = [item("1", "Doe", "Roe"), item("2", "Doe", "Roe")]
PART = [item("1", "Doe", "Roe"), item("2", "Doe", "Zhao")]
OTHER = [item("1", "Doe"), item("2", "Roe")]
LONGER = [item("1", "Doe"), item("2", "Doe", "Roe")]

# rule, items, the second entry
RULES = [
    ("complete-all", SAME, "---. 2"),
    ("complete-all", PART, "Doe, and Zhao. 2"),
    ("complete-all", LONGER, "Doe, and Roe. 2"),
    ("complete-each", SAME, "---, and ---. 2"),
    ("complete-each", PART, "Doe, and Zhao. 2"),
    ("partial-each", SAME, "---, and ---. 2"),
    ("partial-each", PART, "---, and Zhao. 2"),
    ("partial-each", OTHER, "Roe. 2"),
    ("partial-first", SAME, "---, and Roe. 2"),
    ("partial-first", PART, "---, and Zhao. 2"),
    ("partial-first", LONGER, "---, and Roe. 2"),
    ("partial-first", OTHER, "Roe. 2"),
]


@pytest.mark.parametrize(("name", "items", "line"), RULES)
def test_an_author_named_before(made, name, items, line):
    layout = ENTRY.replace('and="text"', 'and="text" delimiter-precedes-last="always"')
    xml = made.style("", entry=layout, bibliography=rule(name))
    first, second = made.entries(xml, *items)
    assert "---" not in first
    assert second == line


def test_only_neighbours_count_and_only_the_first_names(made):
    entry = f'{ENTRY}<names variable="editor" prefix=", ed. "/>'
    xml = made.style("", entry=entry, bibliography='subsequent-author-substitute="---"')
    more = {"editor": [{"family": "Doe"}]}
    assert made.entries(
        xml, item("1", "Doe", **more), item("2", "Doe", **more), item("3", "Roe"), item("4", "Doe")
    ) == [
        "Doe. 1, ed. Doe",
        "---. 2, ed. Doe",
        "Roe. 3",
        "Doe. 4",
    ]


def test_an_entry_without_an_author_stands_between(made):
    xml = made.style("", entry=ENTRY, bibliography='subsequent-author-substitute="---"')
    assert made.entries(xml, item("1", "Doe"), item("2"), item("3", "Doe")) == ["Doe. 1", ". 2", "Doe. 3"]


def test_a_label_stays_beside_the_substitute(made):
    entry = (
        '<names variable="editor"><name/><label form="short" prefix=", "/></names><text variable="title" prefix=". "/>'
    )
    xml = made.style("", entry=entry, bibliography='subsequent-author-substitute="---"')
    editor = [{"family": "Doe"}]
    assert made.entries(xml, {"title": "1", "editor": editor}, {"title": "2", "editor": editor}) == [
        "Doe, ed. 1",
        "---, ed. 2",
    ]


def test_an_empty_substitute(made):
    xml = made.style("", entry=ENTRY, bibliography='subsequent-author-substitute=""')
    assert made.entries(xml, item("1", "Doe"), item("2", "Doe")) == ["Doe. 1", ". 2"]


NUMBERED = '<text variable="citation-number" suffix="."/><text variable="title"/>'


@pytest.mark.parametrize("align", ["flush", "margin"])
def test_the_second_field_is_aligned(made, align):
    xml = made.style("", entry=NUMBERED, bibliography=f'second-field-align="{align}"')
    (entry,) = made.entries(xml, {"title": "Fog"})
    assert "".join(entry.split()) == ('<divclass="csl-left-margin">1.</div><divclass="csl-right-inline">Fog</div>')


def test_an_entry_without_text_is_left_out_but_where_numbers_count(made):
    items = [{"title": "Fog"}, {}, {"title": "War"}]
    assert made.entries(made.style("", entry='<text variable="title"/>'), *items) == ["Fog", "War"]
    xml = made.style(
        "",
        entry='<choose><if variable="title"><text variable="citation-number"/><text variable="title"/></if></choose>',
    )
    assert made.entries(xml, *items) == ["1Fog", "2. [CSL STYLE ERROR: reference with no printed form.]", "3War"]


def test_a_style_without_a_bibliography_has_no_entries(made):
    assert made.entries(made.style('<text variable="title"/>'), {"title": "Fog"}) == []


def test_the_affixes_of_the_layout(made):
    xml = made.style("", entry='<text variable="title"/>').replace(
        "<layout><text variable", '<layout prefix="- " suffix="."><text variable', 1
    )
    assert made.entries(xml, {"title": "Fog."}) == ["- Fog."]


TEN = "10.1/x"
LINKED = '<a href="https://doi.org/10.1/x">{}</a>'

# attributes of the element, the DOI, what is printed with links, and without
LINKS = [
    ("", TEN, LINKED.format(TEN), TEN),
    ('prefix="doi: "', TEN, f"doi: {LINKED.format(TEN)}", f"doi: {TEN}"),
    ('prefix="https://doi.org/"', TEN, LINKED.format(f"https://doi.org/{TEN}"), f"https://doi.org/{TEN}"),
    ('prefix="At https://doi.org/"', TEN, f"At {LINKED.format(f'https://doi.org/{TEN}')}", f"At https://doi.org/{TEN}"),
    ("", f"https://doi.org/{TEN}", LINKED.format(f"https://doi.org/{TEN}"), f"https://doi.org/{TEN}"),
    (
        "",
        "javascript:alert(1)",
        '<a href="https://doi.org/javascript:alert(1)">javascript:alert(1)</a>',
        "javascript:alert(1)",
    ),
]


@pytest.mark.parametrize(("attributes", "doi", "linked", "bare"), LINKS)
def test_identifiers_become_links_on_request(made, attributes, doi, linked, bare):
    xml = made.style("", entry=f'<text variable="DOI" {attributes}/>')
    assert made.entries(xml, {"DOI": doi}, links=True) == [linked]
    assert made.entries(xml, {"DOI": doi}) == [bare]


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "JAVASCRIPT://x%0aalert(1)"])
def test_only_addresses_of_the_web_become_links(made, url):
    xml = made.style("", entry='<text variable="URL"/>')
    assert made.entries(xml, {"URL": url}, links=True) == [url]
