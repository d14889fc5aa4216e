"""How long duplicates take to be found, in how much memory and how well, beside bib-dedupe and Splink in one run.

``bench dedupe [RECORDS…]``, 1,000, 10,000 and 100,000 where no number is given; the peers are installed into a folder
of their own beside ``.venv`` and leave out what is above ``--peers N`` (100,000). From a million on citekit is alone,
and held to its bounds. Records are made by rule (``bench_dedupe_made.py``). Exits with 1 where a figure is over.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from bench_dedupe_made import made

PEERS = ("bib-dedupe", "splink")
BESIDE = Path(".venv", "peers")
SECONDS, MEGABYTES = 60.0, 1.2 * 1074
"""What a million records may take on two processors."""
GROWTH = 12.0
"""How many times as long a million may take as a hundred thousand."""
LONGEST = 7200


def main() -> int:
    """Measure, print the table, and say what is over its bound."""
    if sys.argv[1:2] == ["--ours"]:
        return ours(Path(sys.argv[2]))
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("records", type=int, nargs="*", default=[1_000, 10_000, 100_000])
    options.add_argument("--peers", type=int, default=100_000, help="the largest number that others are measured on")
    chosen = options.parse_args()
    python = installed() if min(chosen.records) <= chosen.peers else Path()
    print(f"{'records':>10} {'by':<12}{'seconds':>9}{'MB':>8}{'precision':>11}{'recall':>8}{'F1':>8}")
    took: dict[int, float] = {}
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        for number in chosen.records:
            file = Path(folder, f"{number}.parquet")
            made(number, file)
            told = run([sys.executable, __file__, "--ours", str(file)])
            took[number] = row(number, "citekit", told, file)
            kept &= number != 1_000_000 or (told["seconds"] <= SECONDS and told["megabytes"] <= MEGABYTES)
            for peer in PEERS if number <= chosen.peers else ():
                row(number, peer, run([str(python), "scripts/bench_dedupe_peers.py", peer, str(file)]), file)
    if {100_000, 1_000_000} <= took.keys():
        print(f"growth of time from 100,000 to 1,000,000: {took[1_000_000] / took[100_000]:.1f}, at most {GROWTH:.0f}")
        kept &= took[1_000_000] <= GROWTH * took[100_000]
    return 0 if kept else 1


def installed() -> Path:
    """A Python that has the peers."""
    python = BESIDE / "bin" / "python"
    if not python.exists():
        print("Installing bib-dedupe and Splink (once) ...", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(BESIDE)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-qq", *PEERS, "pyarrow"], check=True)
    return python


def run(command: Sequence[str]) -> dict[str, Any]:
    """What a process tells of itself; seconds are endless where it fell."""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)
    if done.returncode:
        print(done.stderr[-2000:], file=sys.stderr)
        return {"seconds": float("inf"), "megabytes": float("nan"), "clusters": []}
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def ours(file: Path) -> int:
    """Search a file with citekit, on all processors from 50,000 records on, and print what came of it."""
    from citekit.dedupe.large.executor import InProcess, ProcessPool  # noqa: PLC0415 - in the process that measures
    from citekit.dedupe.large.find import CLUSTERS, find_large  # noqa: PLC0415 - the same
    from citekit.dedupe.large.results import tables  # noqa: PLC0415 - the same
    from citekit.dedupe.large.source import rows_in  # noqa: PLC0415 - the same

    start = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=file.parent) as folder:
        rows = rows_in(file)
        executor = ProcessPool() if rows > 50_000 else InProcess()
        find_large(file, folder, memory=int(1.2 * 2**30) if rows <= 1_000_000 else 8 * 2**30, executor=executor)
        executor.close()
        took = time.perf_counter() - start
        clusters: dict[int, list[int]] = {}
        for table in tables(Path(folder, CLUSTERS)):
            for one in table.to_pylist():
                clusters.setdefault(one["cluster"], []).append(one["row"])
    own, child = (resource.getrusage(who).ru_maxrss / 1000 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    peak = own + executor.workers * child
    print(json.dumps({"seconds": took, "megabytes": peak, "clusters": list(clusters.values())}))
    return 0


def row(number: int, who: str, told: dict[str, Any], file: Path) -> float:
    """Print a line of the table; the seconds."""
    precision, recall = quality(told["clusters"], file)
    both = 2 * precision * recall / (precision + recall or 1)
    seconds, megabytes = told["seconds"], told["megabytes"]
    figures = f"{seconds:>9.1f}{megabytes:>8.0f}{precision:>11.4f}{recall:>8.4f}{both:>8.4f}"
    print(f"{number:>10,} {who:<12}{figures}", flush=True)
    return float(seconds)


def quality(clusters: Iterable[Sequence[int]], file: Path) -> tuple[float, float]:
    """Precision and recall of the pairs that share a cluster."""
    import pyarrow.parquet as pq  # noqa: PLC0415 - of an extra

    work = pq.read_table(file, columns=["work"]).column("work").to_pylist()
    groups = [[work[place] for place in members] for members in clusters]
    right = sum(pairs_in(count) for members in groups for count in Counter(members).values())
    said = sum(pairs_in(len(members)) for members in groups)
    return right / (said or 1), right / (sum(map(pairs_in, Counter(work).values())) or 1)


def pairs_in(members: int) -> int:
    """The pairs among so many."""
    return members * (members - 1) // 2


if __name__ == "__main__":
    sys.exit(main())
