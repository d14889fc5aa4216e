"""Findings for a reader: place, code, message, the line with carets under what is meant, what to do.

references.bib:31:12: CK063 pages-reversed: The pages run backwards.
  31  pages = {212--198},
               ^^^^^^^^
  help: see which of the two numbers is misprinted
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from textwrap import wrap

import click

from citekit.cli.excerpt import excerpt
from citekit.cli.finding import COLORS, title
from citekit.cli.reports import Examined
from citekit.cli.reports.places import Places
from citekit.cli.terminal import cells
from citekit.model import Finding

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_QUOTE = 400
"""Characters of a quotation without a place that are shown; the rest is in the file."""


def to_text(examined: Sequence[Examined], width: int, *, colour: bool) -> str:
    """The findings of all files, file by file, parted by empty lines; nothing of a file's text acts on the terminal."""
    told = "\n".join(
        "".join(f"{line}\n" for line in _lines(finding, places, one.source, width))
        for one in examined
        for places in (Places(one),)
        for finding in one.findings
    )
    return told if colour else click.unstyle(told)


def _lines(finding: Finding, places: Places, source: str, width: int) -> Iterator[str]:
    place = places.of(finding)
    where = ":".join([source, *(str(number) for number in place[:2] if number)])
    note = f"note {finding.note}: " if finding.note is not None else ""
    plain = title(finding.code)
    coloured = click.style(plain, fg=COLORS[finding.severity], bold=True)
    yield f"{click.style(where, bold=True)}: {coloured}: {note}{finding.message}"
    yield from _excerpt(finding, places, place.line, width)
    if finding.help:
        yield from wrap(
            f"help: {finding.help}", width, initial_indent="  ", subsequent_indent=" " * 8, break_on_hyphens=False
        )


def _excerpt(finding: Finding, places: Places, line: int, width: int) -> Iterator[str]:
    text, (start, end) = places.quoted(finding)
    text = _CONTROLS.sub("\ufffd", text)
    if not text:
        return
    if not finding.span:
        text, _, _ = text[:_QUOTE].strip().partition("\n")
        start, end = 0, len(text)
    label = f"  {line}  " if line and finding.note is None else "  "
    shown, marks = excerpt(text, (start, end), max(width - cells(label), 20))
    yield label + shown
    if finding.span:
        yield " " * cells(label) + click.style(marks.replace("~", "^"), fg="green")
