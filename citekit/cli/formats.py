"""Which format an output is written in: what ``--to`` says, else what the suffix of ``-o`` says, else BibTeX."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

import click

from citekit.cli.merge import merge
from citekit.cli.output import STANDARD
from citekit.model import Library

FORMATS = ("bibtex", "csl-json", "json", "text")


def choose(to: str | None, target: str, default: str = "bibtex") -> str:
    """The format of an output."""
    if to or target == STANDARD:
        return to or default
    from citekit.write import SUFFIXES

    name = PurePath(target).name.casefold()
    fitting = [suffix for suffix in SUFFIXES if name.endswith(suffix)]
    if not fitting:
        raise click.UsageError(
            f"The name {target} does not say a format; end it in {', '.join(SUFFIXES)}, or give --to."
        )
    return SUFFIXES[max(fitting, key=len)]


def render(libraries: Sequence[Library], form: str, *, latex: bool = False) -> str:
    """Libraries as text in a format: one list of works, or in the JSON form a list of documents."""
    from citekit.write import WRITERS
    from citekit.write.bibtex import to_bibtex
    from citekit.write.json import to_json

    if form == "json":
        return to_json(libraries)
    if latex:
        return to_bibtex(merge(libraries), latex=True)
    return WRITERS[form](merge(libraries))
