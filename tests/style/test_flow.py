"""Punctuation that meets, what goes inside quotation marks, where affixes stand."""

from __future__ import annotations

import pytest

# what is left of a mark (rows) and the one that follows it (columns), as the official fixtures settle it
MEETING = {
    ".": {".": ".", ",": ".,", ":": ".:", ";": ".;", "!": ".!", "?": ".?"},
    ",": {".": ",.", ",": ",", ":": ",:", ";": ",;", "!": ",!", "?": ",?"},
    ":": {".": ":", ",": ":,", ":": ":", ";": ":;", "!": "!", "?": "?"},
    ";": {".": ";", ",": ";,", ":": ";", ";": ";", "!": "!", "?": "?"},
    "!": {".": "!", ",": "!,", ":": "!", ";": "!;", "!": "!", "?": "!?"},
    "?": {".": "?", ",": "?,", ":": "?", ";": "?;", "!": "?!", "?": "?"},
}
PAIRS = [(first, second, both) for first, row in MEETING.items() for second, both in row.items()]


@pytest.mark.parametrize(("first", "second", "both"), PAIRS)
def test_marks_that_meet(made, first, second, both):
    layout = f'<text variable="title" suffix="{second}"/>'
    assert made.printed(layout, {"title": f"a{first}"}) == f"a{both}"


@pytest.mark.parametrize(("first", "second", "both"), PAIRS)
def test_marks_that_meet_between_elements(made, first, second, both):
    layout = f'<text variable="title" suffix="{first}"/><text value="b" prefix="{second}"/>'
    assert made.printed(layout, {"title": "a"}) == f"a{both}b"


# language, title, suffix, what is printed of the title in quotation marks
QUOTES = [
    ("en-US", "a", ",", "“a,”"),
    ("en-US", "a", ".", "“a.”"),
    ("en-US", "a", ";", "“a”;"),
    ("en-US", "a", ":", "“a”:"),
    ("en-US", "a.", ".", "“a.”"),
    ("en-US", "a?", ".", "“a?”"),
    ("en-US", "a!", ".", "“a!”"),
    ("en-US", "a?", ",", "“a?,”"),
    ("en-US", "the “a”", ",", "“the ‘a,’”"),
    ("en-US", "the <i>a</i>", ",", "“the <i>a</i>,”"),
    ("en-GB", "a", ",", "‘a’,"),
    ("en-GB", "a", ".", "‘a’."),
    ("en-GB", "a?", ",", "‘a?’,"),
    ("de-DE", "a", ".", "„a“."),
]


@pytest.mark.parametrize(("language", "title", "suffix", "line"), QUOTES)
def test_punctuation_in_quotes(made, language, title, suffix, line):
    layout = f'<text variable="title" quotes="true" suffix="{suffix}"/>'
    assert made.printed(layout, {"title": title}, language=language) == line


def test_punctuation_in_quotes_is_an_option_of_the_style(made):
    own = '<locale><style-options punctuation-in-quote="false"/></locale>'
    layout = '<text variable="title" quotes="true" suffix=","/>'
    assert made.printed(layout, {"title": "a"}, before=own) == "“a”,"


# layout, what is printed of the title "a."
AFFIXES = [
    ('<text variable="title" prefix="(" suffix=")" font-style="italic"/>', "(<i>a.</i>)"),
    ('<text variable="title" prefix="(" suffix=")" quotes="true"/>', "(“a.”)"),
    ('<text variable="title" prefix="no. " strip-periods="true"/>', "no. a"),
    ('<group prefix="(" suffix=")" font-weight="bold"><text variable="title"/></group>', "(<b>a.</b>)"),
    ('<text variable="title" font-style="italic" font-weight="bold"/>', ("<b><i>a.</i></b>", "<i><b>a.</b></i>")),
    ('<text variable="title" vertical-align="sup"/>', "<sup>a.</sup>"),
    ('<text variable="title" text-decoration="underline"/>', '<span style="text-decoration:underline;">a.</span>'),
    ('<text variable="title" display="block"/>', '\n\n    <div class="csl-block">a.</div>\n'),
]


@pytest.mark.parametrize(("layout", "lines"), AFFIXES)
def test_affixes_stand_outside_the_looks(made, layout, lines):
    assert made.printed(layout, {"title": "a."}) in ((lines,) if isinstance(lines, str) else lines)


def test_affixes_of_a_layout_stand_inside_its_looks(made):
    xml = made.style('<text variable="title"/>', around='prefix="(" suffix=")" font-style="italic"')
    assert made.cited(xml, {"title": "a"}) == "<i>(a)</i>"


def test_nothing_has_no_affixes(made):
    empty = '<text variable="title" prefix="(" suffix=")"/><group prefix="["><text variable="URL"/></group>'
    assert made.printed(f'<text value="-"/>{empty}', {}) == "-"


def test_blanks_do_not_meet(made):
    assert made.printed('<text value="a" suffix=" "/><text value="b" prefix=" "/>', {}) == "a b"
