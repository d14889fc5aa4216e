"""How much sooner two processes read a folder of papers than one does; wall time, on a machine with two free cores."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path("citekit/data/sample")
COPIES = 30
LEAST = 1.7
"""How many times sooner."""


def main() -> int:
    """Measure, print the figures, and say whether the bound is kept."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place, "papers")
        folder.mkdir()
        for number in range(COPIES):
            for suffix in (".pdf", ".txt"):
                shutil.copy(SAMPLE / f"peacekeeping{suffix}", folder / f"{number}{suffix}")
        took = {jobs: seconds(folder, Path(place, "all.bib"), jobs) for jobs in (1, 2)}
    ratio = took[1] / took[2]
    print(f"{2 * COPIES} papers: {took[1]:.1f} s with one process, {took[2]:.1f} s with two: {ratio:.2f} times as fast")
    print(f"load average {os.getloadavg()[0]:.1f}, bound {LEAST}")
    return 0 if ratio >= LEAST else 1


def seconds(folder: Path, target: Path, jobs: int) -> float:
    """How long the folder takes with so many processes."""
    command = [sys.executable, "-m", "citekit", "extract", folder, "-q", "-o", target, "-j", str(jobs)]
    start = time.perf_counter()
    subprocess.run(command, check=False)
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
