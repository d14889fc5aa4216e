"""What of a note is set anew and what stays, and that together they are the note."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.model import Citation, Note, Piece, Reading
from citekit.restyle.draft import Cited, Kept, Lost, draft


def note_of(marked, *, gaps=(), damaged=(), unknown=()):
    """A note from ``<a>``-marked citations and ``{see}``-marked signals; the reading that goes with it."""
    text, pieces, citations, opened = "", [], [], 0
    for char in marked:
        if char in "<{":
            _add(pieces, "commentary" if text[opened:].strip(" .,;") else "punctuation", opened, len(text))
            opened = len(text)
        elif char in ">}":
            key = f"n1.{len(citations) + 1}" if char == ">" else None
            _add(pieces, "citation" if key else "signal", opened, len(text), key)
            if key:
                raw = text[opened:]
                work = None if raw in unknown else raw
                citations.append(
                    Citation(key, "1", (opened, len(text)), raw, work=work, damaged=raw in damaged, form="full")
                )
            opened = len(text)
        else:
            text += char
    _add(pieces, "punctuation", opened, len(text))
    return Note("1", 1, text, gaps=gaps), Reading("1", tuple(pieces), tuple(citations))


def _add(pieces, kind, start, end, key=None):
    if start < end:
        pieces.append(Piece(kind, start, end, key))


def told(part):
    if isinstance(part, Lost):
        return "…"
    if isinstance(part, Kept):
        return f"={part.text}" if part.citation else part.text
    opening = "" if part.opens else "~"
    return f"{opening}[{'+'.join(each.raw for each in part.citations)}]{part.ending}"


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("<A>.", ["[A]."]),
        ("<A>", ["[A]."]),
        ("<A>; <B>.", ["[A+B]."]),
        ("<A>, <B>.", ["[A+B]."]),
        ("<A>. <B>.", ["[A].", " ", "[B]."]),
        ("<A>. {See also}, <B>.", ["[A].", " See also, ", "~[B]."]),
        ("<A>; {see} <B>.", ["[A];", " see ", "~[B]."]),
        ("On this {see} <A>, and the sequel.", ["On this see ", "~[A],", " and the sequel."]),
        ("It is so. <A>.", ["It is so. ", "[A]."]),
        ("“It is so.” <A>.", ["“It is so.” ", "[A]."]),
        ("As <A> has it", ["As ", "~[A]", " has it"]),
        ("(<A>)", ["(", "~[A]", ")"]),
        ("No citation here.", ["No citation here."]),
        ("", []),
    ],
)
def test_a_note_is_cut_into_what_is_set_anew_and_what_stays(marked, parts):
    note, reading = note_of(marked)
    assert [told(part) for part in draft(note, reading, {"A", "B"})] == parts


@pytest.mark.parametrize(
    ("marked", "parts"),
    [
        ("{See} <A>; <B>.", ["See ", "~[A];", " ", "~[B]."]),
        ("<A>; <B>.", ["[A+B]."]),
    ],
)
def test_a_sentence_that_goes_on_with_citations_has_them_one_by_one(marked, parts):
    note, reading = note_of(marked)
    assert [told(part) for part in draft(note, reading, {"A", "B"}, told=True)] == parts


def test_what_cannot_be_cited_stays_as_it_is():
    note, reading = note_of("<A>; <B>; <C>.", damaged="B", unknown="C")
    assert [told(part) for part in draft(note, reading, {"A", "B", "C"})] == ["[A];", " ", "=B", "; ", "=C", "."]


@pytest.mark.parametrize(
    ("gaps", "parts"),
    [
        ((0,), ["…", "[A].", " So it is."]),
        ((13,), ["[A].", " So it is.", "…"]),
        ((5,), ["[A].", " So", "…", " it is."]),
    ],
)
def test_lost_text_leaves_its_place(gaps, parts):
    note, reading = note_of("<A>. So it is.", gaps=gaps)
    assert [told(part) for part in draft(note, reading, {"A"})] == parts


def test_lost_text_in_a_citation_leaves_its_place_there():
    note, reading = note_of("<ABCD>.", gaps=(2,), damaged=["ABCD"])
    assert [told(part) for part in draft(note, reading, {"ABCD"})] == ["=AB", "…", "=CD", "."]


def test_the_parts_of_every_note_are_the_note(sample):
    library = citekit.extract(sample)
    works = {work.key for work in library.works}
    readings = {reading.note: reading for reading in library.readings}
    for note in library.document.notes:
        parts = draft(note, readings.get(note.id, Reading(note.id)), works)
        position = 0
        for part in parts:
            if isinstance(part, Kept):
                assert note.text[part.start : part.start + len(part.text)] == part.text
                assert note.text[position : part.start].strip(" .,;") == ""
                position = part.start + len(part.text)
            if isinstance(part, Cited):
                position = part.citations[-1].span[1]
        assert note.text[position:].strip(" .,;") == ""


WORDS = st.sampled_from(["On this", "as is known", "“so it is.”", "in 2003 (twice)", "A. B.", "no"])
MARKS = st.sampled_from([". ", "; ", ", ", " ", ": ", "? ", ") "])
PIECES = st.one_of(
    WORDS,
    st.sampled_from(["<A>", "<BB>", "<C>"]),
    st.sampled_from(["{See}", "{see also}", "{cf.}"]),
)


@given(st.lists(st.tuples(PIECES, MARKS), max_size=8), st.booleans(), st.lists(st.integers(0, 60), max_size=2))
def test_the_parts_of_any_note_are_the_note(pieces, told, gaps):
    note, reading = note_of("".join(piece + mark for piece, mark in pieces).rstrip())
    note = replace(note, gaps=tuple(sorted({gap for gap in gaps if gap <= len(note.text)})))
    text = ""
    for part in draft(note, reading, {"A", "BB"}, told=told):
        if isinstance(part, Cited):
            text += note.text[part.citations[0].span[0] : part.citations[-1].span[1]] + part.ending
        elif isinstance(part, Kept):
            text += part.text
    assert text.removesuffix(".") == note.text.removesuffix(".")
