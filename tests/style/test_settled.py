"""What the standard leaves open and the comparison of all styles settled, each in the smallest style that shows it."""

from __future__ import annotations

import pytest

from citekit.style.locales import Locales
from citekit.style.processor import Processor
from citekit.style.style import Style
from tests.style.face_records import shown

NAMES = [{"family": "Smith", "given": "John"}, {"family": "Doe", "given": "Jane"}]
ITEM = {"id": "a", "type": "book", "title": "Fog", "author": NAMES, "issued": {"date-parts": [[2007]]}}
EDITED = {"id": "a", "type": "book", "title": "Fog", "editor": NAMES}
FACED = {**ITEM, "custom": {"citekit": {"title": {"language": "zh", "translation": {"text": "Mist"}}}}}
YEAR = '<date variable="issued"><date-part name="year"/></date>'


@pytest.fixture(scope="module")
def locales():
    return Locales()


@pytest.fixture
def listed(locales):
    def line(layout, item=ITEM, *, suffix="", **more):
        style = f"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
        <citation><layout><text variable="title"/></layout></citation>
        <bibliography><layout suffix="{suffix}">{layout}</layout></bibliography></style>"""
        return "".join(shown(entry.tree) for entry in Processor(Style(style, locales), [item], **more).bibliography())

    return line


# an item has one type: several in a condition are a choice, whatever ``match`` says
TYPES = [
    ('type="book"', "yes"),
    ('type="webpage book"', "yes"),
    ('type="webpage book" match="all"', "yes"),
    ('type="webpage book" match="any"', "yes"),
    ('type="webpage book" match="none"', "no"),
    ('type="webpage chapter"', "no"),
    ('type="webpage book" variable="title"', "yes"),
    ('type="webpage book" variable="URL"', "no"),
    ('type="webpage book" variable="URL" match="any"', "yes"),
]


@pytest.mark.parametrize(("condition", "line"), TYPES)
def test_several_types_are_a_choice(listed, condition, line):
    layout = f'<choose><if {condition}><text value="yes"/></if><else><text value="no"/></else></choose>'
    assert listed(layout) == line


# formatting and affixes of cs:name are those of each name, those of cs:names of all together
LOOKS = [
    (
        '<names variable="author"><name and="text" font-style="italic"/></names>',
        "<i>John Smith</i> and <i>Jane Doe</i>",
    ),
    ('<names variable="author" font-style="italic"><name and="text"/></names>', "<i>John Smith and Jane Doe</i>"),
    ('<names variable="author"><name prefix="(" suffix=")"/></names>', "(John Smith), (Jane Doe)"),
    (
        '<names variable="author"><name et-al-min="2" et-al-use-first="1" prefix="(" suffix=")"/></names>',
        "(John Smith) et al.",
    ),
]


@pytest.mark.parametrize(("layout", "line"), LOOKS)
def test_the_looks_of_a_name_are_not_those_of_the_list(listed, layout, line):
    assert listed(layout) == line


# in a substitute the parts of a choice stand for one another; those of a group stand together
PARTS = '<names variable="editor"/><text value="Anon."/>'
SUBSTITUTES = [
    (f"<choose><if type='book'>{PARTS}</if></choose>", EDITED, "John Smith, Jane Doe"),
    (f"<choose><if type='book'>{PARTS}</if></choose>", {"id": "a", "type": "book"}, "Anon."),
    (
        f"<choose><if type='film'/><else><choose><if type='book'>{PARTS}</if></choose></else></choose>",
        EDITED,
        "John Smith, Jane Doe",
    ),
    (f'<group delimiter="; ">{PARTS}</group>', EDITED, "John Smith, Jane Doe; Anon."),
]


@pytest.mark.parametrize(("parts", "item", "line"), SUBSTITUTES)
def test_the_parts_of_a_choice_substitute_one_by_one(listed, parts, item, line):
    assert listed(f'<names variable="author"><substitute>{parts}</substitute></names>', item) == line


# layout, suffix of the entry: to the letter, tidy
GAPS = [
    ('<text variable="title" suffix=", "/><text variable="edition"/>' + YEAR, ".", "Fog, 2007.", "Fog, 2007."),
    (
        '<text variable="title" suffix=", "/><date variable="issued" form="text" prefix=", "/>',
        ".",
        "Fog, , 2007.",
        "Fog, 2007.",
    ),
    ('<text variable="title" suffix=". "/>', ".", "Fog. .", "Fog."),
    ('<text variable="title" suffix=" "/>', ".", "Fog .", "Fog."),
    ('<text variable="title"/><text value=" "/>', ", 2", "Fog , 2", "Fog, 2"),
    ('<text variable="title" quotes="true" suffix=", "/>', ".", "“Fog,” .", "“Fog.”"),
    ('<group delimiter=". "><text variable="title"/><text value="x" prefix=", "/></group>', "", "Fog. , x", "Fog, x"),
    ('<text variable="title" suffix=" "/>', ". . .", "Fog . . .", "Fog . . ."),
    ('<text variable="title" suffix=" "/><text value="."/>', "", "Fog .", "Fog."),
    ('<text variable="title" suffix=","/>', ".", "Fog,.", "Fog."),
    ('<text variable="title" suffix=" "/>', "...", "Fog ...", "Fog ..."),
    ('<text variable="title" suffix=" "/>', ": 1", "Fog : 1", "Fog : 1"),
]


@pytest.mark.parametrize(("layout", "suffix", "kept", "tidy"), GAPS)
def test_gaps_between_marks_are_closed_on_request(listed, layout, suffix, kept, tidy):
    assert listed(layout, suffix=suffix) == kept
    assert listed(layout, suffix=suffix, tidy=True) == tidy


# a translation interrupts italics, and waits for quotation marks to close, also for those that a style gives as affixes
FACES = [
    (
        '<group font-style="italic" delimiter=", "><text variable="title"/>' + YEAR + "</group>",
        "<i>Fog</i> [Mist]<i>, 2007</i>",
    ),
    ('<text variable="title" prefix="&quot;" suffix="&quot;, "/>' + YEAR, '"Fog" [Mist], 2007'),
    ('<text variable="title" prefix="In: «" suffix="». "/>' + YEAR, "In: «Fog» [Mist]. 2007"),
    ('<text variable="title" prefix="(" suffix=")"/>', "(Fog [Mist])"),
    (
        '<group font-style="italic"><text variable="title" quotes="true"/>' + YEAR + "</group>",
        "<i>“Fog”</i> [Mist]<i>2007</i>",
    ),
    ('<text variable="title" vertical-align="sup"/>', "<sup>Fog [Mist]</sup>"),
    ('<text variable="title" form="short"/>', "Fog [Mist]"),
]


@pytest.mark.parametrize(("layout", "line"), FACES)
def test_where_a_translation_stands(listed, layout, line):
    assert listed(layout, FACED).replace("</sup><sup>", "") == line


def test_a_title_without_its_original_keeps_its_translation(listed):
    assert listed('<text variable="title"/>', FACED, view="original") == "Fog [Mist]"


def test_cites_that_print_nothing_need_no_letters(locales):
    style = Style(
        f"""<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
        <citation disambiguate-add-year-suffix="true"><layout><text variable="URL"/></layout></citation>
        <bibliography><layout>{YEAR}</layout></bibliography></style>""",
        locales,
    )
    found = Processor(style, [ITEM, {**ITEM, "id": "b"}]).bibliography()
    assert [shown(entry.tree) for entry in found] == ["2007", "2007"]
