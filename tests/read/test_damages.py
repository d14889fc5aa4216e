"""What happens to a paper on its way into a text, and what is left of its notes.

Each damage takes the lines, and those that bear a label with its number.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Mapping

import pytest

from citekit.read import read_text

LABEL = re.compile(r"( ?)(\d+) ")


def no_page_marks(lines: list[str], _labels: Mapping[int, int]) -> list[str]:
    return [line.removeprefix(" ") if not line.startswith("  ") else line for line in lines]


def no_blank_lines(lines: list[str], _labels: Mapping[int, int]) -> list[str]:
    return [line for line in lines if line.strip()]


def neither(lines: list[str], labels: Mapping[int, int]) -> list[str]:
    return no_blank_lines(no_page_marks(lines, labels), labels)


def running_heads(lines: list[str], labels: Mapping[int, int]) -> list[str]:
    """A head and a page number at each page turn, on either side by turns."""
    damaged: list[str] = []
    page = 40
    for at, line in enumerate(lines):
        if at and line.startswith(" ") and at not in labels and re.match(r" [^\s\d]", line):
            head = "Journal of Peace Studies" if page % 2 else "China and the United Nations"
            damaged += [str(page), "", head, ""] if page % 3 else [f"{page} {head}"]
            page += 1
        damaged.append(line.removeprefix(" "))
    return damaged


def glued(lines: list[str], labels: Mapping[int, int]) -> list[str]:
    return [LABEL.sub(r"\2", line, count=1) if at in labels else line for at, line in enumerate(lines)]


def alone(lines: list[str], labels: Mapping[int, int]) -> list[str]:
    return [LABEL.sub(r"\1\2\n", line, count=1) if at in labels else line for at, line in enumerate(lines)]


def misread(lines: list[str], labels: Mapping[int, int]) -> list[str]:
    """1 becomes l and 0 becomes O in three labels of ten."""
    chance = random.Random(7)  # noqa: S311 - a test wants the same damage each time
    return [
        LABEL.sub(lambda found: found[0].replace("1", "l").replace("0", "O"), line, count=1)
        if at in labels and chance.random() < 0.3
        else line
        for at, line in enumerate(lines)
    ]


def wrapped_markers(lines: list[str], _labels: Mapping[int, int]) -> list[str]:
    """Markers after a blank go to the start of the next line."""
    damaged: list[str] = []
    for line in lines:
        found = re.search(r"[”.] (\d{1,3}) (?=\S)", line)
        wraps = found and not LABEL.match(line)
        damaged += [line[: found.start(1)], line[found.start(1) :]] if wraps else [line]
    return damaged


def dropped(lines: list[str], _labels: Mapping[int, int]) -> list[str]:
    """One line in twenty is lost."""
    chance = random.Random(11)  # noqa: S311 - a test wants the same damage each time
    return [line for line in lines if chance.random() >= 0.05]


FLOORS = (
    (no_page_marks, 75, 74),
    (no_blank_lines, 75, 75),
    (neither, 75, 74),
    (running_heads, 75, 74),
    (glued, 75, 74),
    (alone, 75, 74),
    (misread, 75, 74),
    (wrapped_markers, 75, 74),
    (dropped, 70, 60),
)
"""The damage, the labels and the texts of 75 that must be left."""


def measure(paper, damage):
    """Labels found, texts that are equal, labels that are none."""
    document = read_text("\n".join(damage(paper.text.split("\n"), paper.labels)), paper.name)
    found = {note.number: note.text for note in document.notes if note.label}
    wanted = set(paper.labels.values())
    same = sum(found.get(number) == paper.notes[number][3] for number in wanted)
    return len(wanted & found.keys()), same, len(found.keys() - wanted)


@pytest.mark.parametrize(("damage", "labels", "texts"), FLOORS, ids=[damage.__name__ for damage, _, _ in FLOORS])
def test_a_damaged_paper_keeps_its_notes(paper, damage, labels, texts):
    found, same, spurious = measure(paper, damage)
    sys.stdout.write(f"{paper.name:7} {damage.__name__:15} labels {found}/75  texts {same}/75  spurious {spurious}\n")
    assert found >= labels
    assert same >= texts
    assert spurious == 0
