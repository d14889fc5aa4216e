"""Titles in pinyin → characters: what is decoded, what is kept as printed, how sure it is."""

from __future__ import annotations

import pytest

from citekit.romanise.characters import Candidate, restore
from citekit.romanise.characters.tokens import tokens
from citekit.romanise.lexicon import Lexicon


@pytest.mark.parametrize(
    ("title", "translation", "text"),
    [
        ("2008nian zhongguo de guofang", "China’s National Defense in 2008", "2008年中国的国防"),
        ("Lianheguo xiang hechu qu?", "Where is the UN Going?", "联合国向何处去？"),
        ("Jiaoxue xiangzhang, gongtong tigao", "Improving Together Through Education", "教学相长 共同提高"),
        ("Guojia anquan huiyi: 1997 nian 3 yue", "", "国家安全会议：1997年3月"),
        ("Zhongguo Waijiao: 2008nianban", "China’s Foreign Affairs: 2008", "中国外交：2008年版"),
        ("Zhongguo-dongmeng weihe huiyi", "China-ASEAN Peacekeeping", "中国－东盟维和会议"),
    ],
)
def test_a_title_is_restored(lexicon, title, translation, text):
    assert restore([(title, translation)], lexicon)[0].candidates[0].text == text


def test_the_translation_decides_between_words_that_sound_alike(lexicon):
    peace, why = restore([("weihe", "Peacekeeping"), ("weihe", "Why?")], lexicon)
    assert (peace.candidates[0].text, why.candidates[0].text) == ("维和", "为何")


def test_what_the_paper_has_elsewhere_counts(lexicon):
    elsewhere = [(f"{year} nian weihe budui", "Peacekeeping Troops") for year in range(1980, 2020)]
    alone = restore([("Weihe renyuan", "")], lexicon)[0].candidates[0].text
    helped = restore([("Weihe renyuan", ""), *elsewhere], lexicon)[0].candidates[0].text
    repeated = restore([("Weihe renyuan", ""), *[elsewhere[0]] * 40], lexicon)[0].candidates[0].text
    assert (alone, helped, repeated) == ("为何人员", "维和人员", "为何人员")


@pytest.mark.parametrize("title", ["", "?", "2008", "PKO"])
def test_what_has_no_syllables_has_no_candidates(lexicon, title):
    assert restore([(title, "")], lexicon)[0].candidates == ()


def test_the_shares_add_up_and_the_best_comes_first(lexicon):
    found = restore([("Gongying tiaozhan", "")], lexicon)[0].candidates
    assert sum(one.confidence for one in found) == pytest.approx(1, abs=0.001)
    assert [one.confidence for one in found] == sorted((one.confidence for one in found), reverse=True)
    assert all(len(one.characters) == len(one.text) for one in found)
    assert all(one.confidence <= min(one.characters) + 0.001 for one in found)


def test_figures_and_signs_are_certain_and_break_runs():
    candidate = Candidate("2008年中国的国防：联合国", 0.9, (*([1.0] * 10), 0.5, *([1.0] * 3)))
    assert candidate.sure_runs == ("年中国的国防",)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2008nian", [("", "2008"), ("nian", "")]),
        ("Di-er pi", [("di", ""), ("er", ""), ("pi", "")]),
        ("PKO xingdong", [("", "PKO"), ("xing dong", "")]),
        ("lienheguo", [("", "lienheguo")]),
        ("Zhanlue", [("zhan lve", "")]),
    ],
)
def test_a_title_is_cut_into_syllables_and_the_rest(title, expected):
    assert [(" ".join(one.syllables), one.text) for one in tokens(title)[0]] == expected


def test_without_frequencies_no_title_is_sure():
    bare = Lexicon(["zhongguo\t中国 -1000", "waijiao\t外角 -1000\t外交 -1000"])
    assert all(one.confidence <= 0.1 for one in restore([("Zhongguo waijiao", "")], bare)[0].candidates)
    told = Lexicon(["zhongguo\t中国 -1000", "waijiao\t外交 -500\t外角 -1400"], has_frequencies=True)
    assert restore([("Zhongguo waijiao", "")], told)[0].candidates[0].confidence > 0.9
