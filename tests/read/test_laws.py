"""What holds for every text: nothing is lost, nothing counted twice, every number accounted for, no crash."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.model import Document
from citekit.read import read_bytes, read_lines, read_text
from citekit.read.join import joined

TEXTS = [path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "papers").glob("*.txt"))]
LINES = sorted({line for text in TEXTS for line in text.split("\n")})
ODD = st.text(st.sampled_from("12 lO.,;:()[]“”\"'-–\n\r\f\t\x85\u2028\xa0\u00ad\ufeff¹②中。aBé§"), max_size=80)
PAPERS = st.lists(st.sampled_from(LINES) | ODD, max_size=40).map("\n".join)


def keeps_the_laws(document: Document) -> None:
    text = document.text
    assert "".join(text[region.start : region.end] for region in document.regions) == text
    assert all(left.end == right.start for left, right in pairwise(document.regions))
    assert len({note.id for note in document.notes}) == len(document.notes)
    regions = [(region.start, region.end, region.note) for region in document.regions if region.kind == "note"]
    for note in document.notes:
        assert joined(text, note.spans) == note.text
        assert all(left[1] <= right[0] for left, right in pairwise(note.spans))
        for start, end in note.spans:
            assert any(first <= start and end <= last and owner == note.id for first, last, owner in regions)
        assert all(0 <= gap <= len(note.text) for gap in note.gaps)
        assert (note.status == "missing") == (not note.lines)
        assert (note.status == "partial") == bool(note.gaps)
        assert note.status != "missing" or (note.text, note.gaps, note.spans) == ("", (), ())
        assert 0 < note.confidence <= 1
    for finding in document.findings:
        assert finding.span
        assert finding.line
        assert finding.line <= text.count("\n") + text.count("\r") + 1


def numbers_are_whole(document: Document) -> None:
    """In every series each number from 1 to the last has its note."""
    series: dict[int, list[int | None]] = {}
    for note in document.notes:
        series.setdefault(note.series, []).append(note.number)
    assert list(series) == list(range(1, len(series) + 1))
    assert all(numbers == list(range(1, len(numbers) + 1)) for numbers in series.values())


@given(PAPERS)
@settings(max_examples=300, deadline=None)
def test_every_text_is_read_whole(text):
    document = read_text(text, "text")
    assert document.text == text
    keeps_the_laws(document)
    numbers_are_whole(document)


@given(PAPERS)
@settings(deadline=None)
def test_every_list_is_read_whole(text):
    document = read_lines(text, "list")
    keeps_the_laws(document)
    numbers_are_whole(document)


@given(st.binary(max_size=400) | PAPERS.map(str.encode) | ODD.map(lambda text: text.encode("utf-16-le")))
@settings(max_examples=200, deadline=None)
def test_any_bytes_end_in_a_document_or_in_a_sentence(data):
    told = ""
    try:
        keeps_the_laws(read_bytes(data, "bytes"))
    except CitekitError as error:
        told = str(error)
    assert "\n" not in told
    assert told == "" or told.endswith(".")


@given(st.sampled_from(TEXTS), st.data())
@settings(max_examples=60, deadline=None)
def test_a_text_cut_off_anywhere_is_read_whole(text, data):
    document = read_text(text[: data.draw(st.integers(0, len(text)))], "text")
    keeps_the_laws(document)
    numbers_are_whole(document)


WORDS = (
    "the council met again in spring and the troops that had been promised were still waiting for a ship while "
    "nobody in the capital seemed to know who had given the order or whether there was one at all and so the"
).split()
TITLES = ("Reise", "Zahlen", "Lishi", "River Book", "Guoji Zhengzhi", "Counting Sheep")


@dataclass(frozen=True)
class Page:
    """A page to be printed: the numbers of its notes, those of them that are lost, what stands around its text."""

    notes: tuple[int, ...]
    lost: frozenset[int]
    head: bool
    caption: bool
    paragraph: bool


def body(page: Page, seed: int) -> list[str]:
    """Twenty lines and one for each marker; the last one ends in mid-sentence unless a paragraph ends the page."""
    lines = []
    for at in range(20 + len(page.notes)):
        words = [WORDS[(seed * 7 + at * 11 + word) % len(WORDS)] for word in range(15)]
        if at < len(page.notes):
            words[9] += f".{page.notes[at]}"
            words[10] = words[10].capitalize()
        lines.append(" ".join(words))
    if page.paragraph:
        lines[-1] += "."
    return [line.capitalize() if not at else line for at, line in enumerate(lines)]


def note_text(number: int) -> list[str]:
    title = TITLES[number % len(TITLES)]
    lines = [f"Weber, {title} (Berlin: Weg, {1900 + number}), p. {number + 3}."]
    if number % 3 == 0:
        lines = [f"See, Li Wei, “{title} de wenti (The Problem of {title}),” Renmin Ribao, January {number % 27 + 1},"]
        lines += [f"{1950 + number}, where more is told of it."]
    return lines


def printed(pages: list[Page], *, feeds: bool) -> tuple[str, dict[int, str]]:
    """The text of the pages, and the texts of the notes that are in it."""
    lines: list[str] = []
    notes = {}
    for at, page in enumerate(pages):
        rows = body(page, at)
        mark = "" if not at else "\f" if feeds else " "
        head = [f"{mark}A Paper on Troops", ""] if page.head and feeds else []
        lines += [*head, ("" if head else mark) + rows[0], *rows[1:], ""]
        for number in (number for number in page.notes if number not in page.lost):
            first, *more = note_text(number)
            lines += [f"{number} {first}", *more]
            notes[number] = " ".join([first, *more])
        lines += [" Figure 1: Troops by year", " Source: Army Office."] if page.caption and not feeds else []
        lines += ["", str(at + 1)] if feeds else []
    return "\n".join(lines) + "\n", notes


@st.composite
def books(draw):
    pages = []
    number = 1
    for _ in range(draw(st.integers(3, 7))):
        count = draw(st.integers(0, 4))
        numbers = tuple(range(number, number + count))
        lost = draw(st.frozensets(st.sampled_from(numbers), max_size=2)) if numbers else frozenset()
        pages.append(Page(numbers, lost, draw(st.booleans()), draw(st.booleans()), draw(st.booleans())))
        number += count
    return pages


@given(books(), st.booleans())
@settings(max_examples=150, deadline=None)
def test_holes_heads_and_captions_leave_every_other_note_as_it_was(pages, feeds):
    text, notes = printed(pages, feeds=feeds)
    last = max((number for page in pages for number in page.notes), default=0)
    document = read_text(text, "book")
    keeps_the_laws(document)
    if len(notes) >= 3:  # fewer are not enough to be sure of
        assert {note.number: note.text for note in document.notes if note.text} == notes
        assert len(document.notes) == last
        assert [marker.number for marker in document.markers] == list(range(1, last + 1))
