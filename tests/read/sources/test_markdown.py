"""Markdown: notes defined below and notes in the line, in the order in which they are called."""

from __future__ import annotations

import pytest

from citekit.read.sources.markdown import read_markdown


def read(text):
    return read_markdown(text.encode(), "paper.md")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Fravel, *China’s Attitude*, p. 1.", "Fravel, China’s Attitude, p. 1."),
        ("Pages 10--12 --- all.", "Pages 10–12 — all."),
        ("See <https://x.org/a_b--c>.", "See https://x.org/a_b--c."),
        ("See [the page](https://x.org/a_b) here.", "See the page here."),
        ("[Li]{.smallcaps}, <i>Yunhe</i> 3^rd^ ed.", "Li, Yunhe 3rd ed."),
        ("One\n    line more.\n\n    And a paragraph.", "One line more. And a paragraph."),
        ("A \\* star, S/RES/1244_3 and a_b_c.", "A * star, S/RES/1244_3 and a_b_c."),
        ("赵磊：《建构和平》，第3页。", "赵磊：《建构和平》，第3页。"),
    ],
)
def test_what_a_note_prints(source, text):
    (note,) = read(f"Text.[^1]\n\n[^1]: {source}\n").notes
    assert note.text == text


def test_notes_are_numbered_as_they_are_called():
    document = read("A[^z] b^[In the *line*.] c[^a] again[^z].\n\n[^a]: Last.\n[^z]: First.\n[^q]: Never called.\n")
    assert [(note.number, note.text, bool(note.marker)) for note in document.notes] == [
        (1, "First.", True),
        (2, "In the line.", True),
        (3, "Last.", True),
        (4, "Never called.", False),
    ]
    assert document.text.startswith("A1 b2 c3 again1.")


def test_a_note_that_is_called_and_not_there_is_missing():
    found = read("A[^1] b[^2].\n\n[^1]: One.\n").notes
    assert [(note.number, note.status) for note in found] == [(1, "intact"), (2, "missing")]


def test_what_is_set_apart_is_known():
    (note,) = read("A[^1]\n\n[^1]: Li, *Yunhe* at [it](https://x.org).\n").notes
    assert [(note.text[run.start : run.end], run.style, run.target) for run in note.runs] == [
        ("Yunhe", "italic", ""),
        ("it", "link", "https://x.org"),
    ]


def test_the_head_of_the_file_is_no_text():
    document = read("---\ntitle: T\n---\n\n# Head\n\nText.[^1]\n\n[^1]: One.\n")
    assert document.text.startswith("Head\nText.1")
