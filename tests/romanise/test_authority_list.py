"""The authority list that is shipped: each row held against pypinyin, the syllable table and the rules of ISSNs."""

from __future__ import annotations

import csv
import re
from collections import Counter

import pytest
from pypinyin import lazy_pinyin

from citekit.data import text_of
from citekit.language import is_pinyin
from citekit.language.face_key import face_key
from citekit.language.japanese import is_romaji
from citekit.romanise.authority import shipped
from citekit.romanise.authority_file import read_authorities
from citekit.romanise.authority_row import BOOKS, TYPES

ROWS = shipped().rows
CHINESE = [row for row in ROWS if row.language == "zh"]
JAPANESE = [row for row in ROWS if row.language == "ja"]
HETERONYMS = {  # what pypinyin reads in whole names, and why it is another reading
    "对外传播": "zhuan: 传 in 外传, a biography; here 传播, to spread",
    "中国藏学": "cang: 藏, to hide; here Tibet",
    "中国藏学出版社": "cang: 藏, to hide; here Tibet",
    "中国藏学研究中心": "cang: 藏, to hide; here Tibet",
    "蒙藏委员会": "cang: 藏, to hide; here Tibet",
}
FOREIGN_SOUNDS = {"mineruva-shobo": "Minerva has a v"}
HAN = re.compile("[㐀-鿿]")


def letters(text):
    """The letters alone, ü kept apart from u."""
    return re.sub("[^a-zü]", "", text.lower())


def test_the_list_is_read_without_a_finding_and_is_large():
    whole = read_authorities(text_of("authority.tsv"))
    assert whole.findings == ()
    assert whole.rows == ROWS
    assert len(ROWS) >= 600


def test_the_characters_read_as_the_romanised_form_says():
    wrong = {
        row.characters: read
        for row in CHINESE
        if (read := letters("".join(lazy_pinyin(row.characters, v_to_u=True)))) != letters(row.romanised)
    }
    assert wrong.keys() == HETERONYMS.keys()


def test_the_words_of_a_heteronym_read_alone_tell_it():
    assert lazy_pinyin("传播") == ["chuan", "bo"]
    assert lazy_pinyin("西藏") == ["xi", "zang"]


@pytest.mark.parametrize("form", ["romanised", "alalc"])
def test_every_word_of_a_chinese_name_is_strict_pinyin_with_a_straight_apostrophe(form):
    wrong = {
        row.id: word for row in CHINESE for word in getattr(row, form).split() if not is_pinyin(word) or "’" in word
    }
    assert not wrong


def test_no_apostrophe_is_needless():
    assert not [row.id for row in CHINESE if re.search("'[^aeo]", row.romanised + row.alalc)]


def test_the_catalogue_form_has_the_letters_of_the_joined_form():
    assert not [row.id for row in CHINESE if letters(row.alalc) != letters(row.romanised)]


def test_a_catalogue_form_writes_every_character_apart_but_names_of_places_and_persons():
    small = [word for row in CHINESE for word in row.alalc.split() if word.islower()]
    assert {len(re.findall("[aeiouü]+", word)) for word in small} == {1}


def test_every_word_of_a_japanese_name_follows_the_mora_grammar():
    words = {(row.id, word.strip("!")) for row in JAPANESE for word in row.romanised.split()}
    assert {row_id for row_id, word in words if not is_romaji(word)} == FOREIGN_SOUNDS.keys()


def test_japanese_is_hepburn_with_macrons_and_n_before_b_m_p():
    wapuro = re.compile("ou|uu|m[bmp]|si|ti|tu|zi")
    assert not [row.romanised for row in JAPANESE if wapuro.search(row.romanised.lower())]


def test_variants_in_characters_stand_beside_their_pinyin():
    for row in CHINESE:
        keys = {face_key(face) for face in (row.romanised, *row.variants)}
        for variant in row.variants:
            if HAN.search(variant) and variant not in shipped_traditional(row):
                assert face_key("".join(lazy_pinyin(variant, v_to_u=True))) in keys, (row.id, variant)


def shipped_traditional(row):
    """The variants of a row that are the traditional form of another variant: those that only stand in its row."""
    return set(row.variants) if row.traditional else set()


def test_bodies_of_hong_kong_and_taiwan_have_both_forms_and_others_one():
    both = [row for row in ROWS if row.traditional]
    assert len(both) > 100
    assert all(len(row.traditional) == len(row.characters) and row.language == "zh" for row in both)
    places = Counter(row.place for row in both)
    assert places.keys() & {"Beijing", "Shanghai", "Tokyo"} == set()
    assert {"Hong Kong", "Taipei"} <= places.keys()


def test_an_issn_stands_once_but_where_a_weekly_has_changed_its_name():
    issns = Counter(row.issn for row in ROWS if row.issn)
    assert len(issns) > 150
    assert {issn for issn, count in issns.items() if count > 1} == {"1002-5723"}  # Liaowang


def test_only_what_appears_again_and_again_has_an_issn():
    serial = {"newspaper", "journal", "magazine", "gazette"} | BOOKS
    assert {row.type for row in ROWS if row.issn} <= serial


def test_no_two_rows_of_one_place_have_the_same_characters_and_type():
    seen = Counter((row.language, row.characters, row.type, row.place) for row in ROWS)
    assert not [key for key, count in seen.items() if count > 1]


def test_a_parent_is_another_row():
    assert not [row.id for row in ROWS if row.parent and (row.parent == row.id or shipped().get(row.parent) is None)]


def test_every_row_says_what_it_is_where_and_in_english():
    assert {row.type for row in ROWS} <= TYPES
    no_english = {row.id for row in ROWS if not row.english}
    assert no_english == {"shizheng-wenxian-jilan"}  # has no usual one
    assert len([row for row in ROWS if not row.place]) < 10
    assert not [row.id for row in ROWS if "’" in row.english]


def test_ids_are_plain():
    assert not [row.id for row in ROWS if not re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", row.id)]


@pytest.fixture(scope="module")
def gold(shared):
    with (shared / "gold" / "romanisation" / "authority.tsv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["native"]]


def test_every_name_of_the_first_paper_is_found_by_its_characters(gold):
    assert len(gold) > 50
    missing = [row["native"] for row in gold if not any(m.face != "english" for m in shipped().exact(row["native"]))]
    assert not missing


def test_every_name_of_the_first_paper_is_found_by_its_pinyin(gold):
    """Periodicals, presses and bodies of the truth, 30 of 30 and more, each by the regular romanised form alone."""
    found = [
        row["native"] in {match.authority.characters, *match.authority.variants}
        for row in gold
        for match in shipped().exact(row["romanised"])[:1]
    ]
    assert found == [True] * len(gold)


def test_the_issns_agree_with_those_of_the_truth(gold):
    for row in gold:
        mine = {match.authority.issn for match in shipped().exact(row["native"]) if row["issn_from_memory"]}
        assert mine <= {row["issn_from_memory"]}
