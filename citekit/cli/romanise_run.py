"""One run of ``citekit romanise``: the inputs read, what is asked for written, the findings told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import click

from citekit.cli import DONE
from citekit.cli.decided import Asked, authorities_of, choice_of
from citekit.cli.finding import show
from citekit.cli.output import STANDARD, check_target, write
from citekit.cli.romanise_inputs import Page, read_inputs
from citekit.cli.romanise_request import Request
from citekit.cli.romanising import Wish, Worked, changed, rendered, report, worked
from citekit.cli.talk import exit_code
from citekit.cli.terminal import width
from citekit.model import Finding, Library


def run(asked: Request) -> int:
    """Do what is asked for; the exit code."""
    options = Asked(asked.wanted, asked.unwanted, asked.accepted, asked.lists, originals=asked.originals)
    authorities, amiss = authorities_of(asked.lists)
    wish = Wish(
        asked.form,
        choice_of(options),
        authorities,
        misprints=not asked.no_misprints,
        quiet=asked.quiet,
    )
    pages = read_inputs(asked.inputs, asked.file_format, authorities)
    if asked.is_back:
        return _pinyin(pages, asked)
    if asked.learn:
        return _learn(pages, wish, asked, amiss)
    if asked.search or (asked.characters and not asked.decisions):
        return _help_to_find(pages, wish, asked, amiss)
    return _strings(pages, wish, asked, amiss)


def _strings(pages: Sequence[Page], wish: Wish, asked: Request, amiss: Sequence[Finding]) -> int:
    """The strings in their form, as lines, rows, JSON, a library, or proposals to decide on."""
    from citekit.cli.romanise_modes import decisions_text, written_library

    if asked.decisions:
        _check_decisions(pages, asked)
    if asked.accepted and len(pages) > 1:
        raise click.UsageError("--accept is for one paper or library; run citekit romanise once for each file.")
    files = [page for page in pages if not page.is_lines]
    as_library = asked.output != STANDARD and bool(files) and not asked.json
    if as_library and len(pages) > 1:
        raise click.UsageError("-o takes one library; run citekit romanise once for each file.")
    done = [worked(page, wish) for page in pages]
    if asked.decisions:
        text = decisions_text(done[0], wish, asked.decisions, characters=asked.characters)
        write(text, asked.decisions)
        return _proposed(text, done[0], asked)
    if as_library:
        write(written_library(changed(done[0], wish), pages[0].form, asked.output), asked.output)
    elif not asked.check:
        write(rendered(done, as_json=asked.json), asked.output)
    return report(done, amiss, strict=asked.strict, quiet=asked.quiet)


def _proposed(text: str, done: Worked, asked: Request) -> int:
    """What was written to be decided on, in a line; the findings themselves stand in the file."""
    rows = [line.split("\t", 1)[0] for line in text.splitlines() if not line.startswith("#")][1:]
    if not asked.quiet:
        told = f"{len(rows)} proposal{'s' * (len(rows) != 1)}, {len(rows) - rows.count('')} decided"
        click.echo(f"{'stdout' if asked.decisions == STANDARD else asked.decisions}: {told}", err=True)
    return report([done], (), strict=asked.strict, quiet=True)


def _check_decisions(pages: Sequence[Page], asked: Request) -> None:
    if len(pages) > 1:
        raise click.UsageError("--decisions is for one paper or library; run citekit romanise once for each file.")
    check_target(asked.decisions or STANDARD, asked.inputs)


def _help_to_find(pages: Sequence[Page], wish: Wish, asked: Request, amiss: Sequence[Finding]) -> int:
    from citekit.cli.romanise_characters import proposed
    from citekit.cli.romanise_modes import mended, searched

    if asked.search:
        written = searched(pages, wish)
    else:
        read = [mended(worked(page, wish), wish) for page in pages]
        written = proposed(read, wish.authorities, quiet=asked.quiet)
    write(written, asked.output)
    return _told([(Library(pages[0].library.document), tuple(amiss))] if amiss else [], asked)


def _learn(pages: Sequence[Page], wish: Wish, asked: Request, amiss: Sequence[Finding]) -> int:
    from citekit.cli.romanise_modes import learned

    text, found = learned(pages, wish)
    write(text, asked.output)
    rows = text.count("\n") - 1
    if not asked.quiet:
        click.echo(f"{rows} row{'s' * (rows != 1)} for a list of names", err=True)
    return _told([*([(Library(pages[0].library.document), tuple(amiss))] if amiss else []), *found], asked)


def _pinyin(pages: Sequence[Page], asked: Request) -> int:
    from citekit.cli.romanise_modes import in_pinyin, with_pinyin, written_library

    if asked.output == STANDARD or all(page.is_lines for page in pages):
        write(in_pinyin(pages), asked.output)
        return DONE
    if len(pages) > 1:
        raise click.UsageError("-o takes one library; run citekit romanise once for each file.")
    library = with_pinyin(pages[0], sort_keys=asked.sort_keys)
    write(written_library(library, pages[0].form, asked.output), asked.output)
    return DONE


def _told(found: Sequence[tuple[Library, Sequence[Finding]]], asked: Request) -> int:
    """The findings said on stderr; the exit code that goes with them."""
    libraries = [
        replace(library, document=replace(library.document, findings=()), findings=tuple(findings))
        for library, findings in found
    ]
    for library in libraries if not asked.quiet else ():
        for lines in show(library.findings, library, width(), named=len(libraries) > 1):
            click.echo(lines + "\n", err=True)
    return exit_code(libraries, strict=asked.strict)
