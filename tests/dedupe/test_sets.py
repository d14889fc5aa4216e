"""Works in all the forms they are cited in, and those easily taken for them: written by hand, and made by rule."""

from __future__ import annotations

from itertools import chain, combinations
from pathlib import Path

import pytest

from citekit.dedupe.block_keys import block_keys
from citekit.dedupe.find import compare, find
from citekit.dedupe.from_work import record

PAIRS = Path(__file__).parent / "pairs"


def paired(groups):
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def f1(found, true):
    return 2 * len(found & true) / (len(found) + len(true))


def positions(works):
    """Where the records of each work stand in the list of all."""
    start, groups = 0, []
    for records in works:
        groups.append(range(start, start + len(records)))
        start += len(records)
    return groups


@pytest.fixture(scope="module")
def pairs(shelf):
    return [pair for path in sorted(PAIRS.glob("*.txt")) for pair in shelf.pairs(path)]


def test_there_are_enough_pairs_of_both_kinds(pairs):
    assert sum(pair.same for pair in pairs) >= 100
    assert sum(not pair.same for pair in pairs) >= 100


def test_records_of_one_work_meet_under_a_key(pairs):
    apart = [
        pair for pair in pairs if pair.same and not block_keys(record(pair.first)) & block_keys(record(pair.second))
    ]
    assert len(apart) <= 1  # a Japanese author and title in characters, nowhere read


def test_no_two_works_are_taken_for_one(pairs):
    wrong = [pair for pair in pairs if not pair.same and compare(pair.first, pair.second).verdict == "same"]
    assert not wrong


def test_relations_are_named(pairs):
    wrong = [pair for pair in pairs if pair.relation and compare(pair.first, pair.second).relation != pair.relation]
    assert not wrong


def test_what_is_one_work_is_found_among_all_the_others(shelf):
    works = [work for path in sorted(PAIRS.glob("*.txt")) for family, _ in shelf.families(path) for work in family]
    found = paired(find(list(chain.from_iterable(works))).clusters)
    true = paired(positions(works))
    assert not found - true
    assert f1(found, true) >= 0.98


@pytest.mark.parametrize("seed", [1, 2])
def test_made_works_are_found(made_works, seed):
    works = list(made_works.makes(seed, 1000))
    assert len(works) >= 1000
    found = paired(find(list(chain.from_iterable(works))).clusters)
    true = paired(positions(works))
    assert len(found - true) <= 1
    assert f1(found, true) >= 0.99
