"""Titles and names with three faces in nine styles, line by line, cited and listed."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.style.catalogue import Catalogue
from citekit.style.context import Cite
from citekit.style.locales import Locales
from citekit.style.positions import Cluster
from citekit.style.processor import Processor
from citekit.style.style import Style
from tests.style.face_records import ARTICLE, BOOK, M_ARTICLE, MORE, T_ARTICLE, M, T, shown

CHICAGO, AUTHOR_DATE = "chicago-notes-bibliography-17th-edition", "chicago-author-date-17th-edition"
CHINESE = "china-national-standard-gb-t-7714-2015-numeric"
BOOK_NOTE = "Zhao Lei, <i>{M}</i> {T} (Beijing: Jiuzhou Chubanshe, 2007), 45."
ARTICLE_NOTE = "Zhao Lei and Wang Jun, “{m}” {t}, <i>Dangdai Yatai</i> 12, no. 2 (2009): 45."
ARTICLE_ENTRY = "Zhao Lei, and Wang Jun. “{m}” {t}. <i>Dangdai Yatai</i> 12, no. 2 (2009): 54–72."

# style, view: the book and the article as cited with page 45, and as listed
LINES = [
    (
        CHICAGO,
        "romanised",
        [BOOK_NOTE, ARTICLE_NOTE],
        ["Zhao Lei. <i>{M}</i> {T}. Beijing: Jiuzhou Chubanshe, 2007.", ARTICLE_ENTRY],
    ),
    (
        "chicago-notes-bibliography",
        "romanised",
        [BOOK_NOTE.replace("Beijing: ", ""), ARTICLE_NOTE],
        ["Zhao Lei. <i>{M}</i> {T}. Jiuzhou Chubanshe, 2007.", ARTICLE_ENTRY],
    ),
    (
        AUTHOR_DATE,
        "romanised",
        ["(Zhao 2007, 45)", "(Zhao and Wang 2009, 45)"],
        [
            "Zhao Lei. 2007. <i>{M}</i> {T}. Beijing: Jiuzhou Chubanshe.",
            "Zhao Lei, and Wang Jun. 2009. “{m}” {t}. <i>Dangdai Yatai</i> 12 (2): 54–72.",
        ],
    ),
    (
        "apa",
        "romanised",
        ["(Zhao, 2007, p. 45)", "(Zhao & Wang, 2009, p. 45)"],
        [
            "Zhao, L. (2007). <i>{M}</i> {T}. Jiuzhou Chubanshe.",
            "Zhao, L., & Wang, J. (2009). {m} {t}. <i>Dangdai Yatai</i>, <i>12</i>(2), 54–72.",
        ],
    ),
    (
        "modern-language-association",
        "romanised",
        ["(Zhao 45)", "(Zhao and Wang 45)"],
        [
            "Zhao Lei. <i>{M}</i> {T}. Jiuzhou Chubanshe, 2007.",
            "Zhao Lei, and Wang Jun. “{m}” {t}. <i>Dangdai Yatai</i>, vol. 12, no. 2, 2009, pp. 54–72.",
        ],
    ),
    (
        "harvard-cite-them-right",
        "romanised",
        ["(Zhao, 2007, p. 45)", "(Zhao and Wang, 2009, p. 45)"],
        [
            "Zhao, L. (2007) <i>{M}</i> {T}. Beijing: Jiuzhou Chubanshe.",
            "Zhao, L. and Wang, J. (2009) “{m}” {t}, <i>Dangdai Yatai</i>, 12(2), pp. 54–72.",
        ],
    ),
    (
        "ieee",
        "romanised",
        ["[1, p. 45]", "[2, p. 45]"],
        [
            "[1] L. Zhao, <i>{M}</i> {T}. Beijing: Jiuzhou Chubanshe, 2007.",
            "[2] L. Zhao and J. Wang, “{m}” {t}, <i>Dangdai Yatai</i>, vol. 12, no. 2, pp. 54–72, 2009.",
        ],
    ),
    (
        "nlm-citation-sequence",
        "romanised",
        ["(1)", "(2)"],
        [
            "1. Zhao L. {M} {T}. Beijing: Jiuzhou Chubanshe; 2007.",
            "2. Zhao L, Wang J. {m} {t}. Dangdai Yatai. 2009;12(2):54–72.",
        ],
    ),
    (
        CHINESE,
        "original",
        ["<sup>[1]</sup>", "<sup>[2]</sup>"],
        [
            "[1] 赵磊. 建构和平: 中国对联合国外交行为的演进[M]. 北京: 九州出版社, 2007.",
            "[2] ZHAO L, WANG J. {m} {t}[J]. Dangdai Yatai, 2009, 12(2): 54-72.",
        ],
    ),
]
MORE_LINES = Path(__file__).with_name("three_faces.txt")


@pytest.fixture(scope="module")
def styles():
    return Catalogue()


@pytest.fixture(scope="module")
def locales():
    return Locales()


@pytest.fixture
def told(styles, locales):
    def tell(name, view, items):
        processor = Processor(Style(styles.find(name).xml, locales), items, view=view)
        cited = processor.cite([Cluster((Cite(item["id"], "45"),), at) for at, item in enumerate(items, 1)])
        entries = {entry.id: shown(entry.tree) for entry in processor.bibliography()}
        return [shown(tree) for tree in cited], [entries.get(item["id"], "") for item in items]

    return tell


@pytest.mark.parametrize(("style", "view", "cited", "listed"), LINES)
def test_a_book_and_an_article_of_a_chinese_author(told, style, view, cited, listed):
    found = told(style, view, [BOOK, ARTICLE])
    texts = {"M": M, "T": f"[{T}]", "m": M_ARTICLE, "t": f"[{T_ARTICLE}]"}
    assert found == ([line.format(**texts) for line in cited], [line.format(**texts) for line in listed])


def lines(told):
    """Every line of the file as it comes out: style and view, then note and entry of each record."""
    found = []
    for style, view, *_ in LINES:
        cited, listed = told(style, view, MORE)
        found.append(f"# {style}, {view}")
        for item, note, entry in zip(MORE, cited, listed, strict=True):
            found += [f"{item['id']}", f"  {note}".rstrip(), f"  {entry}".rstrip()]
    return found


def test_other_scripts_and_kinds_of_record(told):
    assert lines(told) == MORE_LINES.read_text(encoding="utf-8").splitlines()
