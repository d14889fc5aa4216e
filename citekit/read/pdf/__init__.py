"""PDF → Document, by where the characters stand on the page."""

from __future__ import annotations

from citekit.model import Document


def read_pdf(data: bytes, source: str, password: str | None = None) -> Document:
    """Read the notes out of the bytes of a PDF.

    Raises :class:`CitekitError` where it is locked, damaged, without pages or without text.
    """
    from citekit.read.pdf.paper import document  # noqa: PLC0415 - PDFium is loaded where a PDF is read
    from citekit.read.pdf.reading import sheets  # noqa: PLC0415 - the same

    return document(sheets(data, source, password), source)
