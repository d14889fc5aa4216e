"""citekit's own JSON is read back: text → library → the same text."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import citekit
from citekit.model import Document, Library, Work
from citekit.write.json import library_to_json, to_json
from citekit.write.json_load import load_documents, load_json

spec = importlib.util.spec_from_file_location("write_strategies", Path(__file__).with_name("strategies.py"))
made = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made.libraries)
def test_works_come_back(library):
    text = library_to_json(library)
    loaded = load_json(text, "made.json")
    assert loaded.findings == ()
    assert library_to_json(loaded) == text


def test_a_whole_paper_comes_back(sample):
    library = citekit.extract(sample)
    text = library_to_json(library)
    loaded = load_json(text, "other.json")
    assert library_to_json(loaded) == text
    assert loaded.works == library.works
    assert [citation.reference for citation in loaded.citations] == [found.reference for found in library.citations]
    assert [note.text for note in loaded.document.notes] == [note.text for note in library.document.notes]


def test_several_documents_come_back_each_by_itself_or_as_one():
    libraries = [Library(Document(name, ""), works=(Work("k", "book"),)) for name in ("a.txt", "b.txt")]
    text = to_json(libraries)
    assert to_json(load_documents(text, "x")) == text
    assert [work.key for work in load_json(text, "x").works] == ["k", "k-2"]


BAD = [
    ("", 0, 0),
    ("{", 0, 1),
    ("[]", 0, 1),
    ('"x"', 0, 1),
    ("{}", 0, 0),
    ('{"documents": 7}', 0, 1),
    ('{"documents": []}', 0, 0),
    ('{"documents": [7]}', 0, 1),
    ('{"works": 7, "notes": 7, "findings": 7}', 0, 3),
    ('{"works": [{"id": "k", "type": "book"}, 7, {"id": "j", "author": 7}]}', 2, 1),
    ('{"notes": [{"number": 7}, {"number": "7", "citations": [{}]}]}', 0, 2),
    ('{"findings": [{"code": "RD001"}, {"code": "RD001", "message": "m", "span": [0, 1]}]}', 0, 2),
    ("[" * 100_000, 0, 1),
]


@pytest.mark.parametrize(("text", "works", "findings"), BAD)
def test_what_is_broken_is_a_finding_and_harms_no_neighbour(text, works, findings):
    loaded = load_json(text, "made.json")
    assert (len(loaded.works), len(loaded.findings)) == (works, findings)
    assert json.loads(library_to_json(loaded))["schema"] == "citekit/1"
