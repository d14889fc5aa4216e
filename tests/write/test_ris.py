"""RIS: what it looks like, what other programs see in it, and RIS of other hands."""

from __future__ import annotations

from dataclasses import replace

import pytest
import rispy

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES, NAME_FIELDS, TEXT_FIELDS
from citekit.model import Document, Face, Library, Name, Title
from citekit.model import Work as AnyWork
from citekit.write import READERS, WRITERS
from citekit.write.ris import load_ris, to_ris
from citekit.write.ris_table import CODE_OF, CODES, ORDER, ROWS
from citekit.write.types import TYPES

SLOTS = {"key", "language", "cited", "first_edition", *TEXT_FIELDS, *LIBRARY_FIELDS, *NAME_FIELDS, *LIBRARY_ROLES}
NOT_OF_BIBUTILS = {"SLIDE", "MANSCPT"}
"""Types of RIS that bibutils does not know and takes for others."""


def holding(*works):
    return Library(Document("made.txt", ""), works=works)


def lines(text):
    """The lines of what a text becomes when it is read and written again."""
    return to_ris(load_ris(text, "")).split("\r\n")


def only(text):
    loaded = load_ris(text, "some.ris")
    assert loaded.findings == ()
    (work,) = loaded.works
    return work


def reference(*pairs, code="JOUR"):
    return "".join(f"{tag}  - {value}\r\n" for tag, value in (("TY", code), ("ID", "k"), *pairs, ("ER", "")))


def test_it_looks_like_this(library, golden):
    golden("works.ris", WRITERS["ris"](library).replace("\r\n", "\n"))


def test_nothing_is_lost_on_the_way_and_back(library):
    text = to_ris(library)
    loaded = READERS["ris"](text, "works.ris")
    assert loaded.works == library.works
    assert loaded.findings == ()
    assert to_ris(loaded) == text


def test_writing_is_strict(library):
    text = to_ris(library)
    assert text.count("\n") == text.count("\r\n")
    for block in text.removesuffix("\r\n\r\n").split("\r\n\r\n"):
        tags = [line[:2] for line in block.split("\r\n")]
        assert all(line[2:6] == "  - " for line in block.split("\r\n"))
        assert (tags[0], tags[-1]) == ("TY", "ER")
        assert tags[1:-1] == sorted(tags[1:-1], key=[*ORDER, "M2"].index)


def test_an_empty_library_is_an_empty_text():
    assert to_ris(holding()) == ""
    assert load_ris("", "").works == ()


def test_rispy_sees_the_values_that_were_written(library):
    text = to_ris(library)
    seen = rispy.loads(text.replace("\r\n", "\n"))
    assert len(seen) == len(library.works)
    for work, found in zip(library.works, seen, strict=True):
        assert found["type_of_reference"] == CODE_OF[work.type]
        assert found["id"] == work.key
        assert found.get("title", "") == work.title.display
        assert found.get("year", "") == work.year
        assert len(found.get("authors", ())) == len(work.author)
        assert found.get("urls", [""])[0] == work.fields.get("url", "")
        pages = "-".join(filter(None, (found.get("start_page"), found.get("end_page"))))
        assert pages == work.fields.get("pages", "")


def test_bibutils_takes_it(library, bibutils):
    known = replace(library, works=tuple(work for work in library.works if CODE_OF[work.type] not in NOT_OF_BIBUTILS))
    modified, told = bibutils("ris2xml", to_ris(known))
    assert "Defaulting" not in told
    assert modified.count("<mods ") == len(known.works)
    for work in known.works:
        assert f'<mods ID="{work.key}">' in modified


def test_bibutils_would_complain(bibutils):
    assert "Defaulting" in bibutils("ris2xml", reference(("TI", "x"), code="SLIDE"))[1]


def test_every_type_has_a_code_that_stands_for_it_or_for_its_kin():
    assert CODE_OF.keys() == TYPES.keys()
    assert set(CODE_OF.values()) <= CODES.keys()
    assert set(CODES.values()) <= TYPES.keys()
    for kind in TYPES:
        assert only(to_ris(holding(AnyWork("k", kind, Title(Face("x", "en")))))).type == kind


def test_the_table_names_slots_and_tags_that_there_are():
    assert {row.slot for row in ROWS} <= SLOTS
    written = {row.names(code)[0] for row in ROWS for code in CODES if row.names(code)}
    assert written <= {*ORDER}
    assert len(ORDER) == len(set(ORDER))


@pytest.mark.parametrize("code", CODES)
def test_every_code_comes_back(code):
    text = reference(("TI", "x"), code=code)
    assert f"TY  - {code}" in lines(text)


FULL = AnyWork(
    "k",
    "book",
    Title(Face("Jiangou", "zh-Latn-pinyin"), None, Face("Constructing", "en")),
    publisher=Title(Face("Jiuzhou", "zh-Latn-pinyin")),
    author=(Name("Zhao", "Lei", order="family-first"),),
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
        "issue": "1",
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
    },
)


def test_a_work_that_the_tags_tell_whole_has_no_m2():
    text = to_ris(holding(FULL))
    assert "M2" not in {line[:2] for line in text.split("\r\n")}
    assert only(text) == FULL


@pytest.mark.parametrize(
    ("kind", "fields", "line"),
    [
        ("report", {"document_symbol": "A/55/305"}, "SN  - A/55/305"),
        ("webpage", {"document_symbol": "SG/A/1089"}, "M1  - SG/A/1089"),
        ("conference-paper", {"event_place": "Tokyo"}, "CY  - Tokyo"),
        ("conference-paper", {"place": "Tokyo"}, "C1  - Tokyo"),
        ("chapter", {"chapter_number": "4"}, "SE  - 4"),
        ("article-newspaper", {"section": "A"}, "SE  - A"),
        ("article-journal", {"pmcid": "PMC1"}, "C2  - PMC1"),
        ("legal-case", {"authority": "ICJ"}, "PB  - ICJ"),
        ("article-journal", {"pages": "39-44"}, "EP  - 44"),
        ("article-journal", {"pages": "39-44, 50"}, "SP  - 39-44, 50"),
        ("book", {"date": "2005-21"}, "DA  - 2005///Spring"),
        ("interview", {}, "M3  - Interview"),
        ("newswire", {}, "M3  - Newswire"),
    ],
)
def test_a_field_goes_where_its_type_has_it(kind, fields, line):
    work = AnyWork("k", kind, Title(Face("x", "en")), fields=fields)
    text = to_ris(holding(work))
    assert line in text.split("\r\n")
    assert "M2  - " not in text
    assert only(text) == work


def test_what_no_tag_holds_rides_in_m2(any_work):
    work = replace(any_work, fields={**any_work.fields, "jurisdiction": "{PRC}\n", "pmid": "\x00"})
    text = to_ris(holding(work))
    assert text.count("M2  - citekit: {") == 1
    assert load_ris(text, "").works == (work,)


@pytest.mark.parametrize("mine", ["citekit: {", 'citekit: {"key":3}', "citekit: []", "an extra note"])
def test_an_m2_of_other_hands_is_a_field_like_any(mine):
    text = reference(("TI", "x"), ("M2", mine))
    work = only(text)
    assert work.extra == {"ris.M2": mine}
    assert only(to_ris(holding(work))) == work


def test_two_works_of_one_key_are_told_apart():
    works = (AnyWork("k", "book"), AnyWork("k", "book"), AnyWork("k-2", "book"))
    loaded = load_ris(to_ris(holding(*works)), "")
    assert loaded.works == works
    assert loaded.findings == ()
