"""Running prose told from the telegram style of citations and from titles."""

from __future__ import annotations

import pytest

from citekit.parse.prose import is_prose, prose_weight

PROSE = [
    "Besides it, an older essay deserves to be named",
    "The ministry said only that the matter will be looked into",
    "Units were asked to be ready within ninety days",
    "This was the first time that it had done so",
    "I thank two readers for their comments",
    "it has been argued that the policy changed",
    "In that year they were sent abroad",
    "Pang Zhongying holds that nothing of the kind was intended",
    "Das ist nicht der Fall gewesen, wie sie gesagt hat",
    "Cela est vrai, mais il était trop tard",
]

TELEGRAM = [
    "Zhao Lei, Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin",
    "Zhongguo canyu Lianheguo weihe xingdong de leixing ji diyu fenxi",
    "Is China a Status Quo Power?",
    "China’s Expanding Role in Peacekeeping: Prospects and Policy Implications",
    "Renmin Ribao, January 21, 2009",
    "International Security, Vol. 27, No. 4 (Spring 2003), pp. 5–56",
    "A. Hart, The Concept of Law (Oxford, 1961)",
    "Foreign Ministry Archive, Beijing, file no. 113",
    "Kokuren heiwa iji katsudo to takokusekigun",
    "Wirtschaft und Gesellschaft",
    "ibid., p. 5",
    "",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose(text):
    assert is_prose(text)


@pytest.mark.parametrize("text", TELEGRAM)
def test_no_prose(text):
    assert not is_prose(text)


def test_the_weight_grows_with_the_words_that_tell():
    assert prose_weight("Zhao Lei, Jiangou Heping") == 0
    assert 0 < prose_weight("Toward a view of it") < prose_weight("It was said that they had been there")


@pytest.mark.xfail(raises=AssertionError, reason="bug: the surname He is read as the pronoun")
def test_the_surname_he():
    assert not is_prose("He Hongze, Zhongguo zhichi")
