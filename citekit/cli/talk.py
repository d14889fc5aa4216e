"""What is said on stderr after the data are out, and the exit code that goes with it."""

from __future__ import annotations

from collections.abc import Sequence

import click

from citekit.cli import DONE, FINDINGS
from citekit.cli.finding import findings_of, show
from citekit.cli.summary import summary
from citekit.cli.terminal import width
from citekit.model import Library


def talk(libraries: Sequence[Library], *, findings: bool, quiet: bool) -> None:
    """Print the findings one by one where they are asked for, and the summary where it is not forbidden."""
    columns = width()
    for library in libraries if findings else ():
        for lines in show(findings_of(library), library, columns, named=len(libraries) > 1):
            click.echo(lines + "\n", err=True)
    if not quiet:
        click.echo(summary(libraries, columns, findings_shown=findings), err=True)


def exit_code(libraries: Sequence[Library], *, strict: bool = False) -> int:
    """1 where something is to be looked at: a warning or an error, or with ``strict`` any finding; else 0."""
    severities = {finding.severity for library in libraries for finding in findings_of(library)}
    return FINDINGS if severities - (set() if strict else {"info"}) else DONE
