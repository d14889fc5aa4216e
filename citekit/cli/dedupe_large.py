"""``citekit dedupe`` for tables in Parquet and libraries beyond memory: searched on disk, told, or merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir

import click

from citekit.cli import DONE, FINDINGS
from citekit.cli.converting import read_all
from citekit.cli.dedupe import is_table
from citekit.cli.dedupe_desk import decisions_of
from citekit.cli.dedupe_large_json import clusters_in, write_json
from citekit.cli.dedupe_table import merge_table, room_said
from citekit.cli.finding import findings_of, show
from citekit.cli.output import STANDARD, write
from citekit.cli.progress import share
from citekit.cli.terminal import width
from citekit.dedupe.large.executor import Executor, ProcessPool, processors
from citekit.dedupe.large.find import find_large, records_in
from citekit.dedupe.large.found import FoundLarge
from citekit.dedupe.large.room import DEFAULT, size_of, workers_for
from citekit.dedupe.large.scratch import scratch
from citekit.dedupe.lead import POLICIES
from citekit.errors import CitekitError
from citekit.model import Document, Finding, Library, Work

_FIRST = 10  # findings that are shown unless all are asked for


@dataclass(frozen=True, slots=True)
class WishLarge:
    """The options of the command that a large library takes."""

    output: str | None = None
    memory: str | None = None
    scheduler: str | None = None
    decisions: str | None = None
    form: str | None = None
    lead: str = "complete"
    dry_run: bool = False
    as_json: bool = False
    findings: bool = False
    quiet: bool = False

    @property
    def is_merging(self) -> bool:
        """Whether a merge is wished for, be it as a plan."""
        return self.dry_run or is_table(self.output or "")


def run_large(sources: Sequence[str], wish: WishLarge) -> int:
    """Search one table, or libraries of other formats together; the exit code."""
    tables = [source for source in sources if is_table(source)]
    if tables and len(sources) > 1:
        raise CitekitError("A table in Parquet is searched alone; write the tables into one.")
    if wish.lead not in POLICIES:
        raise CitekitError(f"No row of a table leads by {wish.lead}; --lead takes {', '.join(POLICIES)} here.")
    memory = size_of(wish.memory) if wish.memory else DEFAULT
    libraries: list[Library] = []
    if not tables:
        libraries = [given.library for given in read_all(sources, wish.form)]
    works: Iterable[Work] = (work for library in libraries for work in library.works)
    if wish.decisions and not Path(wish.decisions).is_file():
        raise CitekitError(f"There is no file {wish.decisions} with decisions; name one that is there.")
    kept, broken = decisions_of(sources, wish.decisions)
    records = records_in(sources[0]) if tables else sum(len(library.works) for library in libraries)
    workers = workers_for(memory, records, processors())
    rows = None
    with _folder(wish) as folder, _executor(wish.scheduler, workers) as executor:
        with share("searching", hidden=wish.quiet) as after:
            found = find_large(sources[0] if tables else works, folder, memory, executor, after, kept)
        if wish.is_merging:
            rows = merge_table(sources[0], folder, executor, wish, found)
        elif wish.as_json:
            write_json(found, folder)
        elif not wish.output:
            write(_as_text(folder), STANDARD)
    unread = [one for library in libraries for one in findings_of(library)]
    findings = [*unread, *broken, *found.findings]
    if not wish.quiet:
        _talk(found, findings, wish, rows)
    return FINDINGS if found.clusters or any(one.severity != "info" for one in findings) else DONE


@contextmanager
def _folder(wish: WishLarge) -> Iterator[Path]:
    """The folder that is named, else one that is gone when all has been told, beside a table that is to be written."""
    if wish.output and not wish.is_merging:
        yield Path(wish.output)
        return
    written = wish.output if wish.output and not wish.dry_run else None
    with room_said(written), _room(written) as folder:
        yield folder


def _room(written: str | None) -> AbstractContextManager[Path]:
    """A folder beside a file that will be, for what is on its way there; else one of the system's."""
    if written:
        path = Path(written).resolve()
        return scratch(path.parent, f"{path.name}.merging")
    return scratch(Path(gettempdir()), "citekit")


@contextmanager
def _executor(scheduler: str | None, workers: int) -> Iterator[Executor]:
    """The cluster of a scheduler, else so many processes."""
    executor: Executor
    if scheduler:
        from citekit.dedupe.large.cluster import Cluster

        executor = Cluster(scheduler)
    else:
        executor = ProcessPool(workers)
    try:
        yield executor
    finally:
        executor.close()


def _as_text(folder: Path) -> str:
    lines = (", ".join(key or f"row {row}" for row, key in members) for members in clusters_in(folder))
    return "".join(f"one work: {line}\n" for line in lines)


def _talk(found: FoundLarge, findings: Sequence[Finding], wish: WishLarge, rows: int | None) -> None:
    """What could not be read, and how much was found."""
    shown = findings if wish.findings else findings[:_FIRST]
    for lines in show(shown, Library(Document(source="", text="")), width()):
        click.echo(f"{lines}\n", err=True)
    if len(findings) > len(shown):
        click.echo(f"{len(findings) - len(shown)} more findings; --findings shows all {len(findings)}.\n", err=True)
    where = f"; {wish.output} has them, and the evidence" if wish.output and not wish.dry_run else ""
    if rows is not None:
        where = f"; {wish.output} has {_counted(rows, 'row')}"
    spare = found.clustered - found.clusters
    click.echo(
        f"{_counted(found.records, 'record')}: {_counted(found.clusters, 'work')} more than once "
        f"({_counted(spare, 'record')} too many), {_counted(found.pairs, 'pair')} told{where}.",
        err=True,
    )


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
