"""A PDF on the command line: its notes with pages, italics and markers; a locked one with its password."""

from __future__ import annotations

import importlib.util
import io
import json
import sys

import pypdf
import pytest


@pytest.fixture(scope="module")
def paper(root):
    spec = importlib.util.spec_from_file_location("drawn", root / "tests" / "read" / "pdf" / "drawn.py")
    drawn = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = drawn
    spec.loader.exec_module(drawn)
    pages = []
    for number in (1, 2, 3):
        page = drawn.Page()
        page.line(50, 570, 9, f"Journal of Missions {number + 22}")
        page.line(50, 540, 11, f"The council has not decided how far a mission may go in this case.^{number}^")
        page.line(
            50, 300, 8, f"^{number}^ Wei Heping, _Peacekeeping Troops_ (Beijing: Intercontinental Press, 201{number})."
        )
        pages.append(page)
    return drawn.pdf(pages)


@pytest.fixture
def locked(paper):
    writer = pypdf.PdfWriter(io.BytesIO(paper))
    writer.encrypt("open", "own", algorithm="RC4-128")
    found = io.BytesIO()
    writer.write(found)
    return found.getvalue()


def test_notes_are_listed_with_their_pages(citekit, tmp_path, paper):
    (tmp_path / "paper.pdf").write_bytes(paper)
    shown = citekit("notes", "paper.pdf").stdout.decode()
    assert "2  intact  page 2  (printed 24)" in shown
    assert "    Wei Heping, Peacekeeping Troops (Beijing: Intercontinental Press, 2012)." in shown


def test_the_json_form_has_runs_pages_and_markers(citekit, paper):
    notes = json.loads(citekit("notes", "-", "--to", "json", stdin=paper).stdout)["notes"]
    assert [note["pages"] for note in notes] == [[1, 1], [2, 2], [3, 3]]
    assert [note["printed_pages"] for note in notes] == [["23", "23"], ["24", "24"], ["25", "25"]]
    assert [note["runs"] for note in notes] == [[{"style": "italic", "span": [12, 31]}]] * 3
    assert [note["marker"]["number"] for note in notes] == [1, 2, 3]


@pytest.mark.parametrize("verb", ["notes", "extract"])
def test_a_locked_file_is_opened_with_its_password(citekit, tmp_path, locked, verb):
    (tmp_path / "paper.pdf").write_bytes(locked)
    refused = citekit(verb, "paper.pdf")
    assert refused.returncode == 2
    assert refused.stderr == b"citekit: paper.pdf is locked with a password; give it with --password.\n"
    assert b"Peacekeeping Troops" in citekit(verb, "paper.pdf", "--password", "open").stdout.replace(b"{", b"").replace(
        b"}", b""
    )


def test_the_works_of_a_pdf_are_written(citekit, tmp_path, paper):
    (tmp_path / "paper.pdf").write_bytes(paper)
    done = citekit("extract", "paper.pdf")
    assert done.stdout.count(b"@book{") == 3
    assert b"notes       3: 3 intact" in done.stderr
