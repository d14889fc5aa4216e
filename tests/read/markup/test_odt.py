"""OpenDocument texts: notes where they are called, their printed numbers, changes, comments, what is set apart."""

from __future__ import annotations

import io
import zipfile

import pytest

from citekit.read import read_bytes


def note(text, label="1", kind="footnote"):
    return (
        f'<text:note text:note-class="{kind}"><text:note-citation>{label}</text:note-citation>'
        f"<text:note-body><text:p>{text}</text:p></text:note-body></text:note>"
    )


def read(word, body, **parts):
    return read_bytes(word.odt(body, **parts), "paper.odt")


def test_notes_stand_where_they_are_called(word):
    document = read(word, f"<text:p>One{note('First.')} two{note('Second.', '2')}.</text:p>")
    assert [(n.id, n.text) for n in document.notes] == [("1", "First."), ("2", "Second.")]
    assert document.text.startswith("One1 two2.\n")


def test_a_count_that_begins_anew_is_a_new_series_and_endnotes_are_one_of_their_own(word):
    notes = note("A.") + note("B.", "2") + note("C.") + note("E.", "i", "endnote") + note("D.", "2")
    document = read(word, f"<text:p>x{notes}</text:p>")
    assert [(n.id, n.kind, n.text) for n in document.notes] == [
        ("1", "foot", "A."),
        ("2", "foot", "B."),
        ("2:1", "foot", "C."),
        ("3:1", "end", "E."),
        ("2:2", "foot", "D."),
    ]


def test_a_mark_of_its_own_is_its_label(word):
    (starred, first) = read(word, f"<text:p>T{note('Thanks.', '*')} a{note('Weber.')}</text:p>").notes
    assert [(starred.id, starred.number, starred.label), first.id] == [("*", None, "*"), "1"]


def test_deletions_and_comments_are_out(word):
    changes = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone "
        f"{note('Deleted.')}</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    )
    inner = (
        'An <text:change-start text:change-id="a"/>inserted<text:change-end text:change-id="a"/> book'
        "<office:annotation><dc:creator>A</dc:creator><text:p>What?</text:p></office:annotation>."
    )
    document = read(word, f"{changes}<text:p>x{note(inner)}</text:p>")
    assert [n.text for n in document.notes] == ["An inserted book."]
    assert "Gone" not in document.text


def test_blanks_and_breaks_are_blanks(word):
    inner = 'Weber,<text:s text:c="3"/>Reise<text:tab/>nach<text:line-break/>Norden'
    assert [n.text for n in read(word, f"<text:p>x{note(inner)}</text:p>").notes] == ["Weber, Reise nach Norden"]


STYLE = '<style:style style:name="{}" style:family="text" {}><style:text-properties {}/></style:style>'


@pytest.mark.parametrize(
    ("properties", "style"),
    [
        ('fo:font-style="italic"', "italic"),
        ('fo:font-style="normal"', None),
        ('fo:font-variant="small-caps"', "small-caps"),
        ('style:text-position="super 58%"', "superscript"),
        ('style:text-position="sub 58%"', None),
        ('fo:language="zh" fo:country="CN"', "zh-CN"),
    ],
)
def test_what_is_set_apart_is_a_run(word, properties, style):
    styles = STYLE.format("A", "", properties) + STYLE.format("B", 'style:parent-style-name="A"', "")
    inner = 'Weber, <text:span text:style-name="B">Reise</text:span>, 5.'
    (only,) = read(word, f"<text:p>x{note(inner)}</text:p>", styles=styles).notes
    assert [(only.text[r.start : r.end], r.style) for r in only.runs] == ([("Reise", style)] if style else [])


def test_the_target_of_a_link_is_kept(word):
    inner = 'the <text:a xlink:href="https://example.org/a">report</text:a>'
    (only,) = read(word, f"<text:p>x{note(inner)}</text:p>").notes
    assert [(only.text[r.start : r.end], r.target) for r in only.runs] == [("report", "https://example.org/a")]


def test_a_flat_file_is_read_too(word):
    package = word.odt(f"<text:p>x{note('Weber.')}</text:p>")
    flat = zipfile.ZipFile(io.BytesIO(package)).read("content.xml").decode()
    flat = flat.replace("office:document-content", "office:document")
    assert [n.text for n in read_bytes(flat.encode(), "paper.fodt").notes] == ["Weber."]
