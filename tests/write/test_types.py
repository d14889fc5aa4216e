"""The table of types is whole and each name in it is one that the format knows."""

from __future__ import annotations

import pytest

from citekit.write.entries import ENTRIES
from citekit.write.types import BY_ENTRY, BY_SUBTYPE, TYPES, kind

NAMES = """
book chapter article-journal article-magazine article-newspaper newswire report thesis conference-paper
un-document legal-case legislation treaty press-release speech interview webpage archival manuscript film
other
""".split()
CSL = """
article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection
dataset document entry entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case
legislation manuscript map motion_picture musical_score pamphlet paper-conference patent performance
periodical personal_communication post post-weblog regulation report review review-book software song speech
standard thesis treaty webpage
""".split()
RIS = "BOOK CHAP CASE CONF ELEC GEN JOUR MANSCPT MGZN MPCT NEWS PCOMM RPRT SLIDE STAT THES".split()
ZOTERO = """book bookSection case conferencePaper document film interview journalArticle magazineArticle manuscript
newspaperArticle presentation report statute thesis webpage""".split()


def test_the_table_has_every_type_and_no_other():
    assert sorted(TYPES) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_row_names_what_the_formats_know(name):
    row = kind(name)
    assert row.csl in CSL
    assert row.ris in RIS
    assert row.zotero in ZOTERO
    assert set(row.entries.split()) <= ENTRIES.keys()


@pytest.mark.parametrize("name", NAMES)
def test_the_last_entry_type_takes_every_work(name):
    assert ENTRIES[kind(name).entries.split()[-1]].needs == ()


def test_entry_type_and_subtype_tell_every_type_apart():
    assert len(BY_SUBTYPE) == len(TYPES)
    assert ENTRIES.keys() <= BY_ENTRY.keys()
    assert set(BY_ENTRY.values()) <= set(TYPES)


def test_an_unknown_type_is_written_as_other():
    assert kind("podcast") == kind("other")


def test_the_works_of_these_tests_are_of_every_type(library):
    assert {work.type for work in library.works} == set(NAMES)
