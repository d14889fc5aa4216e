"""``citekit style``: a library or a paper in a citation style."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from citekit.cli.output import STANDARD, check_target, write, write_bytes
from citekit.cli.style_formats import OUTPUTS, output_format

if TYPE_CHECKING:  # what only annotations need is not loaded
    from citekit.restyle.sheets import Part
    from citekit.style.context import View

HELP = """\
Write a bibliography, citations or the notes of a paper in a citation style.

LIBRARY is a file in any format that is read, the text of a paper, or - for stdin.

\b
--as notes         the paper's notes set anew; all else in them stays
--as bibliography  the works, as the style lists them
--as citations     what to put in the text, for each note or work

Without --as, a library gives its bibliography and a paper its notes. A style
for citations in the text puts these into the notes, and the bibliography
follows. Styles for GB/T 7714 show titles in their own script, all others
romanised with the translation, unless --view says otherwise. HTML is a whole
page with -o and a piece of one on stdout.
"""

EXAMPLE = """\b
Example:
  $ citekit style paper.txt --style modern-language-association --as citations
  1. (Zhonghua Renmin Gongheguo Xinwen Banggongshi; see T. Zhang)
  2. (see, for example, Wei)
  3. (Hu 890)
  ...
"""


@click.command(help=HELP, epilog=EXAMPLE)
@click.argument("library", metavar="LIBRARY", required=False)
@click.option("--style", "name", metavar="NAME", help="apa, oscola …; plain, alpha …; or a file FILE.csl.")
@click.option(
    "--as",
    "parts",
    type=click.Choice(("notes", "bibliography", "citations")),
    multiple=True,
    help="What to write; several in their order.",
)
@click.option("--to", type=click.Choice(OUTPUTS), help="The format; else the suffix of OUT, else text.")
@click.option("--from", "form", metavar="FORMAT", help="What LIBRARY is in: bibtex …, paper; else it is told.")
@click.option("--locale", default="", metavar="TAG", help="The language of the terms, such as zh-CN.")
@click.option("--view", type=click.Choice(("romanised", "original", "all")), help="Which titles and names to show.")
@click.option("--preview", metavar="KEY", help="Show one work as note, short note, ibid. and entry.")
@click.option("--list", "query", metavar="QUERY", help="Find styles: apa, 'chicago notes', 中文.")
@click.option("--links", is_flag=True, help="Make links of DOIs and addresses.")
@click.option("--data", is_flag=True, help="Tell in HTML the field that each piece comes from.")
@click.option("-o", "--output", default=STANDARD, metavar="OUT", help="Write to this file instead of stdout.")
@click.option("--findings", is_flag=True, help="Show every finding, with the text it points at.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing of findings.")
def style(  # noqa: PLR0913 - one parameter an option
    *,
    library: str | None,
    name: str | None,
    parts: tuple[Part, ...],
    to: str | None,
    form: str | None,
    locale: str,
    view: View | None,
    preview: str | None,
    query: str | None,
    output: str,
    links: bool,
    data: bool,
    findings: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Write a library or a paper in a citation style."""
    if query is not None:
        from citekit.cli.styles import listed

        write(listed(query), STANDARD)
        return 0
    if library is None or name is None:
        raise click.UsageError("Name a library or a paper, and a --style; --list finds styles.")
    target = output_format(to, output)
    if target == "docx" and output == STANDARD and sys.stdout.isatty():
        raise click.UsageError("A Word file is not for a terminal; name a file with -o.")
    if data and target != "html":
        raise click.UsageError("--data is for html; give --to html.")
    check_target(output, [library])
    from citekit.cli.styling import Wish, styled

    wish = Wish(name, parts, target, locale, view, preview, links=links, data=data, page=output != STANDARD)
    result = styled(library, form, wish)
    write_bytes(result.data, output)
    result.talk(findings=findings, quiet=quiet)
    return result.code(strict=strict)
