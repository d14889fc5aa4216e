"""Which format an output is written in: what ``--to`` says, else what the suffix of ``-o`` says, else BibTeX."""

from __future__ import annotations

from pathlib import PurePath

import click

from citekit.cli.output import STANDARD

FORMATS = (
    *("bibtex", "biblatex", "biblatex-chicago", "biblatex-gb7714", "classic-bibtex"),
    *("csl-json", "csl-yaml", "endnote", "hayagriva", "json", "mods", "ris", "text", "zotero", "zotero-rdf"),
)
"""What is written."""

READABLE = (
    *("bibtex", "biblatex", "csl-json", "csl-yaml", "endnote", "hayagriva", "json", "mods", "references"),
    *("ris", "zotero", "zotero-rdf"),
)
"""What is read; ``references`` is a text with one reference a line."""


def choose(to: str | None, target: str) -> str:
    """The format of an output."""
    if to or target == STANDARD:
        return to or "bibtex"
    from citekit.write import SUFFIXES

    suffix = suffix_of(target)
    if not suffix:
        known = ", ".join(SUFFIXES)
        raise click.UsageError(f"The name {target} does not say a format; end it in one of {known}, or give --to.")
    return SUFFIXES[suffix]


def suffix_of(target: str) -> str:
    """The end of a name that says its format, empty where it says none."""
    from citekit.write import SUFFIXES

    name = PurePath(target).name.casefold()
    return max((suffix for suffix in SUFFIXES if name.endswith(suffix)), key=len, default="")


def table() -> str:
    """The formats, one a line: name, whether it is read and written, the ends of names that say it."""
    from citekit.write import SUFFIXES

    rows = [("format", "read", "written", "suffixes")]
    for form in sorted({*FORMATS, *READABLE}):
        suffixes = " ".join(suffix for suffix, name in SUFFIXES.items() if name == form)
        rows.append((form, "yes" if form in READABLE else "no", "yes" if form in FORMATS else "no", suffixes))
    return "".join(
        f"{form:<18}{read:<6}{written:<9}{suffixes}".rstrip() + "\n" for form, read, written, suffixes in rows
    )
