"""Records → the pairs among them that are same, alike or related: the step that is the same at every scale.

A pure function of the records that share keys, so that a library may be cut into parts by key, each part searched by
itself, here or elsewhere, and the findings put together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter

from citekit.dedupe.block_keys import block_keys
from citekit.dedupe.blocks import pairs_of
from citekit.dedupe.comparison import Comparison
from citekit.dedupe.consensus import Pair
from citekit.dedupe.record import Record
from citekit.dedupe.score import score

_FEW = 2000  # records up to which plain Python is as fast, and need not wait for numpy to load
_COMPARED = attrgetter(*(name for name in Record._fields if name not in {"key", "signature"}))
_OFTEN = 4  # pairs a record from which some of them are the same ones again
_STEP = 4096  # pairs between two words of progress


def edges_of(records: Sequence[Record], after: Callable[[float], None] = lambda _: None) -> Iterator[Comparison]:
    """The pairs that are same, to look at, or related, in order; ``after`` is told the share that is done."""
    keys = [block_keys(one) for one in records]
    pairs = sorted(pairs_of(keys, ranked(records))) if len(records) <= _FEW else _sifted(records, keys)
    scored = scorer(records, len(pairs))
    for done, (one, other) in enumerate(pairs):
        found = scored(one, other)
        if found.verdict != "different" or found.relation:
            yield found._replace(first=one, second=other)
        if done % _STEP == 0:
            after(0.3 + 0.7 * done / len(pairs))


def scorer(records: Sequence[Record], pairs: int) -> Callable[[int, int], Comparison]:
    """:func:`score` for two records by their places; what is compared alike many times is scored once.

    In a list of references that has a work a hundred times, most of the hundred say the same of it. ``pairs`` is how
    many are going to be scored: where they are few, it does not pay to look for what is alike.
    """
    if pairs < _OFTEN * len(records):
        return lambda one, other: score(records[one], records[other])
    numbers: dict[object, int] = {}
    forms = [numbers.setdefault(_COMPARED(one), len(numbers)) for one in records]
    often = [count > 1 for _, count in sorted(Counter(forms).items())]
    known: dict[Pair, Comparison] = {}

    def scored(one: int, other: int) -> Comparison:
        left, right = forms[one], forms[other]
        if not (often[left] and often[right]) or records[one].signature == records[other].signature:
            return score(records[one], records[other])
        pair = (left, right) if left < right else (right, left)
        if pair not in known:
            known[pair] = score(records[one], records[other])
        return known[pair]

    return scored


def _sifted(records: Sequence[Record], keys: Sequence[frozenset[int]]) -> list[Pair]:
    import numpy as np  # noqa: PLC0415 - small libraries need none of it, and it is slow to load

    from citekit.dedupe.candidates import candidates  # noqa: PLC0415
    from citekit.dedupe.columns import columns  # noqa: PLC0415
    from citekit.dedupe.sift import sift  # noqa: PLC0415

    owners = np.repeat(np.arange(len(records), dtype=np.int32), [len(own) for own in keys])
    column = np.fromiter((key for own in keys for key in own), np.uint64, len(owners))
    left, right = sift(columns(records), *candidates(column, owners, np.array(ranked(records), np.int32)))
    return list(zip(left.tolist(), right.tolist(), strict=True))


def ranked(records: Sequence[Record]) -> list[int]:
    """The place of each record in the order of titles, which puts like ones side by side in a large block."""
    order = sorted(range(len(records)), key=lambda place: (records[place].title.main.letters, records[place].signature))
    rank = [0] * len(records)
    for number, place in enumerate(order):
        rank[place] = number
    return rank
