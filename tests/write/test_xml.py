"""XML as strangers write it, and as it is written here."""

from __future__ import annotations

import time
from xml.etree.ElementTree import Element, SubElement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.write.xml_read import parse_xml
from citekit.write.xml_write import fragment, legal, of_fragment, to_xml

WRAPPERS = ("list",)
BOMB = '<?xml version="1.0"?>\n<!DOCTYPE list [\n<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;">\n]>\n<list>&b;</list>'


@pytest.mark.parametrize(
    ("text", "kept", "code", "line"),
    [
        ("<list><a/><b/></list>", ["a", "b"], "", 0),
        ('\ufeff<?xml version="1.0" encoding="ISO-8859-1"?><list><a>é</a></list>', ["a"], "", 0),
        ("\n\n<?xml version='1.0'?><list><a/></list>", ["a"], "", 0),
        ("", None, "", 0),
        (" \n ", None, "", 0),
        ("<list><a/>\n<b><c></b></list>", ["a"], "RD121", 2),
        ("<list><a/>\n<b>War & Peace</b></list>", ["a"], "RD121", 2),
        ("\n\n<list>\n<a/>", ["a"], "RD121", 4),
        ("<a><b/>", None, "RD121", 1),
        ("<list><a/><b>\x01</b></list>", ["a"], "RD121", 1),
        ("<list><a>&nbsp;</a></list>", [], "RD121", 1),
        ("<list>\ud800</list>", None, "RD121", 1),
        ("no XML", None, "RD121", 1),
        (BOMB, None, "RD122", 2),
        ('<!-- ? --><!DOCTYPE list SYSTEM "file:///etc/passwd"><list/>', None, "RD122", 1),
        ("<list>" + "<a>" * 300 + "</a>" * 300 + "</list>", [], "RD121", 1),
    ],
)
def test_what_is_whole_is_read_and_what_is_not_is_one_finding(text, kept, code, line):
    root, finding = parse_xml(text, WRAPPERS)
    assert (None if root is None else [child.tag for child in root]) == kept
    assert ((finding.code, finding.line) if finding else ("", 0)) == (code, line)


def test_a_finding_keeps_what_was_not_read():
    _, finding = parse_xml("<list>\n<a/>\n<b>1 < 2</b>\n</list>\n", WRAPPERS)
    assert finding.text == "<b>1 < 2</b>\n</list>"
    assert finding.severity == "error"
    assert finding.help


def test_a_document_type_in_a_text_is_text():
    root, finding = parse_xml("<list><a><![CDATA[<!DOCTYPE x>]]></a></list>", WRAPPERS)
    assert finding is None
    assert root[0].text == "<!DOCTYPE x>"


@pytest.mark.parametrize("piece", ["<?a?>", "<!--a-->", " \n", "<!--", "<a>", "<a/>"])
def test_no_text_takes_long(piece):
    start = time.perf_counter()
    parse_xml(piece * 20_000, WRAPPERS)
    assert time.perf_counter() - start < 2


def test_a_tree_is_written_indented_with_the_prefixes_that_are_given():
    root = Element("{urn:a}list", version="1")
    SubElement(root, "{urn:a}name", {"{urn:b}role": 'a "b" & <c>\n'}).text = "1 < 2 & 3\nfour"
    SubElement(SubElement(root, "{urn:c}odd"), "{urn:a}empty").text = "  "
    assert to_xml(root, {"urn:a": "", "urn:b": "b", "urn:z": "z"}) == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<list xmlns="urn:a" xmlns:b="urn:b" xmlns:ns1="urn:c" version="1">\n'
        '  <name b:role="a &quot;b&quot; &amp; &lt;c>&#10;">1 &lt; 2 &amp; 3\nfour</name>\n'
        "  <ns1:odd>\n    <empty/>\n  </ns1:odd>\n"
        "</list>\n"
    )


@pytest.mark.parametrize(
    "line",
    [
        "<frequency>monthly</frequency>",
        '<a b="c"/>',
        "<a>one <b>two</b> <c/></a>",
        "<a><b/><c>x</c></a>",
        '<ns1:a xmlns:ns1="urn:c" x:y="z"><b/></ns1:a>',
        '<a xml:lang="fr">x</a>',
    ],
)
def test_an_element_goes_to_a_line_and_back(line):
    prefixes = {"urn:a": "", "urn:x": "x"}
    element = of_fragment(line, prefixes)
    assert fragment(element, prefixes) == line


@pytest.mark.parametrize(
    "line", ["", "a", "<a/><b/>", "<a/>b", "b<a/>", "<a>", "&x;", "</fragment><fragment>", "<!DOCTYPE a>"]
)
def test_what_is_no_element_is_none(line):
    assert of_fragment(line, {"urn:a": ""}) is None


@given(st.text())
def test_what_is_legal_is_written_and_read_as_it_is(text):
    element = Element("a", b=legal(text))
    element.text = legal(text)
    again, _ = parse_xml(to_xml(element, {}), ())
    assert (again.get("b"), again.text or "") == (legal(text), legal(text))


@given(st.text(alphabet="<>/a &;!?-[]\n\x00"))
def test_nothing_raises(text):
    root, finding = parse_xml(text, WRAPPERS)
    assert root is not None or finding or not text.strip("\ufeff \n")
