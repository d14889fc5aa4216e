"""What a scholar wants to know after a run: what was found, what is missing, what to look at first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import wrap

import click

from citekit.cli.finding import COLORS, findings_of, show, title, weight
from citekit.cli.misprints import misprint_lines
from citekit.cli.ranges import ranges
from citekit.model import Finding, Library, Status

_LOOK_FIRST = 4
_LABEL = 12


def summary(libraries: Sequence[Library], width: int, *, findings_shown: bool = False) -> str:
    """The lines of the summary; ``findings_shown`` leaves out what the full list of findings has said already."""
    everything = [finding for library in libraries for finding in findings_of(library)]
    blocks = ["\n".join(_paper(library, width)) for library in libraries]
    blocks.append("\n".join(misprint_lines(libraries, width)))
    if everything:
        blocks.append("\n".join(_kinds(everything)))
        chosen = _chosen(libraries)
        blocks.extend([] if findings_shown else ["\n".join(_look_first(chosen, width, named=len(libraries) > 1))])
        blocks.append(_hint(libraries, everything, everything_shown=findings_shown or len(chosen) == len(everything)))
    return "\n\n".join(filter(None, blocks))


def _paper(library: Library, width: int) -> Iterator[str]:
    """The figures of one paper."""
    notes = library.document.notes
    missing, partial = (_ids(library, status) for status in ("missing", "partial"))
    yield click.style(library.document.source, bold=True)
    yield from _row(
        "notes", f"{len(notes)}: {len(notes) - len(missing) - len(partial)} intact" + _but(missing, partial), width
    )
    yield from _row("missing", ranges(missing), width)
    yield from _row("partial", ranges(partial), width)
    references = len(library.document.references)
    yield from _row("references", f"{references} in the list of references" if references else "", width)
    yield from _row("citations", _citations(library), width)
    yield from _row("works", str(len(library.works)), width)


def _ids(library: Library, status: Status) -> list[str]:
    return [note.id for note in library.document.notes if note.status == status]


def _but(missing: Sequence[str], partial: Sequence[str]) -> str:
    return (f", {len(partial)} partial" if partial else "") + (f", {len(missing)} missing" if missing else "")


def _citations(library: Library) -> str:
    citations = library.citations
    short = [citation for citation in citations if citation.form != "full"]
    resolved = sum(citation.reference is not None for citation in short)
    total = f"{len(citations)}: {len(citations) - len(short)} full"
    return f"{total}, {len(short)} short ({resolved} resolved)" if short else total


def _row(label: str, value: str, width: int) -> list[str]:
    """A labelled value, wrapped under itself; nothing for an empty value."""
    if not value:
        return []
    return wrap(value, width, initial_indent=f"  {label:<{_LABEL}}", subsequent_indent=" " * (_LABEL + 2))


def _kinds(findings: Sequence[Finding]) -> Iterator[str]:
    """How many findings there are of each code, the severe codes first."""
    counts = Counter(finding.code for finding in findings)
    severity = {finding.code: finding.severity for finding in sorted(findings, key=weight, reverse=True)}
    codes = dict.fromkeys(finding.code for finding in sorted(findings, key=weight))
    names = max(len(title(code)) for code in codes)
    yield click.style(f"findings: {len(findings)}", bold=True)
    for code in codes:
        yield f"  {counts[code]:>5}  {title(code):<{names}}  {click.style(severity[code], fg=COLORS[severity[code]])}"


def _chosen(libraries: Sequence[Library]) -> list[tuple[Finding, Library]]:
    """The first finding of each kind, the severe kinds first."""
    owned = [(finding, library) for library in libraries for finding in findings_of(library)]
    owned.sort(key=lambda pair: weight(pair[0]))
    return list({finding.code: (finding, library) for finding, library in reversed(owned)}.values())[::-1][:_LOOK_FIRST]


def _look_first(chosen: Sequence[tuple[Finding, Library]], width: int, *, named: bool) -> Iterator[str]:
    yield click.style("look at these first", bold=True)
    for finding, library in chosen:
        yield from show([finding], library, width, named=named)


def _hint(libraries: Sequence[Library], findings: Sequence[Finding], *, everything_shown: bool) -> str:
    """The one command that helps most now."""
    if everything_shown:
        return f"`citekit explain {min(findings, key=weight).code}` says what the first one means."
    paper = libraries[0].document.source if len(libraries) == 1 else "PAPER..."
    return f"`citekit extract {paper} --findings` shows all {len(findings)}."
