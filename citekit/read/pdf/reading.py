"""The pages of an open PDF, one after the other, as sheets of printed lines."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from citekit.errors import CitekitError
from citekit.read.pdf.glyphs import Glyphs
from citekit.read.pdf.lines import printed_lines
from citekit.read.pdf.opening import opened
from citekit.read.pdf.rules import drawn
from citekit.read.pdf.sheets import Sheet

_LABEL = 64


def sheets(data: bytes, source: str, password: str | None = None) -> list[Sheet]:
    """The sheets of a PDF; never more than one page of it is open.

    Raises :class:`CitekitError` where it cannot be opened or has no text.
    """
    name = "The input" if source == "-" else source
    with opened(data, name, password) as pdf:
        found = [_sheet(pdf, index) for index in range(len(pdf))]
    _must_have_text(found, name)
    return found


def _sheet(pdf: pdfium.PdfDocument, index: int) -> Sheet:
    """One page; a damaged one is a sheet without lines."""
    try:
        page = pdf[index]
    except pdfium.PdfiumError:
        return Sheet(index + 1, 0.0, 0.0, damaged=True)
    try:
        glyphs = Glyphs(page)
    except pdfium.PdfiumError:
        page.close()
        return Sheet(index + 1, 0.0, 0.0, damaged=True)
    try:
        rules, pictures = drawn(page, glyphs)
        lines = tuple(printed_lines(glyphs))
        return Sheet(index + 1, glyphs.bottom, glyphs.top, lines, rules, _label(pdf, index), pictures)
    finally:
        glyphs.close()
        page.close()


def _label(pdf: pdfium.PdfDocument, index: int) -> str:
    """The name that the file gives to a page, such as ``iv``."""
    buffer = ctypes.create_string_buffer(_LABEL)
    length = pdfium_c.FPDF_GetPageLabel(pdf.raw, index, buffer, _LABEL)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace") if length <= _LABEL else ""


def _must_have_text(found: list[Sheet], name: str) -> None:
    """Refuse pictures of pages, and files whose letters are drawn."""
    bare = [sheet for sheet in found if not sheet.lines]
    pictured = [sheet for sheet in found if sheet.pictures]
    if sum(sheet.pictures for sheet in bare) > len(pictured) / 2 and len(bare) > len(found) / 2:
        raise CitekitError(
            f"{name} looks scanned: its pages are pictures without text; run `ocrmypdf in.pdf out.pdf` on it first."
        )
    if len(bare) == len(found):
        raise CitekitError(
            f"{name} holds no text that can be read; run `ocrmypdf --force-ocr in.pdf out.pdf` on it first."
        )
