"""Which format an output is written in: what ``--to`` says, else what the suffix of ``-o`` says, else BibTeX."""

from __future__ import annotations

from pathlib import PurePath

import click

from citekit.cli.output import STANDARD

FORMATS = (
    *("bibtex", "biblatex", "biblatex-chicago", "biblatex-gb7714", "classic-bibtex"),
    *("csl-json", "endnote", "json", "mods", "ris", "text", "zotero", "zotero-rdf"),
)


def choose(to: str | None, target: str) -> str:
    """The format of an output."""
    if to or target == STANDARD:
        return to or "bibtex"
    from citekit.write import SUFFIXES

    name = PurePath(target).name.casefold()
    fitting = [suffix for suffix in SUFFIXES if name.endswith(suffix)]
    if not fitting:
        known = ", ".join(SUFFIXES)
        raise click.UsageError(f"The name {target} does not say a format; end it in one of {known}, or give --to.")
    return SUFFIXES[max(fitting, key=len)]
