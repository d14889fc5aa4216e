"""Two chains of numbers decide together: labels that open notes and markers in the body.

Knows candidates and offsets only, nothing of lines or pages, so that every reader can use it. A label needs its
marker before it; a marker stands before its label; both rise, and restart together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from citekit.read.candidates import Candidate, Part
from citekit.read.chain import Prices, best_chain

LABELS = Prices(missing=0.35, further=0.04, restart=2.5)
MARKERS = Prices(missing=0.45, further=0.04, restart=2.5)
EACH_PAGE = Prices(missing=0.35, further=0.04, restart=0.2)
"""The prices where every page has numbers of its own."""

_ROUNDS = 3


@dataclass(frozen=True)
class Chain:
    """Candidates that were taken, in order, each with the series it belongs to (counted from 1)."""

    items: tuple[Candidate, ...] = ()
    series: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.items)

    @cached_property
    def starts(self) -> list[int]:
        """Where the items stand."""
        return [item.start for item in self.items]

    @cached_property
    def place(self) -> dict[tuple[int, int], int]:
        """(series, number) → the index of the item."""
        numbers = (item.number for item in self.items)
        return {key: index for index, key in enumerate(zip(self.series, numbers, strict=True))}

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers of all series."""
        return frozenset(item.number for item in self.items)

    @cached_property
    def last(self) -> dict[int, int]:
        """Series → its highest number."""
        return {series: item.number for series, item in zip(self.series, self.items, strict=True)}

    @cached_property
    def is_reliable(self) -> bool:
        """Whether the chain is long and dense enough to be believed without the other one."""
        return len(self) >= 3 and len(self) >= 0.5 * sum(self.last.values())

    @cached_property
    def is_whole(self) -> bool:
        """Whether not a number of any series is missing."""
        return bool(self.items) and len(self) == sum(self.last.values())

    def before(self, offset: int) -> int:
        """The index of the last item that starts before an offset, or -1."""
        return bisect_left(self.starts, offset) - 1

    @cached_property
    def by_series(self) -> dict[int, list[int]]:
        """Series → the indices of its items, in order."""
        found: dict[int, list[int]] = {}
        for index, series in enumerate(self.series):
            found.setdefault(series, []).append(index)
        return found

    def renamed(self, names: dict[int, int]) -> Chain:
        """The items of the series that have a new name, under that name."""
        kept = [index for index, series in enumerate(self.series) if series in names]
        return Chain(tuple(self.items[index] for index in kept), tuple(names[self.series[index]] for index in kept))


@dataclass(frozen=True)
class Numbering:
    """What both chains agree on: labels by series, and the markers, whose series are those of the labels.

    Markers of a series that no label has bear its number times -1.
    """

    labels: Chain
    markers: Chain


def decode(labels: Sequence[Candidate], markers: Sequence[Candidate], turns: Sequence[int] = ()) -> Numbering:
    """Labels and markers out of their candidates, both in the order of the text.

    ``turns`` are the offsets at which pages begin, where the notes of a page are known to stand below its body: a
    chapter may end and the next one begin, and its numbers with it, on one page. Where nearly every page begins with
    number 1, each page is a series.
    """
    labels, markers = _favour_one_shape(labels, LABELS), _favour_one_shape(markers, MARKERS)
    if _each_page(labels, turns):
        return _by_page(labels, markers, turns)
    label_chain, marker_chain = _chain(labels, LABELS), _chain(markers, MARKERS)
    for _ in range(_ROUNDS):
        label_chain = _labels_beside(labels, marker_chain, turns) or label_chain
        if marker_chain.is_whole:
            break
        before = marker_chain.starts
        marker_chain = _markers_beside(markers, label_chain) or marker_chain
        if marker_chain.starts == before:
            break
    return _paired(label_chain, marker_chain)


def _each_page(labels: Sequence[Candidate], turns: Sequence[int]) -> bool:
    """Whether the numbering restarts on every page."""
    first: dict[int, int] = {}
    for label in labels:
        if label.score > 0:
            first.setdefault(bisect_left(turns, label.start), label.number)
    ones = sum(number == 1 for number in first.values())
    return ones >= 3 and ones >= 0.7 * len(first)


def _by_page(labels: Sequence[Candidate], markers: Sequence[Candidate], turns: Sequence[int]) -> Numbering:
    """A series for each page: its labels, and the markers of its body."""
    label_chain = _chain(labels, EACH_PAGE, [bisect_left(turns, label.start) for label in labels])
    series = {
        bisect_left(turns, item.start): at for item, at in zip(label_chain.items, label_chain.series, strict=True)
    }
    able = [(marker, series.get(bisect_left(turns, marker.start), 0)) for marker in markers if marker.score > 0]
    found: dict[tuple[int, int], Candidate] = {}
    for marker, at in able:
        if (at, marker.number) in label_chain.place:
            found.setdefault((at, marker.number), marker)
    return Numbering(label_chain, Chain(tuple(found.values()), tuple(at for at, _ in found)))


def _labels_beside(labels: Sequence[Candidate], markers: Chain, turns: Sequence[int]) -> Chain | None:
    """The labels, the markers being known; None where these cannot be relied on."""
    if not markers.is_reliable:
        return None
    beside = [label.with_part(on_page(label, markers, turns) or beside_markers(label, markers)) for label in labels]
    epochs = _epochs(beside, markers)
    return _chain(beside, LABELS, _parted(beside, markers, epochs, turns) if turns else epochs)


def _markers_beside(markers: Sequence[Candidate], labels: Chain) -> Chain | None:
    """The markers, the labels being known; None where these cannot be relied on."""
    if not labels.is_reliable:
        return None
    beside = [marker.with_part(beside_labels(marker, labels)) for marker in markers]
    return _chain(beside, MARKERS, [1] * len(beside) if len(labels.last) == 1 else None)


def _favour_one_shape(candidates: Sequence[Candidate], prices: Prices) -> Sequence[Candidate]:
    """A document dresses its numbers in one way: whatever is dressed otherwise loses."""
    shapes = {candidate.shape for candidate in candidates}
    if len(shapes) < 2:
        return candidates
    worth = {shape: _worth([one for one in candidates if one.shape == shape], prices) for shape in sorted(shapes)}
    main = max(worth, key=lambda shape: worth[shape])
    part = (f"other numbers here are dressed otherwise ({main})", -0.8)
    return [candidate if candidate.shape == main else candidate.with_part(part) for candidate in candidates]


def _worth(candidates: Sequence[Candidate], prices: Prices) -> float:
    return best_chain([one.number for one in candidates], [one.score for one in candidates], prices)[1]


def _chain(candidates: Sequence[Candidate], prices: Prices, epochs: Sequence[int] | None = None) -> Chain:
    able = [index for index, candidate in enumerate(candidates) if candidate.score > 0]
    taken = [candidates[index] for index in able]
    links, _ = best_chain(
        [candidate.number for candidate in taken],
        [candidate.score for candidate in taken],
        prices,
        None if epochs is None else [epochs[index] for index in able],
    )
    return Chain(tuple(taken[link.index] for link in links), tuple(link.series for link in links))


def _epochs(labels: Sequence[Candidate], markers: Chain) -> list[int]:
    """Labels restart where the markers restart; after the last marker of several series anywhere (endnotes)."""
    epochs = []
    free = len(markers.last) > 1
    end = markers.starts[-1]
    for index, label in enumerate(labels):
        before = markers.before(label.start)
        epoch = markers.series[before] if before >= 0 else 0
        epochs.append(len(markers.last) + 1 + index if free and label.start > end else epoch)
    return epochs


def _parted(labels: Sequence[Candidate], markers: Chain, epochs: list[int], turns: Sequence[int]) -> list[int]:
    """The epochs, those of a page parted at which markers restart: so may its labels, with the same number."""
    restarts: dict[int, set[int]] = {}
    for at in range(1, len(markers)):
        if markers.series[at] != markers.series[at - 1]:
            restarts.setdefault(bisect_left(turns, markers.starts[at]), set()).add(markers.items[at].number)
    by = len(labels) + 1
    found: list[int] = []
    for epoch, label in zip(epochs, labels, strict=True):
        before = found[-1] if found else 0
        opens = label.number in restarts.get(bisect_left(turns, label.start), ())
        found.append(max(epoch * by, before + opens))
    return found


def on_page(label: Candidate, markers: Chain, turns: Sequence[int]) -> Part | None:
    """What the markers of a label's own page say for it; None where none of them bears its number."""
    if not turns:
        return None
    page = bisect_left(turns, label.start)
    start = turns[page - 1] if page else 0
    for at in range(markers.before(label.start), -1, -1):
        if markers.starts[at] < start:
            break
        if markers.items[at].number == label.number:
            return (f"marker {label.number} stands on its page", 1.0)
    return None


def beside_markers(label: Candidate, markers: Chain) -> Part:
    """What the markers say about a label: its own should stand before it, and not too far."""
    before = markers.before(label.start)
    series, passed = (markers.series[before], markers.items[before].number) if before >= 0 else (1, 0)
    number = label.number
    if number <= passed:
        if (series, number) in markers.place:
            return (f"marker {number} stands before it", 1.0 - min(0.02 * (passed - number), 0.6))
        return ("no marker bears its number", -0.3)
    if before == len(markers) - 1:
        return (
            (f"marker {number} stands before it", 0.9)
            if number in markers.numbers
            else ("no marker bears its number", -0.3)
        )
    if (series, number) in markers.place:
        return (f"marker {number} stands only after it", -1.8)
    following = markers.items[before + 1].number if markers.series[before + 1] == series else number + 1
    return ("no marker bears its number", -0.3 if number < following else -1.5)


def beside_labels(marker: Candidate, labels: Chain) -> Part:
    """What the labels say about a marker: its own should stand after it."""
    before = labels.before(marker.start)
    number = marker.number
    if before < 0:
        return (f"label {number} stands after it", 0.6 if number in labels.numbers else 0.0)
    series, passed = labels.series[before], labels.items[before].number
    if number > passed:
        return (f"label {number} stands after it", 0.6 if (series, number) in labels.place else 0.0)
    if (series + 1, number) in labels.place:
        return ("", 0.0)
    return (f"label {passed} stands before it already", -2.5)


def _paired(labels: Chain, markers: Chain) -> Numbering:
    """The series of the markers named after the series of the labels they belong to."""
    if len(labels.last) == len(markers.last):
        return Numbering(labels, markers)
    votes: dict[int, Counter[int]] = {series: Counter() for series in markers.last}
    for index, label in enumerate(labels.items):
        before = markers.before(label.start)
        series = markers.series[before] if before >= 0 else 0
        if (series, label.number) in markers.place:
            votes[series][labels.series[index]] += 1
    names = {series: (votes[series].most_common(1)[0][0] if votes[series] else -series) for series in markers.last}
    return Numbering(labels, markers.renamed(names))
