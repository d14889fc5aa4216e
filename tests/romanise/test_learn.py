"""Rows learned from a library: what is taken, what is refused, and that its own list takes them."""

from __future__ import annotations

import pytest

from citekit.model import Document, Face, Library, Name, Title, Work
from citekit.romanise.authority_file import read_authorities, write_authorities
from citekit.romanise.learn import agrees, learn


@pytest.mark.parametrize(
    ("romanised", "characters", "agreed"),
    [
        ("Renmin Ribao", "人民日报", True),
        ("renmin ribao", "人民日報", True),
        ("Ren min ri bao", "人民日报", True),
        ("Guoji Zhanlue Yanjiu", "国际战略研究", True),
        ("Zeng Guofan", "曾国藩", True),
        ("Lv Wei", "吕伟", True),
        ("Xi’an Ribao", "西安日报", True),
        ("Remin Ribao", "人民日报", False),
        ("Renmin Ribao", "人民日", False),
        ("Renmin", "人民日报", False),
        ("People’s Daily", "人民日报", False),
        ("", "", False),
        ("Renmin Ribao", "People’s Daily", False),
    ],
)
def test_a_name_spells_its_characters_or_not(romanised, characters, agreed):
    assert agrees(romanised, characters) is agreed


def library(*works):
    return Library(Document("l.bib", ""), works=works)


def paper(key, romanised, characters, kind="article-newspaper", **more):
    container = Title(Face(romanised), Face(characters), Face("The Paper"))
    return Work(key, kind, container=container, fields={"issn": "1006-9550"}, **more)


def test_what_is_learned_is_a_list_without_a_fault():
    zhao = Name(family="Zhao", given="Lei", original="赵磊", order="family-first")
    body = Name(literal="Wanquan Yanjiuyuan", original="完全研究院", translated="Whole Institute", order="literal")
    press = Work(
        "c", "book", publisher=Title(Face("Wanquan Chubanshe"), Face("完全出版社")), fields={"place": "Beijing"}
    )
    rows, findings = learn(library(paper("a", "Wanquan Ribao", "完全日报", author=(zhao, body)), press))
    assert findings == ()
    assert [(row.type, row.romanised, row.characters) for row in rows] == [
        ("newspaper", "Wanquan Ribao", "完全日报"),
        ("person", "Zhao Lei", "赵磊"),
        ("body", "Wanquan Yanjiuyuan", "完全研究院"),
        ("press", "Wanquan Chubanshe", "完全出版社"),
    ]
    again = read_authorities(write_authorities(rows))
    assert again == (rows, ())


def test_two_spellings_are_one_row_with_a_variant():
    rows, findings = learn(library(paper("a", "Wanquan Ribao", "完全日报"), paper("b", "Wan Quan Ribao", "完全日报")))
    assert [(row.romanised, row.variants) for row in rows] == [("Wanquan Ribao", ("Wan Quan Ribao",))]
    assert not findings


def test_what_is_on_the_list_is_not_learned_again():
    assert learn(library(paper("a", "Renmin Ribao", "人民日报"))) == ((), ())


def test_homophones_have_rows_with_ids_of_their_own_and_are_told():
    rows, (told,) = learn(library(paper("a", "Wanquan Ribao", "完全日报"), paper("b", "Wanquan Ribao", "玩犬日报")))
    assert [row.id for row in rows] == ["wanquanribao", "wanquanribao-2"]
    assert (told.code, told.severity) == ("PY106", "info")


def test_faces_that_disagree_are_told_and_make_no_row():
    rows, told = learn(library(paper("a", "Wanqan Ribao", "完全日报"), paper("b", "Wanquan Zazhi", "完全日报")))
    assert (rows, [one.code for one in told]) == ((), ["PY105", "PY105"])


def test_other_languages_are_left():
    work = Work("a", "article-journal", container=Title(Face("Kokusai Seiji"), Face("国際政治")))
    assert learn(library(work)) == ((), ())
