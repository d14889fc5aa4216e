"""The first paper and the bundled one, which has the same notes, against their truth, note for note."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise

import pytest

from citekit.read import read_text
from citekit.read.join import joined

GAPS = {70: [""], 74: [""], 76: ["Course Held"], 82: ["Internation"], 101: ["Policy),” A"]}


@pytest.fixture(scope="module")
def document(paper):
    return read_text(paper.text, paper.name)


def test_every_label_is_found_and_no_other(paper, document):
    found = {note.number for note in document.notes if note.label}
    assert found == set(paper.labels.values())
    assert len(found) == 75


def test_every_text_and_every_line_is_as_it_should_be(paper, document):
    known = {number: (text, start, end) for number, (_, start, end, text) in paper.notes.items() if text}
    assert {note.number: (note.text, *note.lines) for note in document.notes if note.text} == known
    assert len(known) == 76


def test_every_status_is_as_it_should_be(paper, document):
    assert [note.number for note in document.notes] == list(range(1, 103))
    assert {note.number: note.status for note in document.notes} == {n: truth[0] for n, truth in paper.notes.items()}


def test_all_102_markers_are_found_and_linked(document):
    assert [marker.number for marker in document.markers] == list(range(1, 103))
    assert [document.text[slice(*marker.span)] for marker in document.markers] == [str(n) for n in range(1, 103)]
    assert [note.marker for note in document.notes] == list(document.markers)


def test_the_markers_stand_where_the_truth_says(sample, root):
    truth = json.loads((root / "tests" / "papers" / "sample.truth.json").read_text(encoding="utf-8"))
    markers = read_text(sample.read_text(encoding="utf-8"), "sample").markers
    assert [marker.span for marker in markers] == [(call["start"], call["end"]) for call in truth["callouts"]]


def test_pages_turn_where_the_truth_says(sample, root):
    truth = json.loads((root / "tests" / "papers" / "sample.truth.json").read_text(encoding="utf-8"))
    document = read_text(sample.read_text(encoding="utf-8"), "sample")
    lines = {name: [] for name in ("page-turn", "caption")}
    for region in document.regions:
        if region.kind in lines:
            first = document.text.count("\n", 0, region.start) + 1
            lines[region.kind] += range(first, first + document.text[region.start : region.end].strip().count("\n") + 1)
    assert lines["page-turn"] == truth["page_turns"]
    assert lines["caption"] == truth["captions"]


def test_the_gaps_stand_where_text_is_lost(document):
    found = {note.number: [note.text[gap:][:11] for gap in note.gaps] for note in document.notes if note.gaps}
    assert found == GAPS


def test_pages_are_counted(document):
    pages = {note.number: note.pages for note in document.notes if note.pages}
    assert pages[1] == (1, 1)
    assert pages[3] == (2, 2)
    assert pages[70] == (17, 17)
    assert pages[101] == (23, 23)


def test_an_orphan_is_given_to_the_last_note_of_its_page(document):
    note = document.notes[81]
    assert note.candidates == ("78", "79", "80", "81", "82")
    assert {"number-guessed", "no-label"} <= set(note.flags)
    assert note.confidence < 0.5
    assert "a bracket or quote closes that was not opened" in note.reasons[0]


def test_a_tail_after_a_gap_may_belong_to_the_next_lost_note(document):
    assert document.notes[100].candidates == ("101", "102")
    assert document.notes[75].candidates == ()


@pytest.mark.parametrize("number", [46, 53])
def test_a_quote_that_the_author_left_open_is_a_flag_and_no_loss(document, number):
    assert document.notes[number - 1].status == "intact"
    assert document.notes[number - 1].flags == ("quote-unbalanced",)


def test_the_findings_name_what_is_lost(document):
    codes = Counter(finding.code for finding in document.findings)
    assert codes == {"RD001": 6, "RD002": 5, "RD003": 2, "RD008": 2}
    missing = [finding.message.split(":")[0] for finding in document.findings if finding.code == "RD001"]
    assert missing == [
        "Notes 71–72 are missing",
        "Note 75 is missing",
        "Notes 77–81 are missing",
        "Notes 83–84 are missing",
        "Notes 86–100 are missing",
        "Note 102 is missing",
    ]


def test_every_finding_points_at_text_and_line(document):
    notes = {note.id: note.text for note in document.notes}
    for finding in document.findings:
        assert finding.line
        assert finding.text
        assert finding.help
        start, stop = finding.span
        whole = notes[finding.note] if finding.note else document.text
        assert whole[start:stop].strip() in finding.text or finding.text in whole[start:stop]


def test_the_reasons_say_why_a_note_is_cut_so(document):
    opens, ends = document.notes[10].reasons
    assert opens.endswith("marker 11 stands before it +1.0")
    assert "a page turns or furniture stands here" in ends
    assert "the line before ends a sentence +2.0" in ends


def test_the_spans_give_the_texts(document):
    assert all(joined(document.text, note.spans) == note.text for note in document.notes)


def test_the_regions_cover_the_text(document):
    assert "".join(document.text[region.start : region.end] for region in document.regions) == document.text
    assert all(left.end == right.start for left, right in pairwise(document.regions))
