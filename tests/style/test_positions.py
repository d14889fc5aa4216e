"""Positions of cites (CSL 1.0.2, "position")."""

from __future__ import annotations

import pytest

from citekit.style.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite
from citekit.style.positions import Cluster, places

F, S, I, L = FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR  # noqa: E741 - one letter a cite keeps the table readable


def clusters(told):
    """Notes of a line: ``a 5 | a 6, b`` is two; a cite is an id, and a locator if it has one, ``_`` is no note."""
    found = []
    for number, note in enumerate(told.split("|"), 1):
        if note.strip() == "_":
            continue
        cites = [cite.split() for cite in note.split(",")]
        found.append(Cluster(tuple(Cite(each[0], *each[1:]) for each in cites), number))
    return found


NOTES = {
    "a": [F],
    "a | a": [F, I],
    "a | b | a": [F, F, S],
    "a 5 | a 5": [F, I],
    "a 5 | a 6": [F, L],
    "a | a 6": [F, L],
    "a 5 | a": [F, S],
    "a 5 page | a 5 chapter": [F, L],
    "a, a": [F, I],
    "a, a 5": [F, L],
    "a, b | a": [F, F, S],
    "a, b | b": [F, F, S],
    "a, a | a": [F, I, S],
    "a | b, a": [F, F, S],
    "a | a, b | a": [F, I, F, S],
    "a | _ | a": [F, S],  # a note without a citation stands between
    "a 5 | a 6 | a 6": [F, L, I],
    "a 5 | a | a": [F, S, I],
}


@pytest.mark.parametrize("told", NOTES)
def test_the_positions_of_the_cites_of_notes(told):
    assert [place.position for row in places(clusters(told)) for place in row] == NOTES[told]


def test_in_the_text_too():
    found = places([Cluster((Cite("a"),)), Cluster((Cite("a"),)), Cluster((Cite("b"),)), Cluster((Cite("a"),))])
    assert [row[0].position for row in found] == [F, I, F, S]


@pytest.mark.parametrize(("between", "distance", "near"), [(0, 5, True), (4, 5, True), (5, 5, False), (1, 1, False)])
def test_near_notes(between, distance, near):
    told = "a | " + "b | " * between + "a"
    assert places(clusters(told), distance)[-1][-1].near is near


def test_the_note_of_the_first_cite():
    assert [row[-1].first_note for row in places(clusters("b | a | b | a"))] == [1, 2, 1, 2]


def test_no_cites_are_no_places():
    assert places([]) == []
    assert places([Cluster(())]) == [[]]


STYLE = (
    '<choose><if position="ibid-with-locator"><text term="ibid"/><text variable="locator" prefix=", "/></if>'
    '<else-if position="ibid"><text term="ibid"/></else-if>'
    '<else-if position="near-note"><text variable="title" form="short"/></else-if>'
    '<else-if position="subsequent"><text variable="title" form="short"/>'
    '<text variable="first-reference-note-number" prefix=" n. "/></else-if>'
    '<else><text variable="title"/></else></choose>'
)


def test_a_document_in_notes(made):
    xml = made.style(STYLE, kind="note", citation='near-note-distance="2"', around='suffix="."')
    items = [{"title": "Fog of War", "title-short": "Fog"}, {"title": "Peace", "id": "p"}]
    notes = [Cluster((Cite(each, *more),), at) for at, (each, *more) in enumerate(
        [("1",), ("1",), ("1", "5"), ("p",), ("1",), ("p",), ("p",), ("p",), ("1",)], 1)]  # fmt: skip
    assert made.document(xml, items, *notes) == [
        "Fog of War.",
        "Ibid.",
        "Ibid., 5.",
        "Peace.",
        "Fog.",
        "Peace.",
        "Ibid.",
        "Ibid.",
        "Fog n. 1.",
    ]
