"""What may open a note: how labels are printed, and which lines only look like one."""

from __future__ import annotations

import pytest

from citekit.read.forms import form_at
from citekit.read.labels import label_candidates
from citekit.read.layout import Layout

FORMS = [
    ("1 Zhonghua", 1, "bare", False),
    ("12. Smith", 12, "dot", False),
    ("12) Smith", 12, "paren", False),
    ("[12] Smith", 12, "bracket", False),
    ("(12) Smith", 12, "brace", False),
    ("1Zhonghua", 1, "bare", False),
    ("¹² Weber", 12, "raised", False),
    ("⑫王逸舟", 12, "circled", False),
    ("㉑ 王逸舟", 21, "circled", False),
    ("１２　王逸舟", 12, "bare", False),
    ("（3）王逸舟", 3, "brace", False),
    ("［3］王逸舟", 3, "bracket", False),
    ("注3 王逸舟", 3, "word", False),
    ("Note 3 Weber", 3, "word", False),
    ("[^3]: Weber", 3, "bracket", False),
    ("12: Weber", 12, "colon", False),
    ("12、王逸舟", 12, "dot", False),
    ("l Weber", 1, "bare", True),
    ("lO Weber", 10, "bare", True),
    ("ll Weber", 11, "bare", True),
    ("3l Weber", 31, "bare", True),
    ("5O Tang", 50, "bare", True),
    ("S5 Tang", 55, "bare", True),
    ("32S/RS/1244", 32, "bare", False),
]


@pytest.mark.parametrize(("line", "number", "shape", "ocr"), FORMS)
def test_a_label_is_read_in_every_dress(line, number, shape, ocr):
    form = form_at(line, 0, len(line))
    assert (form.number, form.shape, form.ocr) == (number, shape, ocr)


@pytest.mark.parametrize(
    "line", ["Weber", "I. Introduction", "Il Mulino", "II Part", "So China", "Bo Xilai", "[12 Smith", "0 Weber", "*"]
)
def test_what_is_no_label_is_none(line):
    assert form_at(line, 0, len(line)) is None


def scores(*lines: str) -> dict[int, float]:
    return {candidate.number: candidate.score for candidate in label_candidates(Layout.of("\n".join(lines)))}


@pytest.mark.parametrize(
    "line",
    [
        "12 Weber, Reise, p. 4.",
        "12 “Guoji anquan”",
        "12 See, Weber",
        "12 see Weber",
        "12 vgl. Weber",
        "12 S/PV.4043",
        "12 王逸舟",
        "12 § 4 Abs. 2",
        "12. 2 WILLIAM BLACKSTONE, COMMENTARIES",
        "12 2005 N.J. Laws",
    ],
)
def test_a_line_may_open_a_note(line):
    assert scores("The body ends.", "", line)[12] > 0.5


@pytest.mark.parametrize(
    "line",
    [
        "12 troops were sent",
        "12 May 2004 was a Tuesday",
        "12 March the army came",
        "12月の会議",
        "12% of them",
        "12, and no more",
        "12; Weber",
        "12– 67; Weber",
        "12/13 Weber",
        "12.5 Weber",
        "12 13 14",
        "1999 As the Turning Point",
        "12th Congress",
        "12 km Weber",
    ],
)
def test_a_line_may_only_look_like_a_note(line):
    assert max(scores("The body is not", line).values(), default=-1) < 0


def test_what_stands_around_a_label_counts():
    blank = scores("The body ends.", "", "12 Weber")[12]
    ended = scores("The body ends.", "12 Weber")[12]
    inside = scores("The body is not", "12 Weber")[12]
    assert blank > ended > inside


def test_a_number_above_a_page_turn_is_a_page_number():
    assert scores("Body.", "12", "\fWeber") == {}
    assert scores("Body.", "12", "Weber")[12] > 0
