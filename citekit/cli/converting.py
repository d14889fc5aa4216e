"""The work of ``citekit convert``: reading libraries, writing one, telling what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import click

from citekit.cli.finding import findings_of, show
from citekit.cli.render import render
from citekit.cli.terminal import width
from citekit.errors import CitekitError
from citekit.model import Document, Finding, Library
from citekit.read.bytes import Decoded
from citekit.write import KEEPERS, READERS
from citekit.write.form import form_of
from citekit.write.merge import merge

REFERENCES = "references"
"""The format of a text with one reference a line."""
_KEPT = "bibtex"
"""The format that comes out as it went in; records of the others are mended and evened."""
_FIRST = 10
_TAKEN = "Give one of them another key, or take it out if it is the same work."


class Input(NamedTuple):
    """A library as it was read, and the format it was in."""

    library: Library
    form: str


def read_all(sources: Sequence[str], form: str | None, *, kept: bool = False) -> list[Input]:
    """Read each file; the first that cannot be read ends the run (CitekitError).

    With ``kept`` bytes that mean nothing in the encoding of a file are in its text (``read.decode_kept``).
    """
    if sources.count("-") > 1:
        raise CitekitError("- stands for stdin, which can be read only once; name it once.")
    return [_read(source, form, kept=kept) for source in sources]


def read_against(library: str, sources: Sequence[str], form: str | None) -> list[Input]:
    """Read a library, which may be empty yet, and the files that are held against it, which ``form`` is for."""
    if (library, *sources).count("-") > 1:
        raise CitekitError("- stands for stdin, which can be read only once; name it once.")
    return [_read(library, None, kept=True, blank=True), *read_all(sources, form, kept=True)]


def _read(source: str, form: str | None, *, kept: bool, blank: bool = False) -> Input:
    from citekit.read import decode_file, decode_kept

    decoded = decode_kept(source, blank=blank) if kept else None
    text = decoded.text if decoded else decode_file(source)
    if form == REFERENCES:
        return Input(_references(text, source), form)
    name = form or form_of(source, text)
    if not name:
        raise CitekitError(
            f"{source} is in no format of libraries that is read; `citekit extract` is for papers, "
            "`--from references` for a list with one reference a line."
        )
    library = READERS[name](text, source)
    return Input(_decoded(library, decoded) if decoded else library, name)


def _decoded(library: Library, decoded: Decoded) -> Library:
    """The library with the encoding of its file, and a finding where bytes mean nothing in it."""
    document = replace(library.document, encoding=decoded.encoding)
    if decoded.lost:
        line = decoded.text.count("\n", 0, decoded.lost[0]) + 1
        message = f"Bytes mean nothing in {decoded.encoding}, here and in {len(decoded.lost)} places in all."
        finding = Finding("RD010", message, line=line, help="Save the file in UTF-8 with the right signs.")
        document = replace(document, findings=(*document.findings, finding))
    return replace(library, document=document)


def _references(text: str, source: str) -> Library:
    from citekit import pipeline
    from citekit.read import read_lines

    return pipeline.run(read_lines(text, source))


def written(inputs: Sequence[Input], form: str, *, latex: bool) -> tuple[str, Library]:
    """The text of all inputs in a format, and a library of what is to be said of their joining.

    A single input in the format it was read from is written back into its own text, where the format can do so.
    """
    libraries = [given.library for given in inputs]
    if len(inputs) == 1 and inputs[0].form == form == _KEPT and not latex:
        return KEEPERS[form](libraries[0]), _said(())
    return render(libraries, form, latex=latex), _said(_taken(libraries))


def _said(findings: Sequence[Finding]) -> Library:
    return Library(Document(source="", text=""), findings=tuple(findings))


def _taken(libraries: Sequence[Library]) -> list[Finding]:
    """A finding for each work whose key another file has taken."""
    given = [(work.key, library.document.source) for library in libraries for work in library.works]
    works = merge(libraries).works if len(libraries) > 1 else ()
    first: dict[str, str] = {}
    findings = []
    for (key, source), work in zip(given, works, strict=False):
        if work.key != key:
            message = f"The key {key} of {source} is taken by {first.get(key, source)}; it is now {work.key}."
            findings.append(Finding("RD145", message, text=key, help=_TAKEN))
        first.setdefault(key, source)
    return findings


def report(inputs: Sequence[Input], taken: Library, output: str, form: str, *, everything: bool) -> None:
    """Say on stderr how many works were read and written, and the findings: the first ones, or all."""
    for library, name in inputs:
        click.echo(f"{_name(library.document.source, 'stdin')}: {_works(library)} read ({name})", err=True)
    joined = [library for library, _ in inputs]
    total = sum(len(library.works) for library in joined)
    click.echo(f"{_name(output, 'stdout')}: {total} work{'s' * (total != 1)} written ({form})", err=True)
    found = [(finding, library) for library in (*joined, taken) for finding in findings_of(library)]
    shown = found if everything else found[:_FIRST]
    for finding, library in shown:
        lines = next(
            show([finding], replace(library, findings=()), width(), named=len(inputs) > 1 and library != taken)
        )
        click.echo("\n" + lines, err=True)
    if len(shown) < len(found):
        click.echo(f"\n{len(found) - len(shown)} more findings; --findings shows all {len(found)}.", err=True)


def _name(path: str, standard: str) -> str:
    return standard if path == "-" else path


def _works(library: Library) -> str:
    return f"{len(library.works)} work{'s' * (len(library.works) != 1)}"
