"""Pinyin read strictly: the syllables, the apostrophe rule, ü in its spellings; misprints and words that are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.data import lines
from citekit.language import is_pinyin, syllable_count

# well-formed words and how many syllables they have
WORDS = [
    ("Lianheguo", 3), ("weihe", 2), ("xingdong", 2), ("zhongguo", 2), ("Zhongying", 2), ("jiangou", 2), ("heping", 2),
    ("Renmin", 2), ("Ribao", 2), ("Guowuyuan", 3), ("Chubanshe", 3), ("jueding", 2), ("shi", 1), ("er", 1), ("a", 1),
    ("nar", 1), ("Xi’an", 2), ("yi’an", 2), ("zhang'ai", 2), ("Di’erpi", 3), ("Gong’an", 2), ("an’nan", 2),
    ("Tian`anmen", 3), ("wu-ming", 2), ("Zhongguo-dongmeng", 4), ("2008nian", 1), ("2008nianban", 2),
    ("nü", 1), ("nv", 1), ("nu:", 1), ("lüe", 1), ("Zhanlüe", 2), ("lue", 1), ("Zhanlue", 2), ("Lv", 1), ("quanqiu", 2),
    ("zhuang", 1), ("qiongxiong", 2), ("renhuan", 2), ("lankui", 2), ("feijialuo", 3), ("liangan", 2),
    ("China", 2), ("Kuomintang", 3), ("heiwa", 2),  # read alone, nothing in them says that they are none
]  # fmt: skip

# misprints of pinyin, and words of other languages
NONE = [
    "lienheguo", "lienhegu", "lienhe", "Zhonguo", "Luipeng", "Jinag", "jich", "hepong", "chuxheng", "kaimmu", "hexuo",
    "Peking", "Hsi", "chung-kuo", "United", "peacekeeping", "Stähle", "Frieden", "kokuren", "Tokyo", "zhng", "aoa",
    "tianan", "21", "", "'", "-", "的",
]  # fmt: skip


@pytest.mark.parametrize(("word", "count"), [pytest.param(*row, id=row[0]) for row in WORDS])
def test_words(word, count):
    assert is_pinyin(word)
    assert is_pinyin(word.upper())
    assert syllable_count(word) == count


@pytest.mark.parametrize("word", NONE)
def test_what_is_no_pinyin(word):
    assert not is_pinyin(word)
    assert syllable_count(word) == 0


def test_a_vowel_inside_a_word_wants_an_apostrophe():
    """ISO 7098: what begins with a, e or o stands first or behind an apostrophe; so "xian" is one syllable."""
    assert (syllable_count("xian"), syllable_count("xi’an")) == (1, 2)
    assert (syllable_count("fangan"), syllable_count("fang’an")) == (2, 2)
    assert (syllable_count("tianan"), syllable_count("tian’an")) == (0, 2)


def test_a_final_r_is_no_syllable_of_its_own():
    assert syllable_count("wanr") == syllable_count("wan") == 1


SYLLABLES = lines("pinyin-syllables.txt")


def test_the_table_of_syllables():
    assert len(SYLLABLES) == len(set(SYLLABLES)) >= 400
    assert all(is_pinyin(syllable) and syllable_count(syllable) == 1 for syllable in SYLLABLES)


@settings(derandomize=True)
@given(st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=6))
def test_syllables_joined_by_the_rule_are_parted_again(chosen):
    word = chosen[0] + "".join(f"'{one}" if one[0] in "aeo" else one for one in chosen[1:])
    assert is_pinyin(word)
    assert syllable_count(word) == len(chosen)


@settings(derandomize=True)
@given(st.text(max_size=30))
def test_any_text_is_answered(text):
    assert (syllable_count(text) > 0) == (is_pinyin(text) and any(char.isalpha() for char in text))
