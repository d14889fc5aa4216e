"""``citekit extract`` on folders: many papers side by side, with a row of a report for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from citekit.cli import FINDINGS
from citekit.cli.batch import Result, read_many
from citekit.cli.batch_report import REPORTS, Row, row_of, told
from citekit.cli.batch_state import State
from citekit.cli.folders import papers_in
from citekit.cli.output import STANDARD, check_target, write
from citekit.cli.progress import rate
from citekit.cli.recipe import Recipe
from citekit.cli.render import render
from citekit.cli.word_list import word_list
from citekit.errors import CitekitError
from citekit.model import Library


@dataclass(frozen=True, slots=True)
class Many:
    """How many papers are to be read and what is to be written of them."""

    target: str
    form: str
    recipe: Recipe
    against: str | None = None
    jobs: int | None = None
    resume: bool = False
    report: str | None = None
    latex: bool = False
    findings: bool = False
    strict: bool = False
    quiet: bool = False


def extract_many(papers: Sequence[str], wish: Many) -> int:
    """Read the papers and those of the folders, write their works and the report; the exit code.

    Raises CitekitError where not one of them can be read.
    """
    _check(papers, wish)
    paths = papers_in(papers, wish.target)
    results, kept = _read(paths, wish)
    libraries = {path: results[path].library() for path in paths if not results[path].error}
    rows = [row_of(results[path], libraries.get(path), kept=path in kept) for path in paths]
    if wish.report:
        write(REPORTS[Path(wish.report).suffix.casefold()](rows), wish.report)
    if not libraries:
        _say(rows, (), wish)
        raise CitekitError(f"None of the {len(paths)} papers could be read; the sentences above say why.")
    found = tuple(libraries.values())
    if wish.against:
        from citekit.cli.extracting import new_to

        found = new_to(wish.against, found, whole=wish.form == "json", quiet=wish.quiet)
    write(render(found, wish.form, latex=wish.latex), wish.target)
    _say(rows, found, wish)
    return _code(rows, found, wish)


def _check(papers: Sequence[str], wish: Many) -> None:
    """Refuse what cannot go together before any work is done."""
    if STANDARD in papers:
        raise click.UsageError("stdin holds one paper; read it alone, without folders, --jobs, --resume or --report.")
    if wish.resume and wish.target == STANDARD:
        raise click.UsageError("--resume keeps its results beside the output; name one with -o.")
    if wish.report:
        if Path(wish.report).suffix.casefold() not in REPORTS:
            raise click.UsageError(f"A report ends in {' or '.join(REPORTS)}; {wish.report} does not.")
        check_target(wish.report, papers)


def _read(paths: Sequence[str], wish: Many) -> tuple[dict[str, Result], frozenset[str]]:
    """The result of every paper, and which of them an earlier run had."""
    state = State(wish.target, repr(wish.recipe._replace(password=None))) if wish.resume else None
    results = {path: kept for path in paths if state and (kept := state.find(path))}
    before = frozenset(results)
    with rate(len(paths), len(before), quiet=wish.quiet) as advance:

        def done(result: Result) -> None:
            if state:
                state.keep(result)
            advance()

        left = [path for path in paths if path not in before]
        if left and wish.recipe.asked is not None:
            word_list(quiet=wish.quiet)  # built once, before several processes find that it is not there
        results |= read_many(left, wish.recipe, wish.jobs, done)
    return results, before


def _say(rows: Sequence[Row], libraries: Sequence[Library], wish: Many) -> None:
    """The findings one by one where they are asked for, then the report."""
    from citekit.cli.finding import findings_of, show
    from citekit.cli.terminal import width

    for library in libraries if wish.findings else ():
        for lines in show(findings_of(library), library, width(), named=True):
            click.echo(lines + "\n", err=True)
    for line in () if wish.quiet else told(rows):
        click.echo(line, err=True)


def _code(rows: Sequence[Row], libraries: Sequence[Library], wish: Many) -> int:
    """1 where a paper could not be read or something is to be looked at."""
    from citekit.cli.talk import exit_code

    return FINDINGS if any(row.error for row in rows) else exit_code(libraries, strict=wish.strict)
