"""Millions of records → the duplicates among them, in files: what :func:`citekit.dedupe.find.find` finds, at scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from citekit.dedupe.large.executor import Executor, InProcess
from citekit.dedupe.large.found import CLUSTERS, PAIRS, FoundLarge
from citekit.dedupe.large.room import DEFAULT, Room
from citekit.errors import CitekitError
from citekit.model import Work


def find_large(
    source: str | Path | Iterable[Work],
    out: str | Path,
    memory: int = DEFAULT,
    executor: Executor | None = None,
    after: Callable[[float], None] = lambda _: None,
) -> FoundLarge:
    """The duplicates in a Parquet file or in works that are given one by one, written to a folder as Parquet.

    ``clusters.parquet`` has a row for each record of a cluster (:data:`results.CLUSTERS`), ``pairs.parquet`` one for
    each pair that is same, to look at or related, with the evidence (:data:`results.PAIRS`). ``memory`` is in bytes,
    for this process and those of ``executor`` on this machine together; without an executor all is done in this
    process. What does not fit is put on disk beside ``out`` meanwhile, about a kilobyte a record. ``after`` is told
    the share of the work that is done. Raises :class:`CitekitError` where the source cannot be read, the disk is full,
    or the memory is too little.
    """
    try:
        import duckdb  # noqa: PLC0415 - of an extra
        import pyarrow as pa  # noqa: PLC0415 - of an extra
    except ImportError as absent:
        raise CitekitError(
            f"Large libraries need {absent.name}; install it with `pip install citekit[large]`."
        ) from absent
    from citekit.dedupe.large.search import searched  # noqa: PLC0415 - loads what was just looked for

    folder = Path(out)
    executor = executor or InProcess()
    room = Room(memory, executor.workers)
    room.beside(0)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".searching-", dir=folder) as scratch:
            found = searched(source, Path(scratch), room, executor, after)
            for name in (PAIRS, CLUSTERS):
                Path(scratch, name).replace(folder / name)
            return found
    except (MemoryError, duckdb.OutOfMemoryException, pa.ArrowMemoryError) as full:
        raise CitekitError(f"{memory // 2**20} MiB of memory do not hold the search; give --memory more.") from full
    except (OSError, duckdb.Error) as wrong:
        raise CitekitError(f"What is found cannot be written to {folder}: {_said(wrong)}.") from wrong


def _said(wrong: Exception) -> str:
    reason = wrong.strerror if isinstance(wrong, OSError) and wrong.strerror else str(wrong)
    return (reason.splitlines() or ["unknown"])[0].rstrip(".")
