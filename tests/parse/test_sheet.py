"""The labeller's sheet: what is labelled, what is still free."""

from __future__ import annotations

from citekit.parse.sheet import Sheet
from citekit.parse.structure import analyse

TEXT = "Zhao Lei, Jiangou Heping (Constructing Peace), (Beijing: Jiuzhou, 2007), p. 5."


def sheet(text=TEXT):
    return Sheet(analyse(text), 0, len(text))


def test_a_label_is_trimmed_and_takes_its_stretch_out_of_what_is_free():
    one = sheet()
    one.put("author", (0, 9), "by-hand", 0.5)
    assert one.text_of("author") == "Zhao Lei"
    assert one.has("author")
    assert not one.has("title")
    assert [TEXT[a:b] for a, b in one.free(0, 24)] == ["Jiangou Heping"]


def test_an_empty_stretch_or_none_is_passed_over():
    one = sheet()
    one.put("author", None, "by-hand")
    one.put("author", (8, 10), "by-hand")
    assert one.labels == []
    assert one.text_of("author") == ""


def test_what_is_used_without_a_label_is_not_free():
    one = sheet()
    one.use(0, 47)
    one.use(72, len(TEXT))
    assert [TEXT[a:b] for a, b in one.free(0, len(TEXT))] == ["Beijing: Jiuzhou, 2007"]


def test_nothing_used_leaves_all_free_without_punctuation_at_the_ends():
    assert sheet(", a b; ").free(0, 7) == [(2, 5)]


def test_a_free_stretch_keeps_the_bracket_it_opened():
    text = "People’s Daily (Beijing), 8 June 2005"
    assert [text[a:b] for a, b in sheet(text).free(0, 24)] == ["People’s Daily (Beijing)"]


def test_faces_are_labelled_each():
    one = sheet()
    one.put_faces("title", (10, 45), "by-hand", 0.8)
    found = [(label.name, label.text_in(TEXT)) for label in one.labels]
    assert found == [("title", "Jiangou Heping"), ("title_translation", "Constructing Peace")]
    assert one.free(10, 45) == []


def test_the_gloss_behind_a_quoted_title():
    text = "“Lun lianhe” 论联合 [On Coalition], Xuanji"
    one = sheet(text)
    one.put("title", (1, 11), "by-hand")
    end = one.put_gloss_behind("title", 12)
    assert (one.text_of("title_original"), one.text_of("title_translation")) == ("论联合", "On Coalition")
    assert text[end:] == ", Xuanji"


def test_a_bracket_behind_that_is_no_gloss_stays_free():
    text = "“On Coalition” (2008), Xuanji"
    one = sheet(text)
    one.put("title", (1, 13), "by-hand")
    assert one.put_gloss_behind("title", 14) == 14
