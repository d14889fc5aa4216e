"""``citekit check``: the rules of a bibliography."""

from __future__ import annotations

import click

from citekit.cli.output import STANDARD, check_target

FORMS = ("text", "json", "jsonl", "sarif", "github", "junit")

HELP = """\
Check a bibliography: fields, identifiers, dates, pages, names, titles, damage, duplicates.

FILE is a .bib, a library in any other format that is read, the text of a paper, or - for stdin. Findings go to stdout,
the severe ones are errors. Nothing leaves the machine and no file is changed, unless --fix is given; then only what is
safe is put right, and --diff shows it first. With --online registries are asked whether the works exist as cited and
were retracted; "not found" proves nothing, and of a look-up that failed nothing good is said.

\b
Settings stand in pyproject.toml ([tool.citekit.check]) or citekit.toml ([check])
beside the file or above it: select, ignore, per-file-ignores, dialect,
published, key-pattern. What is given here counts before them.

\b
% citekit: ignore CK030        above an entry of a .bib: not in this entry
citekit-ignore = {CK030}       the same as a field of it
% citekit: ignore-file CK071   anywhere: not in this file
"""

EXAMPLE = """\b
Example:
  $ citekit check references.bib
  references.bib:571:13: CK160 symbol-misspelt: The United Nations have no symbol
  S/RS/1244.
  ...
"""


@click.command(help=HELP, epilog=EXAMPLE)
@click.argument("files", metavar="FILE...", nargs=-1)
@click.option("--from", "form", metavar="FORMAT", help="What FILE is in: bibtex, csl-json …, paper; else it is told.")
@click.option("--to", type=click.Choice(FORMS), default="text", help="The form of the report; text if not given.")
@click.option("-o", "--output", default=STANDARD, metavar="OUT", help="Write the report to this file.")
@click.option("--select", metavar="CODES", multiple=True, help="Only these: CK030, CK03, doi-malformed; ALL for all.")
@click.option("--ignore", metavar="CODES", multiple=True, help="Not these.")
@click.option("--fix", is_flag=True, help="Put right in FILE what is safe to be put right.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: what wants a look as well.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing.")
@click.option("--cited-in", "texts", metavar="TEXT", multiple=True, help="A .tex or .md that cites FILE by its keys.")
@click.option("--dialect", type=click.Choice(("biblatex", "bibtex")), help="Whose rules hold; biblatex if not given.")
@click.option("--published", metavar="DATE", help="The day of the citing paper; later works are told.")
@click.option("--online", is_flag=True, help="Look the works up in Crossref, OpenAlex, DataCite, Open Library, arXiv.")
@click.option(
    "--fill", is_flag=True, help="With --online: offer DOIs and fields that are lacking; --fix takes them over."
)
@click.option(
    "--contact", default="", metavar="MAIL", help="An address of yours that registries are told; they ask for one."
)
@click.option("--refresh", is_flag=True, help="Ask registries again what they were asked lately.")
@click.option("--registry", "bases", metavar="NAME=URL", multiple=True, help="Another address for crossref, openalex …")
@click.option("--config", metavar="TOML", help="Take the settings from this file.")
@click.option("--list-rules", is_flag=True, help="List the rules with severity and fix, and exit.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def check(  # noqa: PLR0913 - one parameter an option
    *,
    files: tuple[str, ...],
    form: str | None,
    to: str,
    output: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    texts: tuple[str, ...],
    dialect: str | None,
    published: str | None,
    config: str | None,
    contact: str,
    bases: tuple[str, ...],
    online: bool,
    fill: bool,
    refresh: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    list_rules: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Check a bibliography."""
    if list_rules:
        from citekit.cli.check_rules import listed
        from citekit.cli.output import write

        write(listed(), STANDARD)
        return 0
    if not files:
        raise click.UsageError("Name a FILE to check, or - for stdin.")
    if unsafe_fixes and not (fix or diff):
        raise click.UsageError("--unsafe-fixes goes with --fix or --diff.")
    if not online and (fill or contact or refresh or bases):
        raise click.UsageError("--fill, --contact, --refresh and --registry go with --online.")
    check_target(output, [*files, *texts])
    from citekit.cli.checking import Wish, checked

    asked = None
    if online:
        from citekit.cli.check_online import registries

        asked = registries(bases, contact=contact, refresh=refresh, fill=fill, quiet=quiet)

    told = {"select": select, "ignore": ignore, "dialect": dialect, "published": published}
    wish = Wish(form, texts, config, told, unsafe_fixes, asked)
    result = checked(files, wish, fix=fix, diff=diff)
    result.write(to, output)
    if not quiet:
        result.talk()
        if asked:
            asked.talk()
    return result.code(strict=strict)
