"""``citekit extract``: the whole job, a paper in, a bibliography out."""

from __future__ import annotations

import click

from citekit.cli.decided import GROUP, Asked, decision_options
from citekit.cli.formats import FORMATS, choose
from citekit.cli.grouped import GroupedCommand, GroupedOption
from citekit.cli.output import STANDARD, check_target, write

EXAMPLE = """\b
Example:
  $ citekit extract paper.txt -o references.bib
  paper.txt
    notes       102: 71 intact, 5 partial, 26 missing
    missing     71–72, 75, 77–81, 83–84, 86–100, 102
    ...
  $ citekit extract papers/ -o library.bib --resume
"""


@click.command(cls=GroupedCommand, epilog=EXAMPLE)
@click.argument("papers", metavar="PAPER...", nargs=-1, required=True)
@click.option("-o", "--output", default=STANDARD, metavar="OUT", help="Write to this file instead of stdout.")
@click.option("--to", type=click.Choice(FORMATS), help="The format; else the suffix of OUT, else bibtex.")
@click.option("--against", metavar="LIB", help="Write only the works that this library has not; tell those it has.")
@click.option("--key-pattern", metavar="P", help="How entries are named, such as {author}{year}{title}.")
@click.option("--password", metavar="P", help="The password of a locked PDF.")
@click.option("--latex", is_flag=True, help="Write accents in BibTeX as LaTeX commands.")
@click.option("--findings", is_flag=True, help="Show every finding, with the text it points at.")
@click.option("-j", "--jobs", type=click.IntRange(1), metavar="N", help="Read papers in N processes; else one a core.")
@click.option("--resume", is_flag=True, help="Read only what is new or changed; results are kept in OUT.parts.")
@click.option("--report", metavar="FILE", help="Write a row for every paper to this .tsv or .json file.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
@decision_options
@click.option(
    "--originals",
    is_flag=True,
    cls=GroupedOption,
    group=GROUP,
    help="Give periodicals, publishers and bodies the characters that the list has for them.",
)
@click.option("--no-misprints", is_flag=True, cls=GroupedOption, group=GROUP,
              help="Do not look for misprints, and put nothing right.")  # fmt: skip
def extract(  # noqa: PLR0913, PLR0917 - one parameter an option
    papers: tuple[str, ...],
    output: str,
    to: str | None,
    against: str | None,
    key_pattern: str | None,
    password: str | None,
    *,
    wanted: tuple[str, ...],
    unwanted: tuple[str, ...],
    accepted: tuple[str, ...],
    lists: tuple[str, ...],
    latex: bool,
    findings: bool,
    jobs: int | None,
    resume: bool,
    report: str | None,
    strict: bool,
    quiet: bool,
    originals: bool,
    no_misprints: bool,
) -> int:
    """Read the notes of papers and write the works they cite.

    PAPER is a file, a folder of papers, or - for stdin. The works go to stdout or to OUT, a summary and the findings
    go to stderr. Papers of a folder are read side by side; one that cannot be read does not stop the others.

    Misprints of romanised titles and names are proposed, not made: `citekit romanise PAPER --decisions FILE` lists
    them, and --accept FILE makes those that you have accepted there. Only what loses nothing (v for ü, a sign for an
    apostrophe) is put right unasked; the printed form always stays in the record.
    """
    form = choose(to, output)
    if latex and form != "bibtex":
        raise click.UsageError(f"--latex is for bibtex; {form} holds every character as it is.")
    if no_misprints and (accepted or wanted or originals):
        raise click.UsageError("--no-misprints puts nothing right; --accept, --apply and --originals do.")
    if accepted and len(papers) > 1:
        raise click.UsageError("--accept is for one paper, whose notes its rows name; give the papers one by one.")
    check_target(output, (*papers, *accepted, *lists, *([against] if against else ())))
    from citekit.cli.folders import has_folder
    from citekit.cli.recipe import Recipe

    asked = Asked(wanted, unwanted, accepted, lists, originals=originals)
    recipe = Recipe(key_pattern, None if no_misprints else asked, password)
    if jobs or resume or report or has_folder(papers):
        from citekit.cli.extract_many import Many, extract_many

        many = Many(output, form, recipe, against, jobs, resume, report, latex, findings, strict, quiet)
        return extract_many(papers, many)
    from citekit.cli.papers import read_papers
    from citekit.cli.render import render
    from citekit.cli.talk import exit_code, talk

    libraries = read_papers(papers, recipe.steps(quiet=quiet), quiet=quiet, password=password)
    if against:
        from citekit.cli.extracting import new_to

        libraries = new_to(against, libraries, whole=form == "json", quiet=quiet)
    write(render(libraries, form, latex=latex), output)
    talk(libraries, findings=findings, quiet=quiet)
    return exit_code(libraries, strict=strict)
