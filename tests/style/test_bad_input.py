"""Items as bad as they come: a record is never lost, nothing raises, and what was wrong is a sentence."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.style.mend import mend

ENTRY = (
    '<names variable="author"><name initialize-with=". " name-as-sort-order="first" and="text"/>'
    '<label form="short" prefix=" (" suffix=")"/><substitute><names variable="editor"/><text variable="title"/>'
    '</substitute></names><text variable="title" text-case="title" quotes="true" prefix=". "/>'
    '<number variable="volume" form="ordinal" prefix=" "/><group prefix=", "><label variable="page" form="short"/>'
    '<text variable="page"/></group><date variable="issued" form="text" prefix=", "/>'
    '<text variable="id" prefix=" "/><text variable="URL" prefix=" "/>'
)
SORT = '<key variable="author"/><key variable="volume"/><key variable="issued"/><key macro="title"/>'
CITATION = (
    'disambiguate-add-names="true" disambiguate-add-givenname="true" disambiguate-add-year-suffix="true" '
    'collapse="year-suffix" et-al-min="3" et-al-use-first="1"'
)


@pytest.fixture(scope="module")
def xml(made):
    """A style that calls what can go wrong: names, dates, numbers, pages, case, quotes, sorting, disambiguation."""
    return made.style(
        '<names variable="author"><name form="short"/></names><date variable="issued"><date-part name="year"/></date>',
        entry=ENTRY,
        citation=CITATION,
        before='<macro name="title"><text variable="title"/></macro>',
        sort=SORT,
        options='page-range-format="chicago"',
        around='delimiter="; "',
    )


# a record, words of what is said of it, what its entry is (None: only that there is one)
RECORDS = {
    "no type": ({"title": "Fog"}, "has no type", None),
    "a year as text": ({"type": "book", "title": "Fog", "issued": "2007"}, "read as EDTF", "Fog, 2007"),
    "a year as a number": ({"type": "book", "title": "Fog", "issued": 2007}, "read as a year", "Fog, 2007"),
    "words for a date": ({"type": "book", "title": "F", "issued": {"literal": "n.d."}}, "", None),
    "null": ({"type": "book", "title": "Fog", "volume": None, "author": None}, "null", "Fog"),
    "a text for names": ({"type": "book", "title": "Fog", "author": "Doe, John"}, "author", "Doe, J. “Fog”"),
    "texts for names": ({"type": "book", "title": "Fog", "author": ["UN"]}, "author", "UN. “Fog”"),
    "HTML": (
        {"type": "book", "title": "<div>Fog</div> & <b>mist"},
        "",
        None,
    ),
    "a script": (
        {"type": "book", "author": [{"family": "<script>alert(1)</script>"}], "title": "x"},
        "",
        "&#60;script&#62;alert(1)&#60;/script&#62;. “X”",
    ),
    "odd parts": ({"type": "book", "title": "F", "issued": {"date-parts": [["soon"]]}}, "no number", None),
    "no day": ({"type": "book", "title": "F", "issued": {"date-parts": [[2007, 2, 31]]}}, "day", None),
    "nested lists": ({"type": "book", "title": [["F"]], "page": {"a": 1}}, "page", None),
    "no record": (7, "no object", None),
    "a type nobody knows": ({"type": "scroll", "title": "Fog"}, "no type of CSL", "Fog"),
    "nothing at all": ({}, "no id", None),
}


@pytest.mark.parametrize("name", RECORDS)
def test_a_bad_record_is_kept_and_harms_no_neighbour(made, xml, name):
    record, words, line = RECORDS[name]
    good = {"id": "good", "type": "book", "title": "Good", "author": [{"family": "Aa"}]}
    items, repairs = mend([good, record])
    assert len(items) == 2
    assert any(words in repair.message for repair in repairs) or not words
    processor = made.processor(xml, items)
    entries = {entry.id: made.write_entry(entry.tree) for entry in processor.bibliography()}
    assert entries["good"] == "Aa. “Good” good"
    other = items[1]["id"]
    assert line is None or entries[other] == f"{line} {other}"
    cites = [made.Cite(item["id"]) for item in items]
    assert made.write_entry(processor.cite([made.Cluster(tuple(cites))])[0])


def test_ten_thousand_authors(made, xml):
    crowd = [{"family": f"Doe{number}", "given": "John"} for number in range(10_000)]
    items = [{"author": crowd, "title": "a"}, {"author": crowd, "title": "b"}, {"author": [*crowd[1:]], "title": "c"}]
    assert made.cited(xml, *items) == "Doe0 et al.; Doe1 et al."  # no year, no letter
    assert made.entries(xml, *items)[0].count("Doe") == 10_000


SIGNS = [
    "1",
    " ",
    "<",
    "<i>",
    '"',
    "'",
    "“",
    "‘",
    "«",
    "-",
    "1-",
    "1,",
    "a",
    "A ",
    "\n",
    ".",
    "&",
    "(",
    "d'",
    "<i></i>",
    "\\-",
    "von ",
]
SIGNS += ["a. ", "中", "!?", "title: x\n", "ivx"]
LONG = {sign: sign * (3000 // len(sign)) for sign in SIGNS} | {
    "nested tags": "<i>" * 1000 + "x" + "</i>" * 1000,
    "nested quotes": "“" * 1000 + "x" + "”" * 1000,
    "nested straight quotes": '"a ' * 1000 + "x" + '"' * 1000,
    "digits": "9" * 5000,
}


@pytest.mark.parametrize("name", LONG)
def test_values_without_end(made, xml, name):
    value = LONG[name]
    items = [
        {"title": value, "author": [{"family": value, "given": "x"}], "note": value},
        {"volume": value, "page": value, "issued": {"raw": value}, "author": [{"family": "x", "given": value}]},
    ]
    assert len(made.entries(xml, *items)) == 2
    layout = '<text value="-"/><label variable="locator"/><text variable="locator"/>'
    assert "-" in made.printed(layout, {}, locator=value, prefix=value)


leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
values = st.recursive(
    leaves | st.sampled_from(["2007-03", "2007/2008", "1-3", "<i>a</i>", "‘a’", "van Gogh", "Doe, John, Jr."]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["family", "given", "literal", "date-parts", "raw", "season", "circa", "suffix", "citekit"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)
fields = st.sampled_from(
    sorted({"author", "editor", "title", "volume", "page", "issued", "URL", "note", "language", "type", "custom", "id"})
)
records = st.dictionaries(fields, values, max_size=6)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records, max_size=4))
def test_nothing_raises_and_every_record_is_printed(made, xml, listed):
    items, _ = mend(listed)
    processor = made.processor(xml, items)
    assert len(processor.bibliography()) == len(listed)
    clusters = [made.Cluster((made.Cite(item["id"]),), note) for note, item in enumerate(items, 1)]
    assert len(processor.cite([*clusters, made.Cluster(tuple(cite for each in clusters for cite in each.cites))])) == (
        len(listed) + 1
    )


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records, max_size=3))
def test_not_even_items_that_nobody_mended_raise(made, xml, listed):
    items = [{**record, "id": str(number)} for number, record in enumerate(listed)]
    made.processor(xml, items).bibliography()
