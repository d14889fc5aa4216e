"""Wade–Giles by the rules of its initials and finals, and back, where every reading is a candidate."""

from __future__ import annotations

import pytest

from citekit.language.pinyin import syllables
from citekit.language.wade_giles import is_foreign_to_pinyin, readings, wade_giles

# pinyin (v for ü), Wade–Giles
SPELT = [
    ("ba", "pa"), ("pa", "p'a"), ("da", "ta"), ("tang", "t'ang"), ("gong", "kung"), ("kong", "k'ung"), ("guo", "kuo"),
    ("jiang", "chiang"), ("qing", "ch'ing"), ("xing", "hsing"), ("xiong", "hsiung"), ("xue", "hsüeh"), ("xu", "hsü"),
    ("zhi", "chih"), ("chi", "ch'ih"), ("shi", "shih"), ("ri", "jih"), ("zi", "tzu"), ("ci", "tz'u"), ("si", "ssu"),
    ("zhong", "chung"), ("zhang", "chang"), ("zhuo", "cho"), ("shuo", "shuo"), ("zuo", "tso"), ("luo", "lo"),
    ("lian", "lien"), ("jie", "chieh"), ("ye", "yeh"), ("yan", "yen"), ("yuan", "yüan"), ("yu", "yü"), ("you", "yu"),
    ("yong", "yung"), ("ge", "ko"), ("he", "ho"), ("de", "te"), ("er", "erh"), ("gui", "kuei"), ("hui", "hui"),
    ("dui", "tui"), ("ren", "jen"), ("rong", "jung"), ("lv", "lü"), ("lve", "lüeh"), ("yi", "i"), ("quan", "ch'üan"),
    ("jun", "chün"), ("qiong", "ch'iung"), ("cai", "ts'ai"), ("xiao", "hsiao"),
]  # fmt: skip

READ = [
    ("lien", "lian"), ("kung", "gong kong"), ("chu", "chu ju qu zhu"), ("ch'ü", "qu"), ("ch’u", "chu qu"),
    ("hsueh", "xue"), ("tzu", "ci zi"), ("tz'u", "ci"), ("chih", "chi zhi"), ("szu", "si"), ("erh", "er"),
    ("Chiang", "jiang qiang"), ("xing", ""), ("", ""), ("zhong", ""),
]  # fmt: skip


@pytest.mark.parametrize(("syllable", "spelt"), SPELT)
def test_pinyin_spelt_as_wade_giles(syllable, spelt):
    assert wade_giles(syllable) == spelt
    assert syllable in readings(spelt)


@pytest.mark.parametrize(("printed", "expected"), READ)
def test_every_reading_is_a_candidate(printed, expected):
    assert " ".join(readings(printed)) == expected


@pytest.mark.parametrize("syllable", sorted(syllables()))
def test_the_way_back_holds_the_syllable_with_and_without_marks(syllable):
    spelt = wade_giles(syllable)
    assert syllable in readings(spelt)
    assert syllable in readings(spelt.replace("'", "").replace("ü", "u"))


def test_without_marks_a_third_of_the_spellings_is_open():
    bare = {wade_giles(syllable).replace("'", "").replace("ü", "u") for syllable in syllables()}
    assert (len(bare), sum(len(readings(spelt)) > 1 for spelt in bare)) == (299, 107)


@pytest.mark.parametrize(("syllable", "foreign"), [("lien", True), ("hsi", True), ("kuo", False), ("chu", False)])
def test_what_cannot_be_pinyin(syllable, foreign):
    assert is_foreign_to_pinyin(syllable) is foreign
