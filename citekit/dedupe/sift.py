"""The first look at pairs: the most that their scores can come to, column by column, so that few are scored in full.

Nothing that would be found is lost: the figure is never below the score of the pair (a test holds this).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from rapidfuzz import fuzz, process

from citekit.dedupe.columns import Columns
from citekit.dedupe.say.people import MISPRINTED
from citekit.dedupe.say.title import CURVE, FULL, HEADED, LEAST, RECURRING
from citekit.dedupe.score import LOOK

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SURE = 2  # people of whom one that is misprinted makes a list another one
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
    ours, theirs = _Side(rows, left), _Side(rows, right)
    met, volume = _met(ours, theirs), _same(ours.volume, theirs.volume)
    sure = _same(ours.doi, theirs.doi) | _same(ours.pmid, theirs.pmid) | _same(ours.symbol, theirs.symbol)
    sure |= volume & (ours.page == theirs.page) & (ours.page >= 0) & met
    sure |= ours.open | theirs.open | (ours.inner & theirs.outer) | (ours.outer & theirs.inner)
    for one, other in ((ours, theirs), (theirs, ours)):  # one says what the other is called
        sure |= _same(one.head, other.title) | _same(one.translates, other.title)
    most = _others(ours, theirs, met, volume)
    unsure = np.flatnonzero(~sure & (most + CURVE[-1][1] >= LOOK))
    ours, theirs, most = ours.only(unsure), theirs.only(unsure), most[unsure]
    near = np.flatnonzero(most + _titles(ours, theirs, _reach(ours, theirs)) >= LOOK)
    ours, theirs, most, unsure = ours.only(near), theirs.only(near), most[near], unsure[near]
    sure[unsure] = most + _titles(ours, theirs, _ratio(ours, theirs)) >= LOOK
    return sure


class _Side:
    """The columns of the records on one side of many pairs, each taken when it is asked for, once."""

    def __init__(self, rows: Columns, places: NDArray[np.int32]) -> None:
        self._rows, self._places = rows, places

    def __getattr__(self, name: str) -> NDArray[Any]:
        taken: NDArray[Any] = getattr(self._rows, name)[self._places]
        setattr(self, name, taken)
        return taken

    def only(self, which: NDArray[np.int64]) -> _Side:
        """Some of the pairs."""
        return _Side(self._rows, self._places[which])


def _same(ours: NDArray[Any], theirs: NDArray[Any]) -> NDArray[np.bool_]:
    found: NDArray[np.bool_] = (ours != 0) & (ours == theirs)
    return found


def _met(ours: _Side, theirs: _Side) -> NDArray[np.bool_]:
    """Whether the people of the shorter list may all be in the longer one: of three and more some misprinted."""
    inside = (ours.people <= theirs.people) & ((ours.families & ~theirs.names) == 0)
    inside |= (theirs.people <= ours.people) & ((theirs.families & ~ours.names) == 0)
    many = np.minimum(ours.people, theirs.people) > _SURE
    found: NDArray[np.bool_] = ((ours.names & theirs.names) != 0) & (inside | many)
    return found


def _ratio(ours: _Side, theirs: _Side) -> NDArray[np.float64]:
    """Per cent of letters that titles have in common; 0 where it is less than half."""
    letters = (side.letters.tolist() for side in (ours, theirs))
    found: NDArray[np.float64] = process.cpdist(*letters, scorer=fuzz.ratio, score_cutoff=50).astype(np.float64)
    return found


def _reach(ours: _Side, theirs: _Side) -> NDArray[np.float64]:
    """The most that it can be, for titles of their lengths."""
    shorter = np.minimum(ours.length, theirs.length)
    reach: NDArray[np.float64] = 200.0 * shorter / np.maximum(1, ours.length + theirs.length)
    return reach


def _titles(ours: _Side, theirs: _Side, ratio: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weight of titles so much alike; one that begins the other has that of a title cut off."""
    begins = _same(ours.prefix, theirs.prefix)
    ratio = np.where(begins, np.maximum(ratio, max(97.0, HEADED)), ratio)
    weight: NDArray[np.float64] = np.interp(ratio, [point[0] for point in CURVE], [point[1] for point in CURVE])
    full = np.minimum(1.0, LEAST + (1 - LEAST) * np.minimum(ours.length, theirs.length) / FULL)
    share = np.where(ours.recurring | theirs.recurring, RECURRING, full)
    weight = np.where(weight > 0, weight * share, weight)
    weight[(ours.romanised != theirs.romanised) & (weight < 0)] = 0.0  # in two languages, they say nothing
    return weight


def _others(ours: _Side, theirs: _Side, met: NDArray[np.bool_], volume: NDArray[np.bool_]) -> NDArray[np.float64]:
    """The most that the other fields can add."""
    apart = np.abs(ours.year - theirs.year)
    dated = (ours.year != 0) & (theirs.year != 0)
    date = np.where(dated, np.select([apart == 0, apart == 1, apart == 2], [0.8, 0.0, -0.8], -2.2), 0.0)
    paged = (ours.page >= 0) & (theirs.page >= 0)
    page = np.where(paged, np.where(ours.page == theirs.page, 1.6, 0.8), 0.6)
    differ = (ours.volume != 0) & (theirs.volume != 0) & ~volume & ~ours.yearly & ~theirs.yearly
    volumes = np.where(volume, 1.0, np.where(differ, -1.4, 0.0))
    clash = np.where((ours.recurring | theirs.recurring) & (differ | (dated & (apart > 0))), -3.0, 0.0)
    people = np.where((ours.names != 0) & (theirs.names != 0), np.where(met, 1.8, MISPRINTED), 0.0)
    container = np.where(ours.container & theirs.container, 0.9, 0.0)
    found: NDArray[np.float64] = date + page + volumes + people + container + clash
    for one, other in ((ours.doi, theirs.doi), (ours.pmid, theirs.pmid), (ours.symbol, theirs.symbol)):
        found[(one != 0) & (other != 0) & (one != other)] -= 2.2
    found += np.minimum(ours.bonus, theirs.bonus)
    return found
