"""What is numbered and no note, put into the body of a paper whose notes are known: none of them may change."""

from __future__ import annotations

import random

import pytest

from citekit.read import read_text

TRAPS = {
    "list with stops": "1. First, the troops must be willing to go.\n2. Second, they must be able to.\n3. Third, paid.",
    "list with brackets": "1) Willing troops\n2) Able troops\n3) Paid troops\n4) Other troops",
    "list in brackets": "(1) Willing troops are needed.\n(2) Able troops are needed.\n(3) Paid troops are needed.",
    "verses": "1 In the beginning was the path,\n2 And the path was narrow,\n3 And the mist came down.",
    "table": "Table 3: Troops by year\n1990 5 observers\n1991 12 Engineers\n1992 400 Engineers\n2003 218 Doctors",
    "distances": "12 Oakham 4.5\n13 Stamford 11.0\n14 Melton 9.5",
    "years": "2003 was a year of change. In 2004\n2005 People were sent, and in\n2006 Everyone came home.",
    "block quote": "    To be adhered to are the aims, especially\n    “not war” (Hu 2003, p. 12), and the\n    rest.",
    "heading": "3. Policy and Practice",
    "decimal headings": "5.2 Troops\n5.3 Money",
    "articles": "Article 41\nThe Council may decide.\nArticle 42\nShould the Council consider that this is not enough.",
    "numbers in prose": "7 Engineers, 8 Doctors and 9 Drivers were sent, and of these\n10 Came back early.",
}


def with_traps(paper, traps, seed):
    """The paper with paragraphs put between those of its body."""
    notes = [range(start - 1, end) for _, start, end, _ in paper.notes.values() if start and end]
    lines = paper.text.split("\n")
    free = [
        at
        for at in range(1, len(lines) - 1)
        if not lines[at].strip()
        and lines[at - 1].strip()
        and lines[at + 1].strip()
        and not any({at - 1, at, at + 1} & set(rows) for rows in notes)
    ]
    chosen = random.Random(seed).sample(free, len(traps))  # noqa: S311 - a test wants the same places each time
    for at, trap in sorted(zip(chosen, traps, strict=True), reverse=True):
        lines[at + 1 : at + 1] = [*trap.split("\n"), ""]
    return "\n".join(lines)


def unchanged(paper, text):
    document = read_text(text, paper.name)
    found = {note.number: note.text for note in document.notes if note.label}
    assert found == {number: paper.notes[number][3] for number in paper.labels.values()}
    assert [marker.number for marker in document.markers] == list(range(1, 103))
    assert {note.series for note in document.notes} == {1}


@pytest.mark.parametrize("trap", TRAPS)
def test_what_is_numbered_and_no_note_changes_no_note(paper, trap):
    for seed in range(3):
        unchanged(paper, with_traps(paper, [TRAPS[trap]], seed))


def test_many_of_them_change_no_note_either(paper):
    for seed in range(5):
        unchanged(paper, with_traps(paper, random.Random(seed).sample(sorted(TRAPS.values()), 6), seed))  # noqa: S311 - the same
