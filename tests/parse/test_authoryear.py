"""Short references by name and year, and names beside years that refer to nothing."""

from __future__ import annotations

import pytest

from citekit.parse.authoryear import find_author_years

# the note, then "names year" of each reference
FOUND = [
    ("Geiger 1964, S. 65", ["Geiger 1964"]),
    ("Blankenburg/Sessar 1978", ["Blankenburg/Sessar 1978"]),
    ("Vgl. Luhmann 1972, S. 27 ff.", ["Luhmann 1972"]),
    ("vgl. Weber 1922; Geiger 1964", ["Weber 1922", "Geiger 1964"]),
    ("Fravel 1996, 1103", ["Fravel 1996"]),
    ("Gleditsch et al. 2002, p. 620", ["Gleditsch et al. 2002"]),
    ("Gleditsch and Wallensteen 2002: 620", ["Gleditsch and Wallensteen 2002"]),
    ("Johnston (2003), pp. 5–6", ["Johnston 2003"]),
    ("Johnston (2003, p. 5)", ["Johnston 2003"]),
    ("Luhmann 1970b, S. 3", ["Luhmann 1970"]),
    ("as is shown by Fravel (1996, p. 1103) and others", ["Fravel 1996"]),
    ("so bei Carlin/Sessar 1967 zu finden", ["Carlin/Sessar 1967"]),
    ("die Konflikttheorie von Gessner 1976, S. 5", ["Gessner 1976"]),
    ("van Ham 2001, p. 3", ["van Ham 2001"]),
]

NONE = [
    "Renmin Ribao, January 2009",
    "Since December 2009",
    "Resolution 1706 (2006)",
    "In 2009 they left",
    "United Nations 2005",
    "The China Quarterly 195 (2008)",
    "(Beijing: Jiuzhou Chubanshe, 2007)",
    "Spring 2005",
    "Zhongguo 2008nian",
    "Vol. 2004",
    "",
]


@pytest.mark.parametrize(("text", "found"), [pytest.param(*row, id=row[0]) for row in FOUND])
def test_names_and_years(text, found):
    references = find_author_years(text, 0, len(text))
    assert [f"{text[slice(*one.names)]} {text[slice(*one.year)]}" for one in references] == found
    assert all(one.start <= one.names[0] < one.year[1] <= one.end for one in references)


@pytest.mark.parametrize("text", NONE)
def test_what_refers_to_nothing(text):
    assert find_author_years(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Geiger 1964, S. 65", "Geiger 1964, S. 65"),
        ("vgl. Geiger 1964; sonst nichts", "Geiger 1964"),
        ("Luhmann 1970b, S. 3 ff.", "Luhmann 1970b, S. 3 ff."),
        ("die Konflikttheorie von Gessner 1976, S. 5", "Gessner 1976, S. 5"),
    ],
)
def test_the_letter_and_the_pages_belong_to_it(text, reference):
    (one,) = find_author_years(text, 0, len(text))
    assert text[one.start : one.end] == reference


@pytest.mark.parametrize(
    "text", ["so bei Carlin/Howard 1967 zu finden", "Gill and Reilly 2000, p. 45", "Harding 1990, p. 3"]
)
def test_surnames_with_english_endings(text):
    assert len(find_author_years(text, 0, len(text))) == 1
