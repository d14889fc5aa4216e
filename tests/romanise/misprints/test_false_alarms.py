"""Titles that are right stay silent: 245 of history, law, politics, economics, letters and archaeology."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pypinyin import lazy_pinyin

from citekit.romanise.misprints import Printed, misprints
from citekit.romanise.misprints.known import known_names
from citekit.romanise.misprints.printed import tokens

MOST = 0.005
"""False alarms to a word: one word in two hundred."""


@pytest.fixture(scope="module")
def titles():
    """Characters, pinyin and translation of works that there are."""
    with Path(__file__).with_name("titles.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def keys(text):
    return [syllable for token in tokens(text) for syllable in token.syllables]


def test_the_table_is_right_itself(titles):
    assert len(titles) > 200
    for row in titles:
        characters = row["characters"].replace("曾侯", "增侯")  # the name 曾, which pypinyin reads as the word
        read = lazy_pinyin("".join(char for char in characters if "\u4e00" <= char <= "\u9fff"))
        assert keys(row["pinyin"]) == [syllable.replace("ü", "v") for syllable in read], row


def test_right_titles_are_silent_as_one_paper(titles, lexicon):
    printed = [Printed(row["pinyin"], row["translation"]) for row in titles]
    alarms = [(one.old, one.new) for repairs in misprints(printed, lexicon) for one in repairs]
    assert len(alarms) <= MOST * sum(len(tokens(row["pinyin"])) for row in titles), alarms


def test_right_titles_are_silent_one_by_one(titles, lexicon):
    printed = [Printed(row["pinyin"], row["translation"]) for row in titles[::4]]
    alarms = [(one.old, one.new) for title in printed for repairs in misprints([title], lexicon) for one in repairs]
    assert len(alarms) <= 1, alarms


def test_right_titles_are_silent_without_their_translations(titles, lexicon):
    alarms = [
        (one.old, one.new)
        for repairs in misprints([Printed(row["pinyin"]) for row in titles], lexicon)
        for one in repairs
    ]
    assert len(alarms) <= 2 * MOST * sum(len(tokens(row["pinyin"])) for row in titles), alarms


def test_names_that_the_list_has_are_silent(lexicon):
    names = ["Zhongguo Zhengfa Daxue", "Guoli Zhongxing Daxue", "Zhonggong Zhongyang Zhengfa Weiyuanhui"]
    assert misprints([Printed(name, role="body") for name in names], lexicon, known_names()) == ((),) * len(names)
