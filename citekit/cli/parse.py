"""``citekit parse``: one note or reference a line."""

from __future__ import annotations

import sys

import click

from citekit.cli.formats import FORMATS
from citekit.cli.output import STANDARD, write

EXAMPLE = """\b
Example:
  $ echo 'Yan Xuetong, Guoji Zhengzhi (Beijing: Renmin Chubanshe, 2008), 7.' |
      citekit parse --to bibtex
  @book{yan2008guoji,
    author = {Yan, Xuetong},
    ...
"""


@click.command(epilog=EXAMPLE)
@click.argument("file", metavar="[FILE]", default=STANDARD)
@click.option("--to", type=click.Choice(FORMATS), default="json", help="The format; json if not given.")
@click.option("--findings", is_flag=True, help="Show every finding on stderr, with the text it points at.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
def parse(file: str, to: str, *, findings: bool, strict: bool) -> int:
    """Read one note or reference a line and write what stands in each.

    FILE is a file, or - for stdin, which is the default. Short forms point back to the lines above.
    """
    from citekit import pipeline
    from citekit.cli.render import render
    from citekit.cli.talk import exit_code, talk
    from citekit.read import decode_file, read_lines

    if file == STANDARD and sys.stdin.isatty():
        click.echo("One note or reference a line; an end of input (Ctrl-D) ends them.", err=True)
    library = pipeline.run(read_lines(decode_file(file), file))
    write(render([library], to), STANDARD)
    talk([library], findings=findings, quiet=True)
    return exit_code([library], strict=strict)
