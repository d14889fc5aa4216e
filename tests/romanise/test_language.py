"""Which language, script and romanisation a string is in."""

from __future__ import annotations

import csv
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.language import tell
from citekit.romanise import check, language_of

ZH, WG, JA, KO = "zh-Latn-pinyin", "zh-Latn-wadegile", "ja-Latn", "ko-Latn"

STRINGS = [
    (ZH, "Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin"),
    (ZH, "Zhongguo yu lienheguo weihe xingdong"),
    (ZH, "Heping dunpai: zhongguo jundui wei shijie hepong chuxheng"),
    (ZH, "1997 nian 3 yue-5 yue"),
    (ZH, "Zhōngguó wàijiāo shǐ"),
    (ZH, "Zhong1guo2 li4shi3"),
    (ZH, "Lishi Yanjiu"),
    (ZH, "Kuo-min-tang"),
    (WG, "Chung-kuo wai-chiao shih"),
    (WG, "Chung-kuo chin-tai shih"),
    (WG, "Mao Tse-tung hsüan-chi"),
    (WG, "Pei-ching ta-hsüeh"),
    (WG, "Ta-kung pao"),
    (WG, "Ssu-ma Ch'ien"),
    (WG, "Kuo chi wen t’i"),
    (WG, "Kuang-ming jih-pao"),
    (WG, "Shih-chieh chih-shih"),
    ("zh-Latn", "Peking"),
    ("zh-Latn", "Kwangtung"),
    ("yue-Latn-jyutping", "zung1 gwok3 lik6 si2"),
    (JA, "Kokuren PKO to heiwa kouchiku"),
    (JA, "Tōyō bunka kenkyūjo"),
    (JA, "Boei Kenkyusho Kiyo"),
    (JA, "Ajia Keizai"),
    (JA, "Hikaru Yamashita"),
    (JA, "Bungei Shunju"),
    (JA, "Waseda Daigaku"),
    (JA, "Sekai"),
    (JA, "Chuo Koron"),
    (ZH, "Heimao"),
    (ZH, "Remin Ribao"),
    (KO, "Han'guk hyŏndaesa"),
    (KO, "Hanguk jeongchi"),
    (KO, "Gukje jeongchi nonchong"),
    (KO, "Kukche chŏngch'i nonch'ong"),
    (KO, "Chungang ilbo"),
    ("zh-Hans", "建构和平：中国对联合国外交行为的演进"),
    (KO, "Samguk sagi"),
    (KO, "Tongnip undong sa"),
    (ZH, "Gugong bowuyuan yuankan"),
    (ZH, "Min'guo dang'an"),
    (ZH, "Lun Han-Tang shiqi de sichou zhi lu"),
    (WG, "Chung-yang yen-chiu yüan"),
    (WG, "T'ai-wan wen-hsien"),
    (JA, "Senshi sōsho"),
    (JA, "Jieitai no kokusai koken"),
    ("zh-Hant", "國際關係學會"),
    ("zh-Hant", "臺灣史研究"),
    ("zh-Hant", "灣"),
    ("zh-Hans", "赵孟頫研究"),
    ("zh-Hans", "清史稿"),
    ("zh-Hans", "歴史"),  # as Japanese writes it: in neither character set
    ("ja", "中国近代外交の形成"),
    ("ko", "한국의 외교정책"),
    ("en", "Peking University"),
    ("en", "Ten men in a boat"),
    ("en", "China and UN Peacekeeping Operations"),
    ("en", "New York Times"),
    ("en", "UN"),
    ("fr", "Les règles de l’art"),
    ("it", "L’età dei diritti"),
    ("de", "Zur Soziologie des Rechts"),
    ("de", "Die Definitionsmacht der Polizei"),
    ("fr", "Le giscardisme"),
    ("und", "1999"),
    ("und", ""),
]

LIMITS = [
    ("zh-Latn", "Gwoyeu Romatzyh", "the tonal spelling of Gwoyeu Romatzyh is not known"),
    (JA, "Shina jihen", "every word is pinyin but one"),
    ("en", "Hong Kong gonghui", "a name of a place in English, then pinyin; who is right is open"),
]


@pytest.mark.parametrize(("language", "text"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in STRINGS])
def test_strings(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("language", "text"),
    [pytest.param(tag, text, marks=pytest.mark.xfail(reason=why), id=text) for tag, text, why in LIMITS],
)
def test_what_is_not_told_yet(language, text):
    assert language_of(text) == language


def test_the_strings_of_the_first_paper(shared):
    """All 335 strings and translations: 0.98 right, and every title, book, periodical and publisher."""
    with (shared / "gold" / "romanisation" / "strings.tsv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    told = [(row["role"], language_of(row["string"]), {"zh": ZH, "ja": JA}[row["lang"]], row["string"]) for row in rows]
    told += [("", language_of(row["translation"]), "en", row["translation"]) for row in rows if row["translation"]]
    wrong = [row for row in told if row[1] != row[2]]
    assert len(told) == 335
    assert len(wrong) <= 0.02 * len(told), wrong
    assert not [row for row in wrong if row[0] != "name"]


@settings(derandomize=True)
@given(st.text(max_size=40))
def test_any_text_is_answered(text):
    assert language_of(text)


@pytest.mark.parametrize("text", ["建构和平", "국제", "мир", "1999", "The Concept of Law", "Zhongguo de guofang"])
def test_what_the_ground_tells_well_stays(text):
    assert language_of(text) == tell(text)


def test_titles_of_europe_are_hardly_taken_for_romanised(shared):
    """Of 2,838 titles, containers and publishers of other papers 17 are told as romanised, and 6 give an error."""
    strings = set()
    for name in ("reference-lists.jsonl", "law-notes.jsonl"):
        for line in (shared / "gold" / name).read_text(encoding="utf-8").splitlines():
            strings |= set(values(json.loads(line)))
    romanised = [text for text in strings if "-Latn" in language_of(text)]
    alarms = [text for text in romanised if any(repair.sort == "error" for repair in check(text))]
    assert len(strings) > 2500
    assert len(romanised) <= 17
    assert len(alarms) <= 6


def values(entry):
    """Every title, container and publisher in a piece of JSON."""
    if isinstance(entry, list):
        return [text for part in entry for text in values(part)]
    if not isinstance(entry, dict):
        return []
    own = [entry[name] for name in ("title", "container", "publisher") if isinstance(entry.get(name), str)]
    return own + [text for part in entry.values() for text in values(part)]
