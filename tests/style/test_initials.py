"""Given names as initials (CSL 1.0.2, "initialize-with", "initialize-with-hyphen", "initialize")."""

from __future__ import annotations

import pytest

from citekit.style.initials import initials

# given name, mark, initials
INITIALS = [
    ("John", ".", "J."),
    ("John Edward", ".", "J.E."),
    ("John Edward", ". ", "J. E."),
    ("John Edward", "", "JE"),
    ("John Edward", " ", "J E"),
    ("Charles D.", ". ", "C. D."),
    ("J. M.", "", "JM"),
    ("J.M.", ". ", "J. M."),
    ("Jean-Luc", ".", "J.-L."),
    ("Jean-Luc", ". ", "J.-L."),
    ("Jean-Luc", "", "J-L"),
    ("Hui-Xiao", ".", "H.-X."),
    ("Guo-ping", ".", "G."),
    ("Éric", ".", "É."),
    ("Юрий", ".", "Ю."),
    ("ME", ".", "M."),
    ("Ph.M.E.", ". ", "Ph. M. E."),
    ("John de Cusance", ". ", "J. de C."),
    ("Lei\u00a0Wang", ".", "L.W."),
    ("", ".", ""),
    (".", ".", ""),
    ("  ", ".", ""),
]


@pytest.mark.parametrize(("given", "mark", "line"), INITIALS)
def test_initials(given, mark, line):
    assert initials(given, mark) == line


@pytest.mark.parametrize(("mark", "line"), [(".", "J.L."), (". ", "J. L."), ("", "JL")])
def test_a_hyphen_may_fall_away(mark, line):
    assert initials("Jean-Luc", mark, hyphen=False) == line


WHOLE = [
    ("James T", ". ", "James T."),
    ("James T.", "", "James T"),
    ("Jean-Luc", ".", "Jean-Luc"),
    ("John", ". ", "John"),
    ("J M", ". ", "J. M."),
]


@pytest.mark.parametrize(("given", "mark", "line"), WHOLE)
def test_names_stay_whole_where_only_initials_are_marked(given, mark, line):
    assert initials(given, mark, whole=True) == line
