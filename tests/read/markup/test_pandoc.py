"""A paper of 111 notes in every format that pandoc writes: each note whole, in order, called, its italics kept."""

from __future__ import annotations

import re
import unicodedata

import pypandoc
import pytest

from citekit.read import read_bytes, read_file

FORMATS = ["docx", "odt", "html5", "epub2", "epub3", "jats_archiving", "tei", "docbook5", "opendocument"]
COUNT = 111
_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!<>|~^$@\"'&])")


def fold(text):
    return " ".join(unicodedata.normalize("NFKC", text).split())


@pytest.fixture(scope="module")
def texts(sample):
    """The texts of the bundled paper's notes, as often as it takes, each with an italic title at its end."""
    notes = [note.text for note in read_file(sample).notes if note.text]
    return [f"{notes[at % len(notes)]} Reise {at}" for at in range(COUNT)]


@pytest.fixture(scope="module")
def markdown(texts):
    body = "\n\n".join(f"Sentence {at} of the body.[^n{at}] It goes on." for at in range(COUNT))
    titled = (re.sub(r"Reise (\d+)$", r"*Reise \1*", _SIGNS.sub(r"\\\1", text)) for text in texts)
    return body + "\n\n" + "\n\n".join(f"[^n{at}]: {text}" for at, text in enumerate(titled)) + "\n"


@pytest.mark.parametrize("form", FORMATS)
def test_every_note_is_whole_and_in_order(form, markdown, texts, tmp_path):
    paper = tmp_path / "paper"
    pypandoc.convert_text(
        markdown, form, format="markdown-smart", outputfile=str(paper), extra_args=["-s", "--metadata", "title=Paper"]
    )
    document = read_bytes(paper.read_bytes(), "paper")
    assert [fold(note.text) for note in document.notes] == [fold(text) for text in texts]
    assert [note.number for note in document.notes] == list(range(1, COUNT + 1))
    assert [document.text[slice(*marker.span)] for marker in document.markers] == list(map(str, range(1, COUNT + 1)))
    italic = [note.text[run.start : run.end] for note in document.notes for run in note.runs if run.style == "italic"]
    assert italic == [f"Reise {at}" for at in range(COUNT)]
    assert {finding.code for finding in document.findings} <= {"RD008"}
