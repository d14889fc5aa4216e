"""Entries of reference lists: their labels, names and year at the head, and what is no entry but a note."""

from __future__ import annotations

import pytest

from citekit.parse.entry import is_entry, leading_label, names_then_year
from citekit.parse.structure import analyse

ENTRIES = [
    "Fravel, M. T. (1996). China’s attitude toward U.N. peacekeeping operations. Asian Survey, 36(11), 1102–1121.",
    "Bull, H. (1995). The anarchical society (2nd ed.). London: Macmillan.",
    "Wang, Yizhou. 2003. Quanqiu zhengzhi he Zhongguo waijiao. Beijing: Shijie zhishi chubanshe.",
    "Chen, Jian. Mao’s China and the Cold War. Chapel Hill: University of North Carolina Press, 2001.",
    "Gill, Bates, and James Reilly. “Sovereignty, Intervention and Peacekeeping.” Survival 42, no. 3 (2000): 41–59.",
    "Breiman, L. Random forests. Machine Learning, 45(1):5–32, 2001.",
    "Niebauer T.M., Faller J.E. New absolute gravimeters. Metrologia, 1995.",
    "World Bank. (2011). World development report 2011. Washington, DC: World Bank.",
]

NOTES = [
    "Zhao Lei, Jiangou Heping (Beijing: Jiuzhou Chubanshe, 2007), p. 5.",
    "“Jiji de gongxian,” Renmin Ribao, October 29, 2004.",
    "Geiger 1964, S. 65.",
    "Guo, Ibid.",
    "It was so. It is not so now. It was in 2004.",
    "Foot, R. (2001) one; Fravel, M. T. (1996) two.",
    "S/RES/1706, August 31, 2006.",
    "",
]

HEADS = [
    ("Pagallo, G., & Haussler, D. (1990). Boolean feature discovery.", "Pagallo, G., & Haussler, D.", "1990"),
    ("Wang, Yizhou. 2003. Quanqiu zhengzhi.", "Wang, Yizhou", "2003"),
    ("Foot, R. (2001) ‘Chinese power’", "Foot, R.", "2001"),
    ("World Bank. (2011). Report.", "World Bank", "2011"),
    ("Lautmann, R. (Hrsg.) (1970). Die Funktion.", "Lautmann, R. (Hrsg.)", "1970"),
]


@pytest.mark.parametrize("text", ENTRIES)
def test_entries(text):
    assert is_entry(analyse(text), 0, len(text))


@pytest.mark.parametrize("text", NOTES)
def test_no_entries(text):
    assert not is_entry(analyse(text), 0, len(text))


@pytest.mark.parametrize(("text", "names", "year"), [pytest.param(*row, id=row[0]) for row in HEADS])
def test_names_then_year(text, names, year):
    found = names_then_year(text, 0, len(text))
    assert text[slice(*found[0])].rstrip(" .,") == names.rstrip(".")
    assert text[slice(*found[1])] == year


@pytest.mark.parametrize("text", ["“A title,” X (1990)", "1990 was a year", ""])
def test_no_names_then_year(text):
    assert names_then_year(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("[67] Reynolds", 5),
        ("12 Vgl. Weber", 3),
        ("3. Watson JD", 3),
        ("(4) Anderson", 4),
        ("• Bull", 2),
        ("7 “A title,”", 2),
        ("1984 by Orwell", 0),
        ("Bull, H.", 0),
        ("60 zhounian", 0),
        ("", 0),
    ],
)
def test_a_line_s_own_number(text, end):
    assert leading_label(text) == end


@pytest.mark.xfail(
    raises=AssertionError, reason="bug: a title that begins with the one-letter word A hides the end of the names"
)
def test_a_title_that_begins_with_a():
    text = "Niebauer T.M., Faller J.E. A new generation of absolute gravimeters. Metrologia, 1995."
    assert is_entry(analyse(text), 0, len(text))


def test_the_letter_behind_a_year(parsed):
    (citation,) = parsed("Luhmann, N. (1970a). Soziologische Aufklärung. Opladen: Leske.", kind="line").citations
    assert citation.text("date") == "1970"
