"""Emendations and a form together are one list of repairs of the printed string."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.romanise import apply, undo
from citekit.romanise.emend.forms import composed, formed
from citekit.romanise.repair import Repair, disjoint

PRINTED = "lienheguo 2008nian xindong zai Zhanlue"
PINYIN = "zh-Latn-pinyin"


def repair(start, end, new, text=PRINTED, code="PY020"):
    return Repair(code, start, end, text[start:end], new, "", "", "error")


FIRST = (repair(0, 9, "lianheguo"), repair(19, 26, "xingdong"))


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (None, "lianheguo 2008nian xingdong zai Zhanlue"),
        ("gb", "Lianheguo 2008 nian xingdong zai Zhanlüe"),
        ("alalc", "Lian he guo 2008 nian xing dong zai Zhanlüe"),
        ("headline", "Lianheguo 2008nian Xingdong zai Zhanlüe"),
    ],
)
def test_a_form_is_made_of_what_was_put_right(form, text):
    made = formed(PRINTED, FIRST, form, PINYIN, is_name=False)
    assert apply(PRINTED, made) == text
    assert undo(text, made) == PRINTED


def test_a_form_leaves_a_word_that_is_to_stay():
    made = formed(PRINTED, FIRST, "headline", PINYIN, is_name=False, left=["Zhanlue"])
    assert apply(PRINTED, made).endswith("Xingdong zai Zhanlue")


@st.composite
def repairs(draw, text):
    spots = draw(st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, 4), st.text("xyz", max_size=3))))
    return disjoint(repair(start, min(start + length, len(text)), new, text) for start, length, new in spots)


@settings(deadline=None)
@given(st.data(), st.text("abcdef ", min_size=1, max_size=20))
def test_what_two_lists_made_one_after_the_other_give_one_list_gives_or_less(data, text):
    first = data.draw(repairs(text))
    between = apply(text, first)
    second = data.draw(repairs(between))
    made = composed(first, second)
    assert undo(apply(text, made), made) == text
    edges = [one for one in second if not _inside_or_apart(one, first)]
    if not edges and all(one.start < one.end for one in (*first, *second)):
        assert apply(text, made) == apply(between, second)


def _inside_or_apart(later, first):
    moved = 0
    for one in first:
        begin, end = one.start + moved, one.start + moved + len(one.new)
        if begin < later.end and later.start < end and not (begin <= later.start and later.end <= end):
            return False
        moved += len(one.new) - len(one.old)
    return True
