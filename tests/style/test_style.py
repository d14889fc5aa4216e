"""Styles that cannot be used are a sentence; what a style holds that is not known is left out with a word."""

from __future__ import annotations

import time

import pytest

from citekit.style.errors import StyleError

XMLNS = 'xmlns="http://purl.org/net/xbiblio/csl"'
TITLE = '<text variable="title"/>'
CITATION = f"<citation><layout>{TITLE}</layout></citation>"


def macros(count, calls=1):
    """Macros of which each calls the next so many times."""
    call = '<text macro="m{}"/>'
    row = [f'<macro name="m{at}">{call.format(at + 1) * calls}</macro>' for at in range(count)]
    return "".join(row) + f'<macro name="m{count}">{TITLE}</macro>'


FOREVER = f'<citation><layout><text macro="m0"/></layout></citation>{macros(40, calls=2)}'
CYCLE = (
    '<macro name="a"><names variable="author"><substitute><text macro="b"/></substitute></names></macro>'
    '<macro name="b"><group><text macro="a"/></group></macro>'
)
BROKEN = {
    "no style": (f"<locale {XMLNS}/>", "the style: the outermost element is 'locale' where style should be."),
    "no namespace": (
        "<style><citation/></style>",
        "the style: the outermost element is 'style' where style should be.",
    ),
    "HTML": ("<html><body/></html>", "the style: the outermost element is 'html' where style should be."),
    "no citation": (
        f"<style {XMLNS}/>",
        "the style: it has no citation element, so that nothing can be cited with it.",
    ),
    "no layout": (f"<style {XMLNS}><citation/></style>", "the style: its citation has no layout."),
    "no layout of entries": (
        f"<style {XMLNS}>{CITATION}<bibliography/></style>",
        "the style: its bibliography has no layout.",
    ),
    "missing macro": (
        f'<style {XMLNS}><citation><layout><text macro="nope"/></layout></citation></style>',
        "the style: it calls a macro 'nope' that it does not have.",
    ),
    "missing macro of a key": (
        f'<style {XMLNS}><citation><sort><key macro="nope"/></sort><layout>{TITLE}</layout></citation></style>',
        "the style: it calls a macro 'nope' that it does not have.",
    ),
    "cycle of one": (
        f'<style {XMLNS}><macro name="a"><text macro="a"/></macro>{CITATION}</style>',
        "the style: its macro 'a' calls itself.",
    ),
    "cycle of two": (
        f"<style {XMLNS}>{CYCLE}{CITATION}</style>",
        "the style: its macro 'a' calls itself.",
    ),
    "macros without end": (
        f"<style {XMLNS}>{FOREVER}</style>",
        "the style: its macros call each other more than 1,000,000 times over.",
    ),
    "macros too deep": (
        f'<style {XMLNS}><citation><layout><text macro="m0"/></layout></citation>{macros(2000)}</style>',
        "the style: its elements and macros are nested more than 100 deep.",
    ),
    "groups too deep": (
        f"<style {XMLNS}><citation><layout>{'<group>' * 150}{TITLE}{'</group>' * 150}</layout></citation></style>",
        "the style: its elements and macros are nested more than 100 deep.",
    ),
    "document type": (
        f'<!DOCTYPE style [<!ENTITY a "ha">]><style {XMLNS}>{CITATION}</style>',
        "the style, line 1: <!DOCTYPE is not allowed in a style or locale; take it out.",
    ),
    "broken": (f"<style {XMLNS}>\n<citation>", "the style, line 2: this is no well-formed XML (no element found)."),
    "nothing": ("", "the style, line 1: this is no well-formed XML (no element found)."),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_style_that_cannot_be_used_is_a_sentence(made, name):
    xml, sentence = BROKEN[name]
    start = time.process_time()
    with pytest.raises(StyleError) as error:
        made.processor(xml, [{}])
    assert str(error.value) == sentence
    assert time.process_time() - start < 5


UNKNOWN = [
    ('<cite-locator/><text variable="title"/>', ["The element cite-locator is not known and left out."], "Fog"),
    ('<group><foo><bar/></foo><text variable="title"/></group>', [
        "The element bar is not known and left out.",
        "The element foo is not known and left out.",
    ], "Fog"),
    ('<x:text xmlns:x="urn:x" variable="title"/><text variable="title"/>', [], "Fog"),
    ('<text variable="title"/>', [], "Fog"),
]  # fmt: skip


@pytest.mark.parametrize(("layout", "warnings", "line"), UNKNOWN)
def test_elements_that_are_not_known_are_left_out(made, layout, warnings, line):
    found = made.processor(made.style(layout), [{"title": "Fog"}]).style.warnings
    assert [each for each in found if "element text " not in each] == warnings
    assert made.cited(made.style(layout), {"title": "Fog"}) == line


ITEM = {"title": "Fog", "volume": "3", "author": [{"family": "Doe"}], "issued": {"date-parts": [[2007, 3, 4]]}}

# elements with attributes that are missing or mean nothing, what is printed
ODD = [
    ("<text/><number/><label/><names/><date/><choose/><group/><text value='x'/>", "x"),
    ('<text variable=""/><text value="x"/>', "x"),
    ('<text variable="no-such"/><text value="x"/>', "x"),
    ('<text variable="title" text-case="shout"/>', "Fog"),
    ('<text variable="title" font-style="wavy" quotes="maybe" display="inline"/>', "Fog"),
    ('<number variable="volume" form="klingon"/>', "3"),
    ('<number variable="title"/>', "Fog"),
    ('<date variable="issued" form="klingon"/><text value="x"/>', "x"),
    ('<date variable="issued"><date-part name="hour"/><date-part/><date-part name="year"/></date>', "2007"),
    ('<names variable="author"><name et-al-min="some" et-al-use-first="few"/></names>', "Doe"),
    ('<names variable="author"><name form="huge" name-as-sort-order="none"/></names>', "Doe"),
    ('<choose><if type="book" match="most"><text value="a"/></if><else><text value="b"/></else></choose>', "b"),
    ("<choose><else><text value='b'/></else></choose>", "b"),
]


@pytest.mark.parametrize(("layout", "line"), ODD)
def test_odd_attributes_break_nothing(made, layout, line):
    assert made.printed(layout, ITEM) == line


def test_odd_numbers_of_attributes_break_nothing(made):
    xml = made.style(
        TITLE,
        entry=TITLE,
        citation='near-note-distance="far" et-al-min="-1"',
        sort='<key variable="author" names-min="few" names-use-first="one"/><key/>',
        options='default-locale="no such language"',
    )
    assert made.cited(xml, ITEM) == "Fog"
    assert made.entries(xml, ITEM) == ["Fog"]


CHINESE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>M</title></info>
<citation><layout locale="en ja"><text term="and"/></layout><layout><text term="and"/></layout></citation></style>"""


@pytest.mark.parametrize(
    ("language", "word"), [("en", "and"), ("en-GB", "and"), ("EN", "and"), ("zh", "和"), ("", "和"), ("de", "和")]
)
def test_a_layout_of_the_item_s_language(made, language, word):
    assert made.cited(CHINESE, {"language": language}, language="zh-CN") == word
