"""Misprints found: what is flagged, what is proposed and why, and what must stay silent."""

from __future__ import annotations

import pytest

from citekit.romanise import apply
from citekit.romanise.lexicon import Lexicon
from citekit.romanise.lexicon.build import build
from citekit.romanise.lexicon.stems import stems
from citekit.romanise.misprints import Known, Printed, misprints
from citekit.romanise.misprints.countries import are_countries
from citekit.romanise.misprints.known import known_names
from citekit.romanise.misprints.printed import tokens
from citekit.romanise.misprints.slips import slips

NONE = Lexicon(())


def found(strings, lexicon, **more):
    """What is printed and what is proposed, string by string."""
    return [[(one.old, one.new) for one in repairs] for repairs in misprints(strings, lexicon, **more)]


@pytest.mark.parametrize(
    ("title", "translation", "old", "new"),
    [
        ("Zhongguo yu lienheguo weihe xingdong", "China and UN Peacekeeping Operations", "lienheguo", "lianheguo"),
        (
            "Zhonguo ‘lankui’ rang shijie kan shenme",
            "What Do Chinese Peacekeepers Let World See?",
            "Zhonguo",
            "Zhongguo",
        ),
        ("Wo jun shouci weihe gongzuo huiyi kaimmu", "First PLA Work Conference Opens", "kaimmu", "kaimu"),
        ("Kuoda hexuo, huli gongying", "Expand Cooperation and Mutual Benefit", "hexuo", "hezuo"),
        ("Jiaoxue xiangchang, gongtong tigao", "Improving Together", "xiangchang", "xiangzhang"),
        ("Zhonghua Renmin Gonghegu waijiaobu", "Ministry of the People’s Republic", "Gonghegu", "Gongheguo"),
    ],
)
def test_a_misprint_is_found_and_what_is_meant_comes_first(lexicon, title, translation, old, new):
    (repairs,) = misprints([Printed(title, translation)], lexicon)
    assert [(one.code, one.old, one.new) for one in repairs] == [("PY020", old, new)]
    assert repairs[0].candidates[0] == new
    assert repairs[0].evidence
    assert title[repairs[0].start : repairs[0].end] == old
    assert apply(title, repairs) == title.replace(old, new)


@pytest.mark.parametrize(
    "title",
    [
        "Dangang weihe: zhangxian fuzeren daguo xingxiang",
        "Heping zhu renhuan",
        "Lianheguo weihe xingdong: quebing queqian",
        "Zhongguo ‘lankui’ wei shijie heping tiancai",
        "Jieshou faguo ‘feijialuo’ caifang",
        "Jiaqiang hezuo, gongying tiaozhan",
        "Zhongguo fu gangguo (jin) weihe budui zujian wanbi",
        "Di’erpi weihe guanbing lijing",
        "2008nian zhongguo de guofang",
        "Lü Zhengcao Huiyilu",
        "PKO",
        "",
    ],
)
def test_bait_stays_silent(lexicon, title):
    assert found([Printed(title)], lexicon) == [[]]


def test_only_the_paper_tells_some_misprints(lexicon):
    odd = Printed("Zhongguo canyu weihe xindong de huiyi")
    others = [
        Printed(f"{word} weihe xingdong de {word}") for word in ("fazhan", "yanjiu", "gaige", "zuoyong", "anquan")
    ]
    assert found([odd], lexicon) == [[]]
    assert found([odd, *others], lexicon)[0] == [("xindong", "xingdong")]


def test_a_title_printed_twice_is_no_evidence_for_itself(lexicon):
    once = Printed("Zhongguo canyu weihe xindong de huiyi")
    assert not any(found([once] * 5, lexicon))


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Tang Yongsheng", "Tang Yongshen"], [[], [("Yongshen", "Yongsheng")]]),
        (["Jiang Zemin", "Jinag Zemin"], [[], [("Jinag", "Jiang")]]),
        (["Jinag Zemin"], [[("Jinag", "Jiang")]]),
        (["Zhnag Weimin", "Chung Weimin", "Lee Weimin"], [[("Zhnag", "Zhang")], [], []]),
        (["Li Yuye"], [[("Yuye", "Luye")]]),
        (["He Yin", "Yin He"], [[], [("Yin He", None)]]),
        (["Mao Luipeng"], [[("Luipeng", None)]]),
        (["Chen Jian", "Chen Jing"], [[], []]),
        (["Wang Jun", "Zhai Jun", "Zhang Li", "Zhang Lei"], [[], [], [], []]),
        (["John Li", "Kofi Annan", "Xinhua", "Katsumi Ishizuka"], [[], [], [], []]),
    ],
)
def test_names(names, expected):
    assert found([Printed(name, role="name") for name in names], NONE) == expected


def test_a_name_turned_round_is_found_where_one_order_has_no_surname_first():
    names = ["Yang Jiechi", "Jiechi Yang"]
    assert found([Printed(name, role="name") for name in names], NONE)[1] == [("Jiechi Yang", "Yang Jiechi")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Remin Ribao", [("Remin", "Renmin")]),
        ("Renmin Ribao", []),
        ("Renmin ribao", []),
        ("Jiefang Jun Bao", []),
        ("Zhongguo Nongmin Ribao", []),
    ],
)
def test_a_periodical_is_compared_with_the_list(name, expected):
    assert found([Printed(name, role="periodical")], NONE, lookup=known_names()) == [expected]


def test_a_periodical_is_compared_with_the_paper_too():
    names = ["Dangshi Zonglan", "Dangshi Zonglan", "Dangshi Zonlan", "Dangshi Bolan"]
    strings = [Printed(name, role="periodical") for name in names]
    assert found(strings, NONE) == [[], [], [("Zonlan", "Zonglan")], []]


def test_evidence_of_a_list_names_the_characters():
    lookup = {"Remin Ribao": [Known("Renmin Ribao", "人民日报")]}
    (repairs,) = misprints([Printed("Remin Ribao", role="periodical")], NONE, lookup=lambda name: lookup.get(name, ()))
    assert "人民日报" in repairs[0].reason


def test_without_frequencies_no_pinyin_is_still_found_and_proposals_come_from_phrases(monkeypatch):
    monkeypatch.setattr("citekit.romanise.lexicon.packages.find_spec", lambda _: None)
    (repairs,) = misprints([Printed("Shehui zhuyi hexuo kaimmu yu lienheguo")], Lexicon(build()))
    assert [one.old for one in repairs] == ["hexuo", "kaimmu", "lienheguo"]


def test_long_words_with_a_hyphen_are_two():
    assert [token.key for token in tokens("Zhongguo-dongmeng yu di-er pi")] == [
        "zhongguo",
        "dongmeng",
        "yu",
        "di'er",
        "pi",
    ]


@pytest.mark.parametrize(
    ("printed", "meant", "cheap"),
    [("xindong", "xingdong", True), ("lienhe", "lianhe", True), ("jinag", "jiang", True), ("hexuo", "hezuo", False)],
)
def test_slips_have_their_price(printed, meant, cheap):
    costs = [cost for word, cost in slips(printed) if word == meant]
    assert costs
    assert (min(costs) < 5) is cheap


@pytest.mark.parametrize(
    ("word", "translation", "expected"),
    [
        ("zhongsu", "Sino-Soviet Relations", True),
        ("zhongmei", "China and the United States", True),
        ("zhongsu", "Relations with Neighbours", False),
        ("zhonghua", "China", False),
        ("zhongguo", "China", False),
    ],
)
def test_two_countries_that_the_translation_names_make_a_word(word, translation, expected):
    (token,) = tokens(word)
    assert are_countries(token.syllables, stems(translation)) is expected


def test_a_slip_of_the_ear_is_told_as_one(lexicon):
    (repairs,) = misprints([Printed("Zhongguo jingji fazan", "China’s Economic Development")], lexicon)
    assert [(one.old, one.new) for one in repairs] == [("fazan", "fazhan")]
    assert "the two sound alike" in repairs[0].reason


@pytest.mark.parametrize(
    ("title", "translation", "old", "new"),
    [
        ("Liangan guanxi yanjiu", "Studies of Cross-Strait Relations", "Liangan", "Liang’an"),
        ("Xin jieduan de fangan", "The Plan of a New Stage", "fangan", "fang’an"),
        ("Zhongguo danganguan", "Archives of China", "danganguan", "dang’anguan"),
        ("Beijing Tiananmen", "Tiananmen in Beijing", "Tiananmen", "Tian’anmen"),
    ],
)
def test_a_word_that_is_another_without_its_apostrophe(lexicon, title, translation, old, new):
    (repairs,) = misprints([Printed(title, translation)], lexicon)
    assert [(one.code, one.sort, one.old, one.new) for one in repairs] == [("PY003", "orthography", old, new)]


@pytest.mark.parametrize("title", ["Fangan qingxu", "Xian zhengfu", "Jianguo fanglüe", "Xinan lianda"])
def test_words_that_need_no_apostrophe_stay_silent(lexicon, title):
    assert [one for one in misprints([Printed(title)], lexicon)[0] if one.code == "PY003"] == []
