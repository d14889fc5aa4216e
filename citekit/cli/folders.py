"""Folders named on the command line → the papers in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from citekit.errors import CitekitError

SUFFIXES = (
    *(".pdf", ".docx", ".odt", ".epub", ".html", ".htm", ".xhtml", ".xml", ".nxml", ".tei"),
    *(".txt", ".text", ".tex", ".md", ".markdown", ".typ", ".rtf"),
)
"""The ends of names by which a file of a folder is taken for a paper; what it is its content tells."""


def has_folder(papers: Sequence[str]) -> bool:
    """Whether one of the inputs is a folder."""
    return any(Path(paper).is_dir() for paper in papers if paper != "-")


def papers_in(papers: Sequence[str], target: str) -> tuple[str, ...]:
    """The files themselves, and the papers in the folders and all folders below, by name; each once, never the output.

    Raises CitekitError where a folder holds none.
    """
    found = dict.fromkeys(path for paper in papers for path in _of(paper))
    taken = Path(target).resolve()
    return tuple(path for path in found if Path(path).resolve() != taken)


def _of(paper: str) -> Iterator[str]:
    folder = Path(paper)
    if not folder.is_dir():
        yield paper
        return
    inside = sorted(path for path in folder.rglob("*") if path.suffix.casefold() in SUFFIXES and _is_open(path, folder))
    if not inside:
        raise CitekitError(f"The folder {paper} holds no paper; papers end in {', '.join(SUFFIXES)}.")
    yield from map(str, inside)


def _is_open(path: Path, folder: Path) -> bool:
    """A file that neither it nor a folder on the way to it hides; programs leave locks and caches in hidden ones."""
    parts = path.relative_to(folder).parts
    return path.is_file() and not any(part.startswith((".", "~$")) for part in parts)
