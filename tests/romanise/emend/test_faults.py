"""Spelling and misprints as one list: of a word that both find, the one that knows more."""

from __future__ import annotations

import pytest

from citekit.romanise.emend.faults import faults
from citekit.romanise.emend.strings import RomanisedString

UN = "China and the UN"


def string(text, translation="", role="title", language="zh-Latn-pinyin"):
    return RomanisedString(text, "line 1", "string", language, 0, role, translation=translation)


@pytest.mark.parametrize(
    ("one", "told"),
    [
        (string("Zhongguo yu lienheguo", UN), [("PY002", "lienheguo", "lianheguo")]),
        (string("Zhonguo yu lianheguo", UN), [("PY020", "Zhonguo", "Zhongguo")]),
        (string("Remin Ribao", role="periodical"), [("PY023", "Remin", "Renmin")]),
        (string("Guoji Zhanlue Yanjiu"), [("PY006", "u", "ü")]),
        (string("Weihe yu tianan men", UN), [("PY003", "tianan", "tian’an")]),
        (string("Mao Qqqpeng", role="name"), [("PY001", "Q", None)]),
        (string("Zhongguo: March 2008"), []),
        (string("Kokuren heiwa iji katsudo", language="ja-Latn"), [("PY013", "katsudo", None)]),
    ],
)
def test_each_word_is_told_once(lexicon, one, told):
    (found,) = faults([one], lexicon)
    assert [(repair.code, repair.old, repair.new) for repair in found] == told


def test_what_the_spelling_says_and_what_the_paper_says_stand_in_one_sentence(lexicon):
    ((found,),) = faults([string("Zhongguo yu lienheguo", UN)], lexicon)
    assert found.reason.startswith("“lien” is no syllable of pinyin but one of Wade–Giles")
    assert "联合国" in found.reason
    assert any("联合国" in one for one in found.evidence)


def test_without_a_word_list_the_spelling_speaks_alone():
    ((found,), none) = faults([string("Zhongguo yu lienheguo"), string("weihe xindong")], None)
    assert (found.code, found.old, none) == ("PY002", "lien", ())


def test_a_translation_that_does_not_fit_is_told(lexicon):
    one = string("Zhongguo canyu lianheguo weihe xingdong", "Annual Report on Urban Housing and Rent")
    ((found,),) = faults([one], lexicon)
    assert (found.code, found.new) == ("PY024", None)
