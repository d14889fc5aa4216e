"""What styles of CSL-M need of it: layouts by language, ``has-day``, Chinese order, elements that may be left out."""

from __future__ import annotations

import pytest

from citekit.style.collate import in_pinyin
from citekit.style.context import Cite
from citekit.style.locales import Locales
from citekit.style.node import text
from citekit.style.positions import Cluster
from citekit.style.processor import Processor
from citekit.style.style import Style

HEAD = '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.1mlz1" class="in-text" default-locale="zh-CN"'
PARTS = """<names variable="author"><name delimiter=", " and="text" et-al-min="3" et-al-use-first="1"/><institution/>
</names><text variable="title" quotes="true"/><choose><if has-day="issued"><date variable="issued" form="numeric"/></if>
<else><date variable="issued"><date-part name="year"/></date></else></choose>"""
STYLE = f"""{HEAD}>
<locale xml:lang="zh"><terms><term name="et-al">等</term><term name="and">和</term></terms></locale>
<locale xml:lang="en"><terms><term name="et-al">et al.</term><term name="and">and</term></terms></locale>
<citation><layout locale="en fr" delimiter="; "><names variable="author"><name form="short" and="text" et-al-min="3"
et-al-use-first="1"/></names></layout><layout delimiter="；"><names variable="author"><name form="short" and="text"
et-al-min="3" et-al-use-first="1"/></names></layout></citation>
<bibliography><layout locale="en fr" suffix="."><group delimiter=". ">{PARTS}</group></layout>
<layout locale="ja" suffix="（終）"><text variable="title"/></layout>
<layout suffix="。"><group delimiter="．">{PARTS}</group></layout></bibliography></style>"""
ONE_LAYOUT = f"""{HEAD}><citation><layout><text variable="title"/></layout></citation><bibliography><layout suffix=".">
<group delimiter=". ">{PARTS}</group></layout></bibliography></style>"""


def names(*given):
    return [{"family": family, "given": first} for family, first in given]


CHINESE = {
    "type": "book",
    "title": "建构和平",
    "author": names(("赵", "磊"), ("王", "军"), ("李", "明")),
    "issued": {"date-parts": [[2007]]},
}
ENGLISH = {
    "type": "book",
    "title": "On peace",
    "author": names(("Smith", "John"), ("Doe", "Jane"), ("Roe", "Ann")),
    "issued": {"date-parts": [[2009, 3, 4]]},
}
CHINESE_ENTRY = "赵磊等．《建构和平》．2007。"
ENGLISH_ENTRY = "John Smith et al. “On peace.” 03/04/2009."


@pytest.fixture(scope="module")
def locales():
    return Locales()


@pytest.fixture
def listed(locales):
    def lines(style, *items, **more):
        named = [{"id": str(at), **item} for at, item in enumerate(items)]
        return [text(entry.tree) for entry in Processor(Style(style, locales), named, **more).bibliography()]

    return lines


# language of the item, what stands in the bibliography: layout, terms, date and quotation marks go with the language
LAYOUTS = [
    ({**CHINESE, "language": "zh-CN"}, CHINESE_ENTRY),
    ({**CHINESE, "language": "zh"}, CHINESE_ENTRY),
    (CHINESE, CHINESE_ENTRY),
    ({**CHINESE, "language": "ko"}, CHINESE_ENTRY),
    ({**CHINESE, "language": "ja"}, "建构和平（終）"),
    ({**CHINESE, "language": "ja-JP"}, "建构和平（終）"),
    ({**ENGLISH, "language": "en"}, ENGLISH_ENTRY),
    ({**ENGLISH, "language": "en-US"}, ENGLISH_ENTRY),
    ({**ENGLISH, "language": "fr-FR"}, ENGLISH_ENTRY),
    (ENGLISH, "John Smith等．《On peace》．2009-03-04。"),
]


@pytest.mark.parametrize(("item", "line"), LAYOUTS)
def test_the_layout_of_an_items_language(listed, item, line):
    assert listed(STYLE, item) == [line]


def test_a_mixed_bibliography(listed):
    found = listed(STYLE, {**CHINESE, "language": "zh"}, {**ENGLISH, "language": "en"})
    assert found == [CHINESE_ENTRY, ENGLISH_ENTRY]


def test_cites_take_the_words_of_their_items(locales):
    items = [{"id": "zh", **CHINESE, "language": "zh"}, {"id": "en", **ENGLISH, "language": "en"}]
    processor = Processor(Style(STYLE, locales), items)
    clusters = [Cluster((Cite("zh"),)), Cluster((Cite("en"),)), Cluster((Cite("en"), Cite("zh")))]
    assert [text(tree) for tree in processor.cite(clusters)] == ["赵等", "Smith et al.", "Smith et al.; 赵等"]


def test_one_layout_can_take_the_terms_of_each_items_language(listed):
    items = [{**CHINESE, "language": "zh-CN"}, {**ENGLISH, "language": "en"}, ENGLISH]
    assert listed(ONE_LAYOUT, *items) == [
        "赵磊等. 《建构和平》. 2007.",
        "John Smith等. 《On peace》. 2009-03-04.",
        "John Smith等. 《On peace》. 2009-03-04.",
    ]
    assert listed(ONE_LAYOUT, *items, item_terms=True) == [
        "赵磊等. 《建构和平》. 2007.",
        "John Smith et al. “On peace.” 03/04/2009.",
        "John Smith等. 《On peace》. 2009-03-04.",
    ]


@pytest.mark.parametrize(("locale", "order"), [("zh-CN", "安陈赵A"), ("en-US", "A安赵陈")])
def test_a_chinese_bibliography_is_sorted_by_pinyin(listed, locale, order):
    layout = '<layout><text variable="title"/></layout>'
    style = f"""{HEAD} default-locale-sort="{locale}"><citation>{layout}</citation>
    <bibliography><sort><key variable="title"/></sort>{layout}</bibliography></style>"""
    assert "".join(listed(style, *({"title": title} for title in "赵A陈安"))) == order


def test_frequent_characters_come_before_rare_ones_and_both_before_letters():
    assert sorted("Zhao 龘 赵 Adams 北京 安德".split(), key=in_pinyin) == ["安德", "北京", "赵", "龘", "Adams", "Zhao"]


def test_institutions_may_be_left_out(locales):
    assert Style(STYLE, locales).warnings == []
