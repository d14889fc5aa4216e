"""Printed names → family and given name: by surname lists, syllables, the title's language, the document itself."""

from __future__ import annotations

import pytest

from citekit.parse.memory import Memory, remember
from citekit.parse.people import read_name, read_names

ZH, EN, JA = "zh-Latn-pinyin", "en", "ja-Latn"

# printed, the title's language, family, given, order
NAMES = [
    ("Zhao Lei", ZH, "Zhao", "Lei", "family-first"),
    ("Zhao Lei", EN, "Zhao", "Lei", "family-first"),
    ("Mao Tse-tung", EN, "Mao", "Tse-tung", "family-first"),
    ("Chiang Ching-kuo", EN, "Chiang", "Ching-kuo", "family-first"),
    ("Soong Smith-jones", EN, "Smith-jones", "Soong", "given-first"),
    ("Tang Yongsheng", ZH, "Tang", "Yongsheng", "family-first"),
    ("Tang Yongshen", ZH, "Tang", "Yongshen", "family-first"),
    ("Jinag Zemin", ZH, "Jinag", "Zemin", "family-first"),
    ("Mao Luipeng", ZH, "Mao", "Luipeng", "family-first"),
    ("Lv Desheng", ZH, "Lv", "Desheng", "family-first"),
    ("He Yin", ZH, "He", "Yin", "family-first"),
    ("Pang Zhongying", EN, "Pang", "Zhongying", "family-first"),
    ("Jing Chen", EN, "Chen", "Jing", "given-first"),
    ("Jing Chen", ZH, "Jing", "Chen", "family-first"),
    ("Yongjin Zhang", EN, "Zhang", "Yongjin", "given-first"),
    ("Xiaoming Huang", EN, "Huang", "Xiaoming", "given-first"),
    ("Yuan-kang Wang", EN, "Wang", "Yuan-kang", "given-first"),
    ("Chin-hao Huang", EN, "Huang", "Chin-hao", "given-first"),
    ("Yan Xue Tong", ZH, "Yan", "Xue Tong", "family-first"),
    ("Katsumi Ishizuka", JA, "Ishizuka", "Katsumi", "given-first"),
    ("Hikaru Yamashita", JA, "Yamashita", "Hikaru", "given-first"),
    ("Kawashima Shin", JA, "Kawashima", "Shin", "family-first"),
    ("Kim Dae-jung", EN, "Kim", "Dae-jung", "family-first"),
    ("Stefan Stähle", EN, "Stähle", "Stefan", "given-first"),
    ("M. Taylor Fravel", EN, "Fravel", "M. Taylor", "given-first"),
    ("H. L. A. Hart", EN, "Hart", "H. L. A.", "given-first"),
    ("Rosemary Foot", ZH, "Foot", "Rosemary", "given-first"),
    ("Chen, Jian", EN, "Chen", "Jian", "inverted"),
    ("Fravel, M. Taylor", EN, "Fravel", "M. Taylor", "inverted"),
    ("Watson JD", EN, "Watson", "JD", "family-first"),
    ("Kim", EN, "Kim", "", "unknown"),
    ("赵磊", "zh-Hans", "赵", "磊", "family-first"),
    ("欧阳修", "zh-Hans", "欧阳", "修", "family-first"),
    ("川島真", "ja", "川島", "真", "family-first"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "language", "family", "given", "order"),
    [pytest.param(*row, id=f"{row[0]} ({row[1]})") for row in NAMES],
)
def test_family_and_given_name(printed, language, family, given, order):
    name = read_name(printed, title_language=language, memory=Memory())
    assert (name.family, name.given, name.order) == (family, given, order)
    assert name.why


@pytest.mark.parametrize(
    ("printed", "particle", "family", "given", "suffix"),
    [
        ("Jaap de Wilde", "de", "Wilde", "Jaap", ""),
        ("Peter van Ham", "van", "Ham", "Peter", ""),
        ("Wolfgang von der Groeben", "von der", "Groeben", "Wolfgang", ""),
        ("van der Putten, Frans-Paul", "van der", "Putten", "Frans-Paul", ""),
        ("Joseph S. Nye, Jr.", "", "Nye", "Joseph S.", "Jr"),
        ("William H. Press III", "", "Press", "William H.", "III"),
    ],
)
def test_particles_and_suffixes(printed, particle, family, given, suffix):
    name = read_name(printed, title_language=EN, memory=Memory())
    assert (name.particle, name.family, name.given, name.suffix) == (particle, family, given, suffix)


def test_original_script_behind_a_name():
    name = read_name("Wang Yizhou 王逸舟", title_language=ZH, memory=Memory())
    assert (name.family, name.given, name.original) == ("Wang", "Yizhou", "王逸舟")


@pytest.mark.parametrize(
    "text",
    [
        "Information Office of the State Council of the People’s Republic of China",
        "Xinhua Yuebao she",
        "United Nations Department of Peacekeeping Operations",
        "Xinhua",
        "Kyodo News",
        "World Bank",
    ],
)
def test_a_body_is_one_literal_name(text):
    (name,) = read_names(text, title_language=ZH, memory=Memory())
    assert (name.literal, name.order, name.family) == (text, "literal", "")


@pytest.mark.parametrize(
    ("text", "families"),
    [
        ("Zhong Longbiao and Wang Jun", ["Zhong", "Wang"]),
        ("Deng Guozheng and Lv Desheng", ["Deng", "Lv"]),
        ("Collier, P., Hoeffler, A., & Söderbom, M.", ["Collier", "Hoeffler", "Söderbom"]),
        ("Nils Petter Gleditsch, Peter Wallensteen, et al.", ["Gleditsch", "Wallensteen"]),
        ("Robert O. Keohane and Joseph S. Nye, Jr.", ["Keohane", "Nye"]),
        ("", []),
    ],
)
def test_lists(text, families):
    assert [name.family for name in read_names(text, title_language=EN, memory=Memory())] == families


def test_the_document_remembers_how_a_name_is_printed_elsewhere():
    """Both "Yin" and "He" are surnames: what the prose prints decides, beside a title that is not Chinese."""
    memory = remember(["He Yin holds that He Yin was right.", "Yin He, China’s Changing Policy"])
    assert (memory.seen("He", "Yin"), memory.seen("Yin", "He"), memory.seen("Yin", "Lei")) == (2, 1, 0)
    name = read_name("Yin He", title_language=EN, memory=memory)
    assert (name.family, name.given, name.order) == ("He", "Yin", "given-first")
    assert "He Yin" in name.why


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Zhao Lei and Tang Yongsheng", [("Zhao", "Lei"), ("Tang", "Yongsheng")]),
        ("Pang Zhongying’s view", []),
        ("Renmin Ribao", [("Renmin", "Ribao")]),
        ("Stefan Stähle", []),
        ("", []),
    ],
)
def test_pairs_of_pinyin_words(text, pairs):
    memory = remember([text])
    assert all(memory.seen(*pair) == 1 for pair in pairs)
    assert sum(memory.pairs.values()) == len(pairs)


def test_a_double_surname_first():
    name = read_name("Ouyang Wei", title_language=ZH, memory=Memory())
    assert (name.family, name.given) == ("Ouyang", "Wei")
