"""A progress bar for work that takes long, on a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

_LONG_FILES, _LONG_BYTES = 4, 2_000_000
"""From here on a run takes a second or more."""


@contextmanager
def progress(papers: Sequence[str], steps: int, *, quiet: bool) -> Iterator[Callable[[], None]]:
    """Yield a function to call after each of ``steps`` steps of each paper; it moves the bar, if there is one."""
    hidden = quiet or not sys.stderr.isatty() or not _is_long(papers)
    with click.progressbar(length=len(papers) * steps, label="reading", file=sys.stderr, hidden=hidden) as bar:
        yield lambda: bar.update(1)


def _is_long(papers: Sequence[str]) -> bool:
    return len(papers) >= _LONG_FILES or sum(map(_size, papers)) >= _LONG_BYTES


def _size(paper: str) -> int:
    try:
        return Path(paper).stat().st_size
    except OSError:  # stdin, or a file whose absence the reader reports
        return 0


@contextmanager
def share(label: str, *, hidden: bool) -> Iterator[Callable[[float], None]]:
    """Yield a function to tell the share of the work that is done, from 0 to 1; it moves the bar, if there is one."""
    hidden = hidden or not sys.stderr.isatty()
    with click.progressbar(length=_THOUSANDTHS, label=label, file=sys.stderr, hidden=hidden) as bar:
        yield lambda done: bar.update(max(0, round(done * _THOUSANDTHS) - bar.pos))


_THOUSANDTHS = 1_000
