"""Document symbols, the misprinted ones too; and strokes that make no symbol."""

from __future__ import annotations

import pytest

from citekit.parse.symbols import find_symbols, is_press_release, is_un_document

SYMBOLS = [
    ("S/RES/1706, August 31, 2006", ["S/RES/1706"]),
    ("S/RS/1244, June 10, 1999", ["S/RS/1244"]),
    ("S/PV.4043, September 11, 1999", ["S/PV.4043"]),
    ("A/61/5", ["A/61/5"]),
    ("A/RES/60/1.", ["A/RES/60/1"]),
    ("SG/A/1089, August 28, 2007", ["SG/A/1089"]),
    ("press release SC/8821", ["SC/8821"]),
    ("S/RES/1706 (2006), 31 August 2006", ["S/RES/1706 (2006)"]),
    ("S/1999/957; S/2000/809", ["S/1999/957", "S/2000/809"]),
    ("UN Doc. A/59/19", ["A/59/19"]),
    ("(E/CN.4/2001/2)", ["E/CN.4/2001/2"]),
    ("A/AC.121/L.3", ["A/AC.121/L.3"]),
    ("A/55/PV.94", ["A/55/PV.94"]),
    ("COM(2003) 533 final", ["COM(2003) 533 final"]),
    ("ST/SGB/1999/13", ["ST/SGB/1999/13"]),
]

NONE = [
    "and/or",
    "DPKO/DFS",
    "http://www.un.org/A/61",
    "1999/2000",
    "km/h 5",
    "TCP/IP",
    "he/she",
    "20/5",
    "Bd. 6/7",
    "U.N.",
]


@pytest.mark.parametrize(("text", "found"), [pytest.param(*row, id=row[0]) for row in SYMBOLS])
def test_symbols(text, found):
    assert [text[slice(*span)] for span in find_symbols(text, 0, len(text))] == found


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_symbol(text):
    assert find_symbols(text, 0, len(text)) == []


@pytest.mark.parametrize(
    ("symbol", "press", "document"),
    [
        ("SG/A/1089", True, False),
        ("SG/SM/7263", True, False),
        ("SC/8821", True, False),
        ("GA/10345", True, False),
        ("S/RES/1706", False, True),
        ("S/PV.4043", False, True),
        ("A/61/5", False, True),
        ("E/CN.4/2001/2", False, True),
        ("COM(2003) 533", False, False),
        ("FC1022/22", False, False),
    ],
)
def test_what_a_symbol_is_of(symbol, press, document):
    assert (is_press_release(symbol), is_un_document(symbol)) == (press, document)
