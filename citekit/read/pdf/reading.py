"""The pages of an open PDF, one after the other, as sheets of printed lines."""

from __future__ import annotations

import pypdfium2 as pdfium

from citekit.read.pdf.glyphs import Glyphs
from citekit.read.pdf.lines import printed_lines
from citekit.read.pdf.opening import opened
from citekit.read.pdf.rules import rules
from citekit.read.pdf.sheets import Sheet


def sheets(data: bytes, source: str, password: str | None = None) -> list[Sheet]:
    """The sheets of a PDF; never more than one page of it is open.

    Raises :class:`CitekitError` where it cannot be opened or has no text.
    """
    name = "The input" if source == "-" else source
    with opened(data, name, password) as pdf:
        return [_sheet(pdf, index) for index in range(len(pdf))]


def _sheet(pdf: pdfium.PdfDocument, index: int) -> Sheet:
    page = pdf[index]
    try:
        glyphs = Glyphs(page)
        try:
            return Sheet(index + 1, glyphs.bottom, glyphs.top, tuple(printed_lines(glyphs)), rules(page, glyphs))
        finally:
            glyphs.close()
    finally:
        page.close()
