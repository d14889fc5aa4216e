"""A title's faces told apart by the language of each string: romanised, original script, translation."""

from __future__ import annotations

import pytest

from citekit.language.faces import translates
from citekit.parse.faces import split_faces

# the title as it stands, then main face, translation, original
FACES = [
    ("Jiangou Heping (Constructing Peace)", "Jiangou Heping", "Constructing Peace", None),
    ("Jiangou heping [Constructing Peace]", "Jiangou heping", "Constructing Peace", None),
    ("Jiangou heping 建构和平", "Jiangou heping", None, "建构和平"),
    ("Jiangou heping 建构和平 [Constructing Peace]", "Jiangou heping", "Constructing Peace", "建构和平"),
    ("Jiangou heping (建构和平)", "Jiangou heping", None, "建构和平"),
    (
        "Di’erpi weihe guanbing lijing fu gangguo (jin) (Second Unit to Leave Beijing)",
        "Di’erpi weihe guanbing lijing fu gangguo (jin)",
        "Second Unit to Leave Beijing",
        None,
    ),
    (
        "Zhongguo fu gangguo (jin) weihe budui (Chinese Unit)",
        "Zhongguo fu gangguo (jin) weihe budui",
        "Chinese Unit",
        None,
    ),
    ("fu gangguo (jin)", "fu gangguo (jin)", None, None),
    ("The Responsibility to Protect (R2P)", "The Responsibility to Protect (R2P)", None, None),
    (
        "Monthly Summary of Contributions (Police, Military Observers and Troops)",
        "Monthly Summary of Contributions (Police, Military Observers and Troops)",
        None,
        None,
    ),
    ("Globalization: What’s New? (And So What?)", "Globalization: What’s New? (And So What?)", None, None),
    ("Lianheguo xiang hechu qu? (Where is the UN Going?)", "Lianheguo xiang hechu qu?", "Where is the UN Going?", None),
    (
        "2008nian zhongguo de guofang (China’s National Defense in 2008)",
        "2008nian zhongguo de guofang",
        "China’s National Defense in 2008",
        None,
    ),
    ("2003 nian zhongguo junshi waijiao", "2003 nian zhongguo junshi waijiao", None, None),
    ("Shijie Zhengzhi (World Politics (Monthly))", "Shijie Zhengzhi", "World Politics (Monthly)", None),
    (
        "Kokuren PKO to heiwa kouchiku (UN Peacekeeping Operations and Peacebuilding)",
        "Kokuren PKO to heiwa kouchiku",
        "UN Peacekeeping Operations and Peacebuilding",
        None,
    ),
    (
        "Chūgoku kindai gaikō no keisei [The Formation of Modern Chinese Diplomacy]",
        "Chūgoku kindai gaikō no keisei",
        "The Formation of Modern Chinese Diplomacy",
        None,
    ),
    (
        "Zhonghua Renmin Gongheguo Waijiaobu (Ministry of Foreign Affairs, People’s Republic of China)",
        "Zhonghua Renmin Gongheguo Waijiaobu",
        "Ministry of Foreign Affairs, People’s Republic of China",
        None,
    ),
    (
        "Zhongguo Xinwen Wang (China News: Internet Version),",
        "Zhongguo Xinwen Wang",
        "China News: Internet Version",
        None,
    ),
    ("Wirtschaft und Gesellschaft [Economy and Society]", "Wirtschaft und Gesellschaft", "Economy and Society", None),
    ("建构和平", "建构和平", None, None),
    ("中国の外交 (China’s Diplomacy)", "中国の外交", "China’s Diplomacy", None),
    ("World Economics and Politics", "World Economics and Politics", None, None),
    ("(Constructing Peace)", "(Constructing Peace)", None, None),
]


@pytest.mark.parametrize(("text", "main", "translation", "original"), [pytest.param(*row, id=row[0]) for row in FACES])
def test_faces(text, main, translation, original):
    faces = split_faces(text, 0, len(text))
    cut = [span and text[slice(*span)] for span in (faces.main, faces.translation, faces.original)]
    assert cut == [main, translation, original]


TORN = [
    ("Wo guo juban shouqi Course Held),", (19,), "Wo guo juban shouqi", "Course Held"),
    (
        "Zhongmeng lianhe xunlian (Joint Training Successfully",
        (53,),
        "Zhongmeng lianhe xunlian",
        "Joint Training Successfully",
    ),
    ("International Strategy Review 2008),", (0,), None, "International Strategy Review 2008"),
    ("Policy),", (0,), None, "Policy"),
]


@pytest.mark.parametrize(("text", "gaps", "main", "translation"), [pytest.param(*row, id=row[0]) for row in TORN])
def test_faces_torn_by_lost_text(text, gaps, main, translation):
    faces = split_faces(text, 0, len(text), gaps)
    assert [span and text[slice(*span)] for span in (faces.main, faces.translation)] == [main, translation]


@pytest.mark.parametrize(
    ("main", "inner", "does"),
    [
        ("Renmin Ribao", "People’s Daily", True),
        ("Guoji Wenti Yanjiu", "International Stduies", True),
        ("Boei Kenkyusho Kiyo", "NIDS Security Studies", True),
        ("fu gangguo", "jin", False),
        ("People’s Daily", "Beijing", False),
        ("The Responsibility to Protect", "R2P", False),
        ("World Politics", "Weltpolitik", False),
        ("Renmin Ribao", "2009", False),
        ("人民日报", "People’s Daily", True),
    ],
)
def test_a_bracket_that_translates(main, inner, does):
    assert translates(main, inner) is does
