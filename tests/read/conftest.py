"""Papers with their truth: the bundled one, and the first one of the folder beside the project."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest

PAPERS = Path(__file__).parent / "papers"


@dataclass(frozen=True)
class Paper:
    """A text and what is known of its notes: number → (status, first line, last line, text)."""

    name: str
    text: str
    notes: dict[int, tuple[str, int | None, int | None, str]]

    @property
    def labels(self) -> dict[int, int]:
        """Line, counted from 0 → the number of the note whose label stands in it."""
        return {start - 1: number for number, (_, start, _, _) in self.notes.items() if start and number != 82}


@pytest.fixture(scope="session", params=["sample", "first"])
def paper(request) -> Paper:
    if request.param == "sample":
        text = request.getfixturevalue("sample").read_text(encoding="utf-8")
        truth = request.getfixturevalue("root") / "tests" / "papers" / "sample.truth.json"
        notes = json.loads(truth.read_text(encoding="utf-8"))["notes"]
    else:
        shared = request.getfixturevalue("shared")
        text = (shared / "papers" / "china-un-peacekeeping.txt").read_text(encoding="utf-8")
        notes = json.loads((shared / "gold" / "china-un-peacekeeping.json").read_text(encoding="utf-8"))
    return Paper(
        request.param,
        text,
        {
            note.get("number", note.get("note")): (
                note["status"],
                note["line_start"],
                note["line_end"],
                note["text"] or "",
            )
            for note in notes
        },
    )


def small(name: str) -> str:
    """The text of a paper in the folder ``papers``."""
    return (PAPERS / f"{name}.txt").read_text(encoding="utf-8")


@pytest.fixture(name="small")
def small_paper():
    return small
