"""Conventional names and places: what is kept, and what they are in pinyin."""

from __future__ import annotations

import re

import pytest
from pypinyin import lazy_pinyin

from citekit.language import is_pinyin
from citekit.romanise.conventional import conventional_names, names_in
from citekit.romanise.gazetteer import places, places_named

SURNAMES = {"曾荫权", "曾国藩"}  # read zeng as surnames; pypinyin has the commoner ceng
LOANS = {"尼泊尔"}  # bo, as in a port of call; pypinyin has the commoner po


def letters(text):
    return re.sub("[^a-zü]", "", text.lower())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Peking University Press", ["Peking University"]),
        ("in Peking, the Kuomintang", ["Peking", "Kuomintang"]),
        ("Chiang Kai-shek and Sun Yat-sen University", ["Chiang Kai-shek", "Sun Yat-sen University"]),
        ("Teng Hsiao-p’ing", ["Teng Hsiao-p'ing"]),
        ("Hong\nKong", ["Hong Kong"]),
        ("Hong Kong’s basic law", ["Hong Kong"]),
        ("Beijing Daxue", []),
        ("the canton of Bern", []),
        ("Cantonment", []),
        ("Ili-style", []),
        ("", []),
    ],
)
def test_conventional_names_are_found_whole(text, names):
    found = names_in(text)
    assert [name.name for _, name in found] == names
    for (start, end), name in found:
        assert re.sub(r"\s+", " ", text[start:end]).replace("’", "'") == name.name


def test_each_name_is_found_in_itself():
    assert len(conventional_names()) >= 150
    for row in conventional_names():
        assert names_in(row.name) == (((0, len(row.name)), row),)


def test_no_name_is_its_own_pinyin():
    assert not [row.name for row in conventional_names() if row.name == row.pinyin]


def test_the_characters_of_conventional_names_read_as_their_pinyin():
    wrong = {
        row.characters
        for row in conventional_names()
        if "".join(lazy_pinyin(row.characters, v_to_u=True)) != letters(row.pinyin)
    }
    assert wrong == SURNAMES
    assert not [row for row in conventional_names() if not all(is_pinyin(word) for word in row.pinyin.split())]


def test_the_characters_of_places_read_as_their_pinyin():
    assert len(places()) >= 300
    wrong = {
        place.characters
        for place in places()
        if "".join(lazy_pinyin(place.characters, v_to_u=True)) != letters(place.pinyin)
    }
    assert wrong == LOANS
    assert not [place for place in places() if not all(is_pinyin(word) for word in place.pinyin.split())]
    assert len({place.characters for place in places()}) == len(places())
    assert {place.kind for place in places()} == {"province", "city", "region", "country", "foreign-city"}


@pytest.mark.parametrize(
    ("text", "characters"),
    [
        ("Zhongguo", ["中国"]),
        ("zhong guo", ["中国"]),
        ("shanxi", ["山西", "陕西"]),
        ("Shaanxi", ["陕西"]),
        ("Xian", ["西安"]),
        ("Lüshun", ["旅顺"]),
        ("乌鲁木齐", ["乌鲁木齐"]),
        ("Urumqi", ["乌鲁木齐"]),
        ("Chang Jiang", ["长江"]),
        ("heping", []),
        ("", []),
    ],
)
def test_places_are_found_by_any_face(text, characters):
    assert [place.characters for place in places_named(text)] == characters
