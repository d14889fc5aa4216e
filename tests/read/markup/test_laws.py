"""What holds for every file whatever is in it: the laws of a document, or one sentence; never a crash."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.pipeline import run
from citekit.read import read_bytes
from citekit.read.join import joined

SETTINGS = settings(max_examples=25, deadline=None)
WORDS = st.sampled_from(
    [
        "Weber, ",
        "Reise",
        " (Berlin: Weg, 1999)",
        ", p. 5.",
        " ",
        "\n",
        "Ibid.",
        "“",
        "”",
        "(",
        "&amp;",
        "\u00ad",
        "长征",
        "1",
        "*",
    ]
)
TEXT = st.lists(WORDS, max_size=6).map("".join)
KEYS = st.sampled_from(["1", "2", "3", "n1", "n2", "", "*", "-1"])


def elements(names, attributes):
    """Trees of these elements, with these attributes and a few values for them."""
    value = KEYS | st.sampled_from(
        ["#1", "#2", "#n1", "fn", "footnote", "italic", "noteref", "foot", "begin", "end", "separate"]
    )
    named = st.dictionaries(st.sampled_from(attributes), value, max_size=3)

    def wrapped(inner):
        return st.builds(
            lambda name, given_, parts: (
                f"<{name}{''.join(f' {k}={chr(34)}{v}{chr(34)}' for k, v in given_.items())}>{''.join(parts)}</{name}>"
            ),
            st.sampled_from(names),
            named,
            st.lists(inner, max_size=4),
        )

    return st.lists(st.recursive(TEXT, wrapped, max_leaves=14), max_size=5).map("".join)


def keeps_the_laws(data: bytes) -> None:
    told = ""
    try:
        document = read_bytes(data, "paper")
    except CitekitError as error:
        told = str(error)
    if told:
        assert told.endswith(".")
        return
    text = document.text
    assert "".join(text[region.start : region.end] for region in document.regions) == text
    assert all(left.end == right.start for left, right in pairwise(document.regions))
    assert len({note.id for note in document.notes}) == len(document.notes)
    for note in document.passages:
        assert joined(text, note.spans) == note.text
        assert all(0 <= run.start < run.end <= len(note.text) for run in note.runs)
        assert all(0 <= one.span[0] < one.span[1] <= len(note.text) for one in note.stored)
        assert (note.status == "missing") == (not note.lines)
        assert (note.status == "partial") == bool(note.gaps)
    for marker in document.markers:
        assert text[slice(*marker.span)]
    for reading in run(document).readings:
        note = next(one for one in document.passages if one.id == reading.note)
        assert "".join(note.text[piece.start : piece.end] for piece in reading.pieces) == note.text
        assert all(one.raw == note.text[slice(*one.span)] for one in reading.citations)


RUNS = [
    "w:p",
    "w:r",
    "w:t",
    "w:ins",
    "w:del",
    "w:fldChar",
    "w:instrText",
    "w:footnoteReference",
    "w:hyperlink",
    "w:rPr",
    "w:i",
]


@given(st.data())
@SETTINGS
def test_word_files(word, data):
    tree = elements(RUNS, ["w:id", "w:fldCharType", "w:val", "r:id", "w:customMarkFollows"])
    notes = "".join(
        f'<w:footnote w:id="{key}"><w:p>{data.draw(tree)}</w:p></w:footnote>'
        for key in data.draw(st.sets(KEYS, max_size=3))
    )
    keeps_the_laws(word.docx(data.draw(tree), notes))


@given(
    elements(
        ["text:p", "text:span", "text:note", "text:note-body", "text:note-citation", "text:a", "text:s"],
        ["text:note-class"],
    )
)
@SETTINGS
def test_opendocument_texts(word, body):
    keeps_the_laws(word.odt(body))


@given(
    elements(["p", "a", "sup", "li", "ol", "div", "i", "h2", "br", "aside"], ["id", "href", "name", "class", "role"])
)
@SETTINGS
def test_pages(body):
    keeps_the_laws(f"<html><body>{body}</body></html>".encode())


@given(elements(["p", "fn", "xref", "label", "italic", "fn-group", "sec", "ref"], ["id", "rid", "ref-type", "fn-type"]))
@SETTINGS
def test_jats(body):
    keeps_the_laws(f'<article article-type="x"><body>{body}</body></article>'.encode())


@given(
    elements(
        ["p", "note", "ref", "ptr", "hi", "anchor", "div", "choice", "sic"], ["n", "target", "place", "rend", "xml:id"]
    )
)
@SETTINGS
def test_tei(body):
    keeps_the_laws(f"<TEI><text><body>{body}</body></text></TEI>".encode())


@given(st.data())
@SETTINGS
def test_damaged_bytes(word, data):
    whole = word.docx("<w:p/>", word.note(1, word.run("Weber.")))
    cut = bytearray(whole[: data.draw(st.integers(4, len(whole)))])
    for at in data.draw(st.lists(st.integers(0, len(cut) - 1), max_size=5)):
        cut[at] = data.draw(st.integers(0, 255))
    keeps_the_laws(bytes(cut))


@given(
    st.dictionaries(
        st.sampled_from(["content.xml", "mimetype", "META-INF/container.xml", "word/document.xml"]),
        st.binary(max_size=90),
    )
)
@SETTINGS
def test_zips_of_anything(parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    keeps_the_laws(data.getvalue())
