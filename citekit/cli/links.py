"""``citekit links``: whether what a library or a paper cites on the web is still there."""

from __future__ import annotations

import os
import sys

import click

from citekit.cli.output import STANDARD, check_target

FORMS = ("text", "json", "jsonl", "csv", "markdown", "sarif", "junit", "github")

HELP = """\
Ask every URL, DOI and handle of a library or a paper whether it is still there.

INPUT is a library in any format that is read, the text of a paper, a list of
addresses, one a line, or - for stdin. This verb uses the network.

\b
alive      it answers with what is cited
moved      it has a new address for good, which is proposed
dead       there is nothing, found twice in a run, or on three days in a row
unsure     a time-out, a fault, a login, a test for robots: look yourself
unchecked  not asked: not on the public network, or the network is down

What answered is not asked again for a week, what failed for an hour, so that a
run that was broken off goes on where it was; --refresh asks all. For dead
links, archives are asked for the copy nearest to the day of access. Addresses
on private networks are never contacted, nor those that lead there.
"""

EXAMPLE = """\b
Example:
  $ citekit links library.bib
  library.bib:12: UR001 link-dead: http://www.example.org/report.pdf: there is
  nothing at this address (404).
  ...

Exit codes: 0 nothing to say, 1 findings, 2 bad usage or unreadable input, 3 the network is down.
"""


@click.command(help=HELP, epilog=EXAMPLE)
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option("--to", "form", type=click.Choice(FORMS), default="text", help="The form of the report.")
@click.option("--from", "source_format", metavar="FORMAT", help="What INPUT is in: bibtex …, paper, list; else told.")
@click.option("-o", "--output", default=STANDARD, metavar="OUT", help="Write to this file instead of stdout.")
@click.option(
    "--archive",
    type=click.Choice(("dead", "doubtful", "none")),
    default="dead",
    show_default=True,
    help="Ask archives for copies of which links.",
)
@click.option("--save", is_flag=True, help="Have the Internet Archive keep the pages that answer; needs keys.")
@click.option("--refresh", is_flag=True, help="Ask again what was asked lately.")
@click.option(
    "--age",
    type=click.FloatRange(min=0),
    default=7.0,
    show_default=True,
    metavar="DAYS",
    help="How long an answer stands.",
)
@click.option("--no-cache", is_flag=True, help="Keep nothing, and use nothing that was kept.")
@click.option(
    "--per-host", type=click.IntRange(1, 64), default=8, show_default=True, help="Requests to a host at once."
)
@click.option(
    "--at-once", type=click.IntRange(1, 1000), default=100, show_default=True, help="Requests at once in all."
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.05),
    default=20.0,
    show_default=True,
    metavar="SECONDS",
    help="How long an answer is waited for.",
)
@click.option(
    "--retry-after",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="The longest pause of a host that is kept to.",
)
@click.option(
    "--transport",
    type=click.Choice(("auto", "httpx", "aiohttp")),
    default="auto",
    show_default=True,
    help="What carries the requests; aiohttp comes with citekit[fast].",
)
@click.option("--contact", default="", metavar="MAIL", help="An address of yours that hosts are told.")
@click.option("--allow-private", is_flag=True, help="Ask machines on private networks and this one, at any port.")
@click.option("--any-port", is_flag=True, help="Ask unusual ports too.")
@click.option(
    "--base", "bases", metavar="NAME=URL", multiple=True, help="Another address for doi, handle, wayback or memento."
)
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing on stderr.")
def links(  # noqa: PLR0913, PLR0917 - one parameter an option
    inputs: tuple[str, ...],
    form: str,
    source_format: str | None,
    output: str,
    archive: str,
    age: float,
    per_host: int,
    at_once: int,
    timeout: float,
    retry_after: float,
    transport: str,
    contact: str,
    bases: tuple[str, ...],
    *,
    save: bool,
    refresh: bool,
    no_cache: bool,
    allow_private: bool,
    any_port: bool,
    strict: bool,
    quiet: bool,
) -> int:
    """Check the links of libraries and papers."""
    from citekit.cli.links_inputs import are_large, check_inputs, read_links
    from citekit.cli.links_run import Wish, run
    from citekit.cli.links_settings import bases_of, settings_of

    check_target(output, inputs)
    check_inputs(inputs, source_format)
    known = bases_of(bases)
    settings = settings_of(
        known,
        bases,
        transport=transport,
        per_host=per_host,
        at_once=at_once,
        timeout=timeout,
        retry_after=retry_after,
        contact=contact,
        keep=not no_cache,
        refresh=refresh,
        allow_private=allow_private,
        any_port=any_port,
    )
    if inputs == (STANDARD,) and sys.stdin.isatty() and not quiet:
        click.echo("One address a line, or a library; an end of input (Ctrl-D) ends them.", err=True)
    keys = os.environ.get("CITEKIT_ARCHIVE_KEYS", "") if save else ""
    if save and ":" not in keys:
        raise click.UsageError(
            "--save needs CITEKIT_ARCHIVE_KEYS=access:secret, the keys of archive.org/account/s3.php."
        )
    wish = Wish(form, output, archive, age, keys, strict=strict, quiet=quiet)
    found = read_links(inputs, source_format)
    if are_large(inputs):
        return run(found, None, settings, known, wish)
    every = list(found)
    return run(iter(every), len(every), settings, known, wish)
