"""What the fields and entry types of BibTeX and BibLaTeX mean: entries, and what they have from others."""

from __future__ import annotations

import pytest
from pybtex.database import Person

from citekit.model import Name
from citekit.write.bibtex_names import read_names
from citekit.write.load import load_bibtex
from citekit.write.record import record


def read(text):
    """The record of the first work of a text, without its key and its entry type."""
    told = record(load_bibtex(text, "made.bib").works[0])
    told["extra"] = {field: value for field, value in told.get("extra", {}).items() if field != "entrytype"}
    return {part: value for part, value in told.items() if part != "key" and value}


FIELDS = [
    ("misc", "abstract = {A}, keywords = {a, b}", {"abstract": "A", "keyword": "a, b"}),
    ("article", "issn = {0305-7410}, shortjournal = {CQ}", {"issn": "0305-7410", "container_title_short": "CQ"}),
    ("book", "pagetotal = {12}, volumes = {3}", {"number_of_pages": "12", "number_of_volumes": "3"}),
    ("book", "series = {LNCS}, number = {7}", {"series": "LNCS", "collection_number": "7"}),
    ("book", "number = {7}", {"issue": "7"}),
    ("article", "series = {2}, number = {7}", {"series": "2", "issue": "7"}),
    ("book", "part = {2}, chapter = {3}", {"part_number": "2", "chapter_number": "3"}),
    ("book", "shorttitle = {S}, library = {BL 12}", {"title_short": "S", "call_number": "BL 12"}),
    ("book", "origdate = {1899}, origtitle = {O}", {"original_date": "1899", "original_title": "O"}),
    ("book", "origlocation = {A}, origpublisher = {B}", {"original_publisher_place": "A", "original_publisher": "B"}),
    ("article", "pubstate = {inpress}, year = {2001}", {"status": "in press", "date": "2001"}),
    ("article", "year = {forthcoming}", {"status": "forthcoming"}),
    ("software", "version = {1.0}", {"version": "1.0"}),
    ("inproceedings", "eventtitle = {E}, venue = {V}", {"event_title": "E", "event_place": "V"}),
    ("misc", "eprint = {2001.1}, eprinttype = {arxiv}", {"archive": "arXiv", "archive_location": "2001.1"}),
    (
        "misc",
        "eprint = {2001.1}, archivePrefix = {arXiv}, primaryClass = {cs.CL}",
        {"archive": "arXiv", "archive_location": "2001.1", "archive_collection": "cs.CL"},
    ),
    ("article", "eprint = {123}, eprinttype = {pubmed}", {"pmid": "123"}),
    ("misc", "note = {Reprint}, addendum = {no. 2}", {"note": "Reprint", "issue": "2"}),
    ("misc", "annote = {Good}", {"annote": "Good"}),
    ("misc", "howpublished = {\\url{https://x.org/a_b}}", {"url": "https://x.org/a_b"}),
    ("misc", "url = {https://x.org/a\\_b}", {"url": "https://x.org/a_b"}),
    ("misc", "doi = {https://doi.org/10.1/a}", {"doi": "10.1/a"}),
    ("misc", "year = 2001, month = 3, day = 4", {"date": "2001-03-04"}),
    ("misc", "date = {2001/2002}", {"date": "2001/2002"}),
    ("article", "pages = {1–20}", {"pages": "1-20"}),
    ("thesis", "type = {mathesis}", {"genre": "Master’s thesis"}),
    ("patent", "number = {EP 1}", {"document_symbol": "EP 1"}),
    ("misc", "volume = {3}, pages = {1--2}", {"volume": "3", "pages": "1-2"}),
]


@pytest.mark.parametrize(("entry", "fields", "expected"), FIELDS)
def test_fields_have_a_word_in_citekit(entry, fields, expected):
    assert read(f"@{entry}{{k, {fields}}}")["fields"] == expected


TYPES = [
    ("report", "report"),
    ("thesis", "thesis"),
    ("online", "webpage"),
    ("Electronic", "webpage"),
    ("mvbook", "book"),
    ("reference", "book"),
    ("suppbook", "chapter"),
    ("jurisdiction", "legal-case"),
    ("legislation", "legislation"),
    ("legal", "treaty"),
    ("movie", "film"),
    ("standard", "report"),
    ("letter", "archival"),
    ("newspaper", "article-newspaper"),
    ("commentary", "book"),
    ("software", "other"),
    ("dataset", "other"),
    ("periodical", "other"),
    ("whatever", "other"),
]


@pytest.mark.parametrize(("entry", "expected"), TYPES)
def test_entry_types_have_a_type_in_citekit(entry, expected):
    assert read(f"@{entry}{{k, title = {{x}}}}")["type"] == expected


@pytest.mark.parametrize(
    ("fields", "part", "expected"),
    [
        ("title = {A}, subtitle = {B}", "title", {"main": {"text": "A: B"}}),
        ("title = {A?}, subtitle = {B}", "title", {"main": {"text": "A? B"}}),
        ("journaltitle = {A}, journalsubtitle = {B}", "container", {"main": {"text": "A: B"}}),
        ("journal = {J}, publisher = {ACM}", "publisher", {"main": {"text": "ACM"}}),
        (
            "title = {Heping}, langid = {pinyin}, titleaddon = {[Peace]}",
            "title",
            {
                "main": {"text": "Heping", "language": "zh-Latn-pinyin"},
                "translation": {"text": "Peace", "language": "en"},
            },
        ),
        ("title = {Film}, titleaddon = {[Motion picture]}", "extra", {"titleaddon": "[Motion picture]"}),
        ("journal = {J}, journaltitle = {K}", "extra", {"journaltitle": "K"}),
    ],
)
def test_titles_are_put_together(fields, part, expected):
    assert read(f"@article{{k, {fields}}}")[part] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("bookauthor = {Zhao, Lei}", {"people": {"container-author": {"1": ("Zhao", "Lei")}}}),
        ("editor = {Li, Bai}, editortype = {compiler}", {"people": {"compiler": {"1": ("Li", "Bai")}}}),
        (
            "editor = {Li, Bai}, editortype = {editor}",
            {"editor": {"1": ("Li", "Bai")}},
        ),
        ("editora = {Li, Bai}, editoratype = {collaborator}", {"people": {"contributor": {"1": ("Li", "Bai")}}}),
        (
            "editor = {Li, Bai}, editortype = {founder}",
            {"editor": {"1": ("Li", "Bai")}, "extra": {"editortype": "founder"}},
        ),
    ],
)
def test_people_have_a_role(fields, expected):
    def short(names):
        return {number: (name["family"], name["given"]) for number, name in names.items()}

    told = read(f"@book{{k, {fields}}}")
    found = {part: value for part, value in told.items() if part in ("people", "editor", "extra")}
    if "people" in found:
        found["people"] = {role: short(names) for role, names in found["people"].items()}
    if "editor" in found:
        found["editor"] = short(found["editor"])
    assert found == expected


NAMES = [
    *("Zhao, Lei", "Katsumi Ishizuka", "Ludwig van Beethoven", "van Beethoven, Ludwig", "de la Cruz, Juan"),
    *("King, Jr., Martin Luther", "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin", "Plato", "van der Berg"),
    *(
        "{\\'E}variste Galois",
        "Jean {\\'e}cole Dupont",
        "Garc{\\'\\i}a M{\\'a}rquez, Gabriel",
        "Donald~E. Knuth",
        "de Gaulle",
    ),
    *("J. {de} Vries", "Brinch Hansen, Per", "Hu Jintao", "von Neumann, John", "Smith, John A.", "Maria {de la} Cruz"),
]


@pytest.mark.parametrize("text", NAMES)
def test_names_are_cut_as_pybtex_cuts_them(text):
    person = Person(text)
    expected = [" ".join(part).replace("~", " ") for part in (person.first_names + person.middle_names,)]
    parts = [person.prelast_names, person.last_names, person.lineage_names]
    told = read_names(text)["1"]
    plain = [read_names(f"{{{' '.join(part)}}}")["1"]["literal"] if part else "" for part in parts]
    given = read_names(f"{{{expected[0]}}}")["1"]["literal"] if expected[0] else ""
    assert [told.get(part, "") for part in ("particle", "family", "suffix")] == plain
    assert told.get("given", "") == given


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("family=Zhao, given=Lei", Name("Zhao", "Lei", order="family-first")),
        ("given=Hans, family=Harman", Name("Harman", "Hans", order="given-first")),
        ("family=Beau, given=Simon, prefix=de, useprefix=true", Name("Beau", "Simon", "de", order="given-first")),
        ('"family={Smith, Jr}", given={Jo Ann}, given-i=J', Name("Smith, Jr", "Jo Ann", order="given-first")),
        ("{family=x}", Name(literal="family=x", order="literal")),
    ],
)
def test_names_in_bibers_extended_format_are_read(text, expected):
    assert load_bibtex(f"@book{{k, author = {{{text}}}}}", "").works[0].author == (expected,)


PARENTS = """
@book{book, title = {Book}, subtitle = {Sub}, author = {C D}, publisher = {P}, year = 1999, shorttitle = {B}}
@proceedings{proc, title = {Proc}, editor = {E F}, date = {2001-02}, ids = {one, two}, label = {x}}
@periodical{issue, title = {Journal}, volume = {3}}
@mvbook{all, title = {All}, date = {1990}}
@book{vol, title = {Vol}, crossref = {all}}
@xdata{house, publisher = {Jiuzhou}, location = {Beijing}, xdata = {deeper}}
@xdata{deeper, series = {S}}
@book{loop, title = {L}, crossref = {pool}}
@book{pool, publisher = {P}, crossref = {loop}}
"""


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("@inbook{k, crossref = {book}}", {"container": "Book: Sub", "publisher": "P", "date": "1999"}),
        ("@inbook{k, crossref = {book}, date = {2000}}", {"date": "2000"}),
        ("@inbook{k, crossref = {book}, booktitle = {Own}}", {"container": "Own: Sub"}),
        ("@inproceedings{k, crossref = {two}}", {"container": "Proc", "date": "2001-02"}),
        ("@article{k, crossref = {issue}}", {"container": "Journal", "volume": "3"}),
        ("@inbook{k, crossref = {vol}}", {"container": "Vol", "date": "1990"}),
        ("@book{k, xdata = {house}}", {"publisher": "Jiuzhou", "place": "Beijing", "series": "S"}),
        ("@book{k, crossref = {loop}}", {"publisher": "P"}),
        ("@book{k, crossref = {nobody}}", {"publisher": ""}),
        ("@book{k, crossref = {k}}", {"publisher": ""}),
    ],
)
def test_an_entry_has_from_others_what_biblatex_gives_it(entry, expected):
    works = load_bibtex(PARENTS + entry, "made.bib").works
    work = next(work for work in works if work.key == "k")
    told = {**work.fields, "container": work.container.display, "publisher": work.publisher.display}
    assert {field: told.get(field) for field in expected} == expected


def test_what_is_no_work_is_not_among_the_works():
    text = PARENTS + "@set{both, entryset = {book, vol}}"
    library = load_bibtex(text, "")
    assert [(finding.code, finding.line, finding.severity) for finding in library.findings] == [("RD104", 11, "info")]
    assert [work.key for work in library.works] == ["book", "proc", "issue", "all", "vol", "loop", "pool"]
