"""Prepared records put away on disk: columns that are mapped into memory, packed records that are read when needed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from citekit.dedupe.columns import Columns
from citekit.dedupe.large.prepare import NUMBERS, Prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Shelf:
    """All records of a source by their index, in files of one folder; first filled, then looked at."""

    def __init__(self, folder: Path) -> None:
        """An empty shelf in a folder that is there."""
        self._folder = folder
        self._files: dict[str, IO[bytes]] = {}
        self._types: dict[str, np.dtype[Any]] = {}
        self._packed: IO[bytes] | None = None
        self.records = 0

    def put(self, some: Prepared) -> None:
        """Put records behind those that are there."""
        own: dict[str, NDArray[Any]] = {
            "rows": some.rows,
            "signature": some.signature,
            "keys": some.keys,
            "counts": some.counts,
        }
        for name, column in (own | some.numbers).items():
            self._add(name, column)
        for name, (text, lengths) in some.texts.items():
            self._file(name).write(text)
            self._add(f"{name}.lengths", lengths)
        self.records += len(some.rows)

    def _add(self, name: str, column: NDArray[Any]) -> None:
        self._types[name] = column.dtype
        column.tofile(self._file(name))

    def _file(self, name: str) -> IO[bytes]:
        if name not in self._files:
            self._files[name] = (self._folder / name).open("wb")
        return self._files[name]

    def close(self) -> None:
        """Close the files; nothing more is put or read."""
        for file in self._files.values():
            file.close()
        self._files = {}
        if self._packed:
            self._packed.close()

    def finish(self) -> None:
        """From here on the shelf is looked at."""
        self.close()
        self._packed = (self._folder / "packed").open("rb", buffering=0)
        self._starts = self._offsets("packed")

    def column(self, name: str) -> NDArray[Any]:
        """A column of numbers, a row a record, mapped into memory; ``keys`` has ``counts`` rows a record."""
        return mapped(self._folder / name, self._types[name])

    def columns(self) -> Columns:
        """What the first look at pairs needs."""
        return Columns(letters=_Letters(self), **{name: self.column(name) for name in NUMBERS})

    def texts(self, name: str) -> Any:  # noqa: ANN401 - pyarrow carries no types
        """The ``letters`` of the titles or the citation ``key``, an Arrow array over bytes mapped into memory."""
        data = mapped(self._folder / name, np.uint8)
        buffers = [None, pa.py_buffer(self._offsets(name)), pa.py_buffer(data)]
        return pa.Array.from_buffers(pa.large_string(), self.records, buffers)

    def packed(self, records: Iterable[int]) -> list[bytes]:
        """The packed records of these indices; not mapped, so that those passed over leave the memory at once."""
        file, index = self._packed, np.fromiter(records, np.int64)
        starts, ends = self._starts[index].tolist(), self._starts[index + 1].tolist()
        return [
            file.read(end - start) for start, end in zip(starts, ends, strict=True) if file and file.seek(start) >= 0
        ]

    def _offsets(self, name: str) -> NDArray[np.int64]:
        offsets = np.zeros(self.records + 1, np.int64)
        np.cumsum(self.column(f"{name}.lengths"), out=offsets[1:])
        return offsets


class _Letters:
    """The letters of the titles as the first look takes them: those of many rows at once."""

    def __init__(self, shelf: Shelf) -> None:
        self._array = shelf.texts("letters")

    def __getitem__(self, rows: NDArray[np.int32], /) -> NDArray[Any]:
        taken: NDArray[Any] = self._array.take(pa.array(rows)).to_numpy(zero_copy_only=False)
        return taken


def mapped(path: Path, kind: Any) -> NDArray[Any]:  # noqa: ANN401 - what numpy takes for a type
    """A file of numbers, mapped into memory."""
    return np.memmap(path, kind, "r") if path.stat().st_size else np.empty(0, kind)
