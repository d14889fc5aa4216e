"""Groups, macros, substitutes: what is printed when variables are empty (CSL 1.0.2, "Group", "Substitute")."""

from __future__ import annotations

import pytest

ITEM = {"title": "Fog", "volume": "3", "editor": [{"family": "Roe"}]}
MACROS = (
    '<macro name="url"><text value="at "/><text variable="URL"/></macro>'
    '<macro name="title"><text variable="title"/></macro>'
    '<macro name="word"><text value="word"/></macro>'
    '<macro name="nothing"></macro>'
)

# what stands after the hyphen, what is printed
GROUPS = [
    ('<group><text value="at "/><text variable="URL"/></group>', ""),
    ('<group><text value="in "/><text variable="title"/></group>', "in Fog"),
    ('<group><text value="word"/></group>', "word"),
    ('<group><text term="in"/></group>', "in"),
    ('<group><text term="in"/><text variable="URL"/></group>', ""),
    ('<group delimiter=", "><text variable="title"/><text variable="URL"/><text variable="volume"/></group>', "Fog, 3"),
    (
        '<group delimiter=", "><group><text value="a"/><text variable="URL"/></group><text variable="title"/></group>',
        "Fog",
    ),
    ('<group><text value="a"/><group><text variable="URL"/></group></group>', ""),
    ('<group><text value="a"/><group><text value="b"/></group><text variable="URL"/></group>', "ab"),
    ('<group><text value="a"/><text macro="url"/></group>', ""),
    ('<group><text value="a "/><text macro="title"/></group>', "a Fog"),
    ('<group><text value="a "/><text macro="word"/><text variable="URL"/></group>', "a word"),
    ('<group><text value="a"/><text macro="nothing"/></group>', "a"),
    ('<group><label variable="volume"/><number variable="volume" prefix=" "/></group>', "volume 3"),
    ('<group><label variable="issue"/><number variable="issue" prefix=" "/></group>', ""),
    ('<group><text value="by "/><names variable="author"/></group>', ""),
    ('<group><text value="by "/><names variable="editor"/></group>', "by Roe"),
    ('<group><text value="on "/><date variable="issued" form="text"/></group>', ""),
    ('<group delimiter="; "><text variable="volume"/><choose><else><text value="z"/></else></choose></group>', "3; z"),
    ("<group></group>", ""),
    ('<text variable="title" form="short"/>', "Fog"),
]


@pytest.mark.parametrize(("layout", "line"), GROUPS)
def test_what_is_printed_of_a_group(made, layout, line):
    assert made.printed(f'<text value="-"/>{layout}', ITEM, before=MACROS) == f"-{line}"


# children of the substitute, what follows, what is printed
SUBSTITUTES = [
    ('<names variable="editor"/>', "", "Roe"),
    ('<names variable="translator"/><names variable="editor"/>', "", "Roe"),
    ('<text variable="title"/>', "", "Fog"),
    ('<text variable="title"/><names variable="editor"/>', "", "Fog"),
    ('<names variable="editor"/><text variable="title"/>', '<names variable="editor" prefix="/"/>', "Roe"),
    ('<text variable="title"/>', '<text variable="title" prefix="/"/><text variable="volume" prefix="/"/>', "Fog/3"),
    ('<text macro="title"/>', '<text variable="title" prefix="/"/>', "Fog"),
    ('<text variable="URL"/>', "", ""),
    ('<text term="anonymous"/>', "", "anonymous"),
]


@pytest.mark.parametrize(("children", "after", "line"), SUBSTITUTES)
def test_what_stands_in_for_names(made, children, after, line):
    layout = f'<text value="-"/><names variable="author"><substitute>{children}</substitute></names>{after}'
    assert made.printed(layout, ITEM, before=MACROS) == f"-{line}"


def test_a_term_without_text_is_found_and_ends_a_substitute(made):
    own = '<locale><terms><term name="anonymous"></term></terms></locale>'
    layout = '<text value="-"/><names variable="author"><substitute>{}<text variable="title"/></substitute></names>'
    assert made.printed(layout.format('<text term="anonymous"/>'), ITEM, before=own) == "-"
    assert made.printed(layout.format('<text term="no such term"/>'), ITEM, before=own) == "-Fog"


def test_a_substitute_inherits_its_looks(made):
    layout = (
        '<names variable="author"><name form="short" font-weight="bold"/><label prefix=" (" suffix=")"/>'
        '<substitute><names variable="editor"/></substitute></names>'
    )
    item = {"editor": [{"family": "Roe", "given": "Rick"}]}
    assert made.printed(layout, item) == "<b>Roe</b> (editor)"


def test_what_stood_before_is_printed_again(made):
    names = '<names variable="author" prefix=" "><substitute><text variable="title"/></substitute></names>'
    layout = f'<text variable="title"/>{names}'
    assert made.printed(layout, {"title": "Fog"}) == "Fog Fog"


FORMS = [
    ('<text variable="container-title" form="short"/>', {"container-title": "Dangdai Yatai"}, "Dangdai Yatai"),
    (
        '<text variable="container-title" form="short"/>',
        {"container-title": "D Y", "container-title-short": "DY"},
        "DY",
    ),
    ('<text variable="title" form="short"/>', {"title": "Long", "title-short": "L"}, "L"),
    ('<text variable="title-short"/>', {"title": "Long", "title-short": "L"}, "L"),
    ('<text variable="title"/>', {"title": "Long", "title-short": "L"}, "Long"),
]


@pytest.mark.parametrize(("layout", "item", "line"), FORMS)
def test_short_forms(made, layout, item, line):
    assert made.printed(layout, item) == line
