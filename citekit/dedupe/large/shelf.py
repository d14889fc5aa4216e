"""Prepared records put away on disk: columns that are mapped into memory, packed records that are read when needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from citekit.dedupe.columns import Columns
from citekit.dedupe.large.prepare import NUMBERS, Prepared

if TYPE_CHECKING:
    from numpy.typing import NDArray

_STEP = 65_536  # rows of a batch of letters


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
        self._add("rows", some.rows)
        self._add("signature", some.signature)
        for name, column in some.numbers.items():
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
        self._ends = {name: np.cumsum(self.column(f"{name}.lengths"), dtype=np.int64) for name in ("packed", "key")}

    def column(self, name: str) -> NDArray[Any]:
        """A column of numbers, a row a record, mapped into memory."""
        kind = self._types[name]
        return np.memmap(self._folder / name, kind, "r") if self.records else np.empty(0, kind)

    def columns(self) -> Columns:
        """What the first look at pairs needs."""
        return Columns(letters=_Letters(self), **{name: self.column(name) for name in NUMBERS})

    def letters(self) -> Any:  # noqa: ANN401 - pyarrow carries no types
        """The letters of the titles, an Arrow array over bytes that are mapped into memory."""
        offsets = np.zeros(self.records + 1, np.int64)
        np.cumsum(self.column("letters.lengths"), out=offsets[1:])
        size = (self._folder / "letters").stat().st_size
        data = np.memmap(self._folder / "letters", np.uint8, "r") if size else np.empty(0, np.uint8)
        buffers = [None, pa.py_buffer(offsets), pa.py_buffer(data)]
        return pa.Array.from_buffers(pa.large_string(), self.records, buffers)

    def packed(self, records: Iterable[int]) -> list[bytes]:
        """The packed records of these indices; not mapped, so that those passed over leave the memory at once."""
        return list(self._texts(self._packed, "packed", records)) if self._packed else []

    def keys(self, records: Iterable[int]) -> list[str]:
        """The citation keys of records."""
        with (self._folder / "key").open("rb") as file:
            return [text.decode("utf-8") for text in self._texts(file, "key", records)]

    def _texts(self, file: IO[bytes], name: str, records: Iterable[int]) -> Iterator[bytes]:
        ends = self._ends[name]
        for one in records:
            start, end = int(ends[one - 1]) if one else 0, int(ends[one])
            file.seek(start)
            yield file.read(end - start)


class _Letters:
    """The letters of the titles as the first look takes them: those of many rows at once."""

    def __init__(self, shelf: Shelf) -> None:
        self._array = shelf.letters()

    def __getitem__(self, rows: NDArray[np.int32], /) -> NDArray[Any]:
        taken: NDArray[Any] = self._array.take(pa.array(rows)).to_numpy(zero_copy_only=False)
        return taken


def batches(shelf: Shelf) -> Iterator[tuple[int, Any]]:
    """The letters in parts, with the index of the first of each."""
    letters = shelf.letters()
    for start in range(0, shelf.records, _STEP):
        yield start, letters.slice(start, _STEP)
