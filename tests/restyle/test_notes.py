"""A paper's notes in other styles: line by line, and that nothing of them is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

import citekit
from citekit import pipeline
from citekit.model import Run
from citekit.read import read_text
from citekit.restyle.citations import note_citations
from citekit.restyle.desk import entries
from citekit.restyle.notes import GAP, MISSING, set_notes
from citekit.style.node import text
from citekit.style.output.markdown import write_entry

CHICAGO = "chicago-notes-bibliography-17th-edition"
APA = "apa"
MLA = "modern-language-association"
OSCOLA = "oscola"
GBT = "china-national-standard-gb-t-7714-2015-numeric"
STYLES = (CHICAGO, APA, MLA, OSCOLA, GBT, "chicago-author-date-17th-edition", "ieee")

ZHAO = (
    "Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin "
    "[Constructing Peace: Evolution of China’s Diplomatic Behavior toward the United Nations]"
)


@pytest.fixture(scope="module")
def paper(sample):
    return citekit.extract(sample)


@pytest.fixture(scope="module")
def note_in(paper, desk_of):
    known = {}

    def note(style, number):
        if style not in known:
            desk = desk_of(paper, style)
            notes, _ = set_notes(paper, desk.processor)
            known[style] = {each.id: text(each.tree) for each in notes}
        return known[style][number]

    return note


@pytest.mark.parametrize(
    ("style", "number", "begins", "ends"),
    [
        (
            CHICAGO,
            "2",
            "See, for example, Wei Heping, Chinese",
            "Troops (Beijing: China Intercontinental Press, 2011).",
        ),
        (CHICAGO, "8", f"Zhao Lei, {ZHAO} (Beijing: Jiuzhou Chubanshe, 2007). Besides it, an older", "(2002): 39–44."),
        (CHICAGO, "15", "Qian Wenrong, “Guoji fengyun", "[Outlook Weekly], no. 51 (1988): 38."),
        (CHICAGO, "22", "Guo, “Lianheguo de zuoyong zai jiaqiang.”", ""),
        (CHICAGO, "32", "S/RS/1244, June 10, 1999.", ""),
        (CHICAGO, "33", "Qian Wenrong, “Lianheguo", "Renmin Ribao [People’s Daily], August 17, 2000."),
        (CHICAGO, "50", "Tang, “Zhongguo yu lienheguo weihe xingdong,” 44.", ""),
        (CHICAGO, "62", "Jiefangjun Bao [PLA Daily], “Dangang weihe.”", ""),
        (
            CHICAGO,
            "68",
            "A military officer of the Vietnamese Ministry of National Defense, interview, April 2008.",
            "",
        ),
        (APA, "2", "See, for example, Wei (2011).", ""),
        (APA, "3", "(Hu, 2009, p. 890).", ""),
        (APA, "7", "(United Nations Department of Peacekeeping Operations, 2009, pp. 7–8).", ""),
        (APA, "9", "(H. Zhang, 2004b, 2004a).", ""),
        (APA, "13", "On the place that sovereignty", "can be found in Stähle (2008)."),
        (APA, "32", "(S/RS/1244, 1999).", ""),
        (MLA, "3", "(Hu 890).", ""),
        (MLA, "6", "(“Wo jun zhanshi", "See also, “Zhonguo ‘lankui’ rang shijie kan shenme.”"),
        (MLA, "32", "(S/RS/1244).", ""),
        (MLA, "69", "(Wen, “Kuoda hexuo, huli gongying”; Zhonghua", "Guihuasi 237)."),
        (OSCOLA, "2", "See, for example, Wei Heping, Chinese", "Troops (China Intercontinental Press 2011)."),
        (OSCOLA, "22", "Guo (n 14).", ""),
        (OSCOLA, "32", "S/RS/1244 (10 June 1999).", ""),
        (OSCOLA, "50", "Tang (n 8) 44.", ""),
        (OSCOLA, "68", "Interview with A military officer", "(April 2008)."),
        (GBT, "9", "[12,13].", ""),
        (GBT, "16", "[21]. When Cambodia", "See, [22]."),
    ],
)
def test_a_note_stands_as_the_style_wants_it(note_in, style, number, begins, ends):
    found = note_in(style, number)
    assert found.startswith(begins)
    assert found.endswith(ends or begins)


@pytest.mark.parametrize("style", [CHICAGO, APA])
def test_every_note_is_there_and_the_lost_ones_say_so(paper, note_in, style):
    for note in paper.document.notes:
        found = note_in(style, note.id)
        assert (found == MISSING) == (note.status == "missing")
        assert (GAP in found) == (note.status == "partial")


@pytest.mark.parametrize("style", STYLES)
def test_all_that_is_not_a_citation_stands_in_the_note_set_anew(paper, note_in, style):
    notes = {note.id: note.text for note in paper.document.notes}
    for reading in paper.readings:
        found, position = note_in(style, reading.note), 0
        for piece in reading.pieces:
            if piece.kind in {"commentary", "signal"}:
                words = notes[reading.note][piece.start : piece.end].rstrip(".,;:!?")
                position = found.index(words, position) + len(words)


@pytest.mark.parametrize("style", STYLES)
def test_no_two_stops_meet_and_every_whole_note_ends_with_one(paper, note_in, style):
    for note in paper.document.notes:
        found = note_in(style, note.id).replace(" ed.,", "")
        assert not any(pair in found for pair in ("..", ".,", ",,", ";;", ",.", ";.", "  ", " .", " ,"))
        if note.status == "intact":
            assert found.rstrip("”’\"'")[-1] in ".?!"


def test_what_cannot_be_set_anew_stays_and_is_a_finding(paper, desk_of):
    notes, findings = set_notes(paper, desk_of(paper, OSCOLA).processor)
    found = {note.id: text(note.tree) for note in notes}
    assert {finding.code for finding in findings} == {"ST001"}
    for finding in findings:
        before, _, after = finding.text.partition(" Course Held")  # one that lost its middle
        assert before in found[finding.note]
        assert after in found[finding.note]


def read(*notes):
    body = " ".join(f"A sentence that has a note.{number}" for number in range(1, len(notes) + 1))
    lines = "\n\n".join(f"{number} {note}" for number, note in enumerate(notes, 1))
    return pipeline.run(read_text(f"{body}\n\n{lines}\n", "paper.txt"))


BOOK = "Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011)"
OTHER = "Qian Qichen, Ten Episodes in China’s Diplomacy (New York: Harper Collins Publishers, 2006)"


@pytest.mark.parametrize(
    ("notes", "last"),
    [
        ((f"{BOOK}, p. 7.", "Ibid., p. 9."), "ibid 9."),
        ((f"{BOOK}, p. 7.", "Ibid."), "Wei (n 1)."),
        ((f"{BOOK}.", f"See {BOOK}, p. 8."), "See ibid 8."),
        ((f"{BOOK}. {OTHER}.", f"{OTHER}, p. 8."), "Qian (n 1) 8."),
        ((f"{BOOK}.", f"{OTHER}.", f"{BOOK}, p. 8."), "Wei (n 1) 8."),
        ((f"{BOOK}. Smith, op. cit., p. 3.", f"{BOOK}, p. 8."), "Wei (n 1) 8."),
    ],
)
def test_short_forms_are_set_anew_by_the_real_numbers(desk_of, notes, last):
    library = read(*notes)
    found, _ = set_notes(library, desk_of(library, OSCOLA).processor)
    assert text(found[-1].tree) == last


@pytest.mark.parametrize(
    ("change", "last"),
    [
        ({}, "ibid 8."),
        ({"series": 2}, "Wei (n 1) 8."),
        ({"gaps": (0,)}, f"{GAP} Wei (n 1) 8."),
    ],
)
def test_nothing_points_past_lost_text_or_a_new_series(desk_of, change, last):
    library = read(f"{BOOK}.", f"{BOOK}, p. 8.")
    first, second = library.document.notes
    document = replace(library.document, notes=(first, replace(second, **change)))
    library = replace(library, document=document)
    found, _ = set_notes(library, desk_of(library, OSCOLA).processor)
    assert text(found[-1].tree) == last


def test_text_that_stays_keeps_its_looks(desk_of):
    library = read(f"The word shizheng is looked at by {BOOK}.")
    (note,) = library.document.notes
    start = note.text.index("shizheng")
    run = Run(start, start + len("shizheng"), "italic")
    library = replace(library, document=replace(library.document, notes=(replace(note, runs=(run,)),)))
    found, _ = set_notes(library, desk_of(library, OSCOLA).processor)
    assert write_entry(found[0].tree).startswith("The word *shizheng* is looked at by Wei Heping, *Chinese")


@pytest.mark.parametrize(
    ("style", "number", "expected"),
    [
        (APA, "1", "(Zhonghua Renmin Gongheguo Xinwen Banggongshi, 2009; see T. Zhang, 2006)"),
        (APA, "2", "(see, for example, Wei, 2011)"),
        (APA, "9", "(H. Zhang, 2004b, 2004a)"),
        (MLA, "33", "(W. Qian, “Lianheguo xiang hechu qu?” 39; see also Zheng)"),
        (GBT, "33", "[39,see also 40]"),
        (APA, "71", MISSING),
    ],
)
def test_the_citations_of_a_note_are_one(paper, desk_of, style, number, expected):
    notes, _ = note_citations(desk_of(paper, style))
    assert {note.id: text(note.tree) for note in notes}[number] == expected


@pytest.mark.parametrize("style", STYLES)
def test_every_work_has_an_entry_or_a_finding(paper, desk_of, style):
    desk = desk_of(paper, style)
    found, findings = entries(desk)
    assert len(found) + len(findings) == len(paper.works)
    assert all("[CSL" not in text(entry.tree) for entry in found)
