"""Which words point back, and to which note numbers."""

from __future__ import annotations

import pytest

from citekit.data import rows
from citekit.resolve.clue import read_clue
from citekit.resolve.words import back_words, is_back_word

WORDS = [
    ("Guo, Ibid", ["ibid"]),
    ("ibid., pp. 945 – 947", ["ibid"]),
    ("Ibidem", ["ibid"]),
    ("dies., ebd., S. 5", ["idem", "ibid"]),
    ("Thomas, op. cit., n. 8", ["op-cit"]),
    ("Thomas, op.cit., n. 8", ["op-cit"]),
    ("Geiger, a. a. O., S. 5", ["op-cit"]),
    ("Geiger aaO S 5", ["op-cit"]),
    ("C. Bova, Il diritto d’iniziativa, cit., p. 7", ["cit"]),
    ("G. Vosa, op. ult. cit., p. 7", ["op-cit"]),
    ("l. c., S. 4", ["loc-cit"]),
    ("王铁崖,前引书,第5页", ["op-cit"]),
    ("大沼、前掲論文、12頁", ["op-cit"]),
    ("김철수, 앞의 책, 12면", ["op-cit"]),
    ("Иванов И. Указ. соч. С. 7", ["op-cit"]),
    # none of these: a word inside a word, initials, a name, an abbreviation without its stop
    ("The Bid for Power", []),
    ("Supranational law", []),
    ("O. Kahn-Freund", []),
    ("CIT Publishers", []),
    ("A Wise Man", []),
    ("Id Quod Est", []),
]


@pytest.mark.parametrize(("text", "kinds"), WORDS)
def test_the_words_that_point_back(text, kinds):
    assert [word.kind for word in back_words(text)] == kinds


@pytest.mark.parametrize("text", ["ibid.", "Ibid", "ders., a.a.O.", "(ibid.)", "同上", "op. cit."])
def test_nothing_but_such_words(text):
    assert is_back_word(text)


@pytest.mark.parametrize("text", ["", "ibid. 5", "Guo, ibid.", "Renmin Ribao", "…"])
def test_more_than_such_words(text):
    assert not is_back_word(text)


NUMBERS = [
    ("Thomas, op. cit., n. 8, at p. 285", (8,)),
    ("Feinstein & Wood, supra note 3 at 12", (3,)),
    ("Note 18 above", (18,)),
    ("G. MAJONE, Rethinking the Union, n. 11 above (passim)", (11,)),
    ("the contribution cited in note 15 above", (15,)),
    ("Supra note 13 and 40, derived from the draft", (13, 40)),
    ("Geiger, a. a. O. (Fn. 12), S. 5", (12,)),
    ("Geiger, oben Fn 5, S. 7", (5,)),
    ("Die Reformation, wie Anm. 4, S. 3", (4,)),
    ("Smith (n 8) 45", (8,)),
    ("Geiger (FN 12), S. 5", (12,)),
    ("前引⑫,第5页", (12,)),
    ("前引[3]王铁崖书,第5页", (3,)),
    ("前掲注(12)、5頁", (12,)),
    ("见注12", (12,)),
    ("同前注12", (12,)),
    # numbers that name no note of this paper
    ("Ibid., n. 5", ()),
    ("op. cit., 45", ()),
    ("op. cit., p. 45, n. 3", ()),
    ("前引书,12页", ()),
    ("Schädigung Dritter (2003), 15 (Fn 69)", ()),
    ("Blankenburg 1972, S. 89 Fn. 17", ()),
]


@pytest.mark.parametrize(("words", "numbers"), NUMBERS)
def test_the_notes_named(made, words, numbers):
    assert read_clue(made.citation(f"~{words}", "20", 1)).numbers == numbers


def test_every_row_of_the_table_is_found_by_itself():
    kinds = {"ibid", "id", "idem", "op-cit", "cit", "loc-cit", "supra", "above", "infra", "below", "note"}
    table = rows("ibid-words.tsv")
    assert {kind for _, _, kind in table} == kinds
    for word, _, kind in table:
        if kind != "note":
            assert back_words(word)[0].kind == kind, word
