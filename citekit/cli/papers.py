"""Papers named on the command line → libraries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from citekit.errors import CitekitError
from citekit.model import Library

if TYPE_CHECKING:
    from citekit.pipeline import Step


def read_papers(
    papers: Sequence[str], steps: Sequence[Step], *, quiet: bool, password: str | None = None
) -> tuple[Library, ...]:
    """Read each paper and run it through the steps; the first that cannot be read ends the run."""
    from citekit import pipeline
    from citekit.cli.progress import progress
    from citekit.read import read_file

    if papers.count("-") > 1:
        raise CitekitError("- stands for stdin, which can be read only once; name it once.")
    libraries = []
    with progress(papers, len(steps) + 1, quiet=quiet) as advance:
        for paper in papers:
            document = read_file(paper, password=password)
            advance()
            libraries.append(pipeline.run(document, tuple(steps), after=advance))
    return tuple(libraries)
