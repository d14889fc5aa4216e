"""Findings as a person reads them: code and name, the place, the text with tildes under it, what to do.

RD007 note-cut: Note 14 breaks off.
  note 14  Zhao Lei, Jiangou Heping: Zhongguo dui
                                                 ~
  help: look the end of the note up in the printed paper
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from textwrap import wrap

import click

from citekit.cli.excerpt import excerpt
from citekit.cli.terminal import cells
from citekit.data.findings import name
from citekit.model import Finding, Library, Note, Span

COLORS = {"error": "red", "warning": "yellow", "info": "cyan"}
_RANK = {"error": 0, "warning": 1, "info": 2}


def findings_of(library: Library) -> tuple[Finding, ...]:
    """The findings of a library, those of its document included, in the order they were made; none twice."""
    return tuple(dict.fromkeys((*library.document.findings, *library.findings)))


def weight(finding: Finding) -> int:
    """Where a finding stands among others: the severe ones come first."""
    return _RANK[finding.severity]


def title(code: str) -> str:
    """The code and name of a finding: ``RD001 note-missing``."""
    return f"{code} {name(code)}".rstrip()


def show(findings: Iterable[Finding], library: Library, width: int, *, named: bool = False) -> Iterator[str]:
    """Each finding as lines for a terminal of this width; ``named`` where several papers are to be told apart."""
    notes = {note.id: note for note in library.document.passages}
    paper = f"{PurePath(library.document.source).name} " if named else ""
    for finding in findings:
        yield "\n".join(
            (
                *_head(finding, width),
                *_place(finding, notes, library.document.text, width, paper),
                *_help(finding, width),
            )
        )


def _head(finding: Finding, width: int) -> Iterator[str]:
    plain = title(finding.code)
    first, *others = wrap(f"{plain}: {finding.message}", width, subsequent_indent="  ", break_on_hyphens=False)
    yield first.replace(plain, click.style(plain, fg=COLORS[finding.severity], bold=True), 1)
    yield from others


def _help(finding: Finding, width: int) -> list[str]:
    if not finding.help:
        return []
    return wrap(f"help: {finding.help}", width, initial_indent="  ", subsequent_indent=" " * 8, break_on_hyphens=False)


def _place(finding: Finding, notes: Mapping[str, Note], source: str, width: int, paper: str) -> Iterator[str]:
    """The place of a finding, and the text there with tildes under it."""
    where = (paper + (f"note {finding.note}" if finding.note is not None else _line_number(finding, source))).strip()
    text, span = _quoted(finding, notes, source)
    if not text:
        if where:
            yield f"  {where}"
        return
    label = f"  {where}  " if where else "  "
    shown, marks = excerpt(text, span, max(width - cells(label), 20))
    yield label + shown
    yield " " * cells(label) + click.style(marks, fg="green")


def _line_number(finding: Finding, source: str) -> str:
    if finding.line is None and finding.span and source:
        return f"line {source.count(chr(10), 0, finding.span[0]) + 1}"
    return f"line {finding.line}" if finding.line else ""


def _quoted(finding: Finding, notes: Mapping[str, Note], source: str) -> tuple[str, Span]:
    """The text a finding points into and the span there: its note, else its source line, else its own quotation."""
    if finding.span and finding.note is not None:
        note = notes.get(finding.note)
        if note and note.text:
            return note.text, finding.span
    if finding.span and finding.note is None and source:
        return _source_line(source, finding.span)
    return finding.text, (0, len(finding.text))


def _source_line(source: str, span: Span) -> tuple[str, Span]:
    """The source line in which a span begins, and the part of the span that lies in it."""
    begin = source.rfind("\n", 0, span[0]) + 1
    end = source.find("\n", span[0])
    end = len(source) if end < 0 else end
    return source[begin:end], (span[0] - begin, max(min(span[1], end), span[0]) - begin)
