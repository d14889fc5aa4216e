"""Set the bundled paper as a PDF, ``citekit/data/sample/peacekeeping.pdf``: the same lines on the same pages.

Body and notes stand where a journal has them, the notes small and below a rule, their numbers raised. What is lost in
the text is lost in the PDF. ``--check`` says whether the file in the project is what this script makes.
"""

from __future__ import annotations

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import typst

from citekit.model import Document, Span
from citekit.read import read_file

SAMPLE = Path("citekit/data/sample/peacekeeping.txt")
PDF = SAMPLE.with_suffix(".pdf")
SETTING = """
#set document(title: "Peacekeeping", date: none)
#set page(width: 595pt, height: 842pt, margin: (x: 50pt, y: 60pt))
#set par(leading: 4pt, spacing: 4pt, justify: false)
#let body(content) = text(size: 10pt, content)
#let note(content) = text(size: 7.6pt, content)
#let raised(content) = text(size: 0.62em, baseline: -0.42em, content)
#let rule = line(length: 120pt, stroke: 0.4pt)
"""


def main() -> int:
    """Build the PDF, or compare it with the one that is there."""
    made = typst.compile(source(read_file(SAMPLE)).encode())
    if "--check" in sys.argv:
        same = PDF.is_file() and PDF.read_bytes() == made
        print("the PDF of the sample is as it is made" if same else f"{PDF} is not as {sys.argv[0]} makes it")
        return 0 if same else 1
    PDF.write_bytes(made)
    return 0


def source(document: Document) -> str:
    """The paper in Typst, a page for each page of the text."""
    turns = [region.end for region in document.regions if region.kind == "page-turn"]
    bounds = [0, *turns, len(document.text)]
    pages = [_page(document, (start, end)) for start, end in itertools.pairwise(bounds) if start < end]
    return SETTING + "\n#pagebreak()\n".join(pages)


def _page(document: Document, page: Span) -> str:
    above, below = [], []
    for start, end in _lines(document.text, page):
        in_notes = _kinds(document, (start, end)) & {"note", "label"}
        line = "".join(_pieces(document, (start, end)))
        (below if in_notes else above).append(line)
    notes = f"\n#v(1fr)\n#rule\n#note[{_stacked(below)}]" if below else ""
    return f"#body[{_stacked(above)}]{notes}"


def _stacked(lines: list[str]) -> str:
    return " \\\n".join(line or "#v(2pt)" for line in lines)


def _lines(text: str, page: Span) -> Iterator[Span]:
    """The lines of a page, the blank ones as empty."""
    at = page[0]
    for line in text[slice(*page)].splitlines(keepends=True):
        bare = line.strip()
        start = at + len(line) - len(line.lstrip()) if bare else at
        yield start, start + len(bare)
        at += len(line)


def _kinds(document: Document, line: Span) -> set[str]:
    return {region.kind for region in document.regions if region.start < line[1] and line[0] < region.end}


def _pieces(document: Document, line: Span) -> Iterator[str]:
    """A line as Typst strings, its markers and labels raised."""
    labels = [(region.start, region.end) for region in document.regions if region.kind == "label"]
    marks = sorted([*(marker.span for marker in document.markers), *labels])
    at = line[0]
    for start, end in marks:
        if line[0] <= start < line[1]:
            yield _string(document.text[at:start])
            yield f"#raised[{_string(document.text[start:end].strip())}]"
            yield _string(" ") if document.text[start:end].endswith(" ") else ""
            at = end
    yield _string(document.text[at : line[1]])


def _string(text: str) -> str:
    return f"#{json.dumps(text, ensure_ascii=False)}" if text else ""


if __name__ == "__main__":
    sys.exit(main())
