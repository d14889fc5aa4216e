"""``citekit convert``: libraries in one format or several become one library in another."""

from __future__ import annotations

import click

from citekit.cli.formats import FORMATS, READABLE, choose
from citekit.cli.output import STANDARD, check_target, write

EXAMPLE = """\b
Example:
  $ citekit convert library.bib -o library.ris
  library.bib: 2 works read (bibtex)
  library.ris: 2 works written (ris)

A .bib that becomes a .bib keeps its comments, macros and order. `citekit convert --list-formats` lists what is read
and written.
"""


def _list_formats(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if not wanted:
        return
    from citekit.cli.formats import table

    write(table(), STANDARD)
    context.exit()


@click.command(epilog=EXAMPLE)
@click.argument("sources", metavar="IN...", nargs=-1, required=True)
@click.option("-o", "--output", default=STANDARD, metavar="OUT", help="Write to this file instead of stdout.")
@click.option("--from", "form", type=click.Choice(READABLE), help="The format of IN; else its suffix or text says it.")
@click.option("--to", type=click.Choice(FORMATS), help="The format of OUT; else the suffix of OUT.")
@click.option("--latex", is_flag=True, help="Write accents in BibTeX as LaTeX commands.")
@click.option("--findings", is_flag=True, help="Show every finding, not only the first ones.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@click.option("--list-formats", is_flag=True, is_eager=True, expose_value=False, callback=_list_formats,
              help="List what is read and what is written, and exit.")  # fmt: skip
def convert(  # noqa: PLR0913 - one parameter an option
    sources: tuple[str, ...],
    output: str,
    form: str | None,
    to: str | None,
    *,
    latex: bool,
    findings: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Carry libraries from one format into another, losing nothing.

    IN is a file, or - for stdin. Several become one library; a key that is taken gets a number. What the format cannot
    hold rides in one field of it, so that the way back gives the same works.
    """
    if not to and output == STANDARD:
        raise click.UsageError("stdout says no format; give --to, or -o with a name that ends in one.")
    target = choose(to, output)
    if latex and target != "bibtex":
        raise click.UsageError(f"--latex is for bibtex; {target} holds every character as it is.")
    check_target(output, sources)
    from citekit.cli.converting import read_all, report, written
    from citekit.cli.talk import exit_code

    inputs = read_all(sources, form)
    text, taken = written(inputs, target, latex=latex)
    write(text, output)
    libraries = [*(given.library for given in inputs), taken]
    if not quiet:
        report(inputs, taken, output, target, everything=findings)
    return exit_code(libraries, strict=strict)
