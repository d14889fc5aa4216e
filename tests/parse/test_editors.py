"""Editors and translators, before and behind their mark; and the same letters in other words."""

from __future__ import annotations

import pytest

from citekit.parse.editors import editors_after_mark, editors_before_mark

BEFORE = [
    ("Xie Yixian ed., Zhongguo Dangdai Waijiaoshi", "editor", "Xie Yixian", " Zhongguo"),
    ("Li Shenming and Wang Yizhou eds., 2006nian: Quanqiu", "editor", "Li Shenming and Wang Yizhou", " 2006nian"),
    (
        "Elizabeth Economy and Michel Oksenberg, eds., China Joins",
        "editor",
        "Elizabeth Economy and Michel Oksenberg",
        " China",
    ),
    ("Niu Jun, ed., Lengzhan yu Zhongguo", "editor", "Niu Jun", " Lengzhan"),
    ("Xinhua Yuebao she ed., Shizheng Wenxian Jilan", "editor", "Xinhua Yuebao she", " Shizheng"),
    ("Bender, Rolf (Hrsg.): Tatsachenforschung", "editor", "Bender, Rolf", ": Tatsachenforschung"),
    ("Rüdiger Lautmann (Hrsg.), Die Funktion", "editor", "Rüdiger Lautmann", " Die Funktion"),
    ("E. Economy & M. Oksenberg (Eds.), China", "editor", "E. Economy & M. Oksenberg", " China"),
    ("Yan Fu, trans., Tianyan lun", "translator", "Yan Fu", " Tianyan"),
    ("Pierre Bourdieu (dir.), La misère du monde", "editor", "Pierre Bourdieu", " La misère"),
]

NOT_BEFORE = [
    "Zhao Lei, Jiangou Heping",
    "World Politics, 2nd ed., London",
    "China Joined, edited by Zhao Lei",
    "Edward Said, Orientalism",
    "The education of Henry Adams",
    "",
]

AFTER = [
    ("The Strategic Quadrangle, ed. Michael Mandelbaum (New York", "editor", "Michael Mandelbaum"),
    ("The Strategic Quadrangle, edited by Michael Mandelbaum, 63–106", "editor", "Michael Mandelbaum"),
    (
        "China Joins the World, eds. Elizabeth Economy and Michel Oksenberg",
        "editor",
        "Elizabeth Economy and Michel Oksenberg",
    ),
    ("Pure Theory of Law, trans. Max Knight (Berkeley", "translator", "Max Knight"),
    ("Pure Theory of Law, translated by Max Knight", "translator", "Max Knight"),
    ("Die Funktion des Rechts, hrsg. von Rüdiger Lautmann", "editor", "Rüdiger Lautmann"),
    ("L’éducation, sous la direction de Pierre Bourdieu", "editor", "Pierre Bourdieu"),
    ("Das Kapital, übers. von Samuel Moore", "translator", "Samuel Moore"),
    ("L’età dei diritti, a cura di Norberto Bobbio", "editor", "Norberto Bobbio"),
    ("The Life of Mao, compiled by Zhao Lei", "editor", "Zhao Lei"),
]

NOT_AFTER = [
    "edited by nobody in particular",
    "limited by law",
    "2nd ed. (London",
    "Transformation of China",
    "revised ed. 1990",
    "",
]


@pytest.mark.parametrize(("text", "field", "names", "rest"), [pytest.param(*row, id=row[0]) for row in BEFORE])
def test_names_before_the_mark(text, field, names, rest):
    found = editors_before_mark(text, 0, len(text))
    assert (found.field, text[slice(*found.names)]) == (field, names)
    assert text[found.end :].lstrip(",").startswith(rest)


@pytest.mark.parametrize("text", NOT_BEFORE)
def test_no_names_before_a_mark(text):
    assert editors_before_mark(text, 0, len(text)) is None


@pytest.mark.parametrize(("text", "field", "names"), [pytest.param(*row, id=row[0]) for row in AFTER])
def test_names_behind_the_mark(text, field, names):
    found = editors_after_mark(text, 0, len(text))
    assert (found.field, text[slice(*found.names)]) == (field, names)
    assert text[found.start : found.end].endswith(names)


@pytest.mark.parametrize("text", NOT_AFTER)
def test_no_names_behind_a_mark(text):
    assert editors_after_mark(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Funktion des Rechts, hrsg. von Rüdiger Lautmann, Bielefeld", "Rüdiger Lautmann"),
        ("La misère du monde, sous la direction de Pierre Bourdieu, Paris", "Pierre Bourdieu"),
    ],
)
def test_a_place_is_no_editor(text, names):
    found = editors_after_mark(text, 0, len(text))
    assert text[slice(*found.names)] == names
