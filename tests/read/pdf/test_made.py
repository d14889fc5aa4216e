"""A paper of 112 notes in many layouts: every note comes back, in order, its text, its title in italics, its marker."""

from __future__ import annotations

import pytest

from citekit.read import read_bytes

COUNT = 112
LAYOUTS = {
    "one column": {},
    "two columns": {"columns": 2, "paper": "a4", "body": 10, "note": 8},
    "notes as large as the body": {"note": 11},
    "as large, in two columns": {"note": 10, "body": 10, "columns": 2, "paper": "a4"},
    "as large, small digits instead of superior glyphs": {"note": 11, "super_glyphs": False},
    "small digits": {"super_glyphs": False},
    "brackets": {"numbering": "[1]"},
    "quotations and captions in the size of notes": {"quotes": True, "captions": True},
    "the same in two columns": {"quotes": True, "columns": 2, "paper": "a4", "body": 10, "note": 8},
    "no running head": {"head": ""},
    "far into a volume": {"page": 691},
    "endnotes": {"endnotes": True},
    "endnotes as large as the body": {"endnotes": True, "note": 11},
}


@pytest.fixture(scope="session", params=LAYOUTS)
def paper(request, made):
    wanted, how = made.written(COUNT), made.Setting(**LAYOUTS[request.param])
    return wanted, how, read_bytes(made.pdf(wanted, how), "paper.pdf")


def test_every_note_comes_back_in_order(paper):
    wanted, _, document = paper
    assert [note.number for note in document.notes] == [note.number for note in wanted]
    assert [note.text for note in document.notes] == [note.text for note in wanted]
    assert {note.status for note in document.notes} == {"intact"}


def test_every_marker_is_tied_to_its_note(paper):
    _, _, document = paper
    assert [note.marker.number for note in document.notes] == [note.number for note in document.notes]
    for note in document.notes:
        start, end = note.marker.span
        assert document.text[start:end].strip("[]") == str(note.number)


def test_titles_in_italics_are_runs(paper):
    wanted, _, document = paper
    for note, asked in zip(document.notes, wanted, strict=True):
        italics = [note.text[run.start : run.end] for run in note.runs if run.style == "italic"]
        assert italics == ([asked.title] if asked.title else [])


def test_pages_are_counted_and_printed(paper):
    _, how, document = paper
    pages = [note.pages for note in document.notes]
    assert pages == sorted(pages)
    assert pages[0][0] == 1 or how.endnotes
    if how.head:
        assert all(note.printed == tuple(str(page + how.page - 1) for page in note.pages) for note in document.notes)
    assert any(first < last for first, last in pages) or how.columns > 1


def test_numbers_that_restart_in_each_chapter_are_series(made):
    wanted = made.written(COUNT)
    document = read_bytes(made.pdf(wanted, made.Setting(chapters=4)), "paper.pdf")
    numbers = [(note.series, note.number) for note in document.notes]
    assert numbers == [(series, number) for series in range(1, 5) for number in range(1, COUNT // 4 + 1)]
    assert [note.text for note in document.notes] == [note.text for note in wanted]
    assert all(note.marker for note in document.notes)
