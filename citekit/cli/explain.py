"""``citekit explain``: what a finding means and what to do about it."""

from __future__ import annotations

from difflib import get_close_matches

import click

from citekit.cli.output import STANDARD, write
from citekit.errors import CitekitError

EXAMPLE = """\b
Example:
  $ citekit explain RD001
  # RD001 note-missing
  ...
"""


@click.command(epilog=EXAMPLE)
@click.argument("finding", metavar="CODE|NAME", required=False)
@click.option("--list", "listed", is_flag=True, help="List every finding there is.")
def explain(finding: str | None, *, listed: bool) -> None:
    """Say what a finding means, with a bad and a good example."""
    if not finding and not listed:
        raise click.UsageError("Name a code such as RD001, or give --list.")
    write(_page(finding) if finding else _list(), STANDARD)


def _page(finding: str) -> str:
    from citekit.data import findings

    code = findings.find(finding)
    if code:
        return findings.page(code)
    known = [word for code in findings.codes() for word in (code, findings.name(code))]
    close = get_close_matches(finding, known) or get_close_matches(finding.upper(), known)
    advice = f"did you mean {' or '.join(close)}?" if close else "`citekit explain --list` lists them all."
    raise CitekitError(f"No finding is called {finding}; {advice}")


def _list() -> str:
    from citekit.data import findings

    width = max((len(findings.name(code)) for code in findings.codes()), default=0)
    return "".join(f"{code}  {findings.name(code):<{width}}  {findings.meaning(code)}\n" for code in findings.codes())
