"""BibTeX: what it looks like, what reads it without a complaint, and that nothing is lost on the way and back."""

from __future__ import annotations

import logging
import unicodedata
from dataclasses import replace

import bibtexparser
import pybtex
import pytest
from pybtex import errors
from pybtex.database import parse_string

from citekit.model import Citation, Document, Face, Library, Name, Place, Reading, Title, Work
from citekit.write import WRITERS
from citekit.write.bibtex import to_bibtex
from citekit.write.load import load_bibtex

LATEX = [False, True]


def holding(*works):
    return Library(Document("made.txt", ""), works=works)


def entry(work):
    """The fields of a work's entry, as bibtexparser sees them."""
    parsed = bibtexparser.parse_string(to_bibtex(holding(work)))
    return {"entry": parsed.entries[0].entry_type} | {field.key: field.value for field in parsed.entries[0].fields}


def test_it_looks_like_this(library, golden):
    golden("works.bib", WRITERS["bibtex"](library))


def test_with_latex_it_looks_like_this(library, golden):
    golden("works.latex.bib", to_bibtex(library, latex=True))


@pytest.mark.parametrize("latex", LATEX)
def test_nothing_is_lost_on_the_way_and_back(library, latex):
    text = to_bibtex(library, latex=latex)
    loaded = load_bibtex(text, "works.bib")
    assert loaded.works == library.works
    assert loaded.findings == ()
    assert to_bibtex(loaded, latex=latex) == text


def test_a_work_comes_back_whole(any_work):
    assert load_bibtex(to_bibtex(holding(any_work)), "work.bib").works == (any_work,)


@pytest.mark.parametrize("latex", LATEX)
def test_biber_has_no_complaint(library, latex, biber):
    assert biber(to_bibtex(library, latex=latex)) == []


def test_biber_would_complain(biber):
    assert biber("@misc{a, title = {No date}, volume = {XII}}")


@pytest.mark.parametrize("latex", LATEX)
def test_pybtex_and_bibtexparser_have_no_complaint(library, latex, monkeypatch, caplog):
    monkeypatch.setattr(errors, "strict", True)
    text = to_bibtex(library, latex=latex)
    parsed = parse_string(text, "bibtex")
    with caplog.at_level(logging.INFO):
        other = bibtexparser.parse_string(text)
    assert [*parsed.entries] == [entry.key for entry in other.entries] == [work.key for work in library.works]
    assert other.failed_blocks == []
    assert caplog.records == []
    assert str(parsed.entries["zhong2006renzhi"].persons["author"][1]) == "Wang, Jun"
    assert parsed.entries["pang2005attitude"].fields["year"] == "2005"


def test_with_latex_only_signs_without_a_command_are_left(library):
    text = to_bibtex(library, latex=True)
    left = {unicodedata.name(char).split()[0] for char in text if not char.isascii()}
    assert left == {"CJK", "HIRAGANA", "FULLWIDTH"}
    assert r"St\"ahle, Stefan" in text


@pytest.mark.parametrize(
    ("kind", "values", "expected"),
    [
        ("article-newspaper", {}, "misc"),
        ("article-newspaper", {"author": (Name("Wen", "Jiabao"),)}, "article"),
        ("book", {}, "manual"),
        ("book", {"author": (Name("Zhao", "Lei"),)}, "book"),
        ("book", {"editor": (Name("Xie", "Yixian"),)}, "collection"),
        ("chapter", {"author": (Name("Li", "Dongyan"),)}, "inbook"),
        ("chapter", {"author": (Name("Li", "Dongyan"),), "editor": (Name("Wang", "Yizhou"),)}, "incollection"),
        ("report", {"author": (Name("Brahimi", "Lakhdar"),)}, "misc"),
        ("report", {"author": (Name(literal="Panel on Peace Operations"),)}, "techreport"),
        ("thesis", {"author": (Name("Kim", "Samuel S."),)}, "misc"),
        ("webpage", {}, "misc"),
        ("webpage", {"fields": {"url": "http://www.un.org/"}}, "online"),
        ("speech", {"author": (Name("Hu", "Jintao"),), "container": Title()}, "unpublished"),
        ("podcast", {}, "misc"),
    ],
)
def test_the_entry_type_is_the_first_that_the_work_can_be(kind, values, expected):
    made = {"container": Title(Face("Renmin Ribao")), "title": Title(Face("Lianheguo")), **values}
    assert entry(Work("k", kind, **made))["entry"] == expected


@pytest.mark.parametrize(
    ("genre", "expected"),
    [
        ("PhD diss.", "phdthesis"),
        ("", "phdthesis"),
        ("M.A. thesis", "mastersthesis"),
        ("Masterarbeit", "mastersthesis"),
    ],
)
def test_a_thesis_is_named_as_classic_bibtex_names_it(genre, expected):
    school = Title(Face("Columbia University"))
    work = Work("k", "thesis", Title(Face("x")), publisher=school, author=(Name("Kim"),), fields={"genre": genre})
    made = entry(work)
    assert (made["entry"], made["school"], made["type"]) == (expected, "Columbia University", genre or "Thesis")


def test_the_plain_style_of_classic_bibtex_finds_what_it_looks_for(library):
    classic = holding(*(work for work in library.works if work.key != "xie2007waijiaoshi"))  # knows no @collection
    told = pybtex.format_from_string(to_bibtex(classic), style="plain", output_backend="plaintext")
    assert "Zhao Lei" not in told
    assert (
        "Lei Zhao. Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin. Jiuzhou Chubanshe, Beijing, 2007."
        in (" ".join(told.split()))
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"date": "2009-01-21"}, {"date": "2009-01-21", "year": "2009", "month": "jan"}),
        ({"date": "2007"}, {"date": "2007", "year": "2007"}),
        ({"date": "2005-21"}, {"date": "2005-21", "year": "2005"}),
        ({"date": "2008-10-24/2008-11-25"}, {"date": "2008-10-24/2008-11-25", "year": "2008", "month": "oct"}),
        ({"date": "199X"}, {"date": "199X"}),
        ({"date": "2005-02-30"}, {"date": "2005", "year": "2005", "note": "date 2005-02-30"}),
        ({}, {"date": "XXXX"}),
        ({"accessed": "2011-12-15"}, {"date": "XXXX", "urldate": "2011-12-15"}),
        ({"accessed": "last week"}, {"date": "XXXX", "note": "accessed last week"}),
        ({"volume": "12", "issue": "3"}, {"date": "XXXX", "note": "vol. 12; no. 3"}),
        ({"place": "Trinidad and Tobago"}, {"date": "XXXX", "address": "{Trinidad and Tobago}"}),
        ({"url": "http://x.org/{a} b\\c"}, {"date": "XXXX", "url": "http://x.org/%7Ba%7D%20b%5Cc"}),
    ],
)
def test_fields_go_where_every_tool_takes_them(fields, expected):
    made = entry(Work("k", "other", Title(Face("Lianheguo")), fields=fields))
    assert {name: made.get(name) for name in expected} == expected
    assert made.keys() - expected.keys() <= {"entry", "title", "verba"}


@pytest.mark.parametrize(
    ("work", "title"),
    [
        (Work("k", "interview", author=(Name(literal="a PLA senior colonel"),)), "[Interview]"),
        (Work("k", "un-document", fields={"document_symbol": "S/PV.4043"}), "{S/PV.4043}"),
        (Work("k", "book", Title(None, Face("建构和平"))), "建构和平"),
        (Work("k", "book", Title(translation=Face("Policy", "en"))), "Policy"),
    ],
)
def test_something_true_stands_for_a_title_that_is_not_there(work, title):
    assert entry(work)["title"] == title
    assert load_bibtex(to_bibtex(holding(work)), "").works == (work,)


def test_a_work_that_its_fields_tell_whole_has_no_verba():
    work = Work(
        "tang2002",
        "article-journal",
        Title(Face("Zhongguo yu Lianheguo", "zh-Latn-pinyin"), None, Face("China and the UN", "en")),
        Title(Face("Shijie Jingji yu Zhengzhi", "zh-Latn-pinyin"), None, Face("World Economics and Politics", "en")),
        author=(Name("Tang", "Yongsheng", order="family-first"),),
        fields={"date": "2002", "issue": "9", "pages": "39-44"},
        cited=(Place("n8.1", "8", "full", "44"), Place("n50.1", "50", "short")),
    )
    assert "verba" not in entry(work)


def test_keys_are_such_as_every_tool_takes_and_unlike_even_without_case():
    works = [
        Work(key, "other", Title(Face("x"))) for key in ("zhao 2007", "Zhao2007", "zhao2007", "赵磊", "{}", "0", "a,b")
    ]
    text = to_bibtex(holding(*works))
    keys = [found.key for found in bibtexparser.parse_string(text).entries]
    assert keys == ["zhao2007", "Zhao2007-2", "zhao2007-3", "work", "work-2", "work-0", "ab"]
    assert [work.key for work in load_bibtex(text, "").works] == [work.key for work in works]


def test_entries_stand_in_the_order_they_are_first_cited():
    citations = [Citation(f"n{number}.1", str(number), (0, 1), "x") for number in (1, 2, 3)]
    readings = tuple(Reading(citation.note, citations=(citation,)) for citation in citations)
    works = [
        Work("never", "other", Title(Face("x"))),
        Work("third", "other", Title(Face("x")), cited=(Place("n3.1", "3"),)),
        Work("first", "other", Title(Face("x")), cited=(Place("n2.1", "2"), Place("n1.1", "1"))),
    ]
    text = to_bibtex(replace(holding(*works), readings=readings))
    assert [found.key for found in bibtexparser.parse_string(text).entries] == ["first", "third", "never"]


def test_a_library_without_works_is_an_empty_file():
    assert to_bibtex(holding()) == ""
