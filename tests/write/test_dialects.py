"""The dialects of BibTeX: how each looks, who reads it without a complaint, and that each comes back whole."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import bibtexparser
import pybtex
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pybtex import errors
from pybtex.database import parse_string

from citekit.fields import LIBRARY_FIELDS, LIBRARY_ROLES
from citekit.model import Document, Face, Library, Name, Title, Work
from citekit.write import WRITERS
from citekit.write.bibtex import to_bibtex
from citekit.write.bibtex_dialects import DIALECTS
from citekit.write.load import load_bibtex
from citekit.write.record import record
from citekit.write.types import TYPES

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

OTHERS = [name for name in DIALECTS if name != "bibtex"]
BIBLATEX = [name for name in OTHERS if name.startswith("biblatex")]
ZHAO = Work(
    "zhao2007",
    "book",
    Title(
        Face("Jiangou heping", "zh-Latn-pinyin"),
        Face("建构和平", "zh-Hans"),
        Face("Constructing peace", "en"),
    ),
    publisher=Title(Face("Jiuzhou Chubanshe"), Face("九州出版社", "zh-Hans")),
    author=(Name("Zhao", "Lei", original="赵磊"),),
    translator=(Name("Ishizuka", "Katsumi", order="given-first"),),
    fields={"date": "2007-03~", "place": "Beijing", "url": "https://x.org/a_b"},
)


def entry(work, dialect, **options):
    """The fields of a work's entry, as bibtexparser sees them, without the one that carries the rest."""
    parsed = bibtexparser.parse_string(to_bibtex(Library(Document("", ""), works=(work,)), dialect=dialect, **options))
    fields = {field.key: field.value for field in parsed.entries[0].fields if field.key != "verba"}
    return {"entry": parsed.entries[0].entry_type} | fields


@pytest.mark.parametrize("dialect", OTHERS)
def test_it_looks_like_this(library, golden, dialect):
    golden(f"works.{dialect}.bib", WRITERS[dialect](library))


FACES = [
    ("bibtex", "Jiangou heping", "[Constructing peace]", "Constructing peace", "建构和平"),
    ("biblatex", "Jiangou heping", "[Constructing peace]", None, "建构和平"),
    ("biblatex-chicago", "Jiangou heping", None, "Constructing peace", "建构和平"),
    ("biblatex-gb7714", "建构和平", None, None, None),
    ("classic-bibtex", "Jiangou heping {[Constructing peace]}", None, None, None),
]


@pytest.mark.parametrize(("dialect", "title", "addon", "usere", "usera"), FACES)
def test_each_face_of_a_title_stands_where_the_styles_look_for_it(dialect, title, addon, usere, usera):
    told = entry(ZHAO, dialect)
    found = tuple(told.get(field) for field in ("title", "titleaddon", "usere", "usera"))
    assert (found[0].replace("{Jiangou}", "Jiangou"), *found[1:]) == (title, addon, usere, usera)


@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_style_prints_a_translation_twice(library, dialect):
    told = [entry(work, dialect) for work in library.works]
    twice = [fields for fields in told if "usere" in fields and "titleaddon" in fields]
    assert bool(twice) == (dialect == "bibtex")


def test_a_translation_that_is_the_title_is_not_added_to_it():
    told = entry(replace(ZHAO, title=Title(translation=Face("Policy", "en"))), "biblatex-chicago")
    assert (told["title"], told.get("usere")) == ("Policy", None)


def test_a_chinese_list_prints_what_is_known_in_chinese():
    told = entry(ZHAO, "biblatex-gb7714")
    assert (told["author"], told["publisher"], told["location"]) == ("赵磊", "九州出版社", "Beijing")
    assert (told["language"], told["langid"]) == ("chinese", "chinese")
    assert not [field for field in told if field.startswith("user")]
    assert told["sortname"] == "Zhao, Lei"


def test_an_article_in_chicago_has_no_broadcaster():
    work = replace(ZHAO, type="article-journal", container=Title(Face("Shijie Jingji")))
    assert "usera" not in entry(work, "biblatex-chicago")
    assert "usera" in entry(work, "biblatex")


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        ("bibtex", {"entry": "book", "address": "Beijing", "date": "2007-03~", "year": "2007", "month": "mar"}),
        ("biblatex", {"entry": "book", "location": "Beijing", "date": "2007-03~"}),
        ("classic-bibtex", {"entry": "book", "address": "Beijing", "year": "2007", "month": "mar"}),
    ],
)
def test_each_has_its_own_names_and_dates(dialect, expected):
    told = entry(ZHAO, dialect)
    about = {"entry", "address", "location", "date", "year", "month"}
    assert {field: value for field, value in told.items() if field in about} == expected


@pytest.mark.parametrize(
    ("work", "biblatex", "classic"),
    [
        (replace(ZHAO, type="report"), "report", "techreport"),
        (replace(ZHAO, type="thesis"), "thesis", "phdthesis"),
        (replace(ZHAO, type="thesis", fields={"genre": "M.A. thesis"}), "thesis", "mastersthesis"),
        (replace(ZHAO, author=(), editor=ZHAO.author), "collection", "book"),
        (replace(ZHAO, type="chapter", container=Title(Face("Book"))), "inbook", "incollection"),
        (replace(ZHAO, type="webpage"), "online", "misc"),
        (replace(ZHAO, extra={"entrytype": "dataset"}), "dataset", "misc"),
    ],
)
def test_each_has_its_own_types(work, biblatex, classic):
    assert entry(work, "biblatex")["entry"] == biblatex
    assert entry(work, "classic-bibtex")["entry"] == classic


def test_classic_styles_print_translator_and_address_where_they_have_no_field_for_them():
    told = entry(replace(ZHAO, type="webpage"), "classic-bibtex")
    assert told["howpublished"] == r"\url{https://x.org/a_b}"
    assert "translated by Katsumi Ishizuka" in told["note"]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("latex", [False, True])
def test_nothing_is_lost_on_the_way_and_back(library, dialect, latex):
    text = to_bibtex(library, dialect=dialect, latex=latex)
    loaded = load_bibtex(text, "works.bib")
    assert loaded.works == library.works
    assert loaded.findings == ()
    assert to_bibtex(loaded, dialect=dialect, latex=latex) == text


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.libraries, st.sampled_from(OTHERS), st.booleans())
def test_no_dialect_loses_anything_and_each_is_the_same_to_the_byte(library, dialect, latex):
    text = to_bibtex(library, dialect=dialect, latex=latex)
    loaded = load_bibtex(text, "made.bib")
    assert loaded.findings == ()
    assert [record(work) for work in loaded.works] == [record(work) for work in library.works]
    assert to_bibtex(loaded, dialect=dialect, latex=latex) == text


@pytest.mark.parametrize("dialect", BIBLATEX)
def test_biber_has_no_complaint(library, dialect, biber):
    assert biber(to_bibtex(library, dialect=dialect)) == []


LOADED = dict.fromkeys(LIBRARY_FIELDS, "Some words") | {
    "issn": "0305-7410",
    "original_date": "1999",
    "number_of_volumes": "3",
    "number_of_pages": "12",
    "archive": "arXiv",
    "archive_location": "2001.1",
    "archive_collection": "cs.CL",
    "status": "in press",
    "date": "2001",
    "series": "S",
    "collection_number": "4",
    "volume": "2",
    "issue": "3",
    "url": "https://x.org/",
}
ZHAO_LEI = (Name("Zhao", "Lei", order="family-first"),)
PARTS = [
    {},
    {"author": ZHAO_LEI},
    {"author": ZHAO_LEI, "editor": ZHAO_LEI, "container": Title(Face("C")), "publisher": Title(Face("P"))},
]


@pytest.mark.parametrize("dialect", ["bibtex", *BIBLATEX])
def test_biber_takes_all_that_a_loaded_library_holds(dialect, biber):
    people = dict.fromkeys(LIBRARY_ROLES, ZHAO_LEI)
    works = tuple(
        Work(f"{kind}{number}", kind, Title(Face("T")), fields=LOADED, people=people, **parts)
        for kind in TYPES
        for number, parts in enumerate(PARTS)
    )
    text = to_bibtex(Library(Document("", ""), works=works), dialect=dialect)
    assert load_bibtex(text, "works.bib").works == works
    assert biber(text) == []


def test_fields_and_roles_of_a_loaded_library_stand_where_biblatex_has_them():
    work = Work(
        "k",
        "book",
        Title(Face("T")),
        author=ZHAO_LEI,
        people={"compiler": ZHAO_LEI, "contributor": ZHAO_LEI},
        fields={field: LOADED[field] for field in ("series", "collection_number", "number_of_pages", "status", "note")},
    )
    told = entry(work, "biblatex")
    assert told == {
        "entry": "book",
        "author": "Zhao, Lei",
        "title": "T",
        "date": "XXXX",
        "note": "Some words",
        "editor": "Zhao, Lei",
        "editortype": "compiler",
        "editora": "Zhao, Lei",
        "editoratype": "collaborator",
        "series": "S",
        "number": "4",
        "pagetotal": "12",
        "pubstate": "inpress",
    }
    assert "verba" not in to_bibtex(Library(Document("", ""), works=(work,)), dialect="biblatex")


@pytest.fixture(scope="session")
def bibutils(tmp_path_factory):
    """What a program of bibutils says against a text: that it does not know a type, which it then takes for another."""

    def complaints(program, text):
        if not shutil.which(program):
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
                f"{program} is not installed: apt-get install bibutils"
            )
        path = tmp_path_factory.mktemp("bibutils") / "in.bib"
        path.write_text(text, encoding="utf-8")
        told = subprocess.run([program, path], capture_output=True, text=True, check=True)
        assert told.stdout.count("<mods ") == text.count("\n@") + 1
        return re.findall(r"Did not recognize.*|Defaulting.*", told.stderr)

    return complaints


@pytest.mark.parametrize(
    ("program", "dialect"), [("bib2xml", "classic-bibtex"), *(("biblatex2xml", dialect) for dialect in BIBLATEX)]
)
def test_bibutils_knows_every_type(library, program, dialect, bibutils):
    assert bibutils(program, to_bibtex(library, dialect=dialect)) == []


def test_bibutils_would_complain(library, bibutils):
    assert bibutils("bib2xml", to_bibtex(library, dialect="biblatex"))


@pytest.mark.parametrize("dialect", OTHERS)
def test_pybtex_and_bibtexparser_have_no_complaint(library, dialect, monkeypatch):
    monkeypatch.setattr(errors, "strict", True)
    text = to_bibtex(library, dialect=dialect)
    keys = [work.key for work in library.works]
    assert [*parse_string(text, "bibtex").entries] == [found.key for found in bibtexparser.parse_string(text).entries]
    assert [*parse_string(text, "bibtex").entries] == keys
    assert bibtexparser.parse_string(text).failed_blocks == []


def test_the_plain_style_of_classic_bibtex_prints_every_work_with_its_translation(library):
    text = to_bibtex(library, dialect="classic-bibtex")
    told = " ".join(pybtex.format_from_string(text, style="plain", output_backend="plaintext").split())
    assert told.count("] ") >= len(library.works)
    titles = [work.title for work in library.works if work.title.main and work.title.translation]
    translations = [title.translation.text for title in titles]
    assert [text for text in translations if f"[{text}]" not in told] == []


def test_the_order_of_the_fields_can_be_set():
    told = list(entry(ZHAO, "biblatex", order=("date", "title", "series")))
    assert told[:4] == ["entry", "date", "title", "author"]
    assert list(entry(ZHAO, "biblatex"))[:4] == ["entry", "author", "nameaddon", "title"]
