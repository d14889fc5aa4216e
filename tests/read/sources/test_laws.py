"""What holds for every source, whatever stands in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.read.sources.latex import read_latex
from citekit.read.sources.markdown import read_markdown
from citekit.read.sources.rtf import read_rtf
from citekit.read.sources.typst import read_typst

READERS = (read_latex, read_markdown, read_rtf, read_typst)
PIECES = [
    *(
        "\\footnote{",
        "}",
        "{",
        "\\footnotetext[2]{",
        "\\footnotemark",
        "\\footcite[1]{a}",
        "\\emph{",
        "\\newcommand{\\x}[1]{#1\\x}",
    ),
    *(
        "\\x",
        "%",
        "\n\n",
        "[^1]",
        "\n[^1]: ",
        "^[",
        "]",
        "*",
        "_",
        "`",
        "--",
        "<i>",
        "#footnote[",
        "#link(",
        '"',
        ")",
        "//",
    ),
    *(
        "{\\rtf1 ",
        "{\\footnote ",
        "\\'e9",
        "\\u20013?",
        "\\uc9 ",
        "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt y}}",
        "\\bin9 ",
    ),
    *("Li, Yunhe, 12.", " ", "中", "é", "\x00", "\\", "$", "&", "@a", "<b>", "\\begin{verbatim}", "References\n\n"),
]


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.sampled_from(READERS))
def test_whatever_stands_there_every_character_has_its_place(text, reader):
    try:
        document = reader(text.encode("utf-8", "replace"), "paper")
    except CitekitError:
        return
    assert "".join(document.text[region.start : region.end] for region in document.regions) == document.text
    for note in document.passages:
        assert "".join(document.text[slice(*span)] for span in note.spans) == note.text or len(note.spans) > 1
        assert all(0 <= run.start < run.end <= len(note.text) for run in note.runs)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("sign", ["{", "\\footnote{", "#footnote[", "[", "*", "_", "\\x", "$", "[^1]", "\\begin{a}"])
def test_thousands_of_open_signs_end(reader, sign):
    try:
        document = reader((sign * 5_000).encode(), "paper")
    except CitekitError:
        return
    assert "".join(document.text[region.start : region.end] for region in document.regions) == document.text
