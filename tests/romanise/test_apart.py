"""Strings as print has them, taken apart into romanised form, original and translation."""

from __future__ import annotations

import csv
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.model import Face, Title
from citekit.romanise import faces_of, take_apart

# the string, then the romanised (or only) face, the original, the translation
APART = [
    ("Renmin Ribao (People’s Daily)", "Renmin Ribao", None, "People’s Daily"),
    ("Renmin Ribao 人民日报 (People’s Daily)", "Renmin Ribao", "人民日报", "People’s Daily"),
    ("人民日报 Renmin Ribao [People’s Daily]", "Renmin Ribao", "人民日报", "People’s Daily"),
    ("人民日报 (Renmin Ribao)", "Renmin Ribao", "人民日报", None),
    ("Jiangou heping (建构和平) (Constructing Peace)", "Jiangou heping", "建构和平", "Constructing Peace"),
    ("Jiangou heping (建构和平, Constructing Peace)", "Jiangou heping", "建构和平", "Constructing Peace"),
    ("Jiangou heping [建构和平; Constructing Peace]", "Jiangou heping", "建构和平", "Constructing Peace"),
    ("Jiangou heping = Constructing Peace", "Jiangou heping", None, "Constructing Peace"),
    ("Fu gangguo (jin) 赴刚果（金） [To the Congo]", "Fu gangguo (jin)", "赴刚果（金）", "To the Congo"),
    ("Zhongguo fu gangguo (jin) weihe budui", "Zhongguo fu gangguo (jin) weihe budui", None, None),
    ("Di’erpi lijing fu gangguo (jin) (Second Unit)", "Di’erpi lijing fu gangguo (jin)", None, "Second Unit"),
    ("《建构和平》 (Constructing Peace)", "建构和平", None, "Constructing Peace"),
    ("中国PKO研究 (Zhongguo PKO yanjiu)", "Zhongguo PKO yanjiu", "中国PKO研究", None),
    ("“Zhongguo ‘lankui’” (China’s ‘Blue Helmet’)", "Zhongguo ‘lankui’", None, "China’s ‘Blue Helmet’"),
    ("Zhongguo Waijiao: 2008 (China: 2008)", "Zhongguo Waijiao: 2008", None, "China: 2008"),
    ("Waijiaobu 外交部 (Ministry: PRC)", "Waijiaobu", "外交部", "Ministry: PRC"),
    ("Hao Chunwen 郝春文", "Hao Chunwen", "郝春文", None),
    ("郝春文 Hao Chunwen", "Hao Chunwen", "郝春文", None),
    ("郝春文 (Hao Chunwen)", "Hao Chunwen", "郝春文", None),
    ("Ouyang Xiu 歐陽修 (1007–1072)", "Ouyang Xiu", "歐陽修", None),
    ("Sima Guang 司馬光 (d. 1086)", "Sima Guang", "司馬光", None),
    ("Lü Buwei 呂不韋", "Lü Buwei", "呂不韋", None),
    ("Academia Sinica (Zhongyang yanjiuyuan 中央研究院)", "Zhongyang yanjiuyuan", "中央研究院", "Academia Sinica"),
    ("Wenxue pinglun 文學評論 [Literary review]", "Wenxue pinglun", "文學評論", "Literary review"),
    ("Lun “Wusi” yundong [On the “May Fourth”]", "Lun “Wusi” yundong", None, "On the “May Fourth”"),
    ("Yuandai shi (shang) [The Yuan, part 1]", "Yuandai shi (shang)", None, "The Yuan, part 1"),
    ("Zhongyang ribao（Central Daily News）", "Zhongyang ribao", None, "Central Daily News"),
    ("Shanghai Renmin {Shanghai People’s Press}", "Shanghai Renmin", None, "Shanghai People’s Press"),
    ("Chūgoku no gaikō 中国の外交 (China’s Diplomacy)", "Chūgoku no gaikō", "中国の外交", "China’s Diplomacy"),
    ("Han'guk kŭndaesa 한국근대사 [Modern history]", "Han'guk kŭndaesa", "한국근대사", "Modern history"),
    ("Sōseki 漱石", "Sōseki", "漱石", None),
    ("Chung-kuo wai-chiao shih [A history]", "Chung-kuo wai-chiao shih", None, "A history"),
    ("Han'guk hyŏndaesa [A modern history]", "Han'guk hyŏndaesa", None, "A modern history"),
    ("Renmin Ribao 【People’s Daily】", "Renmin Ribao", None, "People’s Daily"),
    ("The Responsibility to Protect (R2P)", "The Responsibility to Protect (R2P)", None, None),
    ("Wei Heping", "Wei Heping", None, None),
    ("建构和平", "建构和平", None, None),
    ("(Constructing Peace)", "(Constructing Peace)", None, None),
]


@pytest.mark.parametrize(("text", "main", "original", "translation"), [pytest.param(*row, id=row[0]) for row in APART])
def test_faces(text, main, original, translation):
    faces = faces_of(text)
    assert [span and text[slice(*span)] for span in (faces.main, faces.original, faces.translation)] == [
        main, original, translation,
    ]  # fmt: skip


def test_faces_with_their_languages():
    assert take_apart("Renmin Ribao 人民日报 (People’s Daily)") == Title(
        Face("Renmin Ribao", "zh-Latn-pinyin"), Face("人民日报", "zh-Hans"), Face("People’s Daily", "en")
    )


@pytest.mark.parametrize(
    "form",
    ["{} ({})", "{} [{}]", "{}（{}）", "{} 【{}】", "{} {{{}}}", "{} = {}", "“{}” ({})", "{}, (“{}”)", "{} ({}),"],
)
def test_the_strings_of_the_first_paper(shared, form):
    """335 of 335: each string alone stays whole, each with its translation is parted, in any bracket."""
    with (shared / "gold" / "romanisation" / "strings.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    wanted = [(row["string"], (row["string"], None)) for row in rows]
    pairs = [(row["string"], row["translation"]) for row in rows if row["translation"]]
    wanted += [(form.format(*pair), pair) for pair in pairs]
    wrong = []
    for text, faces in wanted:
        found = faces_of(text)
        if tuple(span and text[slice(*span)] for span in (found.main, found.translation)) != faces:
            wrong.append(text)
    assert len(wanted) == 335
    assert not wrong


@settings(derandomize=True)
@given(st.text(alphabet="ab ()[]（）“”'=,:人民ō国", max_size=20) | st.text(max_size=20))
def test_any_text_has_faces_that_lie_in_it_apart(text):
    faces = faces_of(text)
    spans = sorted(span for span in (faces.main, faces.original, faces.translation) if span)
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
