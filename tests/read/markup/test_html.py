"""HTML of every maker: which links call notes, what of a note is its text, which numbers are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.read import read_bytes

PAGES = Path(__file__).parent / "pages"


def page(name):
    return read_bytes((PAGES / f"{name}.html").read_bytes(), f"{name}.html")


def found(document):
    return [(note.id, note.kind, note.text) for note in document.notes]


@pytest.mark.parametrize(
    ("name", "notes"),
    [
        (
            "libreoffice",
            [
                ("1", "foot", "Zhao Lei, Jiangou Heping (Beijing: Jiuzhou Chubanshe, 2007), p. 5."),
                ("2", "foot", "Ibid., p. 7. A second paragraph of the note."),
                ("2:1", "end", "The list is in the archive."),
            ],
        ),
        (
            "word",
            [
                (
                    "1",
                    "foot",
                    "Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011).",
                ),
                ("2", "foot", "See note 1 above, p. 12."),
                ("2:1", "end", "But for one."),
            ],
        ),
        (
            "wikipedia",
            [
                ("1", "foot", "Weber, Anna (1999). Reise nach Norden. Berlin: Weg. p. 12."),
                ("2", "foot", '"Late Spring". The Northern Times. 4 May 1999. Archived.'),
                ("a", "foot", "He was ill."),
            ],
        ),
        (
            "gutenberg",
            [
                ("1", "foot", "See Weber, Reise, vol. ii. p. 4."),
                ("2", "foot", "The almanac says so: “Rain in April.”"),
                ("2:1", "foot", "Ibid. p. 9."),
            ],
        ),
        ("types", [("1", "foot", "Weber, Reise, S. 4."), ("2", "foot", "5 U.S.C. § 552."), ("3", "foot", "")]),
        (
            "plain",
            [
                ("1", "foot", "Weber, Reise, p. 4. It has a second paragraph."),
                ("2", "foot", "Ibid."),
                ("3", "foot", "Li Wei, Lishi (Beijing: Renmin, 1999)."),
            ],
        ),
    ],
)
def test_the_notes_of_every_maker_are_found(name, notes):
    document = page(name)
    assert found(document) == notes
    assert [document.text[slice(*note.marker.span)] for note in document.notes] == [
        note.label or str(note.number) for note in document.notes
    ]


@pytest.mark.parametrize(
    ("name", "italics"),
    [
        ("libreoffice", ["Jiangou Heping", "Ibid."]),
        ("word", ["Chinese Peacekeeping Troops"]),
        ("wikipedia", ["Reise nach Norden", "The Northern Times"]),
        ("gutenberg", ["Reise", "Ibid."]),
    ],
)
def test_italics_are_kept(name, italics):
    notes = page(name).notes
    assert [note.text[r.start : r.end] for note in notes for r in note.runs if r.style == "italic"] == italics


def test_a_note_that_is_called_and_not_there_is_missing():
    document = page("types")
    assert [(note.id, note.status) for note in document.notes][-1] == ("3", "missing")
    assert [finding.code for finding in document.findings] == ["RD001"]


def test_links_to_sections_and_pages_call_no_notes():
    assert "See section 2." in page("plain").text
    assert "CONTENTS\nI\nThe Road\n1\n" in page("gutenberg").text


def test_a_small_capital_and_a_link_are_runs():
    (first, *_) = page("gutenberg").notes
    assert ("small-caps", "Weber") in [(r.style, first.text[r.start : r.end]) for r in first.runs]
    assert [r.target for note in page("wikipedia").notes for r in note.runs if r.style == "link"] == [
        "https://example.org/spring"
    ]


def listed(*items):
    calls = "".join(f'<a href="#n{at}" id="r{at}"><sup>{at}</sup></a> text ' for at in range(1, len(items) + 1))
    notes = "".join(f'<li id="n{at}">{item} <a href="#r{at}">↩</a></li>' for at, item in enumerate(items, 1))
    return f"<html><body><p>Text {calls}</p><ol>{notes}</ol></body></html>".encode()


def test_a_number_that_opens_a_note_of_a_list_is_no_label():
    notes = ["A.", "Weber.", "3 U.S.C."]
    assert [note.text for note in read_bytes(listed(*notes), "a").notes] == notes


def test_an_entry_that_nothing_calls_stands_in_its_place():
    data = listed("One.", "Two.").replace(b'<li id="n2">', b'<li>Between.</li><li id="n2">')
    notes = read_bytes(data, "a").notes
    assert [(note.text, note.marker is None) for note in notes] == [
        ("One.", False),
        ("Between.", True),
        ("Two.", False),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "gb18030"])
def test_a_page_is_read_in_the_encoding_that_it_names(encoding):
    word = "长征" if encoding == "gb18030" else "Größe"
    text = f'<html><head><meta charset="{encoding}"></head><body><p>{word}<sup><a id="r" href="#n">1</a></sup></p>'
    text += f'<p id="n"><a href="#r">1</a> {word}.</p></body></html>'
    assert [note.text for note in read_bytes(text.encode(encoding), "a").notes] == [f"{word}."]


def test_a_page_without_notes_is_read_as_its_text():
    page = b"<html><body><p>The claim.1 The second.2 The third.3</p>"
    page += b"".join(b"<p>%d Weber, Reise (Berlin: Weg, 190%d), p. %d.</p>" % (at, at, at) for at in (1, 2, 3))
    assert [note.number for note in read_bytes(page, "a").notes] == [1, 2, 3]


@pytest.mark.parametrize("own", ["", "paper.html", "./Paper", "https://example.org/paper", "//example.org/p?q=1"])
def test_a_saved_page_may_name_itself(own):
    data = listed("One.", "Two.").decode().replace('href="#', f'href="{own}#').encode()
    assert [note.text for note in read_bytes(data, "a").notes] == ["One.", "Two."]


SHAPES = {
    "google": (
        '<sup><a href="#ftnt{0}" id="ftnt_ref{0}">[{0}]</a></sup>',
        '<div><p><a href="#ftnt_ref{0}" id="ftnt{0}">[{0}]</a><span>&nbsp;{1}</span></p></div>',
    ),
    "substack": (
        '<a id="footnote-anchor-{0}" href="https://x.example/p/y#footnote-{0}" target="_self">{0}</a>',
        (
            '<div class="footnote"><a id="footnote-{0}" href="https://x.example/p/y#footnote-anchor-{0}">{0}</a>'
            '<div class="footnote-content"><p>{1}</p></div></div>'
        ),
    ),
    "term and description": (
        '<sup><a href="#n{0}" name="r{0}">{0}</a></sup>',
        '<dt><a name="n{0}" href="#r{0}">{0}</a></dt><dd>{1}</dd>',
    ),
    "row of a table": (
        '<a href="#n{0}" name="r{0}"><sup>{0}</sup></a>',
        '<table><tr><td><a href="#r{0}" name="n{0}">{0}</a></td><td>{1}</td></tr></table>',
    ),
    "kramdown": (
        '<sup id="fnref:{0}"><a href="#fn:{0}" class="footnote" rel="footnote">{0}</a></sup>',
        '<li id="fn:{0}"><p>{1}&nbsp;<a href="#fnref:{0}" class="reversefootnote">&#8617;</a></p></li>',
    ),
    "parsoid": (
        '<sup class="mw-ref" id="cite_ref-{0}"><a href="./X#cite_note-{0}"><span>[</span>{0}<span>]</span></a></sup>',
        (
            '<li id="cite_note-{0}"><span class="mw-cite-backlink"><a href="./X#cite_ref-{0}">↑ </a></span>'
            ' <span class="reference-text">{1}</span></li>'
        ),
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_further_shapes(name):
    call, note = SHAPES[name]
    texts = ["Weber, Reise, p. 4.", "Ibid.", "Li Wei, Lishi (Beijing: Renmin, 1999)."]
    body = "".join(f"<p>A claim{call.format(at, '')} and more.</p>" for at in (1, 2, 3))
    data = f"<html><body>{body}<hr>{''.join(note.format(at, text) for at, text in enumerate(texts, 1))}</body></html>"
    document = read_bytes(data.encode(), "a")
    assert [(found.number, found.text) for found in document.notes] == list(enumerate(texts, 1))
    assert "A claim2 and more." in document.text


def test_a_note_that_names_another_does_not_call_it():
    def chapter(first, texts):
        numbers = range(first, first + len(texts))
        calls = "".join(f'<p>A<a href="#_ftn{n}" name="_ftnref{n}">[{n}]</a></p>' for n in numbers)
        notes = (
            f'<p><a href="#_ftnref{n}" name="_ftn{n}">[{n}]</a> {t}</p>' for n, t in zip(numbers, texts, strict=True)
        )
        return calls + "".join(notes)

    later = 'See note <a href="#_ftn4">4</a> below.'
    data = f"<html><body>{chapter(1, ['Weber.', later])}{chapter(3, ['Li.', 'Zhao.'])}</body></html>"
    document = read_bytes(data.encode(), "a")
    assert [(note.id, note.text) for note in document.notes] == [
        ("1", "Weber."),
        ("2", "See note 4 below."),
        ("3", "Li."),
        ("4", "Zhao."),
    ]
