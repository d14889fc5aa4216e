"""Fields, marks, bookmarks and controls in which reference managers leave records."""

from __future__ import annotations

import base64
from html import escape

import pytest

from citekit import pipeline
from citekit.read import read_bytes

BOOK = {"id": 1, "type": "book", "title": "Reise nach Norden", "issued": {"date-parts": [[1999]]}}
PRINTED = "Weber, Reise nach Norden (Berlin: Weg, 1999), 5"


def stored(data):
    (note,) = read_bytes(data, "paper").notes
    return [
        (note.text[slice(*one.span)], one.origin, one.items[0].item["title"], one.items[0].locator)
        for one in note.stored
    ]


def item(**more):
    return {"itemData": BOOK, "locator": "5", **more}


@pytest.mark.parametrize(
    ("lead", "origin"), [("ADDIN ZOTERO_ITEM CSL_CITATION ", "zotero"), (" ADDIN CSL_CITATION ", "mendeley")]
)
@pytest.mark.parametrize("cut", [7, 40, 5000])
def test_word_fields_however_they_are_cut(word, lead, origin, cut):
    code = lead + word.citation(item()) + " \\* MERGEFORMAT"
    inner = (
        word.run("See ")
        + word.field(code, word.run(PRINTED[:9]) + word.run(PRINTED[9:], "<w:i/>"), cut)
        + word.run(".")
    )
    data = word.docx(f"<w:p>{word.call(1)}</w:p>", word.note(1, inner))
    assert stored(data) == [(PRINTED, origin, "Reise nach Norden", "5")]
    (work,) = pipeline.run(read_bytes(data, "paper")).works
    assert (work.title.display, work.year) == ("Reise nach Norden", "1999")


def test_a_field_in_one_element(word):
    code = escape("ADDIN ZOTERO_ITEM CSL_CITATION " + word.citation(item()), quote=True)
    inner = f'<w:fldSimple w:instr="{code}">{word.run(PRINTED)}</w:fldSimple>'
    assert stored(word.docx(f"<w:p>{word.call(1)}</w:p>", word.note(1, inner)))[0][0] == PRINTED


def test_a_content_control_of_mendeley(word):
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(word.citation(item()).encode()).decode()
    inner = f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{word.run(PRINTED)}</w:sdtContent></w:sdt>'
    assert stored(word.docx(f"<w:p>{word.call(1)}</w:p>", word.note(1, inner))) == [
        (PRINTED, "mendeley", "Reise nach Norden", "5")
    ]


def test_bookmarks_whose_record_is_among_the_properties(word):
    code = "ZOTERO_ITEM CSL_CITATION " + word.citation(item())
    pieces = [code[:60], code[60:]]
    properties = "".join(
        f'<property name="ZOTERO_BREF_x_{at}"><lpwstr>{escape(piece)}</lpwstr></property>'
        for at, piece in enumerate(pieces, 1)
    )
    inner = f'<w:bookmarkStart w:id="3" w:name="ZOTERO_BREF_x"/>{word.run(PRINTED)}<w:bookmarkEnd w:id="3"/>'
    assert stored(word.docx(f"<w:p>{word.call(1)}</w:p>", word.note(1, inner), properties=properties))[0][1] == "zotero"


def odt_note(inner):
    return (
        '<text:p>x<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>See {inner}.</text:p></text:note-body></text:note></text:p>"
    )


def test_reference_marks_of_an_opendocument_text(word):
    name = escape("ZOTERO_ITEM CSL_CITATION " + word.citation(item()) + " RNDabc", quote=True)
    inner = f'<text:reference-mark-start text:name="{name}"/>{PRINTED}<text:reference-mark-end text:name="{name}"/>'
    assert stored(word.odt(odt_note(inner))) == [(PRINTED, "zotero", "Reise nach Norden", "5")]


def test_bookmarks_of_an_opendocument_text(word):
    code = escape("ZOTERO_ITEM CSL_CITATION " + word.citation(item()))
    inner = f'<text:bookmark-start text:name="ZOTERO_BREF_y"/>{PRINTED}<text:bookmark-end text:name="ZOTERO_BREF_y"/>'
    meta = f'<meta:user-defined meta:name="ZOTERO_BREF_y_1">{code}</meta:user-defined>'
    assert stored(word.odt(odt_note(inner), meta=meta)) == [(PRINTED, "zotero", "Reise nach Norden", "5")]


@pytest.mark.parametrize(
    "broken",
    [
        'CSL_CITATION {"citationItems":[{"itemDa',
        'CSL_CITATION {"citationItems":[]}',
        'CSL_CITATION {"citationItems":[{"id":3}]}',
        'CSL_CITATION {"citationItems":[{"itemData":{"title":"\\ud800"}}]}',
        'CSL_CITATION {"citationItems":{"itemData":{}}}',
    ],
)
def test_a_damaged_record_is_a_finding_and_its_print_is_parsed(word, broken):
    inner = word.field(f"ADDIN ZOTERO_ITEM {broken}", word.run(PRINTED)) + word.run(".")
    document = read_bytes(word.docx(f"<w:p>{word.call(1)}</w:p>", word.note(1, inner)), "paper")
    (finding,) = document.findings
    assert (finding.code, finding.note, finding.text) == ("RD042", "1", PRINTED)
    assert pipeline.run(document).works[0].title.display == "Reise nach Norden"


def test_what_endnote_left_is_left_alone(word):
    inner = word.field("ADDIN EN.CITE <EndNote><Cite><Author>Weber</Author></Cite></EndNote>", word.run(PRINTED))
    (note,) = read_bytes(word.docx(f"<w:p>{word.call(1)}</w:p>", word.note(1, inner)), "paper").notes
    assert (note.text, note.stored) == (PRINTED, ())
