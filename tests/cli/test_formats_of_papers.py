"""Papers of every format on the command line: by content, from a file or stdin, wherever a paper is taken."""

from __future__ import annotations

import json

import pypandoc
import pytest

PAPER = """
A claim.[^1] Another.[^2]

[^1]: See Wei Heping, *Chinese Peacekeeping Troops* (Beijing: China Intercontinental Press, 2011), 7.
[^2]: Ibid., 9.
"""
FORMATS = ("docx", "odt", "epub3", "html5", "jats_archiving", "tei")


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    """The paper in every format, without a suffix that tells."""
    folder = tmp_path_factory.mktemp("papers")
    for form in FORMATS:
        pypandoc.convert_text(PAPER, form, format="markdown", outputfile=str(folder / form), extra_args=["-s"])
    return {form: (folder / form).read_bytes() for form in FORMATS}


@pytest.mark.parametrize("form", FORMATS)
def test_a_paper_is_extracted_from(citekit, tmp_path, papers, form):
    (tmp_path / "paper.doc").write_bytes(papers[form])
    done = citekit("extract", "paper.doc")
    assert done.returncode in {0, 1}
    assert "title = {Chinese Peacekeeping Troops}" in done.stdout.decode()
    assert "annotation = {note 1, p. 7; note 2, p. 9}" in done.stdout.decode()
    assert citekit("extract", "-", stdin=papers[form]).stdout == done.stdout


@pytest.mark.parametrize("form", FORMATS)
def test_its_notes_are_listed(citekit, tmp_path, papers, form):
    (tmp_path / "paper").write_bytes(papers[form])
    found = json.loads(citekit("notes", "paper", "--to", "json").stdout)
    assert [(note["number"], note["text"][:9]) for note in found["notes"]] == [("1", "See Wei H"), ("2", "Ibid., 9.")]
    assert found["notes"][0]["runs"][0]["style"] == "italic"


def test_a_paper_in_word_is_set_in_a_style(citekit, tmp_path, papers):
    (tmp_path / "paper.docx").write_bytes(papers["docx"])
    done = citekit("style", "paper.docx", "--style", "apa", "--as", "bibliography")
    assert done.stdout.decode().startswith("Wei, H. (2011).")


def test_a_paper_is_no_list_of_references(citekit, tmp_path, papers):
    (tmp_path / "paper.docx").write_bytes(papers["docx"])
    done = citekit("parse", "paper.docx")
    assert done.returncode == 2
    assert done.stderr.decode() == (
        "citekit: paper.docx is a Word file; `citekit extract` reads the notes of such a paper.\n"
    )


def test_half_a_file_is_refused_in_a_sentence(citekit, tmp_path, papers):
    (tmp_path / "paper.docx").write_bytes(papers["docx"][:900])
    done = citekit("extract", "paper.docx")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == "citekit: paper.docx is damaged and cannot be unpacked; get or save it anew.\n"
