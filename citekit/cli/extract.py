"""``citekit extract``: the whole job, a paper in, a bibliography out."""

from __future__ import annotations

import click

from citekit.cli.formats import FORMATS, choose
from citekit.cli.output import STANDARD, check_target, write

EXAMPLE = """\b
Example:
  $ citekit extract paper.txt -o references.bib
  paper.txt
    notes       102: 71 intact, 5 partial, 26 missing
    missing     71–72, 75, 77–81, 83–84, 86–100, 102
    ...
"""


@click.command(epilog=EXAMPLE)
@click.argument("papers", metavar="PAPER...", nargs=-1, required=True)
@click.option("-o", "--output", default=STANDARD, metavar="OUT", help="Write to this file instead of stdout.")
@click.option("--to", type=click.Choice(FORMATS), help="The format; else the suffix of OUT, else bibtex.")
@click.option("--against", metavar="LIB", help="Write only the works that this library has not; tell those it has.")
@click.option("--key-pattern", metavar="P", help="How entries are named, such as {author}{year}{title}.")
@click.option("--latex", is_flag=True, help="Write accents in BibTeX as LaTeX commands.")
@click.option("--findings", is_flag=True, help="Show every finding, with the text it points at.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def extract(  # noqa: PLR0913 - one parameter an option
    papers: tuple[str, ...],
    output: str,
    to: str | None,
    against: str | None,
    key_pattern: str | None,
    *,
    latex: bool,
    findings: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Read the notes of papers and write the works they cite.

    PAPER is a file, or - for stdin. The works go to stdout or to OUT, a summary and the findings go to stderr.
    """
    form = choose(to, output)
    if latex and form != "bibtex":
        raise click.UsageError(f"--latex is for bibtex; {form} holds every character as it is.")
    check_target(output, [*papers, *([against] if against else [])])
    from citekit.cli.papers import read_papers
    from citekit.cli.render import render
    from citekit.cli.talk import exit_code, talk

    libraries = read_papers(papers, key_pattern=key_pattern, quiet=quiet)
    if against:
        from citekit.cli.extracting import new_to

        libraries = new_to(against, libraries, whole=form == "json", quiet=quiet)
    write(render(libraries, form, latex=latex), output)
    talk(libraries, findings=findings, quiet=quiet)
    return exit_code(libraries, strict=strict)
