"""RTF: notes, what sets and hides text in them, the encodings of old and new files, fields."""

from __future__ import annotations

import json

import pytest

from citekit.errors import CitekitError
from citekit.read.sources.rtf import read_rtf

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset204 Cyr;}}"
    r"{\stylesheet{\s1 Footnote;}}{\info{\title Not text}}\f0 "
)


def read(body):
    return read_rtf((HEAD + body + "}").encode("latin-1"), "paper.rtf")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Fravel, {\i China\rquote s Attitude}, p.\~1", "Fravel, China’s Attitude, p. 1"),
        (r"\u8220?more\u8221? caf\'e9", "“more” café"),
        (r"{\f1\'d6\'d0\'b9\'fa} and {\f2\'cf\'f0}", "中国 and Пр"),
        (r"\uc2\u20013\'d6\'d0 one", "中 one"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"10\endash 12 \emdash  all", "10–12 — all"),
        (r"kept {\deleted gone}{\v hidden}{\*\unknown no} text", "kept text"),
        (r"{\annotation not this}a\par b", "a b"),
        (r"\{braces\} \\ and\-soft", r"{braces} \ andsoft"),
    ],
)
def test_what_a_note_prints(source, text):
    (note,) = read(rf"Text.{{\super\chftn}}{{\footnote\pard\plain{{\super\chftn}} {source}}} More.\par").notes
    assert note.text.replace("\xa0", " ") == text


def test_footnotes_and_endnotes_are_counted_apart():
    found = read(r"A{\footnote One} b{\footnote\ftnalt End} c{\footnote Two}").notes
    assert [(note.kind, note.number, note.text) for note in found] == [
        ("foot", 1, "One"),
        ("end", 1, "End"),
        ("foot", 2, "Two"),
    ]


def test_what_is_set_apart_is_known():
    (note,) = read(r"A{\footnote Li, {\i Yunhe} \scaps Small\scaps0  not}").notes
    assert [(note.text[run.start : run.end], run.style) for run in note.runs] == [
        ("Yunhe", "italic"),
        ("Small", "small-caps"),
    ]


def test_a_field_of_zotero_is_kept():
    record = {"citationItems": [{"id": 1, "locator": "12", "itemData": {"type": "book", "title": "Yunhe"}}]}
    code = json.dumps(record).replace("{", r"\{").replace("}", r"\}")
    (note,) = read(
        rf"A{{\footnote See {{\field{{\*\fldinst ADDIN ZOTERO_ITEM CSL_CITATION {code}}}{{\fldrslt Li, Yunhe, 12}}}}.}}"
    ).notes
    (stored,) = note.stored
    assert note.text[slice(*stored.span)] == "Li, Yunhe, 12"
    assert (stored.origin, stored.items[0].locator, stored.items[0].item["title"]) == ("zotero", "12", "Yunhe")


def test_groups_without_an_end_are_a_sentence():
    with pytest.raises(CitekitError, match="too deep"):
        read("{" * 10_000)
