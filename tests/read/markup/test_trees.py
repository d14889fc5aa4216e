"""JATS and TEI: notes called from afar or standing in the text, kinds, labels, what is set apart, what is no note."""

from __future__ import annotations

import pytest

from citekit.read import read_bytes

ARTICLE = (
    '<?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving DTD v1.2//EN" '
    '"JATS-archivearticle1.dtd"><article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="research-article">'
    "<front><article-meta>{front}</article-meta></front><body>{body}</body><back>{back}</back></article>"
)
TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body><back>{back}</back></text></TEI>'


def jats(body, back="", front=""):
    return read_bytes(ARTICLE.format(body=body, back=back, front=front).encode(), "paper.xml")


def tei(body, back=""):
    return read_bytes(TEI.format(body=body, back=back).encode(), "paper.xml")


def fn(key, text, label=""):
    return f'<fn id="{key}">{f"<label>{label}</label>" if label else ""}<p>{text}</p></fn>'


def xref(key, label):
    return f'<xref ref-type="fn" rid="{key}">{label}</xref>'


def told(document):
    return [(note.id, note.kind, note.text) for note in document.notes]


def test_jats_notes_come_in_the_order_of_their_calls():
    document = jats(
        f"<p>A{xref('b', '1')} b{xref('a', '2')}, again {xref('b', '1')}.</p>",
        f"<fn-group>{fn('a', 'Second.', '2')}{fn('b', 'First.', '1')}</fn-group>",
    )
    assert told(document) == [("1", "foot", "First."), ("2", "foot", "Second.")]
    assert document.text.startswith("A1 b2, again 1.\n")


def test_jats_notes_within_the_text_are_counted():
    document = jats("<p>A<fn><p>First <italic>Title</italic>.</p></fn> b<fn><p>Second.</p></fn>.</p>")
    assert told(document) == [("1", "foot", "First Title."), ("2", "foot", "Second.")]
    assert [(r.style, r.start, r.end) for r in document.notes[0].runs] == [("italic", 6, 11)]


def test_jats_notes_of_authors_and_tables_are_told_apart():
    document = jats(
        f"<p>A{xref('f1', '1')}</p><table-wrap><table><tr><td>5{xref('t1', 'a')}</td></tr></table><table-wrap-foot>"
        f"{fn('t1', 'In tons.', 'a')}</table-wrap-foot></table-wrap>",
        f"<fn-group>{fn('f1', 'Weber.', '1')}</fn-group>",
        f"<author-notes>{fn('x', 'I thank all.', '*')}</author-notes>",
    )
    assert told(document) == [("*", "author", "I thank all."), ("1", "foot", "Weber."), ("a", "table", "In tons.")]


def test_jats_calls_of_a_note_that_is_not_there_tell_of_a_loss():
    document = jats(f"<p>A{xref('fn1', '1')} b{xref('fn2', '2')}</p>", f"<fn-group>{fn('fn1', 'W.', '1')}</fn-group>")
    assert [(note.id, note.status) for note in document.notes] == [("1", "intact"), ("2", "missing")]


def test_named_characters_of_html_are_known():
    assert jats("<p>A<fn><p>p.&nbsp;5 &ndash; &amp; 6</p></fn></p>").notes[0].text == "p. 5 – & 6"


@pytest.mark.parametrize(
    ("body", "back"),
    [
        ('<p>A<note place="foot" n="1">First.</note> b<note place="foot" n="2">Second.</note>.</p>', ""),
        ("<p>A<note>First.</note> b<note>Second.</note>.</p>", ""),
        (
            '<p>A<ref target="#b">1</ref> b<ptr target="#a"/>.</p>',
            '<div><note xml:id="a" n="2">Second.</note><note xml:id="b" n="1">First.</note></div>',
        ),
        (
            '<p>A<anchor xml:id="r1"/> b<anchor xml:id="r2"/>.</p>',
            '<div><note n="1" target="#r1">First.</note><note n="2" target="#r2">Second.</note></div>',
        ),
    ],
)
def test_tei_notes_are_found_however_they_are_called(body, back):
    document = tei(body, back)
    assert told(document) == [("1", "foot", "First."), ("2", "foot", "Second.")]
    assert document.text.startswith("A1 b2.\n")


def test_tei_glosses_beside_the_text_are_no_notes():
    assert [n.text for n in tei('<p>A<note place="margin">Gloss.</note><note place="foot">Note.</note></p>').notes] == [
        "Note."
    ]


def test_tei_keeps_what_was_printed_and_its_italics():
    inner = (
        '<choice><sic>Wbeer</sic><corr>Weber</corr></choice>, <title>Reise</title>, <hi rend="italic">passim</hi>, '
        '<title level="a">Ein Teil</title>, <foreign xml:lang="fr">ici</foreign>'
    )
    (note,) = tei(f"<p>A<note>{inner}.</note></p>").notes
    assert note.text == "Wbeer, Reise, passim, Ein Teil, ici."
    assert [(r.style, note.text[r.start : r.end]) for r in note.runs] == [
        ("italic", "Reise"),
        ("italic", "passim"),
        ("fr", "ici"),
    ]


def test_a_list_of_references_keeps_its_italics():
    refs = "".join(
        f"<ref><mixed-citation>Weber, A. 199{at}. <italic>Reise {at}</italic>. Berlin: Weg.</mixed-citation></ref>"
        for at in range(3)
    )
    document = jats("<p>A<fn><p>Weber 1990.</p></fn></p>", f"<ref-list><title>References</title>{refs}</ref-list>")
    assert [entry.text for entry in document.references] == [
        f"Weber, A. 199{at}. Reise {at}. Berlin: Weg." for at in range(3)
    ]
    assert [entry.text[r.start : r.end] for entry in document.references for r in entry.runs] == [
        "Reise 0",
        "Reise 1",
        "Reise 2",
    ]
