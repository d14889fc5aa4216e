"""How right the whole pipeline is, against truth typed by hand: figures may neither fall nor rise unnoticed.

``floors.json`` holds a figure for every row of the scorer. A measured figure under its floor fails; so does one that
is over its floor by more than the set's ``slack``, with a word on which line to raise: the floors keep what was won.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from citekit import extract
from citekit.model import Run
from citekit.pipeline import run
from citekit.read import read_lines
from citekit.write import WRITERS

FLOORS = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
ROW = re.compile(r"(?P<name>\D+?) +(?P<count>\d+) +(?P<figures>[\d. ]+)")


@pytest.fixture(scope="session")
def first_paper(shared):
    """The first paper as it came, read from its file."""
    return extract(shared / "papers" / "china-un-peacekeeping.txt"), shared / "gold" / "china-un-peacekeeping.json"


@pytest.fixture(scope="session")
def bundled_paper(shared, sample):
    """The paper that citekit carries; it cites what the first one cites, note by note."""
    return extract(sample), shared / "gold" / "china-un-peacekeeping.json"


def listed(gold, *, italic=False):
    """The entries of a set that gives one a line; ``italic`` sets them as print does, by what their truth says."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    document = read_lines("\n".join(" ".join(row["raw"].split()) for row in rows), gold.name)
    if italic:
        notes = zip(document.notes, rows, strict=True)
        document = replace(
            document, notes=tuple(replace(note, runs=italics(note.text, row["gold"])) for note, row in notes)
        )
    return run(document), gold


def italics(text, citations):
    """The runs of an entry: of each citation the host is italic, or the title where it has none and no quotes."""
    runs = []
    for one in citations:
        words = (one.get("container") or one.get("title") or "").split()
        found = re.search(r"\s+".join(map(re.escape, words)), text) if words else None
        if found and (one.get("container") or text[: found.start()].rstrip()[-1:] not in "“‘\"'„«"):
            runs.append(Run(*found.span(), "italic"))
    return tuple(sorted(runs, key=lambda run: run.start))


@pytest.fixture(scope="session")
def law_notes(shared):
    """Footnotes of law and sociology, English and German."""
    return listed(shared / "gold" / "law-notes.jsonl")


@pytest.fixture(scope="session")
def reference_lists(shared):
    """Entries of reference lists in many styles and languages."""
    return listed(shared / "gold" / "reference-lists.jsonl")


@pytest.fixture(scope="session")
def law_notes_in_italics(shared):
    """The same footnotes as a word processor holds them, with italics."""
    return listed(shared / "gold" / "law-notes.jsonl", italic=True)


@pytest.fixture(scope="session")
def reference_lists_in_italics(shared):
    """The same entries with italics."""
    return listed(shared / "gold" / "reference-lists.jsonl", italic=True)


@pytest.fixture(scope="session")
def score(shared, tmp_path_factory):
    """A library and its gold file → the figures of the scorer by row: F1 of a field, else a share."""

    def measure(library, gold):
        found = tmp_path_factory.mktemp("score") / "found.json"
        found.write_text(WRITERS["json"](library), encoding="utf-8")
        scorer = shared / "score" / "score_extraction.py"
        command = [sys.executable, str(scorer), "--gold", str(gold), "--pred", str(found)]
        printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
        rows = [match for line in printed.splitlines() if (match := ROW.fullmatch(line.rstrip()))]
        figures = {row["name"]: [float(figure) for figure in row["figures"].split()] for row in rows}
        return {name: row[2] if len(row) > 1 else row[0] for name, row in figures.items()}

    return measure


@pytest.mark.parametrize("name", FLOORS)
def test_no_figure_falls_and_none_rises_unnoticed(name, request, score):
    floors = dict(FLOORS[name])
    slack = floors.pop("slack")
    figures = score(*request.getfixturevalue(name))
    fallen = {row: (figures.get(row, 0.0), floor) for row, floor in floors.items() if figures.get(row, 0.0) < floor}
    assert not fallen, f"{name}: (measured, floor) {fallen}"
    risen = {row: figures[row] for row, floor in floors.items() if figures[row] > floor + slack}
    assert not risen, f"better than the floors of {name}: raise them in tests/gate/floors.json to {risen}"


@pytest.mark.parametrize("name", ["law_notes", "reference_lists"])
def test_no_entry_is_dropped(name, request):
    library, gold = request.getfixturevalue(name)
    texts = [" ".join(json.loads(line)["raw"].split()) for line in gold.read_text(encoding="utf-8").splitlines()]
    assert [note.text for note in library.document.notes] == texts
    assert [reading.note for reading in library.readings] == [note.id for note in library.document.notes]
    for note, reading in zip(library.document.notes, library.readings, strict=True):
        assert "".join(note.text[piece.start : piece.end] for piece in reading.pieces) == note.text


def test_the_bundled_paper_is_cut_as_its_truth_says(sample, root):
    """Needs nothing but the project: every note's text and status, every citation's place, form, signal, target."""
    truth = json.loads((root / "tests" / "papers" / "sample.truth.json").read_text(encoding="utf-8"))["notes"]
    library = extract(sample)
    notes = [(note.number, note.status, note.text) for note in library.document.notes]
    assert notes == [(note["number"], note["status"], note["text"] or "") for note in truth]
    found = {
        one.key: (one.form, one.signal, one.raw.rstrip("."), one.reference.target if one.reference else None)
        for one in library.citations
    }
    assert found == {
        one["key"]: (one["form"], one["signal"], one["raw"].rstrip("."), one.get("refers_to"))
        for note in truth
        for one in note["citations"]
    }
