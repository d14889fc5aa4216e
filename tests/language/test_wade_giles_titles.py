"""Titles in Wade–Giles, which hyphens and syllables tell from English and German."""

from __future__ import annotations

import pytest

from citekit import parse
from citekit.language import tell
from citekit.language.wade_giles import is_wade_giles


@pytest.mark.parametrize("word", ["hsien-sheng", "ch’üan-chi", "ch'u-pan", "Tse-tung", "hsüan-chi"])
def test_a_word_shows_that_it_is_wade_giles(word):
    assert is_wade_giles(word)


@pytest.mark.parametrize("word", ["Shan-hai", "hsien", "well-known", "vis-à-vis", "an-other", "-", ""])
def test_a_word_does_not(word):
    assert not is_wade_giles(word)


@pytest.mark.parametrize("title", ["Chiang Ching-kuo hsien-sheng ch'üan-chi", "Mao Tse-tung hsüan-chi"])
def test_a_title_is_told(title):
    assert tell(title) == "zh-Latn-wadegile"


def test_its_translation_is_taken_off():
    (citation,) = parse("Wu Hsiang-hsiang, Ching-tai hsien-cheng shih (A Constitutional History) (Taipei: X, 1971).")
    assert citation.fields["title"].value == "Ching-tai hsien-cheng shih"
    assert citation.fields["title_translation"].value == "A Constitutional History"
