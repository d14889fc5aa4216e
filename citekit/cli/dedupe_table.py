"""A table in which duplicates were found: what merging would do, told, or the merged table, written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from citekit.cli.dedupe_large_json import merge_line, write_json
from citekit.cli.dedupe_text import merge_text
from citekit.cli.output import opened, reason_of, say
from citekit.cli.progress import share
from citekit.cli.terminal import width
from citekit.dedupe.large.executor import Executor
from citekit.dedupe.large.found import FoundLarge
from citekit.dedupe.large.told import Told
from citekit.errors import CitekitError

if TYPE_CHECKING:
    from citekit.cli.dedupe_large import WishLarge
    from citekit.dedupe.large.merge import Merging

_SHOWN = 100
"""Works of a plan that a person is shown."""


def merge_table(source: str, folder: Path, executor: Executor, wish: WishLarge, found: FoundLarge) -> int | None:
    """Tell what merging would do, or write the merged table; how many rows it has, None for a plan alone."""
    from citekit.dedupe.large.merge import Merging

    merging = Merging(source, folder, executor, wish.lead, telling=wish.dry_run or wish.as_json)
    if wish.dry_run or not wish.output:
        if wish.as_json:
            write_json(found, folder, map(merge_line, told_of(merging)))
        else:
            _say_plan(merging)
        return None
    lines = folder / "told.jsonl"
    rows = _write(merging, wish.output, lines, quiet=wish.quiet)
    if wish.as_json:
        write_json(found, folder, lines_of(lines))
    return rows


def _say_plan(merging: Merging) -> None:
    """Show what the first merges would do, and how many more there are."""
    say("".join(map(_text, islice(told_of(merging), _SHOWN))))
    if merging.works > _SHOWN:
        say(f"{merging.works - _SHOWN:,} works more; --json tells all {merging.works:,}.\n")


def _text(told: Told) -> str:
    return merge_text([record.name for record in told.records], told.work, told.changes, width())


def told_of(merging: Merging) -> Iterator[Told]:
    """The merges one by one."""
    return (told for some in merging.merges() for told in some.told)


def _write(merging: Merging, output: str, lines: Path, *, quiet: bool) -> int:
    """Write the merged table; how many rows it has. What is told of the merges goes into a file, a merge a line."""
    with share("merging", hidden=quiet) as after, lines.open("w", encoding="utf-8") as told, opened(output) as file:
        return merging.write(file, lambda one: told.write(merge_line(one) + "\n"), after)


def lines_of(path: Path) -> Iterable[str]:
    """The lines of a file, without their ends."""
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            yield line.removesuffix("\n")


@contextmanager
def room_said(output: str | None) -> Iterator[None]:
    """Say in a sentence that the memory or the disk is too small for a merge."""
    try:
        yield
    except MemoryError as full:
        raise CitekitError(
            "There is not memory enough for the merge; free some, or merge on a larger machine."
        ) from full
    except OSError as wrong:
        what = f"{output} could not be written" if output else "What merging would do could not be told"
        raise CitekitError(f"{what} ({reason_of(wrong)}); see that there is room on the disk.") from wrong
