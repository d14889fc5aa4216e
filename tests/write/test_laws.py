"""What holds for every library, whatever stands in it."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import bibtexparser
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pybtex import errors
from pybtex.database import parse_string

from citekit.model import Document, Library
from citekit.write import WRITERS
from citekit.write.bibtex import to_bibtex
from citekit.write.classic import to_classic
from citekit.write.csl_json import csl_item
from citekit.write.csl_variables import DATES
from citekit.write.load import load_bibtex
from citekit.write.record import record

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)

WIDE = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def plain(works):
    """Works as records: an empty value is as good as none."""
    return [record(work) for work in works]


@WIDE
@given(made.libraries, st.booleans())
def test_bibtex_loses_nothing_and_is_the_same_to_the_byte(library, latex):
    text = to_bibtex(library, latex=latex)
    loaded = load_bibtex(text, "made.bib")
    assert loaded.findings == ()
    assert plain(loaded.works) == plain(library.works)
    assert to_bibtex(loaded, latex=latex) == text


@WIDE
@given(made.libraries, st.sampled_from(["plain", "alpha"]))
def test_a_classic_style_prints_every_work_whatever_it_holds(library, style):
    assert to_classic(library, style, "html").count("<dt>") == len(library.works)


@WIDE
@given(st.text(alphabet=st.sampled_from('@book{x,}="#\\ \n(a%')) | made.texts)
def test_no_bibtex_raises(text):
    loaded = load_bibtex(text, "made.bib")
    assert plain(load_bibtex(to_bibtex(loaded), "made.bib").works) == plain(loaded.works)


@WIDE
@given(made.works)
def test_every_value_of_a_work_is_in_its_csl_item(work):
    item = csl_item(work)
    told = json.dumps(item)
    faces = [face for title in (work.title, work.container, work.publisher) for face in (title.main, title.original)]
    texts = [face.text for face in faces if face] + [v for field, v in work.fields.items() if field not in DATES]
    assert [text for text in texts if json.dumps(text)[1:-1] not in told] == []
    assert all(item[name] for field, name in DATES.items() if field in work.fields)


@WIDE
@given(made.libraries)
def test_every_writer_writes_every_library(library):
    for write in WRITERS.values():
        assert write(library).endswith("\n")


@pytest.fixture(scope="module")
def hundred():
    """A hundred entries, the same in every run, in one library."""
    found = []

    @settings(
        max_examples=50,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(made.libraries)
    def collect(library):
        found.extend(library.works)

    collect()
    return to_bibtex(Library(Document("", ""), works=tuple(found[:100])))


def test_biber_has_no_complaint_of_the_worst(hundred, biber):
    assert biber(hundred) == []


def test_pybtex_and_bibtexparser_have_no_complaint_of_the_worst(hundred, monkeypatch):
    monkeypatch.setattr(errors, "strict", True)
    assert len(parse_string(hundred, "bibtex").entries) == len(bibtexparser.parse_string(hundred).entries) >= 50
    assert bibtexparser.parse_string(hundred).failed_blocks == []
