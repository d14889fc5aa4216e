"""citekit's own JSON: the form that others lean on, and what the scorer makes of it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from dataclasses import replace

import pytest

from citekit.model import (
    Citation,
    Document,
    Evidence,
    Field,
    Finding,
    Library,
    Marker,
    Name,
    Note,
    Piece,
    Reading,
    Reference,
)
from citekit.write import WRITERS
from citekit.write.json import to_json

TEXT = "See Zhao Lei, Jiangou Heping (Beijing: Jiuzhou Chubanshe, 2007), p. 3; Ibid."


def field(value, start, end, note="8"):
    return Field(value, Evidence(note, (start, end), "by-rule", 0.98))


FULL = Citation(
    "n8.1",
    "8",
    (4, 71),
    TEXT[4:71],
    "book",
    signal="See",
    fields={
        "author": field((Name("Zhao", "Lei", order="family-first"), Name(literal="She", translated="Agency")), 4, 12),
        "title": field("Jiangou Heping", 14, 28),
        "date": field("2007", 59, 63),
        "volume": field("", 0, 0),
    },
    work="zhao2007jiangou",
)
IBID = Citation(
    "n8.2",
    "8",
    (73, 78),
    "Ibid.",
    form="ibid",
    fields={"title_translation": Field("Peace", Evidence("1", None, "inherited", 0.5))},
    reference=Reference("n8.1", "ibid", "the citation before"),
    container_reference=Reference("n1.1", "ibid-container", "lower case", "probable"),
    damaged=True,
)
NOTES = (
    Note("8", 8, TEXT, lines=(3, 4), pages=(3, 3), marker=Marker(8, (5, 6))),
    Note("2:9", 9, "", "missing", kind="end", series=2),
    Note("10", 10, "tail", "partial", gaps=(0,), flags=("number-guessed",), candidates=("10", "11"), confidence=0.6),
)
PIECES = (
    Piece("signal", 0, 4),
    Piece("citation", 4, 71, "n8.1"),
    Piece("punctuation", 71, 73),
    Piece("citation", 73, 78, "n8.2"),
)
LIBRARY = Library(
    Document("paper.txt", TEXT, NOTES, findings=(Finding("RD001", "A note is missing.", note="2:9"),)),
    (Reading("8", PIECES, (FULL, IBID)),),
    findings=(
        Finding("RD001", "A note is missing.", note="2:9"),
        Finding("PA001", "Odd.", "info", span=(0, 3), line=7),
    ),
)


def test_it_looks_like_this(library, golden):
    golden("library.json", to_json([replace(LIBRARY, works=library.works[:2])]))


def test_the_form_of_a_note_and_its_citations():
    told = json.loads(to_json([LIBRARY]))
    assert list(told) == ["schema", "source", "notes", "works", "findings"]
    assert told["schema"] == "citekit/1"
    note = told["notes"][0]
    assert note | {"citations": []} == {
        "number": "8",
        "status": "intact",
        "pages": [3, 3],
        "text": TEXT,
        "flags": [],
        "lines": [3, 4],
        "marker": {"number": 8, "span": [5, 6]},
        "pieces": [
            {"kind": "signal", "span": [0, 4]},
            {"kind": "citation", "span": [4, 71], "citation": "n8.1"},
            {"kind": "punctuation", "span": [71, 73]},
            {"kind": "citation", "span": [73, 78], "citation": "n8.2"},
        ],
        "citations": [],
    }
    assert note["citations"] == [
        {
            "key": "n8.1",
            "form": "full",
            "refers_to": None,
            "signal": "See",
            "type": "book",
            "raw": TEXT[4:71],
            "span": [4, 71],
            "work": "zhao2007jiangou",
            "fields": {
                "author": [
                    {"family": "Zhao", "given": "Lei", "order": "family-first"},
                    {"literal": "She", "translated": "Agency"},
                ],
                "title": "Jiangou Heping",
                "date": "2007",
            },
            "evidence": {
                "author": {"span": [4, 12], "by": "by-rule", "confidence": 0.98},
                "title": {"span": [14, 28], "by": "by-rule", "confidence": 0.98},
                "date": {"span": [59, 63], "by": "by-rule", "confidence": 0.98},
            },
        },
        {
            "key": "n8.2",
            "form": "ibid",
            "refers_to": "n8.1",
            "signal": "",
            "type": "other",
            "raw": "Ibid.",
            "span": [73, 78],
            "work": None,
            "damaged": True,
            "container_refers_to": "n1.1",
            "resolution": {"how": "ibid", "reason": "the citation before", "certainty": "certain"},
            "container_resolution": {"how": "ibid-container", "reason": "lower case", "certainty": "probable"},
            "fields": {"title_translation": "Peace"},
            "evidence": {"title_translation": {"note": "1", "span": None, "by": "inherited", "confidence": 0.5}},
        },
    ]


def test_missing_and_partial_notes_are_told():
    missing, partial = json.loads(to_json([LIBRARY]))["notes"][1:]
    assert missing == {
        "number": "2:9",
        "status": "missing",
        "pages": None,
        "text": "",
        "flags": [],
        "kind": "end",
        "series": 2,
        "citations": [],
    }
    assert partial["flags"] == ["number-guessed"]
    assert partial["candidates"] == ["10", "11"]
    assert partial["gaps"] == [0]
    assert partial["confidence"] == 0.6


def test_each_finding_is_told_once_without_empty_members():
    assert json.loads(to_json([LIBRARY]))["findings"] == [
        {"code": "RD001", "message": "A note is missing.", "severity": "warning", "note": "2:9"},
        {"code": "PA001", "message": "Odd.", "severity": "info", "span": [0, 3], "line": 7},
    ]


def test_works_are_csl_items(library):
    told = json.loads(WRITERS["json"](library))
    assert told["works"] == json.loads(WRITERS["csl-json"](library))


def test_several_libraries_are_a_list_of_documents(library):
    told = json.loads(to_json([LIBRARY, library]))
    assert list(told) == ["schema", "documents"]
    assert [document["source"] for document in told["documents"]] == ["paper.txt", "peacekeeping.txt"]
    assert "schema" not in told["documents"][0]
    assert json.loads(to_json([])) == {"schema": "citekit/1", "documents": []}


def test_one_note_work_or_finding_stands_on_one_line(library):
    text = to_json([replace(LIBRARY, works=library.works)])
    assert text.count("\n") == 4 + len(NOTES) + len(library.works) + 2


def test_ten_thousand_notes_take_a_second_at_most():
    notes = tuple(replace(NOTES[0], id=str(number)) for number in range(10_000))
    readings = tuple(Reading(note.id, PIECES, (FULL, IBID)) for note in notes)
    large = Library(Document("large.txt", "", notes), readings)
    start = time.process_time()
    to_json([large])
    assert time.process_time() - start < 3  # a third of that on an idle machine


PEOPLE = {"authors": "author", "editors": "editor"}
MEANT = {"text", "title", "title_language", "title_translation", "title_original", "container", "container_translation"}
MEANT |= {"publisher", "place", "date", "volume", "issue", "pages", "edition", "url", "accessed", "document_symbol"}
MEANT |= {"event_place", "event_date"}


def as_citation(gold, note, number):
    """A citation that holds what the truth says, with the noun of each value."""
    fields = {name: field(str(value), 0, 0) for name, value in gold.items() if name in MEANT and value}
    for name, role in PEOPLE.items():
        people = tuple(
            Name(
                person.get("family", ""),
                person.get("given", ""),
                literal=person.get("literal", ""),
                translated=person.get("translated", ""),
            )
            for person in gold.get(name, ())
        )
        if people:
            fields[role] = field(people, 0, 0)
    target = gold.get("refers_to")
    reference = Reference(target, "given", "given") if target else None
    key = gold.get("key", f"n{note}.{number}")
    raw = gold.get("raw") or ""
    return Citation(key, note, (0, 0), raw, gold["type"], gold.get("form", "full"), fields=fields, reference=reference)


@pytest.fixture
def truth(shared):
    return json.loads((shared / "gold" / "china-un-peacekeeping.json").read_text(encoding="utf-8"))


def test_the_scorer_finds_all_that_is_right(shared, truth, tmp_path):
    notes, readings = [], []
    for gold in truth:
        note = str(gold["note"])
        found = tuple(as_citation(citation, note, at) for at, citation in enumerate(gold["citations"], 1))
        notes.append(Note(note, gold["note"], gold.get("text") or "", gold["status"]))
        readings.append(Reading(note, (), found))
    library = Library(Document("paper.txt", "", tuple(notes)), tuple(readings))
    (tmp_path / "out.json").write_text(to_json([library]), encoding="utf-8")
    told = subprocess.run(
        [
            *(sys.executable, shared / "score" / "score_extraction.py"),
            *("--gold", shared / "gold" / "china-un-peacekeeping.json", "--pred", tmp_path / "out.json"),
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert re.search(r"^F1 1\.000 exact, 1\.000 soft", told, re.MULTILINE)
    rows = (
        "note status|citations found|citations not invented|citations wholly right|type|form|title language|refers_to"
    )
    shares = re.findall(rf"^(?:{rows}|family names) +\d+ +(\S+)$", told, re.MULTILINE)
    assert shares == ["1.000"] * 9
