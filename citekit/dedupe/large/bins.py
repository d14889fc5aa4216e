"""Rows put away on disk by a number, and taken out again bin by bin: what is too much to be sorted in memory."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa
import pyarrow.ipc

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HELD = 16 * 2**20  # bytes that wait to be written
_MOST = 200  # bins: files that are open together


class Bins:
    """Tables of one schema, cut into bins by a number from 0 up to a limit: low numbers in the first bin, and so on."""

    def __init__(self, folder: Path, schema: Any, limit: int, width: int) -> None:  # noqa: ANN401 - pyarrow carries no types
        """Empty bins for ``width`` numbers each, for more where there would be too many, in a folder that is made."""
        folder.mkdir()
        self._folder, self._schema = folder, schema.append(pa.field("", pa.int64()))
        self.width = max(width, -(-limit // _MOST))
        self.count = -(-limit // self.width)
        self._held: list[Any] = []
        self._writers: dict[int, Any] = {}

    def put(self, table: Any, numbers: NDArray[np.int64]) -> None:  # noqa: ANN401 - the same
        """Put rows away, each with its number."""
        if not len(table):
            return
        self._held.append(pa.table([*table.columns, pa.array(numbers)], schema=self._schema))
        if sum(one.nbytes for one in self._held) > _HELD:
            self._write()

    def _write(self) -> None:
        whole, self._held = pa.concat_tables(self._held), []
        bins = whole.column(whole.num_columns - 1).to_numpy() // self.width
        order = np.argsort(bins, kind="stable")
        whole = whole.take(pa.array(order))
        there, starts = np.unique(bins[order], return_index=True)
        for one, start, end in zip(there.tolist(), starts, [*starts[1:], len(order)], strict=True):
            self._writer(one).write_table(whole.slice(start, end - start))

    def _writer(self, one: int) -> Any:  # noqa: ANN401 - the same
        if one not in self._writers:
            options = pa.ipc.IpcWriteOptions(compression="lz4")
            self._writers[one] = pa.ipc.new_stream(self._path(one), self._schema, options=options)
        return self._writers[one]

    def _path(self, one: int) -> str:
        return str(self._folder / str(one))

    def finish(self) -> None:
        """Write what waits; from here on rows are taken out."""
        if self._held:
            self._write()
        for writer in self._writers.values():
            writer.close()

    def take(self, one: int) -> tuple[Any, NDArray[np.int64]]:
        """The rows of a bin with their numbers, in the order of these, those of one number as they were put."""
        if one not in self._writers:
            whole = self._schema.empty_table()
        else:
            with pa.OSFile(self._path(one)) as file, pa.ipc.open_stream(file) as stream:
                whole = stream.read_all()
        last = whole.num_columns - 1
        numbers: NDArray[np.int64] = whole.column(last).to_numpy()
        order = np.argsort(numbers, kind="stable")
        return whole.select(range(last)).take(pa.array(order)), numbers[order]
