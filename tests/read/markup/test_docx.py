"""Word files: order of reference, marks of one's own, changes, comments, fields, links, what is set apart."""

from __future__ import annotations

import pytest

from citekit.read import read_bytes


def texts(data):
    return [(note.id, note.text) for note in read_bytes(data, "paper.docx").notes]


def paragraph(*runs):
    return f"<w:p>{''.join(runs)}</w:p>"


def test_notes_come_in_the_order_of_their_calls_and_not_of_their_ids(word):
    body = paragraph(word.run("One"), word.call(9), word.run(" two"), word.call(4), word.run(" three."))
    document = read_bytes(word.docx(body, word.note(4, word.run(" Second.")) + word.note(9, word.run(" First."))), "a")
    assert [(note.number, note.text, note.kind) for note in document.notes] == [
        (1, "First.", "foot"),
        (2, "Second.", "foot"),
    ]
    assert document.text.startswith("One1 two2 three.\n")
    assert [document.text[slice(*marker.span)] for marker in document.markers] == ["1", "2"]


def test_footnotes_and_endnotes_are_counted_apart_and_stand_in_one_order(word):
    body = paragraph(
        word.run("A"), word.call(1), word.run("b"), word.call(1, "end"), word.run("c"), word.call(2), word.call(3)
    )
    foot = "".join(word.note(key, word.run(f"Foot {key}.")) for key in (1, 2, 3))
    data = word.docx(body, foot, word.note(1, word.run("End."), "end"))
    notes = read_bytes(data, "a").notes
    assert [(n.id, n.label, n.kind, n.text) for n in notes] == [
        ("1", "1", "foot", "Foot 1."),
        ("2:1", "i", "end", "End."),
        ("2", "2", "foot", "Foot 2."),
        ("3", "3", "foot", "Foot 3."),
    ]


def test_a_mark_of_its_own_is_kept_and_does_not_count(word):
    own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>'
    starred = f'<w:footnote w:id="1"><w:p>{word.run("*")}{word.run(" I thank all.")}</w:p></w:footnote>'
    document = read_bytes(
        word.docx(
            paragraph(word.run("Title"), own) + paragraph(word.run("Text."), word.call(2)),
            starred + word.note(2, word.run("Weber.")),
        ),
        "a",
    )
    assert [(note.id, note.number, note.label, note.text) for note in document.notes] == [
        ("*", None, "*", "I thank all."),
        ("1", 1, "1", "Weber."),
    ]
    assert document.text.startswith("Title*\nText.1\n")


def test_insertions_are_in_and_deletions_and_comments_are_out(word):
    deleted = '<w:del w:id="5"><w:r><w:delText>old </w:delText></w:r></w:del>'
    inserted = f'<w:ins w:id="6">{word.run("new ")}</w:ins>'
    comment = '<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    gone = f'<w:del w:id="7">{word.call(2)}</w:del>'
    body = paragraph(word.run("A"), word.call(1), gone, f'<w:ins w:id="8">{word.call(3)}</w:ins>')
    foot = word.note(1, word.run("An ") + deleted + inserted + comment.format(word.run("book.")))
    data = word.docx(body, foot + word.note(2, word.run("Deleted.")) + word.note(3, word.run("Inserted.")))
    assert texts(data) == [("1", "An new book."), ("2", "Inserted.")]


def test_the_target_of_a_link_is_kept(word):
    link = f'<w:hyperlink r:id="rId7">{word.run("report")}</w:hyperlink>'
    coded = word.field(' HYPERLINK "https://example.org/b" ', word.run("list"))
    data = word.docx(
        paragraph(word.call(1)),
        word.note(1, word.run("See the ") + link + word.run(" and the ") + coded + word.run(".")),
        links="rId7=https://example.org/a",
    )
    (note,) = read_bytes(data, "a").notes
    assert note.text == "See the report and the list."
    assert [(note.text[run.start : run.end], run.style, run.target) for run in note.runs] == [
        ("report", "link", "https://example.org/a"),
        ("list", "link", "https://example.org/b"),
    ]


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:styleId="Emphasis"><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:styleId="BookTitle"><w:basedOn w:val="Emphasis"/></w:style>'
)


@pytest.mark.parametrize(
    ("properties", "style"),
    [
        ("<w:i/>", "italic"),
        ('<w:i w:val="1"/>', "italic"),
        ('<w:i w:val="0"/>', None),
        ('<w:rStyle w:val="BookTitle"/>', "italic"),
        ('<w:rStyle w:val="BookTitle"/><w:i w:val="false"/>', None),
        ("<w:smallCaps/>", "small-caps"),
        ('<w:vertAlign w:val="superscript"/>', "superscript"),
        ('<w:lang w:val="de-DE"/>', "de-DE"),
        ('<w:lang w:val="en-GB"/>', None),
    ],
)
def test_what_is_set_apart_is_a_run(word, properties, style):
    inner = (
        word.run("Weber, ") + word.run("Reise nach", properties) + word.run(" Norden", properties) + word.run(", 5.")
    )
    (note,) = read_bytes(word.docx(paragraph(word.call(1)), word.note(1, inner), styles=STYLES), "a").notes
    assert note.text == "Weber, Reise nach Norden, 5."
    found = [(note.text[run.start : run.end], run.style) for run in note.runs]
    assert found == ([("Reise nach Norden", style)] if style else [])


def test_hidden_text_is_not_printed(word):
    inner = word.run("Weber") + word.run(" secret", "<w:vanish/>") + word.run(", Reise.")
    assert texts(word.docx(paragraph(word.call(1)), word.note(1, inner))) == [("1", "Weber, Reise.")]


def section(rules=""):
    return f"<w:p><w:pPr><w:sectPr>{rules}</w:sectPr></w:pPr></w:p>"


def test_the_count_begins_anew_where_the_file_says_so(word):
    each = '<w:footnotePr><w:numRestart w:val="eachSect"/></w:footnotePr>'
    calls = [paragraph(word.run("a"), word.call(key)) for key in (1, 2, 3)]
    foot = "".join(word.note(key, word.run(f"N{key}.")) for key in (1, 2, 3))
    body = calls[0] + calls[1] + section() + calls[2] + "<w:sectPr/>"
    assert texts(word.docx(body, foot, settings=each)) == [("1", "N1."), ("2", "N2."), ("2:1", "N3.")]
    assert texts(word.docx(body, foot)) == [("1", "N1."), ("2", "N2."), ("3", "N3.")]


@pytest.mark.parametrize(
    ("rules", "labels"),
    [
        ('<w:numFmt w:val="lowerRoman"/>', ["i", "ii"]),
        ('<w:numFmt w:val="upperLetter"/>', ["A", "B"]),
        ('<w:numFmt w:val="chicago"/>', ["*", "†"]),
        ('<w:numStart w:val="7"/>', ["7", "8"]),
    ],
)
def test_labels_are_as_they_are_printed(word, rules, labels):
    foot = word.note(1, word.run("A.")) + word.note(2, word.run("B."))
    data = word.docx(paragraph(word.call(1), word.call(2)), foot, settings=f"<w:footnotePr>{rules}</w:footnotePr>")
    assert [note.label for note in read_bytes(data, "a").notes] == labels


def test_a_note_that_the_file_does_not_hold_is_missing(word):
    document = read_bytes(
        word.docx(paragraph(word.run("A"), word.call(1), word.call(2)), word.note(1, word.run("X."))), "a"
    )
    assert [(note.id, note.status) for note in document.notes] == [("1", "intact"), ("2", "missing")]
    assert [finding.code for finding in document.findings] == ["RD001"]


def test_a_file_whose_notes_are_typed_into_it_is_read_as_text(word):
    body = paragraph(word.run("The first claim.1 The second.2 The third.3"))
    body += "".join(
        paragraph(
            word.run(f"{number} Weber, "),
            word.run("Reise", "<w:i/>"),
            word.run(f" (Berlin: Weg, 190{number}), p. {number}."),
        )
        for number in (1, 2, 3)
    )
    notes = read_bytes(word.docx(body), "a").notes
    assert [note.number for note in notes] == [1, 2, 3]
    assert notes[2].text == "Weber, Reise (Berlin: Weg, 1903), p. 3."
    assert [note.text[run.start : run.end] for note in notes for run in note.runs] == ["Reise"] * 3


def test_of_two_readings_of_one_thing_one_is_read(word):
    twice = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice Requires="wps">{paragraph(word.run("Box."))}</mc:Choice>'
        f"<mc:Fallback>{paragraph(word.run('Box.'))}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_bytes(word.docx(paragraph(word.run("A"), word.call(1), twice), word.note(1, word.run("X."))), "a")
    assert document.text.count("Box.") == 1


@pytest.mark.parametrize(
    ("code", "sign"), [("F0A7", "§"), ("2020", "†"), ("", "\ufffd"), ("xyz", "\ufffd"), ("D800", "\ufffd")]
)
def test_a_sign_of_a_symbol_font_is_a_character(word, code, sign):
    inner = word.run("Weber, ") + f'<w:r><w:sym w:font="Symbol" w:char="{code}"/></w:r>' + word.run(" 5.")
    assert texts(word.docx(paragraph(word.call(1)), word.note(1, inner))) == [("1", f"Weber, {sign} 5.")]


def test_a_call_behind_a_blank_stays_behind_it(word):
    document = read_bytes(
        word.docx(paragraph(word.run("A "), word.call(1), word.run(".")), word.note(1, word.run("X."))), "a"
    )
    assert document.text.startswith("A 1.\n")
