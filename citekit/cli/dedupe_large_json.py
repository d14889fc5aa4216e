"""What was found in a large library, and what merging does, as JSON, a piece at a time.

``"schema": "citekit-dedupe-large/1"``. Records are called by ``row``, counted from 1, and ``key``; a cluster and a
merge stand on a line each.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import Any

from citekit.cli.output import STANDARD, stream
from citekit.dedupe.large.found import CLUSTERS, FoundLarge
from citekit.dedupe.large.told import Told

SCHEMA = "citekit-dedupe-large/1"


def write_json(found: FoundLarge, folder: Path, merges: Iterable[str] | None = None) -> None:
    """Write it to stdout; ``merges`` are lines of :func:`merge_line`, None where nothing is merged."""
    lines = (_dumped([_record(*member) for member in cluster]) for cluster in clusters_in(folder))
    with stream(STANDARD) as write:
        for piece in _pieces(found, lines, merges):
            if not write(piece):
                return


def clusters_in(folder: Path) -> Iterator[list[tuple[int, str]]]:
    """The clusters that a search has left, each record by its row, counted from 1, and its key."""
    from citekit.dedupe.large.results import tables

    rows = (row for table in tables(folder / CLUSTERS) for row in table.to_pylist())
    for _, members in groupby(rows, key=lambda row: row["cluster"]):
        yield [(row["row"] + 1, row["key"]) for row in members]


def _pieces(found: FoundLarge, clusters: Iterable[str], merges: Iterable[str] | None) -> Iterator[str]:
    yield f'{{\n "schema": "{SCHEMA}",\n "records": {found.records},\n "pairs": {found.pairs},\n "clusters": ['
    yield from _listed(clusters)
    if merges is not None:
        yield ',\n "merges": ['
        yield from _listed(merges)
    yield "\n}\n"


def _listed(lines: Iterable[str]) -> Iterator[str]:
    end = "]"
    for number, line in enumerate(lines):
        yield f"{',' if number else ''}\n  {line}"
        end = "\n ]"
    yield end


def merge_line(told: Told) -> str:
    """A merge in the form that :mod:`citekit.cli.dedupe_json` gives it."""
    lead, *others = (_record(one.row + 1, one.key) for one in told.records)
    return _dumped({"lead": lead, "takes_in": others, "changes": [asdict(change) for change in told.changes]})


def _record(row: int, key: str) -> dict[str, Any]:
    return {"row": row, "key": key}


def _dumped(told: Any) -> str:  # noqa: ANN401 - lists and dictionaries
    return json.dumps(told, ensure_ascii=False)
