"""Laws of every rendering: where each character comes from, and that no record reaches into another's line."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.style.errors import StyleError
from citekit.style.node import leaves, text

QUICK = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
NAMES = (
    '<names variable="author"><name initialize-with=". " name-as-sort-order="first" and="text"/><et-al/>'
    '<label form="short" prefix=" (" suffix=")"/><substitute><names variable="editor"/><text variable="title"/>'
    "</substitute></names>"
)
ENTRY = (
    f'{NAMES}<text variable="title" text-case="title" quotes="true" prefix=". " suffix="."/>'
    '<text variable="container-title" font-style="italic" text-case="sentence" prefix=" " suffix=","/>'
    '<text variable="publisher" text-case="uppercase" strip-periods="true" prefix=" "/>'
    '<number variable="volume" prefix=" "/><group prefix=", " delimiter=" "><label variable="page" form="short"/>'
    '<text variable="page"/></group><date variable="issued" form="text" prefix=" (" suffix=")"/>'
    '<text variable="DOI" prefix=" "/>'
)
KINDS = {"variable", "term", "label", "affix", "value", "number", "punctuation"}

words = st.text(
    st.sampled_from([*"abcXYZ019 .,:;!?-–'\"‘’“”<>&()[]/", "é", "ß", "中", "Å", "\u00a0"]), min_size=1, max_size=12
)
marked = st.sampled_from(
    ["<i>Fog</i> of war", "the “sea” in ‘it’", "D’Arcus & co", "<b>x", "a <sup>2</sup>", "UN: a tale"]
)
values = words | marked
people = st.lists(
    st.fixed_dictionaries({"family": values, "given": values})
    | st.fixed_dictionaries({"literal": values})
    | st.sampled_from([{"family": "van Gogh", "given": "Vincent"}, {"family": "King", "given": "M. L., Jr."}]),
    max_size=3,
)
dates = st.builds(
    lambda *parts: {"date-parts": [list(parts)]}, st.integers(-300, 2100), st.integers(1, 12), st.integers(1, 28)
)
items = st.fixed_dictionaries(
    {"type": st.sampled_from(["book", "article-journal"])},
    optional={
        "author": people,
        "editor": people,
        "title": values,
        "container-title": values,
        "publisher": values,
        "volume": values | st.integers(0, 3000),
        "page": values | st.sampled_from(["1-3", "xi", "321-8"]),
        "issued": dates,
        "DOI": values,
    },
)


@pytest.fixture(scope="module")
def plain(made):
    """A style without sorting, numbers, disambiguation: a line is its item's own."""
    return made.style(ENTRY, entry=ENTRY)


class Balanced(HTMLParser):
    """Reads HTML, and says where a tag closes that was not opened last."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open = []
        self.words = []

    def handle_starttag(self, tag, attrs):
        assert tag in {"i", "b", "sup", "sub", "span", "a"}
        assert {name for name, _ in attrs} <= {"style", "href"}
        self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@QUICK
@given(items, st.booleans())
def test_html_is_balanced_and_holds_the_text_escaped(made, plain, item, links):
    for entry in made.processor(plain, [item], links=links).bibliography():
        reader = Balanced()
        reader.feed(made.write_entry(entry.tree))
        reader.close()
        assert not reader.open
        assert "".join(reader.words) == text(entry.tree) == "".join(leaf.text for leaf in leaves(entry.tree))


def signs(value):
    """The letters and digits of a text, whatever their case."""
    return [sign for sign in value.casefold() if sign.isalnum()]


def is_taken_from(part, value):
    """Whether the signs of a part stand in a value in the same order."""
    left = iter(signs(value))
    return all(sign in left for sign in signs(part))


def told(item, source):
    """What the item says of the variable that a leaf comes from."""
    value = item[source.name]
    if not isinstance(value, list):
        return str(value)
    shown = [name for name in value if any(str(part).strip() for part in name.values())]
    return " ".join(shown[source.index].values())


@QUICK
@given(items)
def test_each_leaf_says_where_it_comes_from(made, plain, item):
    for entry in made.processor(plain, [item]).bibliography():
        for leaf in leaves(entry.tree):
            source = leaf.source
            assert leaf.text
            assert source.kind in KINDS
            if source.kind == "variable" and source.part not in ("month", "day", "year"):
                assert source.item == "1"
                value = told(item, source)
                assert is_taken_from(leaf.text, value), (leaf, item)
                marks = "" if source.part else ".,:;!?"  # initials bring marks of their own
                assert all(leaf.text.count(mark) <= value.count(mark) for mark in marks), (leaf, item)
            if source.kind == "affix":
                assert not any(map(str.isdecimal, leaf.text))


@QUICK
@given(st.lists(items, min_size=2, max_size=4))
def test_no_record_reaches_into_the_line_of_another(made, plain, listed):
    named = [{**item, "id": f"i{number}"} for number, item in enumerate(listed)]
    together = {entry.id: entry.tree for entry in made.processor(plain, named).bibliography()}
    alone = {entry.id: entry.tree for item in named for entry in made.processor(plain, [item]).bibliography()}
    assert together == alone


@QUICK
@given(st.lists(items, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_sorted_entries_do_not_depend_on_the_order_of_the_items(made, listed, chance):
    sort = (
        '<key variable="author"/><key variable="issued" sort="descending"/><key variable="title"/><key variable="DOI"/>'
    )
    xml = made.style("", entry=ENTRY, sort=sort)
    named = [{**item, "id": f"i{number}", "DOI": f"10.1/{number}"} for number, item in enumerate(listed)]
    shuffled = chance.sample(named, len(named))
    assert made.processor(xml, named).bibliography() == made.processor(xml, shuffled).bibliography()


attributes = st.fixed_dictionaries(
    {},
    optional={
        "variable": st.sampled_from(
            ["title", "author", "issued", "page", "volume", "locator", "author editor", "", "x"]
        ),
        "form": st.sampled_from(["short", "long", "count", "ordinal", "roman", "text", "verb", "x"]),
        "term": st.sampled_from(["and", "page", "et-al", "x"]),
        "value": st.sampled_from(["a", ". ", ""]),
        "prefix": st.sampled_from(["(", ", ", " "]),
        "suffix": st.sampled_from([")", ".", " "]),
        "delimiter": st.sampled_from([", ", "", "; "]),
        "quotes": st.sampled_from(["true", "x"]),
        "text-case": st.sampled_from(["title", "sentence", "x"]),
        "font-style": st.sampled_from(["italic", "normal", "x"]),
        "display": st.sampled_from(["block", "indent", "x"]),
        "name": st.sampled_from(["year", "month", "day", "family", "given", "x"]),
        "type": st.sampled_from(["book", "x", ""]),
        "position": st.sampled_from(["first", "ibid", "x"]),
        "is-numeric": st.sampled_from(["volume", "x"]),
        "match": st.sampled_from(["all", "any", "none", "x"]),
        "et-al-min": st.sampled_from(["1", "2", "x", "-1"]),
        "et-al-use-first": st.sampled_from(["0", "1", "x"]),
        "disambiguate": st.sampled_from(["true", "false"]),
    },
)
tags = st.sampled_from(
    "text number label group choose if else names name et-al substitute date date-part name-part x".split()
)


def element(tag, told, children=()):
    inside = "".join(f' {name}="{value}"' for name, value in told.items())
    return f"<{tag}{inside}>{''.join(children)}</{tag}>"


elements = st.recursive(
    st.builds(element, tags, attributes),
    lambda inner: st.builds(element, tags, attributes, st.lists(inner, max_size=3)),
    max_leaves=12,
)
areas = st.sampled_from(
    [
        "",
        'collapse="year-suffix"',
        'collapse="citation-number"',
        'subsequent-author-substitute="-"',
        'second-field-align="x"',
        'disambiguate-add-year-suffix="true" disambiguate-add-names="true" disambiguate-add-givenname="true"',
    ]
)
FEW = [
    {"title": "Fog", "author": [{"family": "Doe", "given": "J"}], "issued": {"date-parts": [[2007, 3]]}, "volume": 3},
    {"title": "Fog", "author": [{"family": "Doe", "given": "K"}], "issued": {"date-parts": [[2007, 3]]}, "page": "1-3"},
    {},
]


@QUICK
@given(elements, elements, areas, st.sampled_from(["note", "in-text"]))
def test_no_style_breaks_the_processor(made, layout, entry, options, kind):
    xml = made.style(layout, entry=entry, citation=options, bibliography=options, kind=kind)
    try:
        processor = made.processor(xml, FEW)
    except StyleError:
        return
    processor.bibliography()
    cites = [made.Cite(str(number), locator="5") for number in (1, 2, 3, 1)]
    processor.cite([made.Cluster(tuple(cites), 1), made.Cluster((cites[0],), 2), made.Cluster((), 3)])
