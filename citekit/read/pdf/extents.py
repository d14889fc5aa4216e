"""Which rows belong to which note: from its number to the next one, over all zones of notes in between."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.model import Span
from citekit.read.extents import Extent
from citekit.read.pdf.rows import BODY, Rows


def runs_of(rows: Rows, places: Sequence[int]) -> list[Span]:
    """Rows that belong together as stretches (start, stop) between which stands body text."""
    found: list[Span] = []
    for at in places:
        if found and not _is_parted(rows, found[-1][1], at):
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
    return found


def _is_parted(rows: Rows, start: int, stop: int) -> bool:
    return any(rows.rows[at].kind == BODY for at in range(start, stop))


def extents(rows: Rows, opening: Sequence[int], stream: Sequence[int]) -> dict[int, list[Span]]:
    """The stretches of each opening row's note, by that row; ``stream`` are the rows of notes in order."""
    opens = set(opening)
    owned: dict[int, list[int]] = {at: [] for at in opening}
    owner: int | None = None
    for at in stream:
        owner = at if at in opens else owner
        if owner is not None:
            owned[owner].append(at)
    return {at: runs_of(rows, places) for at, places in owned.items()}


def extent(row: int, runs: Sequence[Span]) -> Extent:
    """The first stretch of a note, with the reason for its end."""
    if not runs:
        return Extent(row, row + 1, guessed=False, parts=(("nothing stands below its number", 0.0),))
    part = ("the next number or the end of the zone of notes follows", 0.0)
    more = ((f"it goes on {len(runs) - 1} times below the body of the next pages", 0.0),) if len(runs) > 1 else ()
    return Extent(*runs[0], guessed=False, parts=(part, *more))
