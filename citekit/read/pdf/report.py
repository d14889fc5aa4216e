"""What the reader says about the pages of a PDF, beside what every reader says of notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.model import Finding
from citekit.read.pdf.sheets import Sheet


def pages(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Pages that could not be opened, and pages that are pictures."""
    damaged = [sheet.number for sheet in sheets if sheet.damaged]
    if damaged:
        yield Finding(
            "RD021",
            f"{_named(damaged)} of the PDF could not be opened.",
            "error",
            help="Get a new copy of the file, or mend it with `qpdf in.pdf out.pdf`.",
        )
    pictured = [sheet.number for sheet in sheets if sheet.pictures and not sheet.lines]
    if pictured:
        yield Finding(
            "RD022",
            f"{_named(pictured)} of the PDF {'holds' if len(pictured) == 1 else 'hold'} a picture and no text.",
            "info",
            help="If notes stand there, run `ocrmypdf --skip-text in.pdf out.pdf` first.",
        )


def _named(numbers: list[int]) -> str:
    """``Page 3`` or ``Pages 3, 5, 6``; of many the first ones."""
    shown = ", ".join(map(str, numbers[:8])) + (" and more" if len(numbers) > 8 else "")
    return f"Page {shown}" if len(numbers) == 1 else f"Pages {shown}"
