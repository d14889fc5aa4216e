"""Printed strings checked: what is found, what is proposed, what is applied by default, and what is left alone."""

from __future__ import annotations

import csv
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.romanise import apply, check, disjoint, harmless, undo
from citekit.romanise.wade import pinyin_of

# string; findings as code, old → new; the string with what is harmless; the string with all
CHECKED = [
    ("Lv Desheng", ["PY006 v→ü"], "Lü Desheng", "Lü Desheng"),
    ("LV DESHENG", ["PY006 V→Ü"], "LÜ DESHENG", "LÜ DESHENG"),
    ("Guoji Zhanlue Yanjiu", ["PY006 u→ü"], "Guoji Zhanlüe Yanjiu", "Guoji Zhanlüe Yanjiu"),
    ("nu:xing yu Zhongguo", ["PY006 u:→ü"], "nüxing yu Zhongguo", "nüxing yu Zhongguo"),
    ("Xi`an de weihe", ["PY005 `→’"], "Xi’an de weihe", "Xi’an de weihe"),
    ("Zhongguo yu lienheguo", ["PY002 lien→lian"], "Zhongguo yu lienheguo", "Zhongguo yu lianheguo"),
    ("ZHONGGUO YU LIENHEGUO", ["PY002 LIEN→LIAN"], "ZHONGGUO YU LIENHEGUO", "ZHONGGUO YU LIANHEGUO"),
    ("jundui wei shijie hepong chuxheng", ["PY001 pong", "PY001 x"], *["jundui wei shijie hepong chuxheng"] * 2),
    ("Zhongguo haoai weihe", ["PY003 →’"], "Zhongguo haoai weihe", "Zhongguo hao’ai weihe"),
    ("Beijing tianan shijian", ["PY003 "], "Beijing tianan shijian", "Beijing tianan shijian"),
    ("Zhongguo de xüexi", ["PY004 ü→u"], "Zhongguo de xüexi", "Zhongguo de xuexi"),
    ("Tang Jiaxuan tong an’nan huitan", ["PY007 ’→"], "Tang Jiaxuan tong an’nan huitan",
     "Tang Jiaxuan tong annan huitan"),
    ("Zhōngguó wàijiāo", ["PY008 ō→o", "PY008 ó→o", "PY008 à→a", "PY008 ā→a"],
     "Zhōngguó wàijiāo", "Zhongguo waijiao"),
    ("Zhong1guo lv4", ["PY008 1→", "PY006 v→ü", "PY008 4→"], "Zhong1guo lü4", "Zhongguo lü"),
    ("2008nian zhongguo de guofang", ["PY009 → "], "2008nian zhongguo de guofang", "2008 nian zhongguo de guofang"),
    ("Woguo paiqian wu-ming renyuan", ["PY009 -→ "], "Woguo paiqian wu-ming renyuan", "Woguo paiqian wu ming renyuan"),
    ("Di’erpi weihe guanbing", ["PY009 ’→-", "PY009 → "], "Di’erpi weihe guanbing", "Di-er pi weihe guanbing"),
    ("disanci huiyi", ["PY009 →-", "PY009 → "], "disanci huiyi", "di-san ci huiyi"),
    ("Chung-kuo wai-chiao shih", ["PY012 Chung-kuo", "PY012 wai-chiao", "PY012 shih"], "Chung-kuo wai-chiao shih",
     "Chung-kuo wai-chiao shih"),
    ("Kokuren PKO to heiwa kouchiku", ["PY013 ou"], "Kokuren PKO to heiwa kouchiku", "Kokuren PKO to heiwa kouchiku"),
    ("Chuo Koron", ["PY013 Chuo", "PY013 Koron"], "Chuo Koron", "Chuo Koron"),
    ("Boei Kenkyusho Kiyo", ["PY013 Boei", "PY013 Kenkyusho", "PY013 Kiyo"], "Boei Kenkyusho Kiyo",
     "Boei Kenkyusho Kiyo"),
    ("seizi to heiwa no kenkyū", ["PY014 zi"], "seizi to heiwa no kenkyū", "seizi to heiwa no kenkyū"),
]  # fmt: skip

ALONE = [
    "Zhongguo dui Lianheguo Waijiao Xingwei Yanjin", "Di-er pi", "di-60 jie huiyi", "1997 nian 3 yue-5 yue",
    "Zhongguo-dongmeng weihe yantaohui", "Zhongguo yu PKO", "Kuomintang yu Zhongguo", "Xi'an yu Yan’an",
    "Peking University yu Zhongguo waijiao", "Guoji Zhanlüe Yanjiu", "Weiyan heping zhu renhuan", "fu gangguo (jin)",
    "The Concept of Law", "Gesellschaft", "人民日报", "Tōyō bunka kenkyūjo", "Peking University", "", "2008",
    "Dangang weihe: zhangxian fuzeren daguo xingxiang", "quebing queqian", "Chiang Kai-shek",
]  # fmt: skip


def told(repair):
    return f"{repair.code} {repair.old}" + ("" if repair.new is None else f"→{repair.new}")


@pytest.mark.parametrize(("text", "found", "mild", "whole"), [pytest.param(*row, id=row[0]) for row in CHECKED])
def test_findings_and_repairs(text, found, mild, whole):
    repairs = check(text)
    assert [told(repair) for repair in repairs] == found
    assert apply(text, harmless(repairs)) == mild
    assert apply(text, repairs) == whole
    assert undo(whole, repairs) == text
    assert all(text[repair.start : repair.end] == repair.old for repair in repairs)
    assert all(repair.reason.endswith(".") and 0 < repair.confidence <= 1 for repair in repairs)


@pytest.mark.parametrize("text", ALONE)
def test_what_is_left_alone(text):
    assert check(text) == ()


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("lienheguo weihe", ("lianheguo", "li’enheguo")),
        ("Boei to heiwa", ("Bōei",)),
        ("heiwa no kouchiku", ("kōchiku",)),
        ("omou koto no kenkyū", ("omō",)),
        ("Beijing tianan shijian", ("tian’an", "ti’an’an", "ti’anan", "dianan")),
        ("Kuo chi wen t’i", ("Guo",)),
    ],
)
def test_candidates(text, candidates):
    assert check(text)[0].candidates == candidates


def test_a_vowel_that_may_be_two_is_only_suspected():
    (repair,) = check("omou koto no kenkyū", "ja-Latn")
    assert (repair.sort, repair.new, repair.confidence) == ("suspect", None, 0.5)


@pytest.mark.parametrize(
    ("word", "pinyin"),
    [
        ("hsin-hua", "xinhua"), ("Hsin-hua", "Xinhua"), ("Chung-kuo", "Chongguo Chongkuo Zhongguo Zhongkuo"),
        ("t'ien-an", "tian’an"), ("kung", "gong kong"), ("Peking", ""), ("", ""),
    ],
)  # fmt: skip
def test_wade_giles_in_pinyin(word, pinyin):
    assert " ".join(pinyin_of(word)) == pinyin


def test_where_breathings_are_printed_none_is_missing():
    assert pinyin_of("Kung-ch'an", marked=True) == ("Gongchan",)


@settings(derandomize=True)
@given(st.text(alphabet="aeiouüvngzhld'’-12 AL:ōŭ", max_size=24) | st.text(max_size=20))
def test_the_printed_form_is_got_back(text):
    for language in ("zh-Latn-pinyin", "ja-Latn", "zh-Latn-wadegile", ""):
        repairs = check(text, language)
        for made in (repairs, harmless(repairs)):
            assert undo(apply(text, made), made) == text
        assert all(text[repair.start : repair.end] == repair.old for repair in disjoint(repairs))


@settings(derandomize=True)
@given(st.text(alphabet="aeiouüvngzhld'’`- L", max_size=16))
def test_what_is_harmless_is_made_once(text):
    once = apply(text, harmless(check(text, "zh-Latn-pinyin")))
    assert harmless(check(once, "zh-Latn-pinyin")) == ()


def test_the_strings_of_the_first_paper(shared):
    """18 of 18 misprints that are no words, both ü, the apostrophe: and no other error in 228 Chinese strings."""
    with (shared / "gold" / "romanisation" / "strings.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    found = [repair for row in rows if row["lang"] == "zh" for repair in check(row["string"], "zh-Latn-pinyin")]
    codes = [repair.code for repair in found]
    assert {code: codes.count(code) for code in sorted(set(codes))} == {
        "PY001": 8, "PY002": 10, "PY006": 2, "PY007": 1, "PY009": 8,
    }  # fmt: skip
    assert {repair.candidates[0].casefold() for repair in found if repair.code == "PY002"} == {
        "lianheguo", "lianhegu", "lianhe",
    }  # fmt: skip


def test_a_thousand_titles_are_checked_in_a_second():
    titles = [f"Zhongguo yu lienheguo weihe xingdong di-{number} juan, {number}nian" for number in range(1000)]
    began = time.process_time()
    assert all(check(title) for title in titles)
    assert time.process_time() - began < 2  # a second on a machine with nothing else to do, as scripts/bench shows
