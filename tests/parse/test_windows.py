"""Very long notes are read in windows: cut between statements, and everything put back into its place."""

from __future__ import annotations

import pytest

from citekit.model import Note
from citekit.parse.windows import windows

CITATION = "Guo Jisi, “Lianheguo de zuoyong zai jiaqiang,” Renmin Ribao, September 10, 1988, p. 4; "


def test_a_note_as_people_write_them_is_its_own_window():
    note = Note("1", 1, CITATION * 3, gaps=(5,))
    assert list(windows(note)) == [(0, note)]


@pytest.mark.parametrize("text", [CITATION * 400, "word " * 9000, "x" * 30_000, CITATION * 90 + "x" * 20_000])
def test_windows_follow_one_another_and_lose_nothing(text):
    made = list(windows(Note("1", 1, text)))
    assert len(made) > 2
    assert "".join(window.text for _, window in made) == text
    assert all(text.startswith(window.text, offset) for offset, window in made)


def test_a_window_ends_between_two_statements():
    first, *_ = [window.text for _, window in windows(Note("1", 1, CITATION * 400))]
    assert first.endswith("p. 4; ")


def test_lost_places_move_into_their_window():
    text = "word " * 4000
    made = list(windows(Note("1", 1, text, gaps=(10, 19_990))))
    assert [(offset + gap) for offset, window in made for gap in window.gaps] == [10, 19_990]


def test_citations_of_all_windows_are_numbered_through_and_stand_where_they_say(parsed):
    text = CITATION * 400
    library = parsed(text)
    assert [citation.key for citation in library.citations] == [f"n1.{n}" for n in range(1, 401)]
    for citation in library.citations:
        assert text[slice(*citation.span)] == citation.raw == CITATION.rstrip(" ;")
        start, end = citation.fields["title"].evidence.span
        assert text[start:end] == "Lianheguo de zuoyong zai jiaqiang"


def test_findings_point_at_their_place_in_the_whole_note(parsed):
    text = CITATION * 200 + "Jing Chen, “Explaining the Change,” Journal of Contemporary China, Vol. 18 (2009), p. 159."
    (finding,) = [one for one in parsed(text).findings if one.code == "PA004"]
    assert text[slice(*finding.span)] == "Jing Chen"
