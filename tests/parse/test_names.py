"""Names in a stretch: what is a person, what a body, what neither, and where each name of a list stands."""

from __future__ import annotations

import pytest

from citekit.parse.names import is_body, is_names, is_person, leading_names, looks_pinyin_name, split_names

PEOPLE = [
    "Zhao Lei",
    "Tang Yongsheng",
    "Ouyang Wei",
    "Lv Desheng",
    "Jing Chen",
    "Katsumi Ishizuka",
    "Stefan Stähle",
    "M. Taylor Fravel",
    "H. L. A. Hart",
    "Samuel S. Kim",
    "Joseph S. Nye, Jr.",
    "Jaap de Wilde",
    "Ole Wæver",
    "Yuan-kang Wang",
    "Jean-Pierre Cabestan",
    "Fravel, M. T.",
    "Chen, Jian",
    "Weber, Max",
    "Watson JD",
    "Håvard Strand",
    "赵磊",
    "川島真",
]

BODIES = [
    "Information Office of the State Council of the People’s Republic of China",
    "Ministry of Foreign Affairs",
    "United Nations Department of Peacekeeping Operations",
    "Guowuyuan Xinwen Bangongshi",
    "Zhonghua Renmin Gongheguo Waijiaobu Zhengce Guihuasi",
    "Institute for Security and Development Policy",
    "World Bank",
    "Auswärtiges Amt",
    "Quanguo Renda Changwu Weiyuanhui",
    "International Crisis Group",
]

NEITHER = [
    "Jiangou Heping: Zhongguo dui Lianheguo",
    "the policy of reform",
    "Vol. 5",
    "2009",
    "May 3, 2009",
    "China’s Changing Policy on UN Peacekeeping Operations",
    "see below",
    "",
    "p. 5",
]


@pytest.mark.parametrize("text", PEOPLE)
def test_a_person(text):
    assert is_person(text)
    assert is_names(text)


@pytest.mark.parametrize("text", BODIES)
def test_a_body_is_no_person(text):
    assert is_body(text)
    assert not is_person(text)


@pytest.mark.parametrize("text", NEITHER)
def test_neither(text):
    assert not is_person(text)
    assert not is_names(text)


LISTS = [
    ("Zhong Longbiao and Wang Jun", ["Zhong Longbiao", "Wang Jun"]),
    ("Li Shenming and Wang Yizhou", ["Li Shenming", "Wang Yizhou"]),
    ("J. Smith, P. Jones", ["J. Smith", "P. Jones"]),
    ("Pagallo, G., & Haussler, D.", ["Pagallo, G.", "Haussler, D."]),
    ("Collier, P., Hoeffler, A., & Söderbom, M.", ["Collier, P.", "Hoeffler, A.", "Söderbom, M."]),
    ("Gill, Bates, and James Reilly", ["Gill, Bates", "James Reilly"]),
    ("Barry Buzan, Ole Wæver and Jaap de Wilde", ["Barry Buzan", "Ole Wæver", "Jaap de Wilde"]),
    ("Feest/Blankenburg", ["Feest", "Blankenburg"]),
    ("Robert O. Keohane and Joseph S. Nye, Jr.", ["Robert O. Keohane", "Joseph S. Nye, Jr."]),
    ("Müller, Hans; Meier, Karl", ["Müller, Hans", "Meier, Karl"]),
    ("Bourdieu, Pierre et Passeron, Jean-Claude", ["Bourdieu, Pierre", "Passeron, Jean-Claude"]),
    ("Watson JD, Crick FH", ["Watson JD", "Crick FH"]),
    ("Gleditsch et al.", ["Gleditsch"]),
    ("赵磊、王逸舟", ["赵磊", "王逸舟"]),
    ("Zhao Lei", ["Zhao Lei"]),
    ("Ministry of Trade and Industry", ["Ministry of Trade and Industry"]),
    (
        "Department of Policy Planning, Ministry of Foreign Affairs",
        ["Department of Policy Planning, Ministry of Foreign Affairs"],
    ),
]


@pytest.mark.parametrize(("text", "names"), [pytest.param(*row, id=row[0]) for row in LISTS])
def test_the_names_of_a_list(text, names):
    assert split_names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hadzilacos, V. Issues of fault tolerance in concurrent computations.", "Hadzilacos, V."),
        ("Niebauer T.M., Faller J.E. Absolute gravity measurements.", "Niebauer T.M., Faller J.E."),
        ("Issues of fault tolerance. Harvard, 1984.", ""),
        ("Zhao Lei, Jiangou Heping", ""),
    ],
)
def test_names_with_initials_that_open_an_entry(text, names):
    assert text[: leading_names(text, 0, len(text))].rstrip() == names


@pytest.mark.parametrize(
    ("text", "pinyin"),
    [
        ("Zhao Lei", True),
        ("Ouyang Wei", True),
        ("Xi Jinping", True),
        ("Yan Xue Tong", True),
        ("zhao lei", False),
        ("Rosemary Foot", False),
        ("Zhao", False),
        ("Katsumi Ishizuka", False),
        ("Renmin Ribao She Bian", False),
    ],
)
def test_two_or_three_pinyin_words(text, pinyin):
    assert looks_pinyin_name(text) is pinyin
