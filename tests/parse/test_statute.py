"""Statutes by code and section."""

from __future__ import annotations

import pytest

from citekit.parse.statute import find_statute

STATUTES = [
    ("IOWA CODE § 280.9B (2022)", "IOWA CODE § 280.9B", "2022"),
    ("Cal. Penal Code § 187(a) (West 2014)", "Cal. Penal Code § 187(a)", "2014"),
    ("18 Pa. Stat. § 2502", "18 Pa. Stat. § 2502", None),
]

NONE = ["Hammurabi, Code of Laws, p. 5", "U.S. Policy, 1983", "42 U.S. 137", "the Code § 5", ""]


@pytest.mark.parametrize(("text", "title", "year"), [pytest.param(*row, id=row[0]) for row in STATUTES])
def test_statutes(text, title, year):
    found = find_statute(text, 0, len(text))
    assert (text[slice(*found.title)].strip(), found.year and text[slice(*found.year)]) == (title, year)


@pytest.mark.parametrize("text", NONE)
def test_no_statute_opens_the_stretch(text):
    assert find_statute(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("20 U.S.C. § 3863(a)(1) (1982)", "20 U.S.C. § 3863(a)(1)"),
        ("42 U.S.C. § 1983 (2012).", "42 U.S.C. § 1983"),
        ("5 U.S.C. §§ 551–559", "5 U.S.C. §§ 551–559"),
        ("40 C.F.R. § 60.1 (2020)", "40 C.F.R. § 60.1"),
    ],
)
def test_the_federal_codes(text, title):
    found = find_statute(text, 0, len(text))
    assert text[slice(*found.title)].strip() == title
