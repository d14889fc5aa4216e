"""How right the notes of real PDFs are, by the scorer's own measure; floors only rise."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

from citekit.read import read_file

FLOORS = json.loads(Path(__file__).with_name("pdf.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def scorer(shared):
    spec = importlib.util.spec_from_file_location("score_notes", shared / "score" / "score_notes.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def figures(shared, scorer):
    """Shares of the notes of the truth that came back, came back whole, and have their marker; notes beyond it."""
    truths = json.loads((shared / "gold" / "pdf-notes.json").read_text(encoding="utf-8"))
    known = labels = texts = linked = beyond = 0
    for name, truth in truths.items():
        found = {}
        for note in read_file(shared / "papers" / "pdf" / name).notes:
            if note.status != "missing":
                found.setdefault(note.id, []).append(note.text)
                linked += note.id in truth and note.marker is not None
        feet = scorer.running_feet(truth, found)
        known += len(truth)
        labels += len(truth.keys() & found.keys())
        beyond += sum(len(read) for number, read in found.items() if number not in truth)
        texts += sum(
            any(scorer.agree(scorer.without_foot(text, read, feet), read) for read in found.get(number, ()))
            for number, text in truth.items()
        )
    return {"labels": labels / known, "texts": texts / known, "markers": linked / known, "beyond": beyond}


@pytest.mark.parametrize("name", ["labels", "texts", "markers"])
def test_no_figure_falls_and_none_rises_unnoticed(figures, name):
    assert figures[name] >= FLOORS[name]
    assert figures[name] <= FLOORS[name] + FLOORS["slack"], f"better than the floor: raise it to {figures[name]:.4f}"


def test_what_is_read_beyond_the_truth_has_been_looked_at(figures):
    # ten numbered notes that the truth lacks and seven notes of authors, each of which stands in its paper
    assert figures["beyond"] == FLOORS["beyond"]
