"""Two printed forms of one thing: names, dates, numbers, pages, periodicals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.language.agree import (
    dates_agree,
    is_misprint,
    numbers_agree,
    page_span,
    pages_agree,
    periodicals_agree,
    squeeze,
    weight,
)
from citekit.language.people import name_agrees, name_key, names_agree
from citekit.model import Name


def name(text):
    """``"Zhao, Lei"``; a body without a comma begins with ``=``, its translation follows a second one."""
    if text.startswith("="):
        literal, _, translated = text[1:].partition("=")
        return Name(literal=literal, translated=translated)
    family, _, given = text.partition(", ")
    return Name(family=family, given=given)


NAMES = [
    ("Guo", "Guo, Jisi", "same"),
    ("Tang, Yongshen", "Tang, Yongsheng", "near"),
    ("Jinag, Zemin", "Jiang, Zemin", "near"),
    ("Chen, Jing", "Jing, Chen", "same"),
    ("Thomas, P.A.", "Thomas, Philip", "same"),
    ("Stähle, Stefan", "Stahle, Stefan", "same"),
    ("Zhang, Wei", "Zheng, Wei", "unlike"),
    ("Zhang, Wei", "Zhang, Hui", "unlike"),
    ("Li, Dongyan", "Li, Shenming", "unlike"),
    ("Malloy, Michael", "Malloy, Robin Paul", "unlike"),
    ("=Waijiaobu=Foreign Ministry", "=Foreign Ministry", "same"),
    ("=ACLEC", "ACLEC", "same"),
    ("=Waijiaobu", "=Guofangbu", "unlike"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), NAMES)
def test_two_names(left, right, verdict):
    assert name_agrees(name(left), name(right)) == name_agrees(name(right), name(left)) == verdict


AUTHORS = [
    (["Danzig"], ["Danzig, Richard", "Lowy, Michael"], "same"),
    (["Danzig", "Lowy"], ["Danzig, Richard", "Lowy, Michael"], "same"),
    (["Galanter"], ["Danzig, Richard", "Lowy, Michael"], "unlike"),
    ([], ["Danzig, Richard"], "silent"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), AUTHORS)
def test_two_lists_of_authors(left, right, verdict):
    assert names_agree(tuple(map(name, left)), tuple(map(name, right))) == verdict


def test_a_name_is_looked_up_by_family_or_body():
    assert [name_key(name(text)) for text in ("Le Brun, M.", "=World Bank", "Stähle")] == [
        "lebrun",
        "worldbank",
        "stahle",
    ]


DATES = [
    ("2004", "2004-10", "same"),
    ("2004-10", "2004-11", "unlike"),
    ("2005-21", "2005-03", "same"),
    ("2005-21", "2005-22", "unlike"),
    ("2008-10-24/2008-10-25", "2008-10-24", "same"),
    ("", "2008", "silent"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), DATES)
def test_two_dates(left, right, verdict):
    assert dates_agree(left, right) == dates_agree(right, left) == verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("Vol. 5", "5", "same"),
        ("05", "5", "same"),
        ("9-10", "9", "unlike"),
        ("XXI", "xxi", "same"),
        ("", "5", "silent"),
    ],
)
def test_two_numbers(left, right, verdict):
    assert numbers_agree(left, right) == verdict


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [("39-44", "39–44", "same"), ("39-44", "44", "near"), ("171-8", "171-178", "same"), ("1-4", "9", "unlike")],
)
def test_two_extents(left, right, verdict):
    assert pages_agree(left, right) == verdict


def test_pages_that_hold_no_number():
    assert page_span("iv") is None


PERIODICALS = [
    ("Renmin Ribao", "Renmin ribao", "same"),
    ("Renmin Ribao", "Remin Ribao", "near"),
    ("Xinhua", "Xinhua Meiri Dianxun", "near"),
    ("Jiefang Ribao", "Jiefangjun Bao", "unlike"),
    ("Renmin Ribao", "", "silent"),
]


@pytest.mark.parametrize(("left", "right", "verdict"), PERIODICALS)
def test_two_periodicals(left, right, verdict):
    assert periodicals_agree([left], [right]) == periodicals_agree([right], [left]) == verdict


def test_digits_are_never_a_misprint():
    assert not is_misprint("zhongguowaijiao2008", "zhongguowaijiao2009")


def test_a_character_weighs_more_than_a_letter():
    assert weight("联合国") == 9
    assert weight("Law’s") == 4


@given(st.text(), st.text())
def test_comparing_does_not_depend_on_sides(left, right):
    one, other = squeeze(left), squeeze(right)
    assert is_misprint(one, other) == is_misprint(other, one)
    assert pages_agree(left, right) == pages_agree(right, left)
    assert squeeze(one) == one
