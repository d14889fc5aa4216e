"""Bytes → an open PDF, or one sentence that says what is wrong with it and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from citekit.errors import CitekitError

MOST_PAGES = 3000


@contextmanager
def opened(data: bytes, name: str, password: str | None) -> Iterator[pdfium.PdfDocument]:
    """The document in the bytes of a file, closed at the end.

    Raises :class:`CitekitError` where it needs another password, is damaged, empty or far too long.
    """
    try:
        pdf = pdfium.PdfDocument(data, password=password)
    except pdfium.PdfiumError as error:
        raise CitekitError(_refused(name, getattr(error, "err_code", None), password)) from None
    try:
        if len(pdf) == 0:
            raise CitekitError(f"{name} is a PDF without pages; give the file of a paper.")
        if len(pdf) > MOST_PAGES:
            raise CitekitError(
                f"{name} has {len(pdf):,} pages, more than the {MOST_PAGES:,} that are read at once;"
                " cut the paper or chapter out of it first."
            )
        yield pdf
    finally:
        pdf.close()


def _refused(name: str, code: int | None, password: str | None) -> str:
    if code == pdfium_c.FPDF_ERR_PASSWORD:
        if password is None:
            return f"{name} is locked with a password; give it with --password."
        return f"{name} is not opened by that password; give the right one with --password."
    if code == pdfium_c.FPDF_ERR_SECURITY:
        return f"{name} is locked in a way that cannot be opened; save it without protection first."
    return f"{name} is damaged and cannot be opened as a PDF; get a new copy, or mend it with `qpdf in.pdf out.pdf`."
