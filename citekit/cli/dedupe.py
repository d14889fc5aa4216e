"""``citekit dedupe``: works that stand in libraries more than once, found, explained and merged."""

from __future__ import annotations

from typing import Any

import click

from citekit.cli.formats import FORMATS, READABLE
from citekit.cli.output import STANDARD

EXAMPLE = """\b
Example:
  $ citekit dedupe library.bib --dry-run
  library.bib:tang2002 takes in library.bib:tang2002a
  ...
  $ citekit dedupe library.bib --in-place
  $ citekit dedupe --undo library.bib
"""


@click.command(epilog=EXAMPLE)
@click.argument("sources", metavar="FILE...", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT", help="Write the merged library to this file; - is stdout.")
@click.option("--in-place", is_flag=True, help="Write it over the first FILE, or over LIB; --undo takes it back.")
@click.option("--against", metavar="LIB", help="Hold FILE against this library: only what it has not is new.")
@click.option("--dry-run", is_flag=True, help="Show what merging would do, value by value; write nothing.")
@click.option("--lead", default="complete", metavar="POLICY", show_default=True,
              help="Which record leads: complete, first, newest, oldest, or the name of a FILE.")  # fmt: skip
@click.option("--explain", nargs=2, metavar="A B", help="Show the evidence on two records, by key or file:key.")
@click.option("--review", is_flag=True, help="Decide on pairs one by one, with one key each.")
@click.option("--decisions", metavar="FILE", help="Where decisions stand; else in FILE.decisions beside the library.")
@click.option("--undo", is_flag=True, help="Bring FILE back as it was before the last merge, byte for byte.")
@click.option(
    "--from", "form", type=click.Choice(READABLE), help="The format of FILE; else its suffix or text says it."
)
@click.option("--to", type=click.Choice(FORMATS), help="The format of OUT; else its suffix, else that of FILE.")
@click.option("--memory", metavar="SIZE", help="Search on disk, in so much memory: 1GiB. Tables in Parquet always are.")
@click.option("--scheduler", metavar="ADDRESS", help="Search on a dask cluster: tcp://host:8786.")
@click.option("--json", "as_json", is_flag=True, help="Tell what was found as JSON.")
@click.option("--findings", is_flag=True, help="Show every finding, not only the first ones.")
@click.option("--strict", is_flag=True, help="Exit with 1 for notices too.")
@click.option("-q", "--quiet", is_flag=True, help="Data only, no talk.")
def dedupe(sources: tuple[str, ...], **options: Any) -> int:  # noqa: ANN401 - what click gives goes into a Wish
    """Find the works that stand in libraries more than once, and merge them without loss.

    FILE is a library in any format that is read, or - for stdin; several are searched as one. Without -o and --in-place
    nothing is written: the duplicates are told, with the reasons. Exits with 1 where there are any.

    A table of millions, FILE.parquet, is searched on disk, and merged into OUT.parquet, a row a work where its leading
    row stood; any other OUT is a folder for what is found.
    """
    if options["memory"] or options["scheduler"] or any(map(is_table, sources)):
        _check_large(sources, options)
        from citekit.cli.dedupe_large import WishLarge, run_large

        return run_large(sources, WishLarge(**{name: options[name] for name in WishLarge.__slots__}))
    del options["memory"], options["scheduler"]
    _check(sources, options)
    if options["undo"]:
        from citekit.cli.dedupe_write import undo

        for source in sources:
            undo(source)
            if not options["quiet"]:
                click.echo(f"{source} is as it was before the last merge.", err=True)
        return 0
    from citekit.cli.deduping import Wish, run

    return run(sources, Wish(**options))


def is_table(source: str) -> bool:
    """Whether a file is a table in Parquet, by its name."""
    return source.casefold().endswith((".parquet", ".pq"))


def _check_large(sources: tuple[str, ...], options: dict[str, Any]) -> None:
    """Refuse what a search on disk does not do, before any work is done."""
    tables = any(map(is_table, sources))
    if tables and options["undo"]:
        raise click.UsageError("A table in Parquet is never written over, so there is no merge of it to be undone.")
    if tables and options["in_place"]:
        raise click.UsageError("A table in Parquet is not written over; name the merged one with -o merged.parquet.")
    names = ("in_place", "against", "explain", "review", "undo", "to", *(() if tables else ("dry_run",)))
    other = next((name.replace("_", "-") for name in names if options[name]), "")
    if not tables and options["lead"] != "complete":
        other = other or "lead"
    if other:
        what = "tables in Parquet take -o, --dry-run and --lead" if tables else "leave out --memory and --scheduler"
        raise click.UsageError(f"--{other} is for libraries that are searched in memory; {what}.")
    if options["output"]:
        _check_output_large(sources, options["output"], tables=tables)


def _check_output_large(sources: tuple[str, ...], output: str, *, tables: bool) -> None:
    from citekit.cli.formats import suffix_of
    from citekit.cli.output import check_target

    if output == STANDARD:
        raise click.UsageError("A merged table goes into a file, what is found into a folder; name one with -o.")
    if tables and is_table(output):
        check_target(output, sources)
    elif suffix := suffix_of(output) or (".parquet" if is_table(output) else ""):
        end = "a table in Parquet is merged into a name that ends in .parquet"
        if not tables:
            end = "libraries are merged without --memory and --scheduler"
        raise click.UsageError(
            f"A search on disk writes no library, as {suffix} says, but a folder of what is found; {end}."
        )


def _check(sources: tuple[str, ...], options: dict[str, Any]) -> None:
    """Refuse what cannot be wished together, before any work is done."""
    from citekit.cli.output import check_target

    alone = [name for name in ("explain", "review", "undo", "dry_run") if options[name]]
    writing = [name for name in ("output", "in_place") if options[name]]
    if len(alone) > 1 or (alone and writing and alone != ["dry_run"]) or len(writing) > 1:
        first, second = (f"--{name.replace('_', '-')}" for name in (*alone, *writing)[:2])
        raise click.UsageError(f"{first} and {second} do not go together.")
    output = options["output"]
    if isinstance(output, str):
        check_target(output, [*sources, *([options["against"]] if isinstance(options["against"], str) else [])])
    over = options["against"] or sources[0]
    if options["in_place"] and over == STANDARD:
        raise click.UsageError("stdin cannot be written over; give -o.")
    if options["in_place"] and options["to"]:
        raise click.UsageError("--in-place keeps the format of the file; give -o for another one.")
    if options["as_json"] and (output == STANDARD or options["review"] or options["explain"] or options["undo"]):
        raise click.UsageError("--json tells what was found on stdout; it goes with -o FILE, --in-place, --dry-run.")
