"""``citekit romanise``: romanised strings checked and put into a regular form."""

from __future__ import annotations

import sys
from typing import Any

import click

from citekit.cli.decided import GROUP, decision_options
from citekit.cli.grouped import GroupedCommand, GroupedOption
from citekit.cli.output import STANDARD, check_target, write
from citekit.cli.romanise_request import Request

CHARACTERS = "Characters and lists of names"

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
place, field, printed form, regular form. With -o the library itself is written,
its strings as they are wanted, the printed forms kept in its records. Only what
is harmless (v for ü, a sign for an apostrophe) is put right unless more is asked
for; misprints, and all else that was found, go to stderr.
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


def _show_sources(context: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if not wanted:
        return
    from citekit.cli.romanise_characters import listed_sources

    write(listed_sources(), STANDARD)
    context.exit()


@click.command(cls=GroupedCommand, help=HELP, epilog=EXAMPLE)
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option("--to", "form", type=click.Choice(("gb", "alalc", "chicago", "headline")), help="The regular form.")
@click.option(
    "--from",
    "source_format",
    metavar="FORMAT",
    help="What a file is in: bibtex …, paper; else it is told. zh: write characters in pinyin.",
)
@click.option("-o", "--output", default=STANDARD, metavar="OUT", help="Write the library, or the lines, to this file.")
@click.option("--check", is_flag=True, help="Write no strings, only the findings.")
@click.option("--json", is_flag=True, help="Write strings, faces and repairs as JSON.")
@click.option("--no-misprints", is_flag=True, help="Look at the spelling alone, without the word list.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of findings.")
@decision_options
@click.option(
    "--decisions",
    metavar="FILE",
    cls=GroupedOption,
    group=GROUP,
    help="Write all proposals to FILE, to be accepted or rejected there; what it decides already stays.",
)
@click.option(
    "--characters",
    is_flag=True,
    cls=GroupedOption,
    group=CHARACTERS,
    help="Write the likeliest characters of titles instead, with confidences; or add them to --decisions.",
)
@click.option(
    "--originals",
    is_flag=True,
    cls=GroupedOption,
    group=CHARACTERS,
    help="With -o: give periodicals, publishers and bodies the characters that the list has for them.",
)
@click.option(
    "--sort-keys",
    is_flag=True,
    cls=GroupedOption,
    group=CHARACTERS,
    help="With --from zh and -o: leave characters, and add sortname and key in pinyin.",
)
@click.option(
    "--search",
    is_flag=True,
    cls=GroupedOption,
    group=CHARACTERS,
    help="Write expressions to look the works up with, in CNKI and in library catalogues.",
)
@click.option(
    "--learn",
    is_flag=True,
    cls=GroupedOption,
    group=CHARACTERS,
    help="Write rows for --authority out of a library that has names in both forms.",
)
@click.option("--sources", is_flag=True, is_eager=True, expose_value=False, callback=_show_sources,
              cls=GroupedOption, group=CHARACTERS,
              help="Say what words and glosses come from, with licences.")  # fmt: skip
def romanise(inputs: tuple[str, ...], output: str, *, quiet: bool, strict: bool, **asked: Any) -> int:  # noqa: ANN401
    """Check romanised strings and put them into a regular form."""
    wanted = Request(inputs=inputs or (STANDARD,), output=output, quiet=quiet, strict=strict, **asked)
    wanted.refuse()
    check_target(output, (*wanted.inputs, *wanted.accepted, *wanted.lists))
    if not inputs and sys.stdin.isatty():
        click.echo("One string a line; an end of input (Ctrl-D) ends them.", err=True)
    from citekit.cli.romanise_run import run

    return run(wanted)
