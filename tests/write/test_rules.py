"""The small rules: dates, languages, numbers, details, places, patches."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Place
from citekit.write import annotation, details, edtf, langid, numbers, patch
from citekit.write.csl_dates import csl_date, is_carried
from citekit.write.spoken_dates import spoken

DATES = [
    ("2004", {"date-parts": [[2004]]}, "2004"),
    ("2004-10", {"date-parts": [[2004, 10]]}, "October 2004"),
    ("2009-01-21", {"date-parts": [[2009, 1, 21]]}, "January 21, 2009"),
    ("2005-21", {"date-parts": [[2005]], "season": 1}, "Spring 2005"),
    ("2005-24", {"date-parts": [[2005]], "season": 4}, "Winter 2005"),
    ("2007~", {"date-parts": [[2007]], "circa": True}, "c. 2007"),
    ("2007-03?", {"date-parts": [[2007, 3]], "circa": True}, "c. March 2007"),
    (
        "2008-10-24/2008-10-25",
        {"date-parts": [[2008, 10, 24], [2008, 10, 25]]},
        "October 24, 2008–October 25, 2008",
    ),
    ("2005-21/2005-22", {"date-parts": [[2005, 21], [2005, 22]]}, "Spring 2005–Summer 2005"),
    ("2004/..", {"literal": "2004–"}, "2004–"),
    ("../2004", {"literal": "–2004"}, "–2004"),
    ("199X", {"literal": "199X"}, "199X"),
]
NO_DATES = [
    "",
    "2004-13",
    "2005-02-30",
    "0000",
    "2004-00",
    "spring 2004",
    "2004/2005/2006",
    "/",
    "２００４",
    "2005-21-03",
]


@pytest.mark.parametrize(("date", "csl", "words"), DATES)
def test_a_date_is_known_carried_to_csl_and_said(date, csl, words):
    assert edtf.is_date(date)
    assert csl_date(date) == csl
    assert spoken(date) == words


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_goes_through_as_it_is(text):
    assert not edtf.is_date(text)
    assert csl_date(text) == {"literal": text}
    assert spoken(text) == text


@pytest.mark.parametrize(
    ("date", "carried"),
    [("2009-01-21", True), ("2008-10/2008-11", True), ("2005-21/2005-22", True)]
    + [(date, False) for date in ("2007~", "199X", "2004/..", "x", "")],
)
def test_a_date_that_csl_tells_whole_is_not_kept_twice(date, carried):
    assert (is_carried(date) and date != "") == carried


@pytest.mark.parametrize(
    ("tag", "text", "language", "name"),
    [
        ("zh-Latn-pinyin", "Zhongguo yu lianheguo", "chinese", "pinyin"),
        ("zh-Hans", "建构和平：中国对联合国", "chinese", "chinese"),
        ("zh-Hant", "國際關係學", "chinese", "chinese"),
        ("ja-Latn", "Kokuren PKO", "japanese", "japanese"),
        ("ja", "国連PKOと平和構築", "japanese", "japanese"),
        ("ru", "Мир", "russian", "russian"),
        ("en", "Peace", "", "english"),
        ("de", "Frieden", "german", "german"),
        ("", "Peace", "", ""),
    ],
)
def test_a_language_is_named_and_its_tag_is_told_again(tag, text, language, name):
    assert langid.language(tag) == language
    assert langid.langid(tag) == name
    assert langid.tag_of(name, text) == tag


def test_only_pinyin_is_hyphenated_as_pinyin():
    assert langid.langid("zh-Latn") == "pinyin"
    assert langid.langid("zh-Latn-wadegile") == "chinese"


@pytest.mark.parametrize(
    ("name", "tag"), [("ngerman", "de"), ("british", "en-GB"), ("klingon", ""), ("fr-CA", "fr-CA")]
)
def test_names_of_other_hands_have_tags(name, tag):
    assert langid.tag_of(name, "x") == tag


@pytest.mark.parametrize(("text", "good"), [("12", True), ("XII", False), ("0", False), ("12/3", False), ("१२", False)])
def test_a_volume_is_a_plain_number(text, good):
    assert numbers.is_volume(text) is good


@pytest.mark.parametrize("text", ["S/RES/1244", "S/PV.4043", "A/55/305-S/2000/809", "E/CN.4/2000/3"])
def test_a_symbol_is_known(text):
    assert numbers.is_symbol(text)


@pytest.mark.parametrize("text", ["", "9/11", "TCP/IP", "A study of S/RES/1244", "S/", "s/res/1"])
def test_no_other_title_is_taken_for_a_symbol(text):
    assert not numbers.is_symbol(text)


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("44", True),
        ("39-44", True),
        ("S1-S4, 12", True),
        ("39–44", False),
        ("0-4", False),
        ("-4", False),
        ("pp. 3", False),
        ("", False),
    ],
)
def test_pages_are_numbers_and_ranges(text, good):
    assert numbers.is_pages(text) is good


@pytest.mark.parametrize(
    ("text", "good"),
    [
        ("978-7-5108-0011-2", False),
        ("9780306406157", True),
        ("978-0-306-40615-7", True),
        ("0-306-40615-2", True),
        ("0-8044-2957-X", True),
        ("0306406153", False),
        ("978030640615", False),
        ("9780306406156", False),
        ("9786110000000", False),
        ("ISBN 0306406152", False),
    ],
)
def test_a_book_number_checks(text, good):
    assert numbers.is_isbn(text) is good


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"issue": "2", "volume": "XII", "pages": "2-24"}, "vol. XII; no. 2; pp. 2-24"),
        ({"event_date": "2008-04-12", "event_place": "Tokyo"}, "event date 2008-04-12; event place Tokyo"),
        ({"document_symbol": "S/RES/1244"}, "symbol S/RES/1244"),
        ({}, ""),
    ],
)
def test_details_are_told_and_read(values, line):
    assert details.tell(values) == line
    assert details.read(line) == values


@pytest.mark.parametrize("line", ["Reprint", "no. 2; Reprint", "no. 2; no. 3", "symbol", "; "])
def test_a_note_that_tells_other_things_is_left_alone(line):
    assert details.read(line) == {}


@pytest.mark.parametrize(
    ("places", "line"),
    [
        ([("8", "44"), ("50", "")], "note 8, p. 44; note 50"),
        ([("13", "631-655"), ("2:8", "91, 93")], "note 13, pp. 631-655; note 2:8, pp. 91, 93"),
        ([("104", "art. 43")], "note 104, at art. 43"),
    ],
)
def test_places_are_told_and_read(places, line):
    assert annotation.tell(Place(f"n{note}.1", note, locator=locator) for note, locator in places) == line
    read = annotation.read(line).values()
    assert [(place["note"], place.get("locator", "")) for place in read] == places
    assert [place["form"] for place in read] == ["full", "short", "short"][: len(places)]


@pytest.mark.parametrize("line", ["", "see also note 8", "note 8; useful"])
def test_an_annotation_that_tells_other_things_is_left_alone(line):
    assert annotation.read(line) == {}


records = st.recursive(st.text(), lambda inner: st.dictionaries(st.text(max_size=3), inner, max_size=3), max_leaves=8)
dicts = st.dictionaries(st.text(max_size=3), records, max_size=4)


@given(dicts, dicts)
def test_a_patch_makes_the_new_of_the_old(old, new):
    assert patch.apply(old, patch.diff(old, new)) == new
    assert patch.diff(new, new) == {}


@given(dicts)
def test_a_patch_is_one_line_that_can_stand_in_braces(values):
    line = patch.dumps(values)
    assert patch.loads(line) == values == json.loads(line)
    outside = json.dumps(values)
    assert line.count("{") == line.count("}") <= outside.count("}")
    assert line.isprintable() or line.encode("utf-8")
    assert "  " not in line


@pytest.mark.parametrize("line", ["", "{", "[]", "3", "null"])
def test_what_is_no_patch_is_refused(line):
    with pytest.raises(ValueError, match=r".+"):
        patch.loads(line)
