"""The first look at pairs: the most that their scores can come to, column by column, so that few are scored in full.

Nothing that would be found is lost: the figure is never below the score of the pair (a test holds this).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz import fuzz, process

from citekit.dedupe.columns import Columns
from citekit.dedupe.say.people import MISPRINTED
from citekit.dedupe.say.title import CURVE, FULL, HEADED, LEAST, ONE_LANGUAGE, RECURRING
from citekit.dedupe.score import LOOK

if TYPE_CHECKING:
    from numpy.typing import NDArray

_CHUNK = 262_144  # pairs looked at together: a few dozen MiB


def sift(
    rows: Columns, left: NDArray[np.int32], right: NDArray[np.int32]
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The pairs whose score may reach :data:`LOOK`."""
    keep = [
        promising(rows, left[start : start + _CHUNK], right[start : start + _CHUNK])
        for start in range(0, len(left), _CHUNK)
    ]
    kept = np.concatenate(keep) if keep else np.empty(0, bool)
    return left[kept], right[kept]


def promising(rows: Columns, left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Whether the score of each pair may reach :data:`LOOK`, or its place or identifiers speak for it."""
    known = _same(rows.doi, left, right) | _same(rows.pmid, left, right) | _same(rows.symbol, left, right)
    volume, page = _same(rows.volume, left, right), rows.page[left] == rows.page[right]
    placed = volume & page & (rows.page[left] >= 0) & _met(rows, left, right)
    opened = rows.open[left] | rows.open[right]
    named = (rows.inner[left] & rows.outer[right]) | (rows.outer[left] & rows.inner[right])
    for column in (rows.head, rows.translates):  # one says what the other is called
        named |= (column[left] != 0) & (column[left] == rows.title[right])
        named |= (column[right] != 0) & (column[right] == rows.title[left])
    sure: NDArray[np.bool_] = known | placed | opened | named
    most = _others(rows, left, right, volume)
    unsure = np.flatnonzero(~sure & (most + CURVE[-1][1] >= LOOK))
    titles = _titles(rows, left[unsure], right[unsure])
    sure[unsure] = most[unsure] + titles >= LOOK
    return sure


def _same(column: NDArray[np.uint64], left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (column[left] != 0) & (column[left] == column[right])
    return found


def _both(column: NDArray[np.uint64], left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (column[left] != 0) & (column[right] != 0)
    return found


def _met(rows: Columns, left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Whether two may have a person in common whose name is not misprinted."""
    found: NDArray[np.bool_] = (rows.people[left] & rows.people[right]) != 0
    return found


def _titles(rows: Columns, left: NDArray[np.int32], right: NDArray[np.int32]) -> NDArray[np.float64]:
    """The weight of the titles; one that begins the other has that of a title cut off."""
    ours, theirs = (rows.letters[side].tolist() for side in (left, right))
    ratio = process.cpdist(ours, theirs, scorer=fuzz.ratio, score_cutoff=50).astype(np.float64)
    begins = _same(rows.prefix, left, right)
    ratio[begins] = np.maximum(ratio[begins], max(97.0, HEADED))
    weight: NDArray[np.float64] = np.interp(ratio, [point[0] for point in CURVE], [point[1] for point in CURVE])
    letters = np.minimum(*(np.fromiter(map(len, side), np.int64, len(side)) for side in (ours, theirs)))
    full = np.minimum(1.0, LEAST + (1 - LEAST) * letters / FULL)
    share = np.where(rows.recurring[left] | rows.recurring[right], RECURRING, full)
    weight = np.where(weight > 0, weight * share, weight)
    apart = (rows.romanised[left] != rows.romanised[right]) & (ratio < ONE_LANGUAGE)
    return np.where(apart, 0.0, weight)  # in two languages, they say nothing


def _others(
    rows: Columns, left: NDArray[np.int32], right: NDArray[np.int32], volume: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """The most that the other fields can add."""
    apart = np.abs(rows.year[left].astype(np.int32) - rows.year[right])
    dated = (rows.year[left] != 0) & (rows.year[right] != 0)
    date = np.where(dated, np.select([apart == 0, apart == 1, apart == 2], [0.8, 0.0, -0.8], -2.2), 0.0)
    paged = (rows.page[left] >= 0) & (rows.page[right] >= 0)
    page = np.where(paged, np.where(rows.page[left] == rows.page[right], 1.6, 0.8), 0.6)
    differ = _both(rows.volume, left, right) & ~volume & ~rows.yearly[left] & ~rows.yearly[right]
    volumes = np.where(volume, 1.0, np.where(differ, -1.4, 0.0))
    recurring = rows.recurring[left] | rows.recurring[right]
    clash = np.where(recurring & (differ | (dated & (apart > 0))), -3.0, 0.0)
    people = np.where(_both(rows.people, left, right), np.where(_met(rows, left, right), 1.8, MISPRINTED), 0.0)
    container = np.where(rows.container[left] & rows.container[right], 0.9, 0.0)
    found: NDArray[np.float64] = date + page + volumes + people + container + clash
    return found + np.minimum(rows.bonus[left], rows.bonus[right])
