"""The position of each cite in a document: first, subsequent, ibid, ibid with a locator, near (CSL 1.0.2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from citekit.style.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite


class Cluster(NamedTuple):
    """The cites of one place in a document; ``note`` is the number of the footnote, 0 in the text.

    ``form`` is empty, ``composite`` (the author in the text, the rest as a cite), ``author-only`` or
    ``suppress-author``. ``ending`` is the mark that follows in a document, in place of the full stop that ends the
    style's layout. ``opens`` is false where the cluster continues a sentence. ``unsorted`` keeps the cites in order.
    """

    cites: tuple[Cite, ...]
    note: int = 0
    form: str = ""
    infix: str = ""
    ending: str | None = None
    opens: bool = True
    unsorted: bool = False


class Place(NamedTuple):
    """Where a cite stands: its position, whether the last cite of the item is near, the note of its first cite."""

    position: int = FIRST
    near: bool = False
    first_note: int = 0


def places(clusters: Sequence[Cluster], near_distance: int = 5) -> list[list[Place]]:
    """The places of all cites, cluster by cluster."""
    first: dict[str, int] = {}
    last: dict[str, tuple[int, int]] = {}
    found: list[list[Place]] = []
    earlier: dict[bool, Cluster] = {}
    crowded: dict[int, int] = {}
    for number, cluster in enumerate(clusters):
        row: list[Place] = []
        before = earlier.get(cluster.note > 0)
        if before is not None and before.note and before.note != cluster.note and crowded[before.note] > 1:
            before = None  # the note before holds more than that one citation
        for at, cite in enumerate(cluster.cites):
            if cite.id not in first:
                first[cite.id] = cluster.note
                row.append(Place(FIRST, first_note=cluster.note))
            else:
                note, place = last[cite.id]
                near = (
                    cluster.note - note <= near_distance if cluster.note and note else number - place <= near_distance
                )
                row.append(Place(_position(cluster, at, before), near, first[cite.id]))
            last[cite.id] = (cluster.note, number)
        found.append(row)
        earlier[cluster.note > 0] = cluster
        crowded[cluster.note] = crowded.get(cluster.note, 0) + 1
    return found


def _position(cluster: Cluster, at: int, before: Cluster | None) -> int:
    cite = cluster.cites[at]
    if at:
        last = cluster.cites[at - 1]
    elif before is not None and len(before.cites) and all(each.id == cite.id for each in before.cites):
        if len(before.cites) > 1:
            return SUBSEQUENT
        last = before.cites[-1]
        if cluster.note and before.note and cluster.note - before.note > 1:
            return SUBSEQUENT  # a note without a citation stands between
    else:
        return SUBSEQUENT
    if last.id != cite.id:
        return SUBSEQUENT
    if not cite.locator:
        return SUBSEQUENT if last.locator else IBID
    same = (last.locator, last.label) == (cite.locator, cite.label)
    return IBID if same else IBID_WITH_LOCATOR


__all__ = ["FIRST", "IBID", "IBID_WITH_LOCATOR", "SUBSEQUENT", "Cluster", "Place", "places"]
