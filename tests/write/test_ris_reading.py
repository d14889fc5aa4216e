"""RIS of other hands: any spacing, the dialects of programs, what is left out and what is too much."""

from __future__ import annotations

import time

import pytest

from citekit.fields import NAME_FIELDS
from citekit.model import Document, Library
from citekit.write.ris import load_ris, to_ris
from citekit.write.ris_lines import KNOWN
from citekit.write.ris_table import ORDER


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


def test_a_text_of_another_format_is_one_finding():
    loaded = load_ris("@book{a,\n title={x}}\n\n@book{b}", "a.bib")
    assert [(finding.code, finding.line) for finding in loaded.findings] == [("RD123", 1)]
    assert loaded.works == ()


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
