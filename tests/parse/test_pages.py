"""Page numbers as printed: prefixes, ranges with every dash, lists; and numbers that are no pages."""

from __future__ import annotations

import pytest

from citekit.parse.pages import find_pages, find_paragraphs, is_range, normal_pages

MARKED = [
    ("pp. 945 – 947", "945-947"),
    ("pp. 159 –160", "159-160"),
    ("pp. 631– 655", "631-655"),
    ("pp. 171–198", "171-198"),
    ("pp. 49-84", "49-84"),
    ("p. 890", "890"),
    ("p 131.", "131"),
    ("p.131", "131"),
    ("pp.7‑8", "7-8"),
    ("p. A12", "A12"),
    ("p. xii", "xii"),
    ("pp. 158–77", "158-77"),
    ("S. 64 ff.", "64 ff"),
    ("S. 34 f.", "34 f"),
    ("Seite 9", "9"),
    ("pages 5 to 6", "5"),
    ("p. 123-130", "123-130"),
    ("at 485", "485"),
    ("at 485 and 487", "485 and 487"),
    ("pp. 5–6, 12", "5-6, 12"),
    ("págs. 5-7", "5-7"),
    ("第12—15页", "12-15"),
    ("第8页", "8"),
    ("45頁", "45"),
    ("33-48頁", "33-48"),
]

UNMARKED = [
    "China and the UN",
    "Vol. 12, No. 1",
    "Spring 2005",
    "Group 5",
    "Map 12",
    "PKO 12",
    "http://a.example/p.12",
    "S/PV.4043",
    "第9期",
]


@pytest.mark.parametrize(("text", "value"), [pytest.param(*row, id=row[0]) for row in MARKED])
def test_marked_pages(text, value):
    note = f"Renmin Ribao, {text}"
    ((_, start, end),) = find_pages(note, 0, len(note))
    assert normal_pages(note[start:end]) == value


@pytest.mark.parametrize("text", UNMARKED)
def test_what_is_no_page(text):
    assert find_pages(text, 0, len(text)) == []


def test_the_prefix_is_told_apart_from_the_numbers():
    text = "Jiuzhou Chubanshe, 2007), pp. 44 – 46."
    ((prefix, start, end),) = find_pages(text, 0, len(text))
    assert (text[prefix:start], text[start:end]) == ("pp. ", "44 – 46")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("para. 12", ["para. 12"]),
        ("A/55/305, paras. 9.32-9.34", ["paras. 9.32-9.34"]),
        ("ch. 9", ["ch. 9"]),
        ("chap. 5", ["chap. 5"]),
        ("§ 242", ["§ 242"]),
        ("§§ 12, 13", ["§§ 12, 13"]),
        ("Art. 51", ["Art. 51"]),
        ("Rn. 14", ["Rn. 14"]),
        ("the art of 1990", []),
        ("parade 12", []),
    ],
)
def test_pinpoints_by_paragraph(text, found):
    assert [text[slice(*span)] for span in find_paragraphs(text, 0, len(text))] == found


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("945 – 947", "945-947"),
        ("8 –12", "8-12"),
        ("47– 67", "47-67"),
        ("12—15", "12-15"),
        ("1102―1121", "1102-1121"),
        ("7", "7"),
        (" 64 ff.", "64 ff"),
    ],
)
def test_plain_hyphens(raw, value):
    assert normal_pages(raw) == value


@pytest.mark.parametrize(
    ("raw", "ranged"),
    [
        ("945 – 947", True),
        ("xi–xii", True),
        ("A1–A4", True),
        ("158-77", True),
        ("890", False),
        ("5-6, 12", False),
        ("485 and 487", False),
        ("64 ff.", False),
        ("para. 12", False),
    ],
)
def test_a_range_or_not(raw, ranged):
    assert is_range(raw) is ranged


@pytest.mark.parametrize("dash", ["\u2012", "\u2212"])
def test_rarer_dashes(dash):
    assert normal_pages(f"1102{dash}1121") == "1102-1121"
