"""Which capitals of a title stand in braces."""

from __future__ import annotations

import pytest

from citekit.data import lines
from citekit.write.protect import title_value

ENGLISH = [
    ("China’s Changing Attitude to UN Peacekeeping", "China’s Changing Attitude to {UN} Peacekeeping"),
    ("UN Mission’s Summary Detailed by Country", "{UN} Mission’s Summary Detailed by Country"),
    ("Ten Episodes in China’s Diplomacy", "Ten Episodes in {China}’s Diplomacy"),
    ("United Nations Peacekeeping in Sierra Leone", "{United Nations} Peacekeeping in {Sierra Leone}"),
    ("Hotel Rwanda, Part I", "Hotel {Rwanda}, Part {I}"),
    ("A McDonald at the G20", "A {McDonald} at the {G20}"),
    ("Plan A for the U.S. Army", "Plan A for the {U.S.} Army"),
    ("Secretary-General Appoints Zhao Jingmin", "{Secretary-General} Appoints {Zhao Jingmin}"),
    ("Talks with David Miliband", "Talks with {David Miliband}"),
    ("Women between David and Goliath", "Women between David and Goliath"),
    ("Non-Chinese Troops", "Non-{Chinese} Troops"),
    ("“Blue Helmets” in War-Torn Liberia", "“{Blue Helmets}” in War-Torn {Liberia}"),
    ("Research & Development at 5%", r"Research \& Development at 5\%"),
    # sentence case: a capital that no sentence begins with is meant
    ("The making of Foo Bar in modern thought: A study", "The making of {Foo Bar} in modern thought: A study"),
    # "Polish" is also a verb, and a title in title case does not tell
    ("How to Polish Silver", "How to Polish Silver"),
]
OTHER = [
    (
        "Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin",
        "zh-Latn-pinyin",
        "Jiangou {Heping: Zhongguo} dui {Lianheguo Waijiao Xingwei Yanjin}",
    ),
    ("Zhongguo yu lienheguo weihe xingdong", "zh-Latn-pinyin", "Zhongguo yu lienheguo weihe xingdong"),
    ("Kokuren PKO to heiwa kouchiku", "ja-Latn", "Kokuren {PKO} to heiwa kouchiku"),
    ("Die Vereinten Nationen und die Welt", "de", "Die {Vereinten Nationen} und die {Welt}"),
    ("建构和平：中国", "zh-Hans", "建构和平：中国"),
    ("", "de", ""),
]
UNTOLD = [
    ("The Security Council and the Use of Force", "The {Security Council} and the Use of Force"),
    ("Zhongguo Dangdai Waijiaoshi", "Zhongguo {Dangdai Waijiaoshi}"),
]


@pytest.mark.parametrize(("title", "value"), ENGLISH)
def test_in_english_acronyms_and_names_keep_their_capitals(title, value):
    assert title_value(title, "en") == value


@pytest.mark.parametrize(("title", "language", "value"), OTHER)
def test_in_any_other_language_every_capital_is_kept(title, language, value):
    assert title_value(title, language) == value


@pytest.mark.parametrize(("title", "value"), UNTOLD)
def test_where_no_language_is_given_the_words_tell_it(title, value):
    assert title_value(title, "") == value


def test_accents_inside_braces_become_commands_on_request():
    assert title_value("Die Öffentlichkeit in Köln", "de", latex=True) == r"Die {\"Offentlichkeit} in {K\"oln}"


def test_the_list_has_no_name_twice_and_none_without_a_capital():
    names = [name for line in lines("proper-nouns-en.txt") for name in line.split("; ")]
    assert not {name for name in names if names.count(name) > 1}
    assert all(any(char.isupper() for char in name) for name in names)
