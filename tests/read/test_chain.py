"""The best chain: worked examples, and the same answer as trying out every chain."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.read.chain import Prices, best_chain

PRICES = Prices()


@pytest.mark.parametrize(
    ("numbers", "scores", "taken", "series"),
    [
        ([1, 2, 3], [2, 2, 2], [0, 1, 2], [1, 1, 1]),
        ([1, 2, 47, 3, 4], [2, 2, 2, 2, 2], [0, 1, 3, 4], [1, 1, 1, 1]),  # a false 47
        ([1, 2, 18, 19, 20], [2, 2, 2, 2, 2], [0, 1, 2, 3, 4], [1, 1, 1, 1, 1]),  # 15 notes lost
        ([1, 2, 3, 1, 2, 3], [2, 2, 2, 2, 2, 2], [0, 1, 2, 3, 4, 5], [1, 1, 1, 2, 2, 2]),  # a new chapter
        ([5, 6, 7], [2, 2, 2], [0, 1, 2], [1, 1, 1]),  # the beginning lost
        ([3, 3, 4], [1, 2, 2], [1, 2], [1, 1]),  # the better of two
        ([9], [0.5], [], []),  # not worth the eight that are missing
        ([], [], [], []),
    ],
)
def test_the_chain_that_is_worth_most_is_taken(numbers, scores, taken, series):
    links, _ = best_chain(numbers, scores, PRICES)
    assert [link.index for link in links] == taken
    assert [link.series for link in links] == series


def test_a_restart_stands_only_between_epochs():
    numbers, scores = [1, 2, 1, 2], [2.0, 2.0, 2.0, 2.0]
    assert [link.series for link in best_chain(numbers, scores, PRICES, [1, 1, 1, 1])[0]] == [1, 1]
    assert [link.series for link in best_chain(numbers, scores, PRICES, [1, 1, 2, 2])[0]] == [1, 1, 2, 2]


def price(numbers, scores, taken):
    total, before = 0.0, 0
    for at in taken:
        step = -PRICES.leap(numbers[at] - before - 1) if numbers[at] > before else float("-inf")
        restart = -PRICES.restart - PRICES.leap(numbers[at] - 1) if before else float("-inf")
        total += max(step, restart) + scores[at]
        before = numbers[at]
    return total


@given(st.lists(st.tuples(st.integers(1, 12), st.sampled_from([0.2, 0.5, 1.0, 2.0])), max_size=9))
def test_no_chain_is_worth_more_than_the_best_one(candidates):
    numbers, scores = [number for number, _ in candidates], [score for _, score in candidates]
    links, total = best_chain(numbers, scores, PRICES)
    every = [taken for size in range(len(numbers) + 1) for taken in combinations(range(len(numbers)), size)]
    assert total == pytest.approx(max(price(numbers, scores, taken) for taken in every))
    assert price(numbers, scores, [link.index for link in links]) == pytest.approx(total)


@given(st.lists(st.integers(1, 50), max_size=60))
def test_within_a_series_the_numbers_rise(numbers):
    links, _ = best_chain(numbers, [1.0] * len(numbers), PRICES)
    for left, right in pairwise(links):
        assert left.index < right.index
        assert left.series < right.series or numbers[left.index] < numbers[right.index]
