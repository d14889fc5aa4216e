"""The pairs that tell something, put away until the clusters are known: Arrow as it is in memory, pressed a little."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from citekit.dedupe.large.grouping import SAME
from citekit.dedupe.large.pairs import Scored
from citekit.dedupe.large.results import PAIRS
from citekit.dedupe.large.shelf import mapped

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Edges:
    """Pairs in files of one folder; first put there in order, then, when they are closed, read."""

    def __init__(self, folder: Path) -> None:
        """Empty files in a folder that is there."""
        self._told_in, self._same_in = folder / "told", folder / "same"
        self._told = pa.ipc.new_stream(str(self._told_in), PAIRS, options=pa.ipc.IpcWriteOptions(compression="lz4"))
        self._same = self._same_in.open("wb")

    def put(self, some: Scored) -> None:
        """Put pairs behind those that are there."""
        self._told.write_table(some.table)
        same = some.table.filter(pc.equal(some.table.column("verdict"), "same"))
        rows = np.empty(len(same), SAME)
        for name, column in (("low", "first"), ("high", "second"), ("score", "score")):
            rows[name] = same.column(column).to_numpy()
        rows.tofile(self._same)

    def close(self) -> None:
        """Nothing more is put."""
        self._told.close()
        self._same.close()

    def told(self, together: int) -> Iterator[Any]:
        """The pairs, so many at least in each table but the last."""
        waiting: list[Any] = []
        with pa.OSFile(str(self._told_in)) as file, pa.ipc.open_stream(file) as batches:
            for batch in batches:
                waiting.append(batch)
                if sum(map(len, waiting)) >= together:
                    yield pa.Table.from_batches(waiting)
                    waiting = []
        if waiting and sum(map(len, waiting)):
            yield pa.Table.from_batches(waiting)

    def same(self) -> NDArray[Any]:
        """Those that are the same, as :data:`grouping.SAME`."""
        return mapped(self._same_in, SAME)
