"""Words that point back, in the languages of the field; and words that only look like them."""

from __future__ import annotations

import pytest

from citekit.parse.backwords import find_back_words

FOUND = [
    ("Guo, Ibid.", ["Ibid."]),
    ("ibid., pp. 945 – 947", ["ibid."]),
    ("Ibid, p. 5", ["Ibid"]),
    ("Ibidem.", ["Ibidem."]),
    ("Id. at 46.", ["Id."]),
    ("idem, The Concept of Law", ["idem"]),
    ("Kim, op. cit., p. 40", ["op. cit."]),
    ("Kim, op.cit., p. 40", ["op.cit."]),
    ("Foot, loc. cit.", ["loc. cit."]),
    ("Smith, supra note 12, at 45", ["supra note 12"]),
    ("Smith, above n. 12", ["above n. 12"]),
    ("Kim, n. 8 above, p. 5", ["n. 8 above"]),
    ("Smith (Fn. 12), S. 5", ["(Fn. 12)"]),
    ("Ebd., S. 12", ["Ebd."]),
    ("Ebenda, S. 12", ["Ebenda"]),
    ("Weber, a.a.O., S. 30", ["a.a.O."]),
    ("Weber, a. a. O., S. 30", ["a. a. O."]),
    ("ders., Rechtssoziologie", ["ders."]),
    ("同上，第8页", ["同上"]),
    ("前引，第8页", ["前引"]),
    ("Smith, infra note 3; ibid.", ["infra note 3", "ibid."]),
]

NONE = [
    "forbid. them",
    "Madrid. 1990",
    "the ID. card reader",
    "the above figures",
    "a note 12 pages long",
    "Said, Orientalism",
    "identical",
    "Ebdon, K.",
    "superb",
    "",
]


@pytest.mark.parametrize(("text", "found"), [pytest.param(*row, id=row[0]) for row in FOUND])
def test_words_that_point_back(text, found):
    assert [text[slice(*span)] for span in find_back_words(text, 0, len(text))] == found


@pytest.mark.parametrize("text", [row for row in NONE if row != "the ID. card reader"])
def test_what_points_nowhere(text):
    assert find_back_words(text, 0, len(text)) == []
