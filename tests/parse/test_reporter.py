"""Volume, reporter and page in a row, the lawyers' way; and rows of words and numbers that are no reporter."""

from __future__ import annotations

import pytest

from citekit.parse.reporter import find_reporter

ROWS = [
    (
        "Brown v. Board of Education, 347 U.S. 483 (1954)",
        {"volume": "347", "reporter": "U.S.", "page": "483", "year": "1954"},
    ),
    (
        "Marbury v. Madison, 5 U.S. 137, 177 (1803)",
        {"volume": "5", "reporter": "U.S.", "page": "137", "pin": "177", "year": "1803"},
    ),
    (
        "Karl Llewellyn, Some Realism About Realism, 44 HARV. L. REV. 1222, 1230 (1931)",
        {"volume": "44", "reporter": "HARV. L. REV.", "page": "1222", "pin": "1230", "year": "1931"},
    ),
    (
        "Hans Kelsen, The Pure Theory of Law, 55 Harv. L. Rev. 44 (1941)",
        {"volume": "55", "reporter": "Harv. L. Rev.", "page": "44", "year": "1941"},
    ),
    ("Convention on the Rights of the Child, 1577 UNTS 3", {"volume": "1577", "reporter": "UNTS", "page": "3"}),
    ("Donoghue v Stevenson [1932] AC 562", {"reporter": "AC", "page": "562", "year": "1932"}),
    (
        "Carlill v Carbolic Smoke Ball Co [1893] 1 QB 256",
        {"volume": "1", "reporter": "QB", "page": "256", "year": "1893"},
    ),
    ("Miller v Secretary of State [2017] UKSC 5", {"reporter": "UKSC", "page": "5", "year": "2017"}),
]

NONE = [
    "Renmin Ribao, 3 August 2004",
    "Zhao Lei, 20 Years of Peace 5",
    "S/RES/1706, 31 August 2006",
    "International Security 31, no. 1 (2006): 81",
    "Interview, Beijing, 12 June 2010",
    "Survival 42, 3 (2000)",
    "[1990] by nobody",
    "",
]


@pytest.mark.parametrize(("text", "parts"), [pytest.param(*row, id=row[0]) for row in ROWS])
def test_reporters(text, parts):
    found = find_reporter(text, 0, len(text))
    assert {name: text[slice(*span)] for name, span in found.parts.items()} == parts


@pytest.mark.parametrize("text", NONE)
def test_no_reporter(text):
    assert find_reporter(text, 0, len(text)) is None


def test_a_numbered_court():
    text = "Doe v. Roe, 12 F.3d 34, 36 (2d Cir. 1993)"
    found = find_reporter(text, 0, len(text))
    assert {name: text[slice(*span)].strip() for name, span in found.parts.items()} == {
        "volume": "12",
        "reporter": "F.3d",
        "page": "34",
        "pin": "36",
        "court": "2d Cir.",
        "year": "1993",
    }
