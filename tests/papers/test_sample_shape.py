"""The bundled sample paper against its truth file: where every note, citation and callout stands, and every trap."""

import json
import re
from collections import Counter
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest

TEXT = (files("citekit.data") / "sample" / "peacekeeping.txt").read_text(encoding="utf-8")
LINES = TEXT.split("\n")
TRUTH = json.loads(Path(__file__).with_name("sample.truth.json").read_text(encoding="utf-8"))
NOTES = {note["number"]: note for note in TRUTH["notes"]}
KEPT = [note for note in TRUTH["notes"] if note["status"] != "missing"]
PARTIAL = [70, 74, 76, 82, 101]
MISSING = [71, 72, 75, *range(77, 82), 83, 84, *range(86, 101), 102]
TORN = re.compile(r"(https?://\S+\.|\w-)$")


def lines_of(number: int) -> list[str]:
    return LINES[NOTES[number]["line_start"] - 1 : NOTES[number]["line_end"]]


def joined(lines: list[str]) -> str:
    text = ""
    for line in filter(None, map(str.strip, lines)):
        text += line if not text or TORN.search(text) else f" {line}"
    return text


def number_of(note) -> int:
    return note["number"]


def test_the_counts_are_71_whole_5_partial_26_missing():
    assert Counter(note["status"] for note in TRUTH["notes"]) == {"intact": 71, "partial": 5, "missing": 26}
    assert [n for n in NOTES if NOTES[n]["status"] == "partial"] == PARTIAL
    assert [n for n in NOTES if NOTES[n]["status"] == "missing"] == MISSING
    assert list(NOTES) == list(range(1, 103))
    assert sum(len(note["citations"]) for note in KEPT) == 103


@pytest.mark.parametrize("note", KEPT, ids=number_of)
def test_the_lines_of_a_note_give_its_text(note):
    label = "" if note["number"] == 82 else f"{note['number']} "
    assert joined(lines_of(note["number"])) == label + note["text"]


@pytest.mark.parametrize("note", KEPT, ids=number_of)
def test_a_citation_is_the_stretch_of_the_note_that_its_span_names(note):
    end = 0
    for citation in note["citations"]:
        start, stop = citation["span"]
        assert note["text"][start:stop] == citation["raw"]
        assert citation["signal"] in note["text"][end:start]
        end = stop


def test_notes_stand_in_order_and_apart():
    spans = [(note["line_start"], note["line_end"]) for note in KEPT]
    assert all(start <= end for start, end in spans)
    assert all(end < start for (_, end), (start, _) in pairwise(spans))


def test_a_missing_note_has_no_text():
    assert all(NOTES[n]["text"] is None and not NOTES[n]["citations"] for n in MISSING)


def test_all_102_callouts_stand_in_the_body_in_order():
    callouts = TRUTH["callouts"]
    assert [callout["number"] for callout in callouts] == list(range(1, 103))
    assert [TEXT[c["start"] : c["end"]] for c in callouts] == [str(n) for n in range(1, 103)]
    assert [TEXT.count("\n", 0, c["start"]) + 1 for c in callouts] == [c["line"] for c in callouts]
    assert sorted(callouts, key=lambda c: c["start"]) == callouts
    in_notes = {line for note in KEPT for line in range(note["line_start"], note["line_end"] + 1)}
    assert not in_notes & {c["line"] for c in callouts}


@pytest.mark.parametrize(
    ("number", "context"),
    [
        (1, "foreign forces.1 Soldiers"),
        (3, "thirty years,3 and"),
        (4, "a common boat.” 4 As"),
        (5, "in April 1990,5 and"),
        (6, "the year 2009.6 "),
        (24, "“sovereign equality” 24 of"),
        (48, "white paper of 2000.48 Two"),
        (49, "“non-combat units” 49 ; in"),
        (50, "in this way.50"),
        (58, "force commander.” 58 "),
        (73, "peacekeeping exercise,” 73 and"),
        (85, "to Darfur. 85 This"),
        (100, "had grown “static.” 100 As"),
        (101, "getting longer.101 "),
    ],
)
def test_callouts_have_many_forms(number, context):
    callout = TRUTH["callouts"][number - 1]
    at = context.index(str(number))
    start = callout["start"] - at
    assert TEXT[start : start + len(context)].replace("\n", " ") == context


def test_a_page_turn_is_a_line_with_one_blank_before_it():
    turns = [LINES[line - 1] for line in TRUTH["page_turns"]]
    assert len(turns) == 22
    assert all(re.match(r" [^\s\d]", line) for line in turns)
    assert "\f" not in TEXT


@pytest.mark.parametrize("number", [23, 24, 25, 33, 36, 37, 39, 46, 51, 53, 56, 59])
def test_a_blank_line_stands_inside_the_note_and_none_before_it(number):
    first = NOTES[number]["line_start"]
    assert LINES[first - 2].strip()
    assert LINES[first] == ""
    assert LINES[first + 1].strip()


@pytest.mark.parametrize("number", [73, 76, 85])
def test_a_label_may_stand_one_blank_in(number):
    assert lines_of(number)[0].startswith(f" {number} ")


@pytest.mark.parametrize("number", [4, 28, 39])
def test_a_note_may_end_in_a_blank(number):
    assert lines_of(number)[-1].endswith(". ")


@pytest.mark.parametrize(
    ("number", "start"),
    [
        (3, "2009, (Beijing: "),
        (14, "1988."),
        (27, "1999 as the "),
        (37, "47– 67; Li Dongyan, "),
        (39, "2007), p. 8."),
        (49, "2003."),
        (51, "2001."),
    ],
)
def test_a_line_inside_a_note_may_begin_with_a_number(number, start):
    assert [line for line in lines_of(number)[1:] if line.startswith(start)]


@pytest.mark.parametrize(
    "start",
    [
        "1,892 ",
        "2003, when",
        "1990s, ",
        "1999. ",
        "1. From",
        "1990, Foreign",
        "2. Peace",
        "110 vis",
        "1564, ",
        "31, 2007, ",
    ],
)
def test_a_body_line_may_begin_with_a_number(start):
    where = [number for number, line in enumerate(LINES, 1) if line.startswith(start)]
    assert len(where) == 1
    assert not any(note["line_start"] <= where[0] <= note["line_end"] for note in KEPT)


@pytest.mark.parametrize(
    ("number", "torn"),
    [
        (4, "Wen \nJiabao, "),
        (13, "The \nChina Quarterly"),
        (16, "Qian \nQichen, "),
        (17, "Renmin \nRibao, "),
        (37, "pp. \n47– 67"),
        (49, "February 15, \n2003."),
        (51, "January 22, \n\n2001."),
        (53, "See, \n“Ji zhongguo"),
        (53, "publish. \nSee, “Jiji"),
        (57, "Secretary-\nGeneral"),
        (64, "http://www.\nchinanews.com.cn/"),
        (76, "shouqi \n Course Held)"),
        (101, "see \n Policy),”"),
    ],
)
def test_what_belongs_together_may_be_torn_over_lines(number, torn):
    assert torn in "\n".join(lines_of(number))


def test_gaps_mark_where_text_was_lost():
    tails = {n: [NOTES[n]["text"][gap:][:11] for gap in NOTES[n]["gaps"]] for n in PARTIAL}
    assert tails == {70: [""], 74: [""], 76: ["Course Held"], 82: ["Internation"], 101: ["Policy),” A"]}
    assert not any(note["gaps"] for note in KEPT if note["status"] == "intact")


@pytest.mark.parametrize("number", [46, 53])
def test_a_quote_may_stay_open(number):
    assert NOTES[number]["text"].count("“") == NOTES[number]["text"].count("”") + 1


def test_an_orphan_tail_has_no_number():
    assert lines_of(82) == [" International Strategy Review 2008), (Beijing: Shijie Zhishi Chubanshe, 2008), p. 255."]
    assert lines_of(101)[-1].startswith(" Policy),”")


def test_captions_stand_in_the_flow():
    captions = [LINES[line - 1].strip() for line in TRUTH["captions"]]
    assert [caption[:9] for caption in captions if caption.startswith("Figure")] == [
        "Figure 1:",
        "Figure 2:",
        "Figure 3:",
    ]
    assert captions[1].startswith("Source: UN DPKO, “Monthly Summary of Contributions (Police, ")
    assert TRUTH["captions"][0] == NOTES[2]["line_end"] + 1


@pytest.mark.parametrize(
    "misprint",
    [
        "lienheguo tingzhan",
        "Tang Yongshen,",
        "Jinag Zemin",
        "Mao Luipeng",
        "S/RS/1244",
        "Stduies",
        "Remin Ribao, \nNovember 15",
        "Organization)” Renmin Ribao",
        "World Peace)” Guojia",
        "He Hongze,“ Zhongguo",
        "p 131.",
        "No.1 (2005)",
        "22 Guo, Ibid.",
    ],
)
def test_misprints_stay_as_printed(misprint):
    assert TEXT.count(misprint) == 1
