"""Small papers of many kinds, each note compared letter for letter: rules are for the genre, not for one paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.read import read_text

PAPERS = Path(__file__).parent / "papers"
NOTES = json.loads((PAPERS / "notes.json").read_text(encoding="utf-8"))


@pytest.fixture(params=sorted(NOTES))
def name(request):
    return request.param


@pytest.fixture
def document(name, small):
    return read_text(small(name), name)


def test_every_paper_has_its_notes():
    assert {path.stem for path in PAPERS.glob("*.txt")} == NOTES.keys()


def test_the_notes_are_those_of_the_paper(name, document):
    assert {note.id: note.text for note in document.notes} == NOTES[name]
    assert all(note.status == "intact" for note in document.notes)


def test_every_note_has_its_marker_where_there_is_a_body(name, document):
    linked = [note.marker is not None for note in document.notes]
    assert all(linked) if name != "list" else not any(linked)
    assert len(document.markers) == sum(linked)


def test_a_list_of_notes_under_a_heading_holds_endnotes(small):
    assert {note.kind for note in read_text(small("endnotes"), "").notes} == {"end"}
    assert {note.kind for note in read_text(small("german"), "").notes} == {"foot"}


def test_numbering_that_restarts_is_a_new_series(small):
    document = read_text(small("chapters"), "")
    assert [(note.id, note.series) for note in document.notes][2:5] == [("3", 1), ("2:1", 2), ("2:2", 2)]
    assert [note.marker.span[0] for note in document.notes] == sorted(note.marker.span[0] for note in document.notes)


def test_labels_stay_as_they_are_printed(small):
    assert [note.label for note in read_text(small("chinese"), "").notes] == ["①", "②", "③", "①", "②"]
    assert [note.label for note in read_text(small("raised"), "").notes] == ["¹", "²", "³"]
    assert read_text(small("torn"), "").notes[0].label == "1"


def test_a_text_without_notes_says_so(small):
    document = read_text(small("no-notes"), "")
    assert document.notes == ()
    assert [finding.code for finding in document.findings] == ["RD011"]
    assert {region.kind for region in document.regions} == {"body", "blank"}
