"""``citekit romanise``: romanised strings checked and put into a regular form."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from citekit.cli import DONE
from citekit.cli.output import STANDARD, write

if TYPE_CHECKING:  # what only annotations need is not loaded
    from citekit.romanise import Form

HELP = """\
Check romanised Chinese and Japanese, and put it into a regular form.

INPUT is a string, a file (a library in any format that is read, or the text of
a paper), or - for stdin with a string a line, which is the default. A string
may hold its original and its translation: "Renmin Ribao 人民日报 (People's Daily)".

\b
--to gb        GB/T 16159: words joined, numbers apart, capitals as in a sentence
--to alalc     ALA-LC: syllables apart, as library catalogues are searched
--to chicago   Chicago Manual of Style: capitals as in a sentence
--to headline  every word but the small ones with a capital

Strings come out one a line; of a file, its romanised strings come out as rows:
place, field, printed form, regular form. Only what is harmless (v for ü, a sign
for an apostrophe) is put right unless more is asked for; findings go to stderr.
"""

EXAMPLE = """\b
Example:
  $ citekit romanise --to chicago 'Guoji Zhanlue Yanjiu yu lienheguo'
  Guoji zhanlüe yanjiu yu lienheguo
  PY006 umlaut-missing: “lue” is written with ü; “u” stands for it on keyboards
    that have none.
    line 1  Guoji Zhanlue Yanjiu yu lienheguo
                       ~
  ...
"""


@click.command(help=HELP, epilog=EXAMPLE)
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option("--to", "form", type=click.Choice(("gb", "alalc", "chicago", "headline")), help="The regular form.")
@click.option("--from", "source_format", metavar="FORMAT", help="What a file is in: bibtex …, paper; else it is told.")
@click.option("--check", "only_check", is_flag=True, help="Write no strings, only the findings.")
@click.option("--apply", "wanted", metavar="CODE", multiple=True, help="Make these repairs too, such as PY002.")
@click.option("--reject", "unwanted", metavar="CODE", multiple=True, help="Leave these repairs out, such as PY006.")
@click.option("--json", "as_json", is_flag=True, help="Write strings, faces and repairs as JSON.")
@click.option("--characters", is_flag=True, help="Write the likeliest characters of titles instead, with confidences.")
@click.option("--sources", "show_sources", is_flag=True, help="Say what words and glosses come from, with licences.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of findings.")
def romanise(  # noqa: PLR0913 - one parameter an option
    inputs: tuple[str, ...],
    form: Form | None,
    source_format: str | None,
    wanted: tuple[str, ...],
    unwanted: tuple[str, ...],
    *,
    only_check: bool,
    as_json: bool,
    characters: bool,
    show_sources: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Check romanised strings and put them into a regular form."""
    if characters and (only_check or as_json or form):
        raise click.UsageError("--characters writes candidates; --check, --json and --to write something else.")
    if only_check and as_json:
        raise click.UsageError("--check writes no strings and --json does; give one of them.")
    if show_sources:
        from citekit.cli.romanise_characters import listed_sources

        write(listed_sources(), STANDARD)
        return DONE
    from citekit.cli.romanise_inputs import read_inputs
    from citekit.cli.romanising import Wish, codes_of, rendered, report

    wish = Wish(form, codes_of(wanted, unwanted))
    if not inputs and sys.stdin.isatty():
        click.echo("One string a line; an end of input (Ctrl-D) ends them.", err=True)
    pages = read_inputs(inputs or (STANDARD,), source_format)
    if characters:
        from citekit.cli.romanise_characters import proposed

        write(proposed(pages, quiet=quiet), STANDARD)
        return DONE
    if not only_check:
        write(rendered(pages, wish, as_json=as_json), STANDARD)
    return report(pages, wish, strict=strict, quiet=quiet)
