"""Sorting (CSL 1.0.2, "Sorting"): keys in turn, without case and accents, empty ones last; words before letters."""

from __future__ import annotations

import pytest

from citekit.style.collate import collated

# words in their order
COLLATED = [
    ["a", "B", "c"],
    ["Alpha", "alpha beta", "Alphabet"],
    ["New York", "Newark"],
    ["Ebert", "Éclair", "Edda"],
    ["Ødegaard", "Öhman", "Ozu"],
    ["and", "“Aslan”", "ass"],
    ["Macdonald", "MacDuff"],
    ["Lei", "Lei Lei", "Leiden"],
    ["Łódź", "Lofoten"],
    ["straße", "Strasser"],
    ["", "a"],
]


@pytest.mark.parametrize("words", COLLATED)
def test_words_are_in_order(words):
    assert sorted(words, key=collated) == words
    backwards = words[::-1]
    assert sorted(backwards, key=collated) == words


def test_case_accents_and_markup_make_no_difference():
    assert collated("Éclair") == collated("eclair")
    assert collated("<i>Fog</i>") == collated("fog")
    assert collated("O’Brien") == collated("O'Brien")


TITLES = {"title": ["b", "C", "a"], "issued": [[2007], [2007, 3], [2006, 12, 31]], "volume": ["10", "9", "100"]}


def items(**values):
    """An item a value, called by its place in the list."""
    (name, listed), *_ = values.items()
    make = {"issued": lambda value: {"date-parts": value}, "author": lambda value: value}.get(name, str)
    return [
        {"title": str(at), name: make(value)} if value is not None else {"title": str(at)}
        for at, value in enumerate(listed)
    ]


def person(family, given=""):
    return [{"family": family, "given": given}]


# key, items, their order
KEYS = [
    ('variable="genre"', items(genre=["b", "C", "a"]), "201"),
    ('variable="genre" sort="descending"', items(genre=["b", "C", "a"]), "102"),
    ('variable="genre"', items(genre=["b", None, "a"]), "201"),
    ('variable="genre" sort="descending"', items(genre=["b", None, "a"]), "021"),
    ('variable="genre"', items(genre=["same", "same", "same"]), "012"),
    ('variable="volume"', items(volume=["10", "9", "100"]), "102"),
    ('variable="volume" sort="descending"', items(volume=["10", "9", "100"]), "201"),
    ('variable="issued"', items(issued=[[[2007, 3]], [[2007]], [[2006, 12, 31]]]), "210"),
    ('variable="issued"', items(issued=[[[2007]], [[-44]], [[-100]], [[54]]]), "2130"),
    ('variable="issued"', items(issued=[[[2007], [2008]], [[2007]], None]), "102"),
    ('variable="issued" sort="descending"', items(issued=[[[2007]], [[2009]], None]), "102"),
    ('variable="author"', items(author=[person("Zhao"), person("Roe"), person("Doe")]), "210"),
    ('variable="author"', items(author=[person("Roe", "B"), person("Roe", "A"), person("Roe")]), "210"),
    (
        'variable="author"',
        items(author=[person("Roe") + person("Zhao"), person("Roe") + person("Doe"), person("Roe")]),
        "210",
    ),
    ('variable="author"', items(author=[person("van Zyl"), person("Yan"), person("de Wit")]), "210"),
    ('variable="author"', items(author=[[{"literal": "The World Bank"}], [{"literal": "UN"}], person("Zhao")]), "102"),
    ('macro="year"', items(issued=[[[2007, 3]], [[2007, 1]], [[2006, 12, 31]]]), "201"),
    ('macro="names"', items(author=[person("Roe", "B"), person("Roe", "A"), person("Doe", "Z")]), "210"),
    ('macro="short"', items(author=[person("Roe", "B"), person("Roe", "A"), person("Doe", "Z")]), "201"),
    ('macro="count"', items(author=[person("A") * 10, person("B") * 9, person("C")]), "210"),
]
MACROS = (
    '<macro name="year"><date variable="issued"><date-part name="year"/></date></macro>'
    '<macro name="names"><names variable="author"><name/><label/></names></macro>'
    '<macro name="short"><names variable="author"><name form="short"/></names></macro>'
    '<macro name="count"><names variable="author"><name form="count"/></names></macro>'
)


@pytest.mark.parametrize(("key", "listed", "order"), KEYS)
def test_entries_are_sorted_by_a_key(made, key, listed, order):
    xml = made.style(
        '<text variable="title"/>',
        entry='<text variable="title"/>',
        before=MACROS,
        sort=f"<key {key}/>",
        options='demote-non-dropping-particle="never"' if "van Zyl" in str(listed) else "",
    )
    if "van Zyl" in str(listed):
        order = "201"  # "never": de Wit, van Zyl, Yan
    assert "".join(made.entries(xml, *listed)) == order


def test_a_particle_that_is_demoted_is_not_sorted_by(made):
    listed = items(author=[person("van Zyl"), person("Yan"), person("de Wit")])
    xml = made.style("", entry='<text variable="title"/>', sort='<key variable="author"/>')
    assert "".join(made.entries(xml, *listed)) == "210"


def test_keys_in_turn(made):
    listed = [
        {"title": "0", "author": person("Roe"), "issued": {"date-parts": [[2009]]}},
        {"title": "1", "author": person("Roe"), "issued": {"date-parts": [[2007]]}},
        {"title": "2", "author": person("Doe"), "issued": {"date-parts": [[2008]]}},
        {"title": "3", "author": person("Roe")},
    ]
    sort = '<key variable="author"/><key variable="issued" sort="descending"/>'
    xml = made.style('<text variable="title"/>', entry='<text variable="title"/>', sort=sort, around='delimiter=", "')
    assert "".join(made.entries(xml, *listed)) == "2013"
    assert made.cited(xml, *listed) == "2, 0, 1, 3"


@pytest.mark.parametrize(("limits", "order"), [('names-min="2" names-use-first="1"', "012"), ("", "201")])
def test_a_key_limits_names(made, limits, order):
    listed = items(
        author=[person("Roe") + person("Zhao"), person("Roe") + person("Yan"), person("Roe") + person("Doe")]
    )
    sort = f'<key macro="names" {limits}/>'
    xml = made.style("", entry='<text variable="title"/>', before=MACROS, sort=sort)
    assert "".join(made.entries(xml, *listed)) == {"012": "012", "201": "210"}[order]


def test_citation_numbers_follow_the_bibliography(made):
    number = '<text variable="citation-number"/>'
    xml = made.style(
        number, entry=f'{number}<text variable="title"/>', sort='<key variable="title"/>', around='delimiter=","'
    )
    listed = [{"title": "c"}, {"title": "a"}, {"title": "b"}]
    assert made.entries(xml, *listed) == ["1a", "2b", "3c"]
    assert made.cited(xml, *listed) == "1,2,3"
