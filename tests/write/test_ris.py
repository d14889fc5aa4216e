"""RIS: what it looks like, what other programs see in it, and RIS of other hands."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
import rispy

from citekit.model import LIBRARY_FIELDS, LIBRARY_ROLES, NAME_FIELDS, TEXT_FIELDS, Document, Face, Library, Name, Title
from citekit.model import Work as AnyWork
from citekit.write import READERS, WRITERS
from citekit.write.ris import load_ris, to_ris
from citekit.write.ris_lines import KNOWN
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
        **{
            "series": "S",
            "place": "Beijing",
            "date": "2007-03-05",
            "volume": "2",
            "edition": "3",
            "isbn": "0306406152",
        },
        **{
            "number_of_pages": "350",
            "number_of_volumes": "4",
            "collection_number": "7",
            "title_short": "J",
            "issue": "1",
        },
        **{"url": "http://a.org", "doi": "10.1/x", "accessed": "2010-01-02", "genre": "Atlas", "archive": "NLC"},
        **{"archive_location": "Box 1", "call_number": "D1", "source": "OCLC", "reviewed_title": "R", "section": "9"},
        **{"keyword": "UN, China", "abstract": "A.", "note": "One\nTwo", "annote": "Mine", "issn": "0305-7410"},
        **{"original_title": "Form", "original_publisher": "Insel", "original_publisher_place": "Leipzig"},
        **{"original_date": "1921"},
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


# --- RIS of other hands -------------------------------------------------------------------------------------------

SPACINGS = [
    "TY  - BOOK\nTI  - A title\nER  - \n",
    "TY - BOOK\nTI - A title\nER -\n",
    "TY-BOOK\nTI-A title\nER-\n",
    "TY- BOOK\nTI- A title\nER-",
    "  TY  -  BOOK  \n\tTI  -\tA title\n ER  -",
    "TY   -BOOK\nTI   -A title\nER   -",
    "TY – BOOK\nTI – A title\nER –\n",
    "ty  - book\nti  - A title\ner  - \n",
    "\ufeffTY  - Book\r\n\r\nTI  - A title\r\nER  - \r\n\x1a",
    "TY  - BOOK\rTI  - A\r title\rER  - \r",
    "TY  - BOOK\nTI  - A\ntitle\nER  - \n\n\n",
]


@pytest.mark.parametrize("text", SPACINGS)
def test_any_spacing_and_line_end_is_read(text):
    work = only(text)
    assert (work.type, work.title.display, work.key) == ("book", "A title", "a")


@pytest.mark.parametrize(
    "line", ["UN - China relations", "is - and was", "co-operation", "AD-hoc talks", "X - y", "- z"]
)
def test_a_line_that_looks_like_a_tag_goes_on_with_the_one_before(line):
    assert only(f"TY  - BOOK\nTI  - Why\n{line}\nER  - \n").title.display == f"Why {line}"


@pytest.mark.parametrize(
    ("code", "pairs", "fields"),
    [
        ("JOUR", [("SP", "12-34")], {"pages": "12-34"}),
        ("JOUR", [("SP", "12–34")], {"pages": "12-34"}),
        ("JOUR", [("SP", "631"), ("EP", "55")], {"pages": "631-55"}),
        ("JOUR", [("SP", "7"), ("EP", "7")], {"pages": "7"}),
        ("BOOK", [("SP", "350")], {"number_of_pages": "350"}),
        ("BOOK", [("SP", "3"), ("EP", "50")], {"pages": "3-50"}),
        ("JOUR", [("Y1", "2007/03/05")], {"date": "2007-03-05"}),
        ("JOUR", [("PY", "2007"), ("DA", "MAR")], {"date": "2007-03"}),
        ("JOUR", [("DA", "2007///Spring")], {"date": "2007-21"}),
        ("JOUR", [("M3", "10.1017/S0305741008000805")], {"doi": "10.1017/S0305741008000805"}),
        ("JOUR", [("DO", "https://doi.org/10.1017/S03")], {"doi": "10.1017/S03"}),
        ("JOUR", [("SN", "0305-7410")], {"issn": "0305-7410"}),
        (
            "CHAP",
            [("SN", "978-0-306-40615-7"), ("SN", "0305-7410")],
            {"isbn": "978-0-306-40615-7", "issn": "0305-7410"},
        ),
        ("BOOK", [("N2", "Abstract"), ("N1", "One"), ("N1", "Two")], {"abstract": "Abstract", "note": "One\nTwo"}),
        ("BOOK", [("KW", "a"), ("KW", "b")], {"keyword": "a, b"}),
        ("BOOK", [("KW", "a, b"), ("KW", "c")], {"keyword": "a, b; c"}),
        ("BOOK", [("Y2", "2010/02/14")], {"accessed": "2010-02-14"}),
        ("CONF", [("CY", "Tokyo")], {"event_place": "Tokyo"}),
        ("CONF", [("CY", "New York"), ("PB", "ACM")], {"place": "New York"}),
        ("JOUR", [("JF", "China Quarterly"), ("JO", "China Q")], {"container_title_short": "China Q"}),
    ],
)
def test_dialects_of_fields(code, pairs, fields):
    work = only(reference(*pairs, code=code))
    assert work.fields == fields
    assert not work.extra
    assert only(to_ris(holding(work))) == work


@pytest.mark.parametrize(
    ("code", "pairs", "title", "container"),
    [
        ("JOUR", [("T1", "x"), ("JF", "y")], "x", "y"),
        ("JOUR", [("TI", "x"), ("JO", "y")], "x", "y"),
        ("JOUR", [("TI", "x"), ("T2", "y"), ("JF", "y"), ("JO", "y")], "x", "y"),
        ("CHAP", [("CT", "x"), ("BT", "y")], "x", "y"),
        ("BOOK", [("BT", "x")], "x", ""),
        ("CONF", [("TI", "x"), ("C3", "y"), ("T2", "The event")], "x", "y"),
        ("CONF", [("TI", "x"), ("T2", "y")], "x", "y"),
        ("CASE", [("TI", "x"), ("A2", "y")], "x", "y"),
    ],
)
def test_dialects_of_titles(code, pairs, title, container):
    work = only(reference(*pairs, code=code))
    assert (work.title.display, work.container.display) == (title, container)


@pytest.mark.parametrize(
    ("code", "tags", "role"),
    [
        ("JOUR", "AU", "author"),
        ("JOUR", "A1", "author"),
        ("CHAP", "A2", "editor"),
        ("CHAP", "ED", "editor"),
        ("BOOK", "A2", "editor"),
        ("BOOK", "A3", "editor"),
        ("EDBOOK", "AU", "editor"),
        ("CHAP", "A3", "collection-editor"),
        ("BOOK", "A4", "translator"),
        ("INTV", "A2", "interviewer"),
        ("CHAP", "C2", "container-author"),
    ],
)
def test_dialects_of_people(code, tags, role):
    work = only(reference((tags, "Zhao, Lei"), code=code))
    people = {name: getattr(work, name) for name in NAME_FIELDS} | work.people
    assert {name for name, names in people.items() if names} == {role}


@pytest.mark.parametrize(
    ("pairs", "fields"),
    [
        ([("PY", "2007"), ("DA", "2007/03/05/spring")], {"date": "2007-03-05"}),
        ([("PY", "in press")], {}),
        ([("KW", "one, only")], {"keyword": "one, only"}),
        ([("TI", "x"), ("LA", "Chinese")], {}),
        ([("UR", "http://a"), ("UR", "http://b")], {"url": "http://a"}),
        ([("C7", "e1"), ("C7", "e2"), ("ZZ", "mine"), ("L1", "a.pdf")], {}),
        ([("Y2", "yesterday")], {}),
        ([("SN", "none")], {}),
    ],
)
def test_what_is_not_understood_or_only_in_part_stays_as_it_stood(pairs, fields):
    text = reference(*pairs)
    work = only(text)
    assert work.fields == fields
    assert all(f"{tag}  - {value}" in lines(text) for tag, value in pairs)
    assert len(lines(text)) == len(text.split("\r\n")) + 1
    assert only(to_ris(holding(work))) == work


def test_everything_odd_is_a_finding_with_its_line_and_text():
    text = (
        "Provider: a database\n\nTY  - BOOK\nID  - a\nTY  - Monograph\nID  - a\nTI  - x\nER  - \n1. junk\nmore\n"
        "AU  - Kim, Samuel\nER  - \nTY  - JOUR\nstray\nER  - rest"
    )
    loaded = load_ris(text, "odd.ris")
    assert [(finding.code, finding.line) for finding in loaded.findings] == [
        ("RD131", 1),
        ("RD133", 3),
        ("RD132", 5),
        ("RD134", 5),
        ("RD131", 9),
        ("RD132", 11),
        ("RD131", 13),
    ]
    assert [finding.text for finding in loaded.findings if finding.code == "RD131"] == [
        *("Provider: a database", "1. junk\nmore", "stray\nrest")
    ]
    assert [work.type for work in loaded.works] == ["book", "other", "other", "article-journal"]
    assert [work.key for work in loaded.works] == ["a", "a", "kim", "reference"]
    assert loaded.works[1].extra == {"ris.TY": "Monograph"}
    assert "TY  - GEN" in to_ris(loaded)
    assert load_ris(to_ris(loaded), "").works == loaded.works


def test_a_made_key_is_of_author_year_and_title_and_nobody_elses():
    text = "TY  - BOOK\nAU  - Stähle, S\nPY  - 2008\nTI  - China’s way\nER  - \n" * 3
    assert [work.key for work in load_ris(text, "").works] == [
        *("stahle2008chinas", "stahle2008chinas-2", "stahle2008chinas-3")
    ]


def test_tags_in_the_order_of_writing_are_known():
    assert set(ORDER) <= KNOWN


@pytest.mark.parametrize(
    "text",
    [
        *(
            "TY  - BOOK\n" * 3_000,
            "TY  - BOOK\nAB  - x\n" + "more\n" * 60_000,
            "junk\n" * 60_000,
            "TY  - BOOK\nSP  - " + "-1" * 60_000,
        ),
        *(
            "TY  - BOOK\n" + "AU  - A, B\n" * 20_000,
            "TY  - BOOK\nAU  - " + "a, " * 60_000,
            "TY  - BOOK\nOP  - " + "a (b, " * 20_000,
        ),
        "TY  - BOOK\nPY  - " + "March " * 30_000,
    ],
    ids=range(8),
)
def test_no_text_takes_long(text):
    start = time.process_time()
    load_ris(text, "")
    assert time.process_time() - start < 3
