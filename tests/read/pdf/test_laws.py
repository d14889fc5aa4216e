"""What holds for every PDF: losses come back as losses and nothing else changes; no bytes are a crash."""

from __future__ import annotations

import io
from itertools import pairwise

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.read import read_bytes
from citekit.read.join import joined

NOTES = 32
MADE = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
HOLES = st.frozensets(st.integers(2, NOTES - 1), max_size=14)


def keeps_the_laws(document):
    text = document.text
    assert "".join(text[one.start : one.end] for one in document.regions) == text
    assert all(left.end == right.start for left, right in pairwise(document.regions))
    assert len({note.id for note in document.notes}) == len(document.notes)
    owned = [(one.start, one.end, one.note) for one in document.regions if one.kind == "note"]
    for note in document.notes:
        assert joined(text, note.spans) == note.text
        for start, end in note.spans:
            assert any(first <= start and end <= last and owner == note.id for first, last, owner in owned)
        assert all(0 <= run.start < run.end <= len(note.text) for run in note.runs)
        assert all(left.end <= right.start for left, right in pairwise(note.runs))
        assert (note.status == "missing") == (not note.lines)
        assert (note.status == "partial") == bool(note.gaps)


@MADE
@given(lost=HOLES, captions=st.frozensets(st.integers(1, 8), max_size=4), head=st.sampled_from(["", "Journal of Law"]))
def test_notes_that_are_lost_are_missing_and_the_others_are_as_they_were(printed, texts, lost, captions, head):
    document = printed(NOTES, lost=lost, captions=captions, head=head)
    keeps_the_laws(document)
    assert [note.number for note in document.notes] == list(range(1, NOTES + 1))
    assert {note.number for note in document.notes if note.status == "missing"} == lost
    for note in document.notes:
        assert note.text == ("" if note.number in lost else texts[note.number - 1])
        assert note.marker
        assert note.marker.number == note.number


@MADE
@given(unmarked=HOLES)
def test_markers_that_are_lost_are_told_and_change_no_note(printed, texts, unmarked):
    document = printed(NOTES, unmarked=unmarked)
    assert [note.text for note in document.notes] == list(texts[:NOTES])
    assert {note.number for note in document.notes if "no-marker" in note.flags} == unmarked


@MADE
@given(cut=st.integers(1, 7))
def test_pages_that_are_cut_off_at_the_front_leave_the_others_as_they_were(drawn, texts, passages, cut):
    whole = pypdf.PdfReader(io.BytesIO(drawn.paper(texts[:NOTES], drawn.How(), passages)))
    writer = pypdf.PdfWriter()
    for page in whole.pages[cut:]:
        writer.add_page(page)
    kept = io.BytesIO()
    writer.write(kept)
    document = read_bytes(kept.getvalue(), "paper.pdf")
    first = 4 * cut + 1
    found = {note.number: note.text for note in document.notes if note.status != "missing"}
    assert found == {number: texts[number - 1] for number in range(first, NOTES + 1)}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_bytes_are_a_crash(drawn, made, texts, passages, data):
    paper = bytearray(
        data.draw(
            st.sampled_from([drawn.paper(texts[:6], drawn.How(), passages), made.pdf(made.written(4), made.Setting())])
        )
    )
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(0, len(paper) - 1))
        piece = data.draw(st.binary(max_size=6) | st.sampled_from([b"-1", b"0 0 R", b">>", b"endobj", b"99999999999"]))
        paper[at : at + data.draw(st.integers(0, 9))] = piece
    try:
        keeps_the_laws(read_bytes(bytes(paper), "paper.pdf"))
    except CitekitError as told:
        if "\n" in str(told):
            pytest.fail("more than one line")
