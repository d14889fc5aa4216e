"""EndNote XML: what it looks like, what other programs see in it, and that of other hands."""

from __future__ import annotations

import time
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, NAME_FIELDS, TEXT_FIELDS
from citekit.model import Document, Face, Library, Name, Title
from citekit.model import Work as AnyWork
from citekit.write import READERS, WRITERS
from citekit.write.endnote import load_endnote, to_endnote
from citekit.write.endnote_table import CODE_OF, CODES, INNER, NUMBERS, ORDER, ROWS
from citekit.write.types import TYPES

SLOTS = {"key", "language", "cited", "first_edition", *TEXT_FIELDS, *LIBRARY_FIELDS, *NAME_FIELDS, *LIBRARY_ROLES}
NOT_OF_BIBUTILS = {"Conference Paper"}
"""Types of EndNote that bibutils does not know and takes for others."""

FOREIGN = """\ufeff<?xml version="1.0" encoding="UTF-8" ?>
<xml><records>
<record><database name="My.enl" path="C:\\My.enl">My.enl</database>
<source-app name="EndNote" version="20.2">EndNote</source-app>
<rec-number>12</rec-number><foreign-keys><key app="EN" db-id="x0" timestamp="1">12</key></foreign-keys>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal" font="default" size="100%">Stähle, Stefan</style></author>
<author>United Nations,</author></authors></contributors>
<auth-address><style face="normal">London</style></auth-address>
<titles><title><style face="normal">China &amp; </style><style
 face="italic">the</style><style face="normal"> UN</style></title>
<secondary-title>The China Quarterly</secondary-title><alt-title>China Q</alt-title></titles>
<periodical><full-title>The China Quarterly</full-title><abbr-1>CQ</abbr-1></periodical>
<pages>631–655</pages><volume>195</volume><number>3</number>
<keywords><keyword>China</keyword><keyword>Peacekeeping, UN</keyword></keywords>
<dates><year>2008</year><pub-dates><date>Sep</date></pub-dates></dates><isbn>0305-7410</isbn>
<abstract>One.&#xD;Two.</abstract><notes>First&#xD;Second</notes>
<urls><related-urls><url>http://a.org</url><url>http://b.org</url></related-urls><pdf-urls><url>internal-pdf://1.pdf</url></pdf-urls></urls>
<electronic-resource-num>https://doi.org/10.1017/S0305741008000805</electronic-resource-num><custom1>mine</custom1><custom7>e12</custom7>
<language>eng</language></record>
<record><ref-type name="Monograph">99</ref-type><label>k</label><titles><title>A book</title></titles></record>
<record><ref-type>6</ref-type><label>k</label></record>
<record><titles><title>No type</title></titles></record>
</records></xml>
"""


def holding(*works):
    return Library(Document("made.txt", ""), works=works)


def only(text):
    loaded = load_endnote(text, "some.xml")
    assert loaded.findings == ()
    (work,) = loaded.works
    return work


def record(inner, code="Journal Article"):
    kind = f'<ref-type name="{code}">{NUMBERS[code]}</ref-type>'
    return f"<xml><records><record>{kind}<label>k</label>{inner}</record></records></xml>"


@pytest.fixture(scope="module")
def foreign():
    return load_endnote(FOREIGN, "foreign.xml")


def test_it_looks_like_this(library, golden):
    golden("works.endnote.xml", WRITERS["endnote"](library))


def test_nothing_is_lost_on_the_way_and_back(library):
    text = to_endnote(library)
    loaded = READERS["endnote"](text, "works.xml")
    assert loaded.works == library.works
    assert loaded.findings == ()
    assert to_endnote(loaded) == text


def test_elements_stand_in_the_order_of_the_document_type(library):
    for found in ET.fromstring(to_endnote(library)).iter("record"):  # noqa: S314  # our own
        names = [element.tag for element in found]
        assert names == sorted(names, key=ORDER.index)
        assert len(names) == len(set(names))
        inner = [
            element.tag for outer in found for element in outer if outer.tag in ("titles", "contributors", "dates")
        ]
        assert set(inner) <= set(INNER)


def test_bibutils_takes_it(library, bibutils):
    known = replace(library, works=tuple(work for work in library.works if CODE_OF[work.type] not in NOT_OF_BIBUTILS))
    modified, told = bibutils("endx2xml", to_endnote(known))
    assert "Defaulting" not in told
    assert modified.count("<mods ") == len(known.works)


def test_bibutils_would_complain(bibutils):
    speech = AnyWork("k", "speech", Title(Face("x", "en")))
    assert "Defaulting" in bibutils("endx2xml", to_endnote(holding(speech)))[1]


def test_the_tables_name_slots_and_types_that_there_are():
    assert {row.slot for row in ROWS} <= SLOTS
    assert CODE_OF.keys() == TYPES.keys()
    assert set(CODE_OF.values()) <= NUMBERS.keys() == CODES.keys()
    assert set(CODES.values()) <= TYPES.keys()
    assert len({*ORDER, *INNER}) == len((*ORDER, *INNER))
    assert {path.split("/")[0] for row in ROWS for path in row.tags.split()} <= {*ORDER}


@pytest.mark.parametrize("kind", TYPES)
def test_a_type_comes_back(kind):
    assert only(to_endnote(holding(AnyWork("k", kind, Title(Face("x", "en")))))).type == kind


@pytest.mark.parametrize("code", CODES)
def test_a_code_comes_back(code):
    work = only(record("<titles><title>x</title></titles>", code))
    assert f'<ref-type name="{code}">{NUMBERS[code]}</ref-type>' in to_endnote(holding(work))


FULL = AnyWork(
    "k",
    "book",
    Title(Face("Jiangou", "zh-Latn-pinyin"), None, Face("Constructing", "en")),
    publisher=Title(Face("Jiuzhou", "zh-Latn-pinyin")),
    author=(Name("Zhao", "Lei", order="family-first"), Name(literal="A & B <C>", order="literal")),
    editor=(Name("Xie", "Yixian", order="family-first"),),
    translator=(Name("Kim", "Samuel", order="given-first"),),
    people={"collection-editor": (Name("Berg", "Jan", "van den", order="given-first"),)},
    fields={
        "series": "S",
        "place": "Beijing",
        "date": "2007-03-05",
        "volume": "2",
        "edition": "3",
        "isbn": "0306406152",
        "number_of_pages": "350",
        "number_of_volumes": "4",
        "collection_number": "7",
        "title_short": "J",
        "url": "http://a.org",
        "doi": "10.1/x",
        "accessed": "2010-01-02",
        "genre": "Atlas",
        "archive": "NLC",
        "archive_location": "Box 1",
        "call_number": "D1",
        "source": "OCLC",
        "reviewed_title": "R",
        "section": "9",
        "keyword": "UN, China",
        "abstract": "A.",
        "note": "One\nTwo",
        "annote": "Mine",
        "issn": "0305-7410",
        "original_title": "Form",
        "original_publisher": "Insel",
        "original_publisher_place": "Leipzig",
        "original_date": "1921",
        "event_place": "Tokyo",
        "dimensions": "20 cm",
        "document_symbol": "A/1",
    },
)


def test_a_work_that_the_elements_tell_whole_has_no_custom1():
    text = to_endnote(holding(FULL))
    assert "custom1" not in text
    assert only(text) == FULL


def test_what_no_element_holds_rides_in_custom1(any_work):
    work = replace(any_work, fields={**any_work.fields, "jurisdiction": "]]><\x0b", "pmid": "\ufffe"})
    text = to_endnote(holding(work))
    assert text.count("<custom1>citekit: {") == 1
    assert load_endnote(text, "").works == (work,)


def test_a_foreign_record_is_read(foreign):
    work = foreign.works[0]
    assert work.type == "article-journal"
    assert work.key == "stahle2008china"
    assert work.title == Title(Face("China & the UN", "en"))
    assert work.container.display == "The China Quarterly"
    assert [name.display for name in work.author] == ["Stefan Stähle", "United Nations"]
    assert work.fields == {
        "container_title_short": "China Q",
        "pages": "631-655",
        "volume": "195",
        "issue": "3",
        "date": "2008-09",
        "keyword": "China; Peacekeeping, UN",
        "issn": "0305-7410",
        "abstract": "One.\nTwo.",
        "url": "http://a.org",
        "note": "First\nSecond",
        "doi": "10.1017/S0305741008000805",
    }


def test_elements_without_a_word_in_citekit_are_kept(foreign):
    assert foreign.works[0].extra == {
        "endnote.database": r'<database name="My.enl" path="C:\My.enl">My.enl</database>',
        "endnote.source-app": '<source-app name="EndNote" version="20.2">EndNote</source-app>',
        "endnote.rec-number": "12",
        "endnote.foreign-keys/key": '<key app="EN" db-id="x0" timestamp="1">12</key>',
        "endnote.auth-address": "London",
        "endnote.periodical/abbr-1": "CQ",
        "endnote.urls/related-urls/url": "http://b.org",
        "endnote.urls/pdf-urls/url": "internal-pdf://1.pdf",
        "endnote.custom1": "mine",
        "endnote.custom7": "e12",
        "endnote.language": "eng",
    }
    written = to_endnote(foreign)
    for kept in (
        '<key app="EN" db-id="x0" timestamp="1">12</key>',
        "<url>http://b.org</url>",
        "<custom1>mine</custom1>",
    ):
        assert kept in written
    assert load_endnote(written, "").works == foreign.works


def test_what_is_odd_is_a_finding_with_its_line(foreign):
    assert [(finding.code, finding.line) for finding in foreign.findings] == [
        ("RD132", 21),
        ("RD134", 22),
        ("RD132", 23),
    ]
    assert FOREIGN.split("\n")[20].startswith('<record><ref-type name="Monograph">')
    assert [work.type for work in foreign.works] == ["article-journal", "other", "book", "other"]
    assert foreign.works[1].extra == {"endnote.ref-type": "Monograph"}


@pytest.mark.parametrize(
    ("inner", "code", "fields"),
    [
        ("<pages>350</pages>", "Book", {"number_of_pages": "350"}),
        ("<pages>3-50</pages>", "Book", {"pages": "3-50"}),
        (
            "<dates><year>2007</year><pub-dates><date>March 5</date></pub-dates></dates>",
            "Report",
            {"date": "2007-03-05"},
        ),
        (
            "<dates><year>2007</year><pub-dates><date>Spring 2007</date></pub-dates></dates>",
            "Report",
            {"date": "2007-21"},
        ),
        ("<number>S/1</number>", "Case", {"document_symbol": "S/1"}),
        ("<isbn>A/55/305</isbn>", "Report", {"document_symbol": "A/55/305"}),
        ("<issue>4</issue>", "Journal Article", {"issue": "4"}),
        ("<urls><web-urls><url>http://a</url></web-urls></urls>", "Web Page", {"url": "http://a"}),
        ("<access-date>2010-02-14</access-date>", "Web Page", {"accessed": "2010-02-14"}),
        ("<research-notes>note 8, p. 44</research-notes>", "Book", {}),
    ],
)
def test_dialects_of_fields(inner, code, fields):
    work = only(record(inner, code))
    assert work.fields == fields
    assert only(to_endnote(holding(work))) == work


@pytest.mark.parametrize("text", ["<record><ref-type>6</ref-type><label>k</label></record>", record("", "Book")])
def test_a_record_may_stand_alone(text):
    assert [work.type for work in load_endnote(text, "").works] == ["book"]


def test_a_record_in_a_record_is_part_of_it():
    text = "<records><record>\n<ref-type>6</ref-type><record><label>k</label></record></record>\n<record/></records>"
    loaded = load_endnote(text, "")
    assert [(work.type, dict(work.extra)) for work in loaded.works] == [
        ("book", {"endnote.record/label": "k"}),
        ("other", {}),
    ]
    assert [(finding.code, finding.line) for finding in loaded.findings] == [("RD132", 3)]
    assert load_endnote(to_endnote(loaded), "").works == loaded.works


def test_controls_that_endnote_lets_through_are_left_out():
    loaded = load_endnote(record("<titles><title>a&#x1F;b\x0bc&#10;d</title></titles>"), "")
    assert [work.title.display for work in loaded.works] == ["abc d"]
    assert [(finding.code, finding.line) for finding in loaded.findings] == [("RD121", 1)]


@pytest.mark.parametrize(
    ("text", "codes", "titles"),
    [
        ("", [], []),
        ("no XML", ["RD121"], []),
        ("<html><body/></html>", ["RD123"], []),
        ("<xml><records>", ["RD121"], []),
        ("<xml/>", [], []),
        ('<!DOCTYPE xml [<!ENTITY a "b">]><xml><records/></xml>', ["RD122"], []),
        (
            record("<titles><title>whole</title></titles>").replace("</records></xml>", "<record><titles>"),
            ["RD121"],
            ["whole"],
        ),
        ("<xml>" + "<a>" * 5000, ["RD121"], []),
        ("<xml><records><record><titles>&bomb;</titles></record></records></xml>", ["RD121"], []),
        ("\ud800", ["RD121"], []),
    ],
)
def test_broken_xml_is_a_finding(text, codes, titles):
    loaded = load_endnote(text, "broken.xml")
    assert [finding.code for finding in loaded.findings] == codes
    assert [work.title.display for work in loaded.works] == titles
    assert all(finding.line for finding in loaded.findings)


@pytest.mark.parametrize("piece", ["<record>", "<record/>", "&#1;", "\x00", "<record><label>k</label></record>"])
def test_no_text_takes_long(piece):
    start = time.process_time()
    load_endnote(f"<xml><records>{piece * 3000}</records></xml>", "")
    assert time.process_time() - start < 3
