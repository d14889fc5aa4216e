"""BibTeX of other hands: read as far as it goes, never a reason to stop."""

from __future__ import annotations

import logging

import pytest

from citekit.model import Name
from citekit.write.bibtex import to_bibtex
from citekit.write.load import load_bibtex, value_of

FOREIGN = r"""
% a comment outside of entries
@comment{jabref-meta: databaseType:biblatex;}
@STRING{cq = "The China Quarterly"}
@string(more = cq # " (London)")
@Article{Stahle2008,
  AUTHOR = "St{\"a}hle, Stefan and others",
  Title = {{C}hina's Shifting Attitude towards {United Nations} Peacekeeping},
  journal = more, year = 2008, month = sep, volume = 195, pages = "631--655",
  doi = {10.1017/S0305741008000805}, keywords = {China, UN}, abstract = {50\% of $x^2$}
}
@book{broken, title = {No end,
@phdthesis{kim1966, author = {Samuel S. Kim}, title = {China in the {UN}}, school = {Columbia}, year = {1966}}
@software{tool, title = {Tool}, date = {2020-05}, version = {1.0}, groups = {a\_b}, url = {https://x.org/{a}}}
@article{Stahle2008, title = {Another}, year = 1}
@misc{twice, title = {First}, title = {Second}, note = {Reprint}}
"""


@pytest.fixture(scope="module")
def loaded():
    return load_bibtex(FOREIGN, "foreign.bib")


def by_title(loaded, title):
    return next(work for work in loaded.works if work.title.display == title)


def test_the_document_holds_the_whole_text(loaded):
    assert loaded.document.source == "foreign.bib"
    assert loaded.document.text == FOREIGN
    assert [(region.start, region.end) for region in loaded.document.regions] == [(0, len(FOREIGN))]


def test_macros_joins_accents_and_braces_are_resolved(loaded):
    work = by_title(loaded, "China's Shifting Attitude towards United Nations Peacekeeping")
    assert work.key == "Stahle2008"
    assert work.type == "article-journal"
    assert work.author == (Name("Stähle", "Stefan", order="given-first"), Name(literal="others"))
    assert work.container.display == "The China Quarterly (London)"
    assert work.fields == {
        "date": "2008-09",
        "volume": "195",
        "pages": "631-655",
        "doi": "10.1017/S0305741008000805",
        "keyword": "China, UN",
        "abstract": "50% of $x^2$",
    }


def test_fields_without_a_word_in_citekit_are_kept_as_they_stand(loaded):
    work = by_title(loaded, "Tool")
    assert work.extra == {"groups": r"a\_b", "entrytype": "software"}
    assert work.fields["version"] == "1.0"


def test_entry_types_of_classic_bibtex_are_known_and_kept(loaded):
    work = by_title(loaded, "China in the UN")
    assert work.type == "thesis"
    assert work.publisher.display == "Columbia"
    assert work.author == (Name("Kim", "Samuel S.", order="given-first"),)
    assert "@phdthesis{kim1966," in to_bibtex(loaded)


def test_what_cannot_be_read_or_stands_twice_is_a_finding(loaded):
    assert [(finding.code, finding.line) for finding in loaded.findings] == [
        ("RD101", 12),
        ("RD103", 15),
        ("RD102", 16),
    ]
    assert loaded.findings[0].text == "@book{broken, title = {No end,"
    assert loaded.findings[0].severity == "error"
    assert all(finding.help for finding in loaded.findings)
    assert loaded.document.findings == loaded.findings
    assert by_title(loaded, "First").fields == {"note": "Reprint"}


def test_writing_and_reading_again_changes_nothing(loaded):
    text = to_bibtex(loaded)
    again = load_bibtex(text, "again.bib")
    assert again.works == loaded.works
    assert again.findings == ()
    assert to_bibtex(again) == text


def test_nothing_is_said_on_stderr(capfd):
    load_bibtex(FOREIGN, "foreign.bib")
    assert capfd.readouterr() == ("", "")
    assert not logging.getLogger("bibtexparser.splitter").disabled


@pytest.mark.parametrize(
    "verba",
    [
        *("foo {bar}", '{"cited":3}', '{"author":{"1":"x"}}', '{"cited":{"a":{}}}', '{"title":{"main":{"txt":"x"}}}'),
        *('{"fields":{"volume":3}}', '{"key":[]}', '{"variants":[["a"]]}', '{"mine":"x"}', "[1]"),
    ],
)
def test_a_verba_of_other_hands_is_a_field_like_any(verba):
    loaded = load_bibtex(f"@misc{{k, title = {{x}}, verba = {{{verba}}}}}", "")
    assert [work.extra for work in loaded.works] == [{"verba": verba}]
    assert load_bibtex(to_bibtex(loaded), "").works == loaded.works


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("{a}", "a"),
        ('"a"', "a"),
        ("1999", "1999"),
        ("jan", "jan"),
        ("cq", "The China Quarterly"),
        ('CQ # " 195" # {x{y}z}', "The China Quarterly 195x{y}z"),
        ("unknown", "unknown"),
        ("{a} # {b}", "ab"),
        ('"a{"}b"', 'a{"}b'),
        ("{open", "open"),
        ("", ""),
    ],
)
def test_a_value_is_put_together(value, text):
    assert value_of(value, {"cq": "The China Quarterly", "jan": "jan"}) == text


@pytest.mark.parametrize("text", ["", "\ufeff@misc{a, title={x}}", "@misc{a,\r\n title={x}}", "no entry at all"])
def test_odd_files_are_read(text):
    assert [work.title.display for work in load_bibtex(text, "").works] == ["x"] * text.count("@misc")
