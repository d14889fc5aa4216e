"""Original script and translation beside a romanised title, in the views that show them."""

from __future__ import annotations

import pytest

TITLE = {
    "language": "zh-Latn-pinyin",
    "original": {"text": "建构和平", "language": "zh-Hans"},
    "translation": {"text": "Constructing peace", "language": "en"},
}
ITEM = {
    "title": "Jiangou heping",
    "publisher": "Jiuzhou Chubanshe",
    "author": [{"family": "Zhao", "given": "Lei"}, {"family": "Doe", "given": "Jane"}],
    "custom": {
        "citekit": {
            "title": TITLE,
            "publisher": {"original": {"text": "九州出版社"}},
            "names": {"author": [{"order": "family-first", "original": "赵磊"}, {}]},
        }
    },
}

# layout, view, what is printed
VIEWS = [
    ('<text variable="title"/>', "romanised", "Jiangou heping [Constructing peace]"),
    ('<text variable="title"/>', "original", "建构和平"),
    ('<text variable="title"/>', "all", "Jiangou heping 建构和平 [Constructing peace]"),
    # brackets stand roman, outside italics and quotation marks, before the punctuation that follows
    ('<text variable="title" font-style="italic"/>', "romanised", "<i>Jiangou heping</i> [Constructing peace]"),
    ('<text variable="title" quotes="true"/>', "romanised", "“Jiangou heping” [Constructing peace]"),
    ('<text variable="title" quotes="true" suffix=","/>', "romanised", "“Jiangou heping” [Constructing peace],"),
    (
        '<text variable="title" font-style="italic" suffix="."/>',
        "all",
        "<i>Jiangou heping</i> 建构和平 [Constructing peace].",
    ),
    (
        '<text variable="title" font-style="italic" quotes="true"/>',
        "romanised",
        "“<i>Jiangou heping</i>” [Constructing peace]",
    ),
    ('<text variable="title" text-case="title"/>', "romanised", "Jiangou heping [Constructing peace]"),
    ('<text variable="title" text-case="uppercase"/>', "romanised", "JIANGOU HEPING [Constructing peace]"),
    (
        '<group font-style="italic"><text variable="title"/></group>',
        "romanised",
        "<i>Jiangou heping</i> [Constructing peace]",
    ),
    ('<text variable="title" form="short"/>', "romanised", "Jiangou heping"),
    ('<text variable="publisher"/>', "romanised", "Jiuzhou Chubanshe"),
    ('<text variable="publisher"/>', "original", "九州出版社"),
    ('<text variable="publisher"/>', "all", "Jiuzhou Chubanshe 九州出版社"),
    # names: family first without a comma where the given name is whole, inverted where it is not
    ('<names variable="author"><name and="text"/></names>', "romanised", "Zhao Lei and Jane Doe"),
    ('<names variable="author"><name name-as-sort-order="all"/></names>', "romanised", "Zhao Lei, Doe, Jane"),
    (
        '<names variable="author"><name name-as-sort-order="all" initialize-with="."/></names>',
        "romanised",
        "Zhao, L., Doe, J.",
    ),
    ('<names variable="author"><name initialize-with=". "/></names>', "romanised", "L. Zhao, J. Doe"),
    ('<names variable="author"><name form="short"/></names>', "romanised", "Zhao, Doe"),
    ('<names variable="author"/>', "original", "赵磊, Jane Doe"),
    ('<names variable="author"/>', "all", "Zhao Lei 赵磊, Jane Doe"),
]


@pytest.mark.parametrize(("layout", "view", "line"), VIEWS)
def test_the_faces_of_a_view(made, layout, view, line):
    assert made.cited(made.style(layout), ITEM, view=view) == line


# custom.citekit as it may come from other hands
ODD = [None, [], "x", {"title": None}, {"title": []}, {"title": {"translation": "x"}}, {"names": {"author": [None, 7]}}]
ODD += [
    {"names": []},
    {"names": {"author": {}}},
    {"title": {"translation": {"text": ""}}},
    {"title": {"language": None}},
]


@pytest.mark.parametrize("beside", ODD, ids=repr)
def test_odd_faces_are_passed_over(made, beside):
    item = {"title": "Fog", "author": [{"family": "Roe"}], "custom": {"citekit": beside}}
    assert made.printed('<text variable="title"/><names variable="author" prefix=" "/>', item) == "Fog Roe"


def test_a_title_without_a_romanised_face(made):
    item = {"custom": {"citekit": {"title": {"original": {"text": "建构和平"}}}}}
    assert made.printed('<text variable="title"/>', item) == "建构和平"
