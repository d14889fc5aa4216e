"""How programs write what looks the same in print, and what stands on pages beside text and notes."""

from __future__ import annotations

import random

import pytest

from citekit.read import read_bytes

SHAPES = {
    "size one, scaled by the matrix": {"shape": "matrix"},
    "a negative size": {"shape": "negative"},
    "lifted by text rise": {"shape": "rise"},
    "a page turned by its viewer": {"attributes": "/Rotate 90"},
    "a page cut by its viewer": {"attributes": "/CropBox [10 10 400 585]"},
    "notes written before the body": {"notes_first": True},
    "a stamp along the margin": {"stamp": True},
    "a foot": {"foot": "© The Publisher. All rights reserved."},
    "no head": {"head": ""},
    "a rule above the notes": {"rule": True},
    "plain labels": {"label": "{} "},
    "plain labels and markers": {"label": "{} ", "marker": "{}"},
    "labels with a stop": {"label": "{}. "},
    "labels in brackets": {"label": "[{}] ", "marker": "[{}]"},
    "labels in round brackets": {"label": "({}) ", "marker": "({})"},
    "labels without a blank": {"label": "^{}^"},
    "as large as the body": {"note": 11, "per_page": 2, "rule": True},
    "as large, no rule": {"note": 11, "per_page": 2},
    "as large, plain labels": {"note": 11, "per_page": 2, "label": "{} "},
    "numbers that restart on each page": {"restart": True},
    "one note a page, each of them 1": {"restart": True, "per_page": 1},
    "a caption above the notes": {"captions": frozenset({1, 2, 4})},
}


@pytest.mark.parametrize("name", SHAPES)
def test_every_note_is_read_and_tied_to_its_marker(name, printed, texts):
    document = printed(12, **SHAPES[name])
    assert [note.text for note in document.notes] == list(texts[:12])
    assert all(note.marker and note.marker.number == note.number for note in document.notes)


def test_numbers_that_restart_on_each_page_are_a_series_each(printed):
    document = printed(12, restart=True)
    assert [(note.series, note.number) for note in document.notes] == [
        (page, n) for page in (1, 2, 3) for n in (1, 2, 3, 4)
    ]
    assert [note.pages for note in document.notes] == [(page, page) for page in (1, 2, 3) for _ in range(4)]


def test_an_authors_note_has_a_star_and_no_number(printed, texts):
    document = printed(8, star="Professor of Law, University of Nowhere. The author thanks two readers.")
    author, *numbered = document.notes
    assert (author.id, author.number, author.kind, author.label) == ("*", None, "author", "*")
    assert author.text == "Professor of Law, University of Nowhere. The author thanks two readers."
    assert [note.text for note in numbered] == list(texts[:8])


def test_heads_and_page_numbers_are_furniture(printed):
    document = printed(12, foot="© The Publisher. All rights reserved.")
    furniture = [document.text[one.start : one.end] for one in document.regions if one.kind == "running-head"]
    assert [text.strip() for text in furniture] == [
        "23 Journal of Missions",
        "© The Publisher. All rights reserved.",
        "Journal of Missions 24",
        "© The Publisher. All rights reserved.",
        "25 Journal of Missions",
        "© The Publisher. All rights reserved.",
    ]
    assert {note.printed for note in document.notes} == {("23", "23"), ("24", "24"), ("25", "25")}


def test_a_note_that_looks_like_a_foot_is_none(drawn, passages):
    notes = tuple(text for page in range(6) for text in (f"Wei, Missions, p. {page}.", f"Ibid., p. 12{page}."))
    document = read_bytes(drawn.paper(notes, drawn.How(per_page=2, label="{} "), passages), "paper.pdf")
    assert [note.text for note in document.notes] == list(notes)


def test_lines_are_joined_over_hyphens(drawn):
    page = drawn.Page()
    for at, words in enumerate(
        ("The council has not decided how far a mission may go.^1^", "Nor has it said who pays.^2^")
    ):
        page.line(50, 540 - 14 * at, 11, words)
    lines = (
        "^1^ Wei, The Secretary-",
        "General and the Peace-",
        "keepers (2004), pp. 10–",
        "12.",
        "^2^ See Peace\u00ad",
        "keeping (2005).",
    )
    for at, words in enumerate(lines):
        page.line(50, 300 - 10 * at, 8, words)
    document = read_bytes(drawn.pdf([page]), "paper.pdf")
    assert [note.text for note in document.notes] == [
        "Wei, The Secretary-General and the Peacekeepers (2004), pp. 10–12.",
        "See Peacekeeping (2005).",
    ]


@pytest.mark.parametrize("label", ["^{}^ ", "{} "])
def test_two_languages_side_by_side_are_counted_apart(drawn, passages, texts, label):
    pages = []
    for number in range(4):
        page = drawn.Page()
        for column in (0, 1):
            x, y = 40 + 180 * column, 540.0
            for note in (2 * number, 2 * number + 1):
                for words in drawn.wrap(f"{passages[note % 7]}^{note + 1}^ {passages[(note + 3) % 7]}", 36):
                    page.line(x, y, 9, words)
                    y -= 11
            y = 160.0
            for note in (2 * number, 2 * number + 1):
                for words in drawn.wrap(label.format(note + 1) + texts[note + 20 * column][:120], 44):
                    page.line(x, y, 7, words)
                    y -= 8.4
        pages.append(page)
    document = read_bytes(drawn.pdf(pages), "paper.pdf")
    assert [(note.series, note.number) for note in document.notes] == [
        (side, n) for side in (1, 2) for n in range(1, 9)
    ]
    wanted = [texts[note + 20 * column][:120].strip() for column in (0, 1) for note in range(8)]
    assert [note.text for note in document.notes] == wanted
    assert all(note.marker for note in document.notes)


def test_a_note_that_lost_its_number_goes_to_the_one_that_is_missing(printed, texts):
    document = printed(12, unlabelled=frozenset({5}))
    note = document.notes[4]
    assert (note.number, note.status, note.text) == (5, "partial", texts[4])
    assert {"no-label", "number-guessed"} <= set(note.flags)
    assert [other.text for other in document.notes if other is not note] == [*texts[:4], *texts[5:12]]


@pytest.mark.parametrize("gutter", [10, 25])
def test_columns_are_told_from_where_they_stand_and_not_from_the_order_they_were_written_in(
    drawn, passages, texts, gutter
):
    chance = random.Random(gutter)  # noqa: S311 - an order, no secret
    pages = []
    for number in range(3):
        page, lines = drawn.Page(), []
        for column in (0, 1):
            x, y = 40 + (170 + gutter) * column, 540.0
            notes = [4 * number + 2 * column + at for at in (0, 1)]
            for note in notes:
                for words in drawn.wrap(f"{passages[note % 7]}^{note + 1}^ {passages[(note + 3) % 7]}", 38):
                    lines.append((x, y, 9, words))
                    y -= 11.25
            y = 150.0
            for note in notes:
                for words in drawn.wrap(f"^{note + 1}^ {texts[note]}", 48):
                    lines.append((x, y, 7, words))
                    y -= 8.4
        chance.shuffle(lines)
        for line in lines:
            page.line(*line)
        pages.append(page)
    document = read_bytes(drawn.pdf(pages), "paper.pdf")
    assert [note.text for note in document.notes] == list(texts[:12])
    assert [note.marker.number for note in document.notes] == list(range(1, 13))
