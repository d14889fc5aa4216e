"""A long text takes as much longer as it is longer, and its parts are read as if each stood alone."""

from __future__ import annotations

import time

import pytest

from citekit.read import read_text


def seconds(text: str) -> float:
    """The processor time of one reading; the least of three."""
    times = []
    for _ in range(3):
        started = time.process_time()
        read_text(text, "text")
        times.append(time.process_time() - started)
    return min(times)


def test_copies_of_a_paper_are_series_of_the_same_notes(sample):
    text = sample.read_text(encoding="utf-8")
    one = [(note.number, note.status, note.text) for note in read_text(text, "one").notes]
    many = read_text(f"{text}\n" * 12, "many").notes
    assert [(note.number, note.status, note.text) for note in many] == one * 12
    assert [note.series for note in many[::102]] == list(range(1, 13))
    assert many[102].id == "2:1"


@pytest.mark.parametrize(
    "line",
    [
        "The numbers have grown ever since, and so have the doubts.\n",
        "12 Oakham 4.5\n",
        "1 A.\n\f",
        "12\n",
        "1 Smith (1999), p. 4 “(\n",
        "word.1 ",
        "12, 13 (14) ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(line):
    assert seconds(line * 8_000) < 8 * max(seconds(line * 2_000), 0.01)  # four times the text, and room for chance
