"""``citekit notes``: the notes of a paper as they were cut."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import click

from citekit.cli.output import STANDARD, write
from citekit.errors import CitekitError
from citekit.model import Document, Library, Note


@click.command()
@click.argument("paper", metavar="PAPER")
@click.option("--to", type=click.Choice(("text", "json")), default="text", help="The format; text if not given.")
@click.option("--explain", "wanted", metavar="N", help="Say why note N was cut as it was.")
def notes(paper: str, to: str, wanted: str | None) -> int:
    """List the notes of a paper: number, status, page, lines, what is odd, and the text.

    PAPER is a file, or - for stdin. Missing notes are listed in their places.

    \b
    Example:
      $ citekit notes paper.txt --explain 8
      8  intact  page 3  lines 86–88
          Zhao Lei, Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei de Yanjin ...
          - the number follows 7
    """
    from citekit.cli.talk import exit_code
    from citekit.cli.terminal import width
    from citekit.read import read_file

    document = read_file(paper)
    chosen = document.notes if wanted is None else (_note(document, wanted),)
    if to == "json":
        from citekit.write.json import to_json

        write(to_json([Library(document=document)]), STANDARD)
    else:
        write(
            "".join(f"{line}\n" for note in chosen for line in _lines(note, width(), why=wanted is not None)), STANDARD
        )
    return exit_code([Library(document=document)])


def _note(document: Document, wanted: str) -> Note:
    for note in document.notes:
        if wanted in {note.id, str(note.number)}:
            return note
    last = document.notes[-1].id if document.notes else ""
    known = f"its notes run from {document.notes[0].id} to {last}" if last else "it has no notes"
    raise CitekitError(f"{document.source} has no note {wanted}; {known}.")


def _lines(note: Note, width: int, *, why: bool) -> Iterator[str]:
    places = [_between("page", note.pages), _between("line", note.lines), *note.flags]
    yield "  ".join([note.id, note.status, *filter(None, places)])
    yield from wrap(note.text, width, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    if why:
        yield from (f"    - {reason}" for reason in note.reasons or ("no reason was recorded",))


def _between(unit: str, pair: tuple[int, int] | None) -> str:
    if not pair:
        return ""
    first, last = pair
    return f"{unit} {first}" if first == last else f"{unit}s {first}–{last}"
