"""Short forms of what a library has in full."""

from __future__ import annotations

import pytest

from citekit.dedupe.against import against
from citekit.dedupe.find import find

LIBRARY = """\
t Vorstudien zu einer Soziologie des Rechts ; a Geiger, Theodor ; d 1964 ; pub Luchterhand
t Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin ; a Zhao, Lei ; d 2007 ; pub Jiuzhou Chubanshe
t Zhongguo yu Lianheguo weihe xingdong ; a Tang, Yongsheng ; c Shijie Jingji yu Zhengzhi ; d 2002 ; i 9 ; p 39-44
t Zouxiang heping ; x Towards Peace and Security in Africa ; a He, Yin ; d 2005
t Collected Papers on International Law ; a Smith, Alan B. ; d 1990
t Collected Papers on International Trade ; a Smith, Alan B. ; d 1990
t Review of Soldiers without Borders: An Account ; a Wei, Heping ; d 1999
t Editorial notes and queries ; a Smith, Alan B. ; d 1991
""".splitlines()


def told(shelf, *lines):
    works = [shelf.work(line) for line in (*LIBRARY, *lines)]
    return against(find(works, old=len(LIBRARY)), len(LIBRARY), len(lines))


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("t Vorstudien zu einer Soziologie ; a Geiger", 0),
        ("t Vorstudien zu einer Soziologie ; a Geiger, Theodor ; d 1964", 0),
        ("t Jiangou Heping ; a Zhao, Lei", 1),
        ("t Jiangou Heping: Zhongguo dui Lianhe ; a Zhao, Lei", 1),
        ("t Vorstudien zu einer Sozio ; a Geiger", 0),
        ("t Zhongguo yu Lianheguo ; a Tang", 2),
        ("t Zhong guo yu Lian he guo ; a Tang", 2),
        ("t Towards Peace ; a He", 3),
        ("t Collected Papers on International Trade ; a Smith", 5),
    ],
)
def test_a_short_form_that_fits_one_entry_is_there(shelf, line, place):
    given = told(shelf, line)
    assert [(one.old, one.also) for one in given.present] == [(place, ())]
    assert (given.fresh, given.doubts) == ((), ())


@pytest.mark.parametrize(
    ("line", "alike"),
    [
        ("t Vorstudien ; a Geiger", [0]),
        ("t Collected Papers ; a Smith", [4, 5]),
        ("t Collected Papers on International ; a Smith ; d 1990", [4, 5]),
        ("t Vorstudien zu einer Soziologie ; a Geiger ; d 1950", []),
        ("t Vorstudien zu einer Soziologie ; a Geiser", []),
        ("t Vorstudien zu einer Soziologie ; a Geiger ; pub Enke", []),
        ("t Vorstudien zu ; a Mannheim", []),
        ("t Soldiers without Borders ; a Wei, Heping", []),
        ("t Editorial ; a Smith", []),
        ("t Vorstudien zu einer Soziologie", []),
    ],
)
def test_what_may_be_another_work_is_new_and_told(shelf, line, alike):
    given = told(shelf, line)
    assert given.present == ()
    assert {*alike} <= {pair.first for pair in given.doubts}


def test_two_short_forms_of_one_work_are_there_both(shelf):
    given = told(shelf, "t Zhongguo yu Lianheguo ; a Tang", "t Zhongguo yu Lianheguo weihe ; a Tang")
    assert [one.old for one in given.present] == [2, 2]


def test_what_was_decided_to_be_another_work_is_new(shelf):
    works = [shelf.work(line) for line in (*LIBRARY, "t Zhongguo yu Lianheguo ; a Tang")]
    given = against(find(works, different=[(2, len(LIBRARY))], old=len(LIBRARY)), len(LIBRARY), 1)
    assert (given.present, given.doubts) == ((), ())
