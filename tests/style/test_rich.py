"""Markup, quotation marks and apostrophes in fields; all else is text and is escaped."""

from __future__ import annotations

import pytest

# title, what is printed of it as it is
PLAIN = [
    ("<i>a</i> b", "<i>a</i> b"),
    ("<b>a</b> <sup>2</sup> <sub>3</sub>", "<b>a</b> <sup>2</sup> <sub>3</sub>"),
    ("<sc>a</sc>", '<span style="font-variant:small-caps;">a</span>'),
    ('<span style="font-variant:small-caps;">a</span>', '<span style="font-variant:small-caps;">a</span>'),
    ('<span style="font-variant: small-caps">a</span>', '<span style="font-variant:small-caps;">a</span>'),
    ('<span class="nocase">a</span>', "a"),
    ('<span class="nodecor">a</span>', "a"),
    ("<i>a <b>b</b></i>", "<i>a <b>b</b></i>"),
    ("<i>a <i>b</i> c</i>", '<i>a <span style="font-style:normal;">b</span> c</i>'),
    ("<b>a <b>b</b></b>", '<b>a <span style="font-weight:normal;">b</span></b>'),
    # what is no markup is text
    ("<i>a", "&#60;i&#62;a"),
    ("a</i>", "a&#60;/i&#62;"),
    ("<i>a</b>", "&#60;i&#62;a&#60;/b&#62;"),
    ("<i>a<b>b</i>c</b>", "<i>a&#60;b&#62;b</i>c&#60;/b&#62;"),
    ("a < b > c & d", "a &#60; b &#62; c &#38; d"),
    ("AT&amp;T", "AT&#38;amp;T"),
    ("<script>alert(1)</script>", "&#60;script&#62;alert(1)&#60;/script&#62;"),
    ("<span onclick='x()'>a</span>", "&#60;span onclick=’x()’&#62;a&#60;/span&#62;"),
    ("<I>a</I>", "&#60;I&#62;a&#60;/I&#62;"),
    # quotation marks and apostrophes
    ('the "a" b', "the “a” b"),
    ("don't", "don’t"),
    ("the dogs' bones", "the dogs’ bones"),
    ("'tis true", "’tis true"),
    ('5" wide', '5" wide'),
    ("“a” b", "“a” b"),
]


@pytest.mark.parametrize(("title", "line"), PLAIN)
def test_a_field_as_it_is(made, title, line):
    assert made.printed('<text variable="title"/>', {"title": title}) == line


# title, what is printed of it in quotation marks
QUOTED = [
    ("a", "“a”"),
    ('the "a" b', "“the ‘a’ b”"),
    ("the “a” b", "“the ‘a’ b”"),
    ("the ‘a’ b", "“the ‘a’ b”"),
    ("the 'a' b", "“the ‘a’ b”"),
    ("the \"a 'b' c\" d", "“the ‘a “b” c’ d”"),
    ("the “a ‘b’ c” d", "“the ‘a “b” c’ d”"),
    ("“a”", "“‘a’”"),
    ("don’t", "“don’t”"),
    ("the dogs’ bones", "“the dogs’ bones”"),
    ('"A" and "B"', "“‘A’ and ‘B’”"),
]


@pytest.mark.parametrize(("title", "line"), QUOTED)
def test_a_field_in_quotation_marks(made, title, line):
    assert made.printed('<text variable="title" quotes="true"/>', {"title": title}) == line


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Seeks ‘Clear, Strong’ Support", "‘Seeks “Clear, Strong” Support’"),
        ("Seeks “Clear, Strong” Support", "‘Seeks “Clear, Strong” Support’"),
        ("a", "‘a’"),
    ],
)
def test_british_quotation_marks(made, title, line):
    assert made.printed('<text variable="title" quotes="true"/>', {"title": title}, language="en-GB") == line


GUILLEMETS = [("a", "«\u00a0a\u00a0»"), ("le “a” b", "«\u00a0le “a” b\u00a0»")]


@pytest.mark.parametrize(("title", "line"), GUILLEMETS)
def test_french_quotation_marks(made, title, line):
    printed = made.printed('<text variable="title" quotes="true"/>', {"title": title}, language="fr-FR")
    assert printed == line


# title, what is printed of it in italics
ITALIC = [
    ("the <i>a</i> b", '<i>the <span style="font-style:normal;">a</span> b</i>'),
    ("the <b>a</b> b", "<i>the <b>a</b> b</i>"),
    ('the <span class="nodecor">a</span> b', '<i>the <span style="font-style:normal;">a</span> b</i>'),
]


@pytest.mark.parametrize(("title", "line"), ITALIC)
def test_italics_alternate(made, title, line):
    assert made.printed('<text variable="title" font-style="italic"/>', {"title": title}) == line


def test_markup_in_names(made):
    item = {"author": [{"family": "<b>Zhao</b>", "given": "L & M"}]}
    assert made.printed('<names variable="author"/>', item) == "L &#38; M <b>Zhao</b>"


def test_signs_nested_without_end_are_text(made):
    deep = "<i>" * 400 + "a" + "</i>" * 400
    printed = made.printed('<text variable="title"/>', {"title": deep})
    assert printed.count("&#60;i&#62;") == printed.count("&#60;/i&#62;") == 380
    assert made.printed('<text variable="title"/>', {"title": "<b>" * 30 + "<i>a</i>"}).endswith("<i>a</i>")
