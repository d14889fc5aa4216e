"""Which format styled text is written in: what ``--to`` says, else what the suffix of ``-o`` says, else plain text."""

from __future__ import annotations

from pathlib import PurePath

import click

from citekit.cli.output import STANDARD

SUFFIXES = {
    ".txt": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".rtf": "rtf",
    ".tex": "latex",
    ".rst": "rst",
    ".docx": "docx",
}
"""End of a file's name → format."""

OUTPUTS = tuple(dict.fromkeys(SUFFIXES.values()))


def output_format(to: str | None, target: str) -> str:
    """The format of an output."""
    if target == STANDARD:
        return to or "text"
    form = to or SUFFIXES.get(PurePath(target).suffix.casefold())
    if not form:
        known = ", ".join(SUFFIXES)
        raise click.UsageError(f"The name {target} does not say a format; end it in one of {known}, or give --to.")
    return form
