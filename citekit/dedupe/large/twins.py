"""Records that say the same in every field: the first stands for all, and each other is told as a pair with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from citekit.dedupe.large.pair_keys import halves
from citekit.dedupe.large.results import PAIRS

if TYPE_CHECKING:
    from numpy.typing import NDArray


def first_of(signature: NDArray[np.uint64], alone: Sequence[int] = ()) -> NDArray[np.int32]:
    """For each record the first that says the same in every field.

    0 says nothing, and stands for itself, as do those ``alone``.
    """
    first = np.arange(len(signature), dtype=np.int32)
    said = signature != 0
    said[[*alone]] = False
    records = np.flatnonzero(said).astype(np.int32)
    records = records[np.argsort(signature[records], kind="stable")]
    starts = np.flatnonzero(np.diff(signature[records], prepend=np.uint64(0)))
    first[records] = np.repeat(records[starts], np.diff(starts, append=len(records)))
    return first


def twins(keys: NDArray[np.uint64]) -> Any:  # noqa: ANN401 - an Arrow table
    """Pairs of records that say the same as a table of :data:`results.PAIRS`."""
    low, high = halves(keys)
    count = len(keys)
    part = PAIRS.field("parts").type.value_type
    said = ("record", 99.0, "the records say the same", False)
    parts = pa.StructArray.from_arrays(
        [pa.repeat(pa.scalar(value, field.type), count) for value, field in zip(said, part, strict=True)],
        fields=[*part],
    )
    columns = [pa.repeat(value, count) for value in ("same", 99.0, "")]
    each = pa.ListArray.from_arrays(np.arange(count + 1, dtype=np.int32), parts)
    return pa.table(
        [low.astype(np.int64), high.astype(np.int64), *columns, each.cast(PAIRS.field("parts").type)], schema=PAIRS
    )
