"""The mora grammar of romanised Japanese."""

from __future__ import annotations

import pytest

from citekit.language.japanese import is_romaji

ROMAJI = [
    "kokuren", "heiwa", "kouchiku", "iji", "katsudo", "katsudō", "Kenkyūsho", "Kenkyusho", "Kiyo", "Boei", "bōei",
    "gaikō", "keisei", "Chūgoku", "Nippon", "shinbun", "Ajia", "Keizai", "takokusekigun", "imiai", "keiken",
    "Nihon", "tenkan", "Ryōsei", "Iwanami", "gendai", "ronsō", "zasshi", "matchi", "kekkon", "Shuppan",
]  # fmt: skip

OTHER = [
    "Zhongguo", "lianheguo", "xingdong", "Zhang", "Tang", "weihe_", "Shijie Jingji", "peacekeeping", "Vol",
    "dangdai", "qianjing", "Frieden", "12", "", "l’État", "kl", "sing",
]  # fmt: skip


@pytest.mark.parametrize("word", ROMAJI)
def test_words_by_the_mora(word):
    assert is_romaji(word)


@pytest.mark.parametrize("word", OTHER)
def test_words_of_other_languages(word):
    assert not is_romaji(word)


@pytest.mark.parametrize("word", ["kin'yū", "shin’ei", "shimbun", "kempō"])
def test_other_spellings_of_n(word):
    assert is_romaji(word)
