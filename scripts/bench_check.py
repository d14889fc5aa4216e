"""How long a library in BibTeX takes to be checked, beside biber's validation and bibtex-tidy where they are installed.

``bench check [ENTRIES]``, a hundred thousand where no number is given. Whole programs are timed, start-up included, on
the wall and in seconds of the processor; the others get a tenth of the entries, for they would take too long on all.
Exits with 1 where a figure is over its bound.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from bench_bibtex import made

BOUND = 10.0
"""Seconds for a hundred thousand entries."""

LONGEST = 3600
"""Seconds after which a run is ended."""


class Took(NamedTuple):
    """Seconds on the wall and of the processor."""

    wall: float
    processor: float


def run(command: list[str], folder: Path) -> Took:
    """Run a program, its output thrown away; whatever it found, its exit code says."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=LONGEST)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def citekit(file: Path) -> Took:
    """One run of ``citekit check``."""
    return run([sys.executable, "-m", "citekit", "check", "-q", "--to", "jsonl", str(file)], file.parent)


def others(file: Path) -> dict[str, Took]:
    """A run of each program of the same kind that is there."""
    took = {}
    if biber := shutil.which("biber"):
        took["biber --tool --validate-datamodel"] = run(
            [biber, "--tool", "--validate-datamodel", "--output-file", "out.bib", file.name], file.parent
        )
    if tidy := shutil.which("bibtex-tidy"):
        took["bibtex-tidy --duplicates"] = run(
            [tidy, file.name, "--duplicates=doi,key,citation", "--no-modify"], file.parent
        )
    return took


def main() -> int:
    """Print the table; 1 where checking takes longer than it may."""
    entries = int(sys.argv[1]) if sys.argv[1:] else 100_000
    print(f"{'what':<56}{'wall':>9}{'processor':>11}{'bound':>8}")
    with tempfile.TemporaryDirectory() as folder:
        file, part = Path(folder, "library.bib"), Path(folder, "part.bib")
        file.write_text(made(entries), encoding="utf-8")
        part.write_text(made(max(entries // 10, 1)), encoding="utf-8")
        whole = citekit(file)
        bound = BOUND * entries / 100_000 if entries >= 100_000 else BOUND
        row(f"{entries:,} entries: citekit check", whole, f"{bound:8.1f}" + ("  OVER" if whole.wall > bound else ""))
        for what, took in {"citekit check": citekit(part), **others(part)}.items():
            row(f"{max(entries // 10, 1):,} entries: {what}", took, "")
    return int(whole.wall > bound)


def row(what: str, took: Took, bound: str) -> None:
    """Print a line of the table."""
    print(f"{what:<56}{took.wall:>9.2f}{took.processor:>11.2f}{bound}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
