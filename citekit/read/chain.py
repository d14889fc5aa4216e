"""The best chain of rising numbers among candidates, by dynamic programming: the core of every reader.

Candidates come in the order of the text. A chain takes some of them so that the numbers rise; it gains the score of
each and pays for every number it leaps over, less and less for each (a hole of fifteen lost notes must not end it),
and for every restart of the numbering.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MOST = 9999
"""Numbers above this are no note numbers."""

_NEVER = float("-inf")


@dataclass(frozen=True, slots=True)
class Prices:
    """What a chain pays: for each of the first three numbers missing, for each further one, for a restart."""

    missing: float = 0.35
    further: float = 0.04
    restart: float = 2.5

    def leap(self, numbers: int) -> float:
        """The price of leaping over so many numbers."""
        return self.missing * min(numbers, 3) + self.further * max(numbers - 3, 0)


@dataclass(frozen=True, slots=True)
class Link:
    """A candidate that the chain took: its place among the candidates, its series, counted from 1."""

    index: int
    series: int


class _Highest:
    """The highest of the values set so far at places up to a given one; both in logarithmic time."""

    def __init__(self, size: int) -> None:
        self._values = [_NEVER] * (size + 1)
        self._owners = [-1] * (size + 1)

    def raise_to(self, place: int, value: float, owner: int) -> None:
        values = self._values
        while place < len(values):
            if value > values[place]:
                values[place] = value
                self._owners[place] = owner
            place += place & -place

    def up_to(self, place: int) -> tuple[float, int]:
        best, owner = _NEVER, -1
        while place > 0:
            if self._values[place] > best:
                best, owner = self._values[place], self._owners[place]
            place &= place - 1
        return best, owner


def best_chain(
    numbers: Sequence[int],
    scores: Sequence[float],
    prices: Prices,
    epochs: Sequence[int] | None = None,
) -> tuple[list[Link], float]:
    """The chain with the highest sum, and that sum.

    ``epochs``, which never fall, say where a restart may stand: only between candidates of different epochs; without
    them it may stand anywhere. Takes time in proportion to the candidates and the logarithm of the highest number.
    """
    if not numbers:
        return [], 0.0
    search = _Search(prices, max(numbers))
    search.run(numbers, scores, range(1, len(numbers) + 1) if epochs is None else epochs)
    total = max(search.totals)
    return (search.trace(search.totals.index(total)), total) if total > 0 else ([], 0.0)


class _Search:
    """For each candidate the best chain that ends in it: its sum, the candidate before, whether it restarts there."""

    def __init__(self, prices: Prices, highest: int) -> None:
        self.totals: list[float] = []
        self._before: list[int] = []
        self._restarts: list[bool] = []
        self._prices = prices
        self._leaps = [prices.leap(missing) for missing in range(4)]
        self._ends: dict[int, int] = {}  # number → the candidate in which the best chain with this last number ends
        self._below = _Highest(highest)  # the same, tilted so that far leaps can be compared

    def run(self, numbers: Sequence[int], scores: Sequence[float], epochs: Sequence[int]) -> None:
        best = older = (_NEVER, -1)  # of all chains, of those that end in an earlier epoch
        epoch = epochs[0]
        for index, number in enumerate(numbers):
            if epochs[index] != epoch:
                epoch, older = epochs[index], best
            total, before = self._rise(number)
            restarted = older[0] - self._prices.restart - self._prices.leap(number - 1)
            restarts = restarted > total
            total = (restarted if restarts else total) + scores[index]
            self._keep(number, total, older[1] if restarts else before, restarts=restarts)
            best = max(best, (total, index))

    def _rise(self, number: int) -> tuple[float, int]:
        """The best chain that this number may continue, less the price of the leap, and its last candidate."""
        totals, leaps = self.totals, self._leaps
        best, owner = -self._prices.leap(number - 1), -1
        for missing in range(min(4, number - 1)):
            end = self._ends.get(number - missing - 1)
            if end is not None and totals[end] - leaps[missing] > best:
                best, owner = totals[end] - leaps[missing], end
        if number > 5:
            tilted, end = self._below.up_to(number - 5)
            total = tilted - leaps[3] - self._prices.further * (number - 4)
            if total > best:
                best, owner = total, end
        return best, owner

    def _keep(self, number: int, total: float, before: int, *, restarts: bool) -> None:
        index = len(self.totals)
        self.totals.append(total)
        self._before.append(before)
        self._restarts.append(restarts)
        end = self._ends.get(number)
        if end is None or total > self.totals[end]:
            self._ends[number] = index
            self._below.raise_to(number, total + self._prices.further * number, index)

    def trace(self, last: int) -> list[Link]:
        """The chain from its first candidate to its last."""
        path = []
        index = last
        while index >= 0:
            path.append(index)
            index = self._before[index]
        series = 1
        links = []
        for index in reversed(path):
            series += self._restarts[index]
            links.append(Link(index, series))
        return links
