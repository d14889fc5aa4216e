"""Findings in every form of report: the places are those of the file, and each form is what its readers take."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import pytest

from citekit.cli.reports import FORMS, Examined, report
from citekit.cli.reports.places import Place, Places
from citekit.model import Finding, Note

TEXT = "@book{a,\r\n  title = {Ü, 50% & more},\r\n  pages = {9--1},\r\n}\r\n"
SPAN = (TEXT.index("9--1"), TEXT.index("9--1") + 4)
REVERSED = Finding("RS003", "Pages, it seems, run back: 9--1.", citation="a", span=SPAN, help="Look.", fix="1--9")
WHOLE = Finding("RD101", "Broken.", "error", text="@book{", line=1)
IN_NOTE = Finding("RS001", "No\nantecedent.", "info", note="3", span=(0, 5))
NOTE = Note("3", 3, "Ibid., p. 7.", lines=(40, 41))
EXAMINED = [
    Examined("lib raries/ä.bib", TEXT, (REVERSED, WHOLE)),
    Examined("paper.txt", "x" * 99, (IN_NOTE,), (NOTE,)),
    Examined("clean.ris", "TY  - BOOK\n", ()),
]


@pytest.mark.parametrize(
    ("text", "span", "place"),
    [
        ("abc", (0, 1), Place(1, 1, 1, 2)),
        ("a\nbc\n", (2, 4), Place(2, 1, 2, 3)),
        ("a\r\nbc", (3, 5), Place(2, 1, 2, 3)),
        ("a\rbc", (2, 3), Place(2, 1, 2, 2)),
        ("a\nb\nc", (2, 5), Place(2, 1, 3, 2)),
        ("國學\n會", (1, 2), Place(1, 2, 1, 3)),
    ],
)
def test_a_span_is_told_by_lines_and_columns(text, span, place):
    assert Places(Examined("f", text, ())).of(Finding("RD001", "", span=span)) == place


@pytest.mark.parametrize(
    ("finding", "place"), [(WHOLE, Place(1)), (IN_NOTE, Place(40)), (Finding("RD001", "No place."), Place())]
)
def test_what_has_no_span_is_told_by_its_line_or_its_note(finding, place):
    assert Places(Examined("f", "", (), (NOTE,))).of(finding) == place


def test_text_has_the_line_with_carets():
    told = report("text", EXAMINED)
    assert (
        "lib raries/ä.bib:3:12: RS003 short-form-without-full: Pages, it seems, run back: 9--1.\n"
        "  3    pages = {9--1},\n"
        "                ^^^^\n"
        "  help: Look.\n"
    ) in told
    assert "paper.txt:40: RS001" in told
    assert "  Ibid., p. 7.\n  ^^^^^\n" in told


def test_json_lines_are_the_findings_of_json():
    document = json.loads(report("json", EXAMINED))
    lines = [json.loads(line) for line in report("jsonl", EXAMINED).splitlines()]
    assert [{"source": one["source"], **told} for one in document["files"] for told in one["findings"]] == lines
    assert lines[0] | {"line": 3, "column": 12, "end_line": 3, "end_column": 16, "key": "a", "fix": "1--9"} == lines[0]
    assert TEXT[slice(*lines[0]["span"])] == "9--1"


def test_sarif_says_rules_places_and_fixes():
    log = json.loads(report("sarif", EXAMINED))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [rule["id"] for rule in rules] == ["RD101", "RS001", "RS003"]
    first, broken, noted = run["results"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert [result["level"] for result in run["results"]] == ["warning", "error", "note"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "lib%20raries/%C3%A4.bib"}
    assert place["region"] == {"startLine": 3, "startColumn": 12, "endLine": 3, "endColumn": 16}
    assert first["fixes"][0]["artifactChanges"][0]["replacements"] == [
        {"deletedRegion": place["region"], "insertedContent": {"text": "1--9"}}
    ]
    assert broken["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}
    assert "fixes" not in noted


def test_github_escapes_what_would_end_a_property_or_a_command():
    first, broken, noted = report("github", EXAMINED).splitlines()
    assert first == (
        "::warning file=lib raries/ä.bib,line=3,endLine=3,col=12,endColumn=16,title=RS003 short-form-without-full"
        "::Pages, it seems, run back: 9--1. Look."
    )
    assert broken.startswith("::error file=lib raries/ä.bib,line=1,title=RD101 ")
    assert noted == "::notice file=paper.txt,line=40,title=RS001 " + noted.partition("RS001 ")[2]
    assert noted.endswith("::No%0Aantecedent.")


def test_junit_counts_and_names_every_case():
    root = ET.fromstring(report("junit", EXAMINED))  # noqa: S314 - our own
    assert (root.get("tests"), root.get("failures")) == ("4", "3")
    assert [suite.get("failures") for suite in root] == ["2", "1", "0"]
    assert root[0][0].get("line") == "3"
    assert root[0][0][0].get("type") == "warning"
    assert root[2][0].get("name") == "no findings"


@pytest.mark.parametrize("form", FORMS)
def test_no_text_is_too_odd_for_a_form(form):
    odd = Finding("RD101", "a\x00]]>\ud800 %:,", text="\x1b[31m", line=1)
    assert report(form, [Examined("-", "", (odd,))]).encode("utf-8", "surrogateescape")
    assert "RD101" not in report(form, [])
