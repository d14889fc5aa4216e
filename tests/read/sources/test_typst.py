"""Typst: notes where they stand, what their markup prints, files that are included."""

from __future__ import annotations

import pytest

from citekit.read.options import Options
from citekit.read.sources.typst import read_typst


def read(text, folder=None):
    return read_typst(text.encode(), "paper.typ", Options(folder=folder))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Fravel, _China’s Attitude_, p.~1.", "Fravel, China’s Attitude, p. 1."),
        ("Pages 10--12 --- all...", "Pages 10–12 — all…"),
        ("See https://x.org/a_b--c here.", "See https://x.org/a_b--c here."),
        ('See #link("https://x.org/a_b")[the page].', "See the page."),
        ('See #link("https://x.org/a_b").', "See https://x.org/a_b."),
        ("#emph[Yunhe], #smallcaps[Li], 3#super[rd] #strong[ed.]", "Yunhe, Li, 3rd ed."),
        ("\\#1, snake_case and S/RES/1244 \\u{4e2d}", "#1, snake_case and S/RES/1244 中"),
        ("brackets [in it] and (more)", "brackets [in it] and (more)"),
        ("as @zhao2007 and #cite(<li>) say", "as @zhao2007 and @li say"),
        ("cut /* out */ here // remark\n and on", "cut here and on"),
        ("raw `a_b` and *strong*", "raw a_b and strong"),
    ],
)
def test_what_a_note_prints(source, text):
    (note,) = read(f"Text.#footnote[{source}] More.").notes
    assert note.text.replace("\xa0", " ") == text


def test_notes_are_numbered_and_one_used_again_stands_once():
    document = read("#set page(width: 9cm,\n  height: 9cm)\n= Head\nA#footnote[One]<x> b#footnote(<x>) c#footnote[Two]")
    assert [(note.number, note.text) for note in document.notes] == [(1, "One"), (2, "Two")]
    assert document.text.startswith("Head\nA1 b c2")


def test_files_are_included(tmp_path):
    (tmp_path / "one.typ").write_text("In one.#footnote[Of one]", encoding="utf-8")
    document = read('A#footnote[First]\n#include "one.typ"\n#include "gone.typ"', tmp_path)
    assert [note.text for note in document.notes] == ["First", "Of one"]
    assert [finding.code for finding in document.findings] == ["RD151"]


def test_a_file_that_includes_itself_ends(tmp_path):
    (tmp_path / "one.typ").write_text('One.#footnote[N]\n#include "one.typ"', encoding="utf-8")
    assert len(read('#include "one.typ"', tmp_path).notes) == 1
