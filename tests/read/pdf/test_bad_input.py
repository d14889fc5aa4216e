"""What is no paper in a PDF is refused in a sentence, soon and without a great deal of memory."""

from __future__ import annotations

import io
import time

import pypdf
import pytest

from citekit.errors import CitekitError
from citekit.read import read_bytes
from citekit.read.options import Options


def locked(data, **passwords):
    """The same PDF, encrypted."""
    writer = pypdf.PdfWriter(io.BytesIO(data))
    writer.encrypt(**passwords, algorithm="RC4-128")
    found = io.BytesIO()
    writer.write(found)
    return found.getvalue()


@pytest.fixture(scope="module")
def paper(drawn, texts, passages):
    return drawn.paper(texts[:8], drawn.How(), passages)


def refused(data, password=None):
    start = time.process_time()
    with pytest.raises(CitekitError) as told:
        read_bytes(data, "paper.pdf", Options(password))
    assert time.process_time() - start < 3
    return str(told.value)


def test_a_password_is_asked_for_and_opens_the_file(paper, texts):
    data = locked(paper, user_password="open", owner_password="own")
    assert refused(data) == "paper.pdf is locked with a password; give it with --password."
    assert refused(data, "shut") == "paper.pdf is not opened by that password; give the right one with --password."
    assert [note.text for note in read_bytes(data, "paper.pdf", Options("open")).notes] == list(texts[:8])


def test_a_file_that_only_forbids_printing_opens(paper, texts):
    data = locked(paper, user_password="", owner_password="own")
    assert [note.text for note in read_bytes(data, "paper.pdf").notes] == list(texts[:8])


@pytest.mark.parametrize("data", [b"%PDF-1.7\n\x00\xff", b"%PDF-1.7\n" + b"x" * 9000])
def test_a_damaged_file_is_told(data):
    assert refused(data).startswith("paper.pdf is damaged and cannot be opened as a PDF; get a new copy")


def test_pages_without_text_are_told(drawn):
    assert refused(drawn.pdf([drawn.Page(), drawn.Page()])) == (
        "paper.pdf holds no text that can be read; run `ocrmypdf --force-ocr in.pdf out.pdf` on it first."
    )
    assert refused(drawn.pdf([])).startswith("paper.pdf ")


def picture(drawn):
    """A page that is a picture, as scanners make them."""
    page = drawn.Page()
    page.operators.append("q 400 0 0 500 10 10 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q")
    return page


def test_a_scan_is_told_and_what_to_do(drawn):
    assert refused(drawn.pdf([picture(drawn)] * 3)) == (
        "paper.pdf looks scanned: its pages are pictures without text; run `ocrmypdf in.pdf out.pdf` on it first."
    )


def test_a_page_that_is_a_picture_among_others_is_a_finding(drawn):
    pages = [picture(drawn)]
    for number in (1, 2, 3):
        page = drawn.Page()
        page.line(50, 540, 11, f"The council has not decided how far a mission may go in this case.^{number}^")
        page.line(50, 300, 8, f"^{number}^ Wei, Missions ({1990 + number}), p. {number}.")
        pages.append(page)
    document = read_bytes(drawn.pdf(pages), "paper.pdf")
    assert len(document.notes) == 3
    assert [note.pages for note in document.notes] == [(2, 2), (3, 3), (4, 4)]
    told = next(finding for finding in document.findings if finding.code == "RD022")
    assert told.message == "Page 1 of the PDF holds a picture and no text."


def test_ten_thousand_pages_are_too_many(drawn):
    page = drawn.Page()
    page.line(50, 540, 11, "The council.")
    assert refused(drawn.pdf([page] * 10_000)).startswith(
        "paper.pdf has 10,000 pages, more than the 3,000 that are read"
    )
