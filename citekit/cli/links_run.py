"""A run of ``citekit links``: links in, a report out, the talk on stderr, the exit code."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass

import click

from citekit.cli import DONE, FINDINGS
from citekit.cli.links_findings import findings_of
from citekit.cli.links_progress import Progress
from citekit.cli.links_report import Report
from citekit.cli.output import STANDARD, stream
from citekit.cli.terminal import width
from citekit.online import Settings, Web
from citekit.online.bases import Bases
from citekit.online.links import Checker, Link, Memory
from citekit.online.store import DAY

DOWN = 3
"""Exit code: the network is down, so nothing was learnt."""

_ARCHIVES = {"dead": frozenset({"dead"}), "doubtful": frozenset({"dead", "unsure"}), "none": frozenset[str]()}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: the report, the links whose copies are looked for, the days that an answer stands."""

    form: str
    output: str
    archive: str
    age: float
    keys: str
    strict: bool
    quiet: bool


def run(links: Iterator[Link], total: int | None, settings: Settings, bases: Bases, wish: Wish) -> int:
    """Check the links, ``total`` in all where that is known, and write the report; the exit code."""
    if not wish.quiet:
        click.echo(_hosts(bases, wish) if total != 0 else "There is no URL, DOI or handle in it.", err=True)
    return asyncio.run(_run(links, Progress(total, quiet=wish.quiet), settings, bases, wish))


def _hosts(bases: Bases, wish: Wish) -> str:
    """Which hosts are asked, said once before they are."""
    archives = ", ".join(one.partition("://")[2] for one in dict.fromkeys((bases.cdx, bases.available, bases.memento)))
    resolvers = ", ".join(one.partition("://")[2] for one in (bases.doi, bases.handle))
    copies = "" if wish.archive == "none" else f"; {archives} for copies of {wish.archive} links"
    return f"Asking the hosts of the links; {resolvers} for DOIs and handles{copies}."


async def _run(links: Iterator[Link], progress: Progress, settings: Settings, bases: Bases, wish: Wish) -> int:
    colour = wish.output == STANDARD and sys.stdout.isatty() and click.get_current_context().color is not False
    report = Report(wish.form, width=width(), colour=colour)
    severities: set[str] = set()
    with stream(wish.output) as write:
        async with Web(settings) as web:
            memory = Memory(web.store, web.clock.now(), wish.age * DAY, refresh=settings.refresh)
            checker = Checker(web, memory, bases, _ARCHIVES[wish.archive], wish.keys)
            async with aclosing(checker.outcomes(links, progress.done)) as outcomes:
                async for outcome in outcomes:
                    found = findings_of(outcome)
                    severities |= {one.severity for one in found}
                    progress.counts[outcome.result.verdict] += 1
                    text = report.one(outcome, found)
                    if text:
                        progress.clear()
                        if not write(text):
                            break
            trouble = web.store.trouble
        progress.clear()
        write(report.end(progress.counts))
    if not wish.quiet:
        _talk(progress.counts, trouble, is_down=checker.is_down)
    if checker.is_down:
        return DOWN
    return FINDINGS if severities - (set() if wish.strict else {"info"}) else DONE


def _talk(counts: dict[str, int], trouble: str, *, is_down: bool) -> None:
    told = ", ".join(f"{count:,} {verdict}" for verdict, count in counts.items() if count)
    if told:
        click.echo(f"{sum(counts.values()):,} links: {told}", err=True)
    if trouble:
        click.echo(f"Note: {trouble}.", err=True)
    if is_down:
        click.echo(
            "The network is down: what is unchecked was not asked. Run it again; it goes on where it was.", err=True
        )
