"""``citekit extract --against``: the works of papers that a library has not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from citekit.cli.converting import read_against
from citekit.cli.dedupe_against import against_text, held_against
from citekit.cli.dedupe_desk import open_desk
from citekit.cli.terminal import width
from citekit.model import Library


def new_to(path: str, papers: Sequence[Library], *, whole: bool, quiet: bool) -> tuple[Library, ...]:
    """The papers with the works that a library has not, and a finding for each that it has.

    With ``whole`` all works are kept, those that the library has under its keys. What it has is told on stderr. Raises
    CitekitError for a library that cannot be read.
    """
    (given,) = read_against(path, (), None)
    inputs = [given, *(given._replace(library=paper) for paper in papers)]
    desk = open_desk(inputs, [path], None, quiet=quiet, looking_for="new")
    told = held_against(desk)
    if not quiet:
        click.echo(against_text(told, width()), err=True)
    findings = (*(one for one in desk.findings if one.code in ("DU104", "DU105")), *told.findings)
    libraries = told.whole if whole else told.libraries
    return tuple(
        replace(library, findings=(*library.findings, *(findings if number == 0 else ())))
        for number, library in enumerate(libraries)
    )
