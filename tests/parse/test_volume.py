"""Volume and issue in every way of printing them; and numbers that are neither."""

from __future__ import annotations

import pytest

from citekit.parse.volume import find_pair, find_volumes, normal_number

MARKED = [
    ("Vol. 20, No. 5", {"volume": "20", "issue": "5"}),
    ("Vol. 195", {"volume": "195"}),
    ("No.1", {"issue": "1"}),
    ("No. 9 –10", {"issue": "9-10"}),
    ("No. 9–10", {"issue": "9-10"}),
    ("vol. XIII, no. 3/4", {"volume": "XIII", "issue": "3/4"}),
    ("volume 27, number 4", {"volume": "27", "issue": "4"}),
    ("27, no. 4", {"issue": "4"}),
    ("vol. 55, n° 4", {"volume": "55", "issue": "4"}),
    ("vol. 4, núm. 2", {"volume": "4", "issue": "2"}),
    ("Bd. 47", {"volume": "47"}),
    ("Jg. 12, H. 3", {"volume": "12", "issue": "3"}),
    ("Band 6, Heft 2", {"volume": "6", "issue": "2"}),
    ("tome 2", {"volume": "2"}),
    ("Nr. 51", {"issue": "51"}),
    ("issue 12A", {"issue": "12A"}),
    ("第9期", {"issue": "9"}),
    ("2005年第3期", {"issue": "3"}),
    ("第150号", {"issue": "150"}),
    ("第3卷", {"volume": "3"}),
    ("第二卷第4期", {"volume": "二", "issue": "4"}),
]

NEITHER = [
    "No one said so",
    "Novel 5",
    "Volga 12",
    "Nov. 5",
    "tom sawyer",
    "Anno Domini",
    "Bdellium 5",
    "China no longer waits",
    "Hanoi 5",
    "",
]


@pytest.mark.parametrize(("text", "numbers"), [pytest.param(*row, id=row[0]) for row in MARKED])
def test_marked_numbers(text, numbers):
    found = find_volumes(text, 0, len(text))
    assert {name: normal_number(text[start:end]) for name, _, start, end in found} == numbers


@pytest.mark.parametrize("text", NEITHER)
def test_what_is_neither(text):
    assert find_volumes(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Survival 42(3)", ("42", "3")),
        ("Asian Survey 36 (11), 1102", ("36", "11")),
        ("Journal of Peace Research, 41(3), 253–273", ("41", "3")),
        ("Foreign Affairs 80 (no. 5)", ("80", "5")),
        ("36(11–12)", ("36", "11–12")),
        ("12:3 (1998)", ("12", "3")),
        ("International Security 27 (2003)", None),
        ("The China Quarterly 195 (September 2008)", None),
        ("at 10:30 in the morning", None),
        ("Survival, 1999", None),
    ],
)
def test_volume_and_issue_side_by_side(text, pair):
    found = find_pair(text, 0, len(text))
    assert (found and tuple(text[slice(*span)] for span in found[1:])) == pair
