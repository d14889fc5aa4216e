"""The verbs, as a list."""

from __future__ import annotations

import click

from citekit.cli.convert import convert
from citekit.cli.dedupe import dedupe
from citekit.cli.explain import explain
from citekit.cli.extract import extract
from citekit.cli.notes import notes
from citekit.cli.parse import parse
from citekit.cli.romanise import romanise
from citekit.cli.style import style

EPILOG = """\b
Example:
  $ citekit extract paper.txt -o references.bib

Exit codes: 0 nothing to say, 1 findings, 2 bad usage or unreadable input, 130 interrupted.
"""


class InOrder(click.Group):
    """A group whose help lists the verbs in the order a newcomer needs them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the verbs."""
        return list(self.commands)


@click.group(
    cls=InOrder,
    epilog=EPILOG,
    commands=[extract, notes, parse, convert, dedupe, romanise, style, explain],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(None, "-V", "--version", package_name="citekit", message="%(prog)s %(version)s")
def verbs() -> None:
    """Turn the footnotes of a scholarly paper into a bibliography that can be trusted."""
