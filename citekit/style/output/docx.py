"""A Word file, made by pandoc where it is installed: as a program, or in the package ``pypandoc-binary``."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from citekit.style.errors import StyleError
from citekit.style.node import Tree
from citekit.style.output.layout import PLAIN, Layout
from citekit.style.output.markdown import write_bibliography as write_markdown
from citekit.style.places import folder_of


def write_bibliography(entries: Iterable[Tree], layout: Layout = PLAIN) -> bytes:
    """The bytes of a Word file with a paragraph an entry, in the style "Bibliography".

    Raises StyleError where there is no pandoc, or it fails.
    """
    return from_markdown(f'::: {{custom-style="Bibliography"}}\n{write_markdown(entries, layout)}:::\n')


def from_markdown(text: str) -> bytes:
    """The bytes of a Word file from Markdown as ``markdown`` writes it."""
    command = [find_pandoc(), "--sandbox", "--from=markdown", "--to=docx", "--output=-"]
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)  # noqa: S603 - no shell
    except (OSError, subprocess.CalledProcessError):
        raise StyleError(f"{command[0]} could not write the Word file: write HTML or RTF instead.") from None
    return done.stdout


def find_pandoc() -> str:
    """The path of pandoc; raises StyleError where there is none."""
    carried = folder_of("pypandoc", "files")
    found = shutil.which("pandoc") or (carried and shutil.which("pandoc", path=str(Path(carried))))
    if not found:
        raise StyleError("A Word file is written by pandoc, which is not installed: pip install pypandoc-binary.")
    return found
