"""Strings evened out for comparison."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.language import fold, fold_ascii

FOLDED = [
    ("Lianheguo 60 zhounian: zhenglun jiaodian", "lianheguo 60 zhounian zhenglun jiaodian"),
    ("China – ASEAN", "china-asean"),
    ("Zhongguo-dongmeng", "zhongguo-dongmeng"),
    ("pp. 55 – 60", "pp 55-60"),
    ("“Jiji de gongxian,”", "jiji de gongxian"),
    ("Di’erpi", "di erpi"),
    ("Where is the UN Going?", "where is the un going"),
    ("Stähle", "stähle"),
    ("Straße", "strasse"),
    ("ＡＢＣ　１２", "abc 12"),
    ("ﬁnal", "final"),
    ("建构和平：中国", "建构和平 中国"),
    ("  ", ""),
    ("—", ""),
    ("", ""),
]

PLAIN = [
    ("Stähle", "stahle"),
    ("Sōryō Kenkyūsho", "soryo kenkyusho"),
    ("Zhanlüe", "zhanlue"),
    ("Políticas públicas", "politicas publicas"),
    ("Wæver", "wæver"),
    ("Håvard Strand", "havard strand"),
    ("建构和平", "建构和平"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_fold(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "plain"), PLAIN)
def test_fold_without_accents(text, plain):
    assert fold_ascii(text) == plain


@settings(derandomize=True)
@given(st.text(max_size=40))
def test_a_folded_string_has_no_blanks_or_hyphens_at_its_ends(text):
    assert fold(text) == fold(text).strip(" -")
    assert "  " not in fold(text)


@pytest.mark.parametrize("text", ["China – “ASEAN”", "0-\x080"])
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
