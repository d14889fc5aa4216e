"""Two records as one number of 64 bits, the lower one first: pairs in order are numbers in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


def pair_keys(low: NDArray[Any], high: NDArray[Any]) -> NDArray[np.uint64]:
    """The numbers of pairs of records."""
    found: NDArray[np.uint64] = (low.astype(np.uint64) << _HALF) | high.astype(np.uint64)
    return found


def halves(keys: NDArray[np.uint64]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """The pairs of numbers: the lower records and the higher ones."""
    return (keys >> _HALF).astype(np.int32), (keys & _LOW).astype(np.int32)
