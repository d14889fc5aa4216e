"""What ``citekit links`` checks: the addresses of libraries, papers and lists, one after another.

A large .bib, RIS, CSL-JSON or list is read piece by piece, so that a million addresses need no more memory than a
thousand. All else is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from citekit.cli.links_entries import of_work
from citekit.cli.links_pieces import PIECES, is_list, links_of_bib, links_of_list, place
from citekit.cli.output import STANDARD
from citekit.errors import CitekitError
from citekit.model import Citation, Library
from citekit.online.links import Link, find

LIST, PAPER = "list", "paper"
_LARGE = 8_000_000
"""Bytes from which on a file is read piece by piece."""


def read_links(inputs: Sequence[str], form: str | None) -> Iterator[Link]:
    """The links of files, ``-`` for stdin; their format is ``form``, else what their names or texts say.

    Raises CitekitError for a file that cannot be read, before the first link of it.
    """
    if inputs.count(STANDARD) > 1:
        raise CitekitError("- stands for stdin, which can be read only once; name it once.")
    for source in inputs:
        yield from _of_file(source, form)


def are_large(inputs: Sequence[str]) -> bool:
    """Whether one of the files is so large that its links are better not counted before they are asked."""
    return any(source != STANDARD and Path(source).stat().st_size >= _LARGE for source in inputs)


def check_inputs(inputs: Sequence[str], form: str | None) -> None:
    """Refuse what cannot be read before anything is asked."""
    from citekit.write import READERS

    if form is not None and form not in {*READERS, LIST, PAPER}:
        known = ", ".join((*READERS, PAPER, LIST))
        raise CitekitError(f"{form} is no format that is read; give --from one of {known}.")
    for source in inputs:
        if source != STANDARD and not Path(source).is_file() and not Path(source).is_fifo():
            from citekit.read import decode_file

            decode_file(source)  # says what is wrong with it


def _of_file(source: str, form: str | None) -> Iterator[Link]:
    from citekit.write.form import form_of

    head = _head(source)
    if head is not None:
        form = form or (LIST if is_list(head) else form_of(source, head))
        if form in PIECES:
            with Path(source).open(encoding="utf-8-sig", errors="replace", newline=None) as lines:
                yield from PIECES[form](lines, source)
            return
    yield from _of_text(source, form)


def _head(source: str) -> str | None:
    """The beginning of a file that is large and in UTF-8; None for any other."""
    if source == STANDARD or not Path(source).is_file() or Path(source).stat().st_size < _LARGE:
        return None
    with Path(source).open("rb") as file:
        data = file.read(65_536)
    try:
        return data[: data.rfind(b"\n") + 1].decode("utf-8-sig") or None
    except UnicodeDecodeError:
        return None


def _of_text(source: str, form: str | None) -> Iterator[Link]:
    from citekit.cli.libraries import open_file
    from citekit.write import READERS

    text, name, load = open_file(source, None if form == LIST else form)
    if form == LIST or (form is None and name == PAPER and is_list(text[:65_536])):
        name = LIST
    if name == LIST:
        yield from links_of_list(text.splitlines(keepends=True), source)
    elif name in {"bibtex", "biblatex"}:
        yield from links_of_bib(text.splitlines(keepends=True), source)
    elif name in READERS:
        yield from _of_library(load(), text, source)
    else:
        yield from _of_notes(load(), source)


def _of_library(library: Library, text: str, source: str) -> Iterator[Link]:
    """The links of works, each with the line on which its text stands next."""
    if library.readings:
        yield from _of_notes(library, source)
        return
    at, line = 0, 1
    for work in library.works:
        for link in of_work(work, source):
            found = place(link.printed, text, at)
            if found >= 0:
                line += text.count("\n", at, found)
                at = found
            yield replace(link, line=line if found >= 0 else None)


def _of_notes(library: Library, source: str) -> Iterator[Link]:
    """The links in the notes of a paper, and those in its body."""
    citations: dict[str, list[Citation]] = {}
    for citation in library.citations:
        citations.setdefault(citation.note, []).append(citation)
    for note in library.document.passages:
        for spot in find(note.text):
            holder = next((one for one in citations.get(note.id, ()) if one.span[0] <= spot.start < one.span[1]), None)
            yield Link(
                spot.sort,
                spot.forms,
                note.text[spot.start : spot.end],
                source,
                (holder.work or holder.key) if holder else "",
                note=note.id,
                span=(spot.start, spot.end),
                line=note.lines[0] if note.lines else None,
                accessed=holder.text("accessed") if holder else "",
                published=holder.text("date") if holder else "",
            )
    yield from _of_body(library, source)


def _of_body(library: Library, source: str) -> Iterator[Link]:
    text = library.document.text
    for region in library.document.regions:
        if region.kind != "body":
            continue
        for spot in find(text[region.start : region.end]):
            span = region.start + spot.start, region.start + spot.end
            line = text.count("\n", 0, span[0]) + 1
            printed = re.sub(r"\s+", " ", text[slice(*span)])
            yield Link(spot.sort, spot.forms, printed, source, span=span, line=line)
