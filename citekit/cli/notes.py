"""``citekit notes``: the notes of a paper as they were cut."""

from __future__ import annotations

import click

from citekit.cli.output import STANDARD, write

EXAMPLE = """\b
Example:
  $ citekit notes paper.txt --explain 8
  8  intact  page 3  lines 98–103
      Zhao Lei, Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin
      ...
"""


@click.command(epilog=EXAMPLE)
@click.argument("paper", metavar="PAPER")
@click.option("--to", type=click.Choice(("text", "json")), default="text", help="The format; text if not given.")
@click.option("--password", metavar="P", help="The password of a locked PDF.")
@click.option("--explain", "wanted", metavar="N", help="Say why note N was cut as it was.")
def notes(paper: str, to: str, wanted: str | None, password: str | None) -> int:
    """List the notes of a paper: status, place, text.

    PAPER is a file, or - for stdin. Missing notes are listed in their places, with what is odd about each note; after
    them the entries of the list of references, r1, r2 …, where there is one.
    """
    from citekit.cli.listing import find, listed
    from citekit.cli.talk import exit_code
    from citekit.cli.terminal import width
    from citekit.model import Library
    from citekit.read import read_file

    if wanted and to == "json":
        raise click.UsageError("--explain is for a person; the JSON form has the reasons of every note.")
    library = Library(document=read_file(paper, password=password))
    if to == "json":
        from citekit.write.json import to_json

        write(to_json([library]), STANDARD)
    elif wanted:
        write(listed(find(library.document, wanted), width(), why=True), STANDARD)
    else:
        write("".join(listed(note, width()) for note in library.document.passages), STANDARD)
    return exit_code([library])
