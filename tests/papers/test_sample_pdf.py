"""The bundled paper as a PDF: made by a script out of the text, and read to the same notes and works."""

from __future__ import annotations

import subprocess
import sys

import pytest

import citekit

TORN = {"76", "82", "101"}
"""Notes of which lines are lost; in the text a mark stands where they were, in a PDF nothing does."""


@pytest.fixture(scope="module")
def both(sample):
    return citekit.extract(sample), citekit.extract(sample.with_suffix(".pdf"))


def test_the_file_is_what_the_script_makes(root):
    told = subprocess.run(
        [sys.executable, "scripts/build_sample_pdf.py", "--check"],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout + told.stderr


def test_the_notes_are_the_same(both):
    plain, drawn = ({note.id: note.text for note in one.document.notes if note.id not in TORN} for one in both)
    assert drawn == plain


def test_the_works_are_the_same(both):
    plain, drawn = (
        {work.key: (work.title, work.author, work.container, dict(work.fields)) for work in one.works} for one in both
    )
    torn = {work.key for one in both for work in one.works if TORN & {place.note for place in work.cited}}
    assert {key: work for key, work in drawn.items() if key not in torn} == {
        key: work for key, work in plain.items() if key not in torn
    }
