"""The first step, a pure function of a part: its works as keys, columns and packed records, ready to be put away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

from citekit.dedupe.block_keys import block_keys
from citekit.dedupe.columns import Columns, columns
from citekit.dedupe.from_work import record
from citekit.dedupe.large.decided import Wanted
from citekit.dedupe.large.packing import packed
from citekit.dedupe.large.quiet import quiet
from citekit.dedupe.large.rows import work_of
from citekit.dedupe.large.source import Portion
from citekit.dedupe.record import Record
from citekit.model import Finding, Work

if TYPE_CHECKING:
    from numpy.typing import NDArray

NUMBERS = tuple(field.name for field in fields(Columns) if field.name != "letters")
"""The columns that hold a number a record."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A part's records: columns of one row each, and of texts their bytes with the length of each.

    ``keys`` are the keys of the first record, then those of the second …, ``counts`` how many each has; ``rows`` the
    places in the source, counted from 0. ``findings`` tell of the rows that could not be read. ``known`` are the
    works, each with its place, that decisions may be about.
    """

    rows: NDArray[np.int64]
    signature: NDArray[np.uint64]
    numbers: dict[str, NDArray[Any]]
    texts: dict[str, tuple[bytes, NDArray[np.int32]]]
    keys: NDArray[np.uint64]
    counts: NDArray[np.int32]
    findings: tuple[Finding, ...] = ()
    known: tuple[tuple[int, Work], ...] = ()


def prepare(part: Portion, wanted: Wanted | None = None) -> Prepared:
    """The records of a part; a row that cannot be read is a finding and nothing else."""
    with quiet():
        made: list[tuple[int, Record]] = []
        known: list[tuple[int, Work]] = []
        findings = list(part.lost)
        for place, row in enumerate(_rows(part), part.first):
            try:
                work = row if isinstance(row, Work) else work_of(row or _alone(part, place))
                made.append((place, record(work)))
                if wanted and wanted.has(work):
                    known.append((place, work))
            except (ValueError, TypeError, AttributeError, OverflowError) as wrong:
                findings.append(_unread(place, wrong))
        prepared = _prepared([place for place, _ in made], [one for _, one in made], tuple(findings))
        return replace(prepared, known=tuple(known)) if known else prepared


def _rows(part: Portion) -> Sequence[Work | dict[str, Any] | None]:
    """The works or rows of a part; None for each where some cell of some row is no text."""
    if part.table is None:
        return part.works
    try:
        rows: list[dict[str, Any]] = part.table.to_pylist()
    except UnicodeDecodeError:
        return [None] * len(part.table)
    return rows


def _alone(part: Portion, place: int) -> dict[str, Any]:
    """A row that is read by itself."""
    row: dict[str, Any] = part.table.slice(place - part.first, 1).to_pylist()[0]
    return row


def _prepared(rows: list[int], records: list[Record], findings: tuple[Finding, ...]) -> Prepared:
    keys = [block_keys(one) for one in records]
    counts = np.array([len(own) for own in keys], np.int32)
    table = columns(records)
    return Prepared(
        np.array(rows, np.int64),
        np.array([one.signature for one in records], np.uint64),
        {name: getattr(table, name) for name in NUMBERS},
        {
            "letters": _joined([one.title.main.letters.encode("utf-8", "replace") for one in records]),
            "packed": _joined([packed(one) for one in records]),
            "key": _joined([one.key.encode("utf-8", "replace") for one in records]),
        },
        np.fromiter(chain.from_iterable(keys), np.uint64, int(counts.sum())),
        counts,
        findings,
    )


def _joined(texts: list[bytes]) -> tuple[bytes, NDArray[np.int32]]:
    return b"".join(texts), np.array([len(text) for text in texts], np.int32)


def _unread(place: int, wrong: Exception) -> Finding:
    reason = "a cell holds bytes that are no UTF-8" if isinstance(wrong, UnicodeDecodeError) else str(wrong)
    return Finding(
        "DU107",
        f"Row {place + 1} cannot be read: {reason}.",
        "error",
        line=place + 1,
        help="Mend the row in the program that wrote the table; the other rows are searched.",
    )
