"""The first paper, typed by hand: every short form finds its work, and nothing else becomes a short form."""

from __future__ import annotations

import json
import re

from citekit.resolve import resolve


def test_every_reference_of_the_first_paper(first_paper):
    library, answers = first_paper
    found, wanted = {}, {}
    for citation in resolve(library).citations:
        reference, host, answer = citation.reference, citation.container_reference, answers[citation.key]
        found[citation.key] = (
            citation.form,
            reference and reference.target,
            host and host.target,
            reference.certainty if reference else "certain",
        )
        wanted[citation.key] = (
            answer["form"],
            answer.get("refers_to"),
            answer.get("container_refers_to"),
            answer.get("refers_to_certainty", "certain"),
        )
    assert len(found) == len(answers) == 103
    assert found == wanted


def test_only_the_doubtful_one_is_told(first_paper):
    library, _ = first_paper
    assert [(finding.code, finding.citation) for finding in resolve(library).findings] == [("RS009", "n49.1")]


def test_the_english_law_notes(shared, made):
    """The targets of the 15 short forms of an article of English law, by note number; two of a report's nickname."""
    wanted = {"10": "8", "13": "12", "18": "12", "19": "12", "22": "1", "25": "24", "26": "20", "35": "32", "38": "22"}
    wanted |= {"42": "40", "44": "43", "49": "47", "52": "47", "53": "48", "55": "12"}
    rows = [json.loads(line) for line in (shared / "gold" / "law-notes.jsonl").read_text(encoding="utf-8").splitlines()]
    notes = [made.law_note(row) for row in rows if row["lang"] == "en" and row["label"]]
    library = resolve(made.numbered(notes))
    found = {}
    for citation in library.citations:
        pointer = citation.reference or citation.container_reference
        if pointer:
            found[citation.note] = re.match(r"n(\d+)\.", pointer.target)[1]
    assert found == wanted
