"""The way back: byte for byte, only from what the merge left, however often."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.dedupe.undo import NothingToUndo, undone, with_step


@given(st.lists(st.binary(max_size=20), min_size=2, max_size=6))
def test_every_step_goes_back_in_turn(states):
    states = [state for state, _ in itertools.groupby(states)]
    journal = None
    for before, after in itertools.pairwise(states):
        journal = with_step(journal, before, after)
    now = states[-1]
    for before in reversed(states[:-1]):
        now, journal = undone(journal, now)
        assert now == before
    assert journal is None


def test_what_changed_since_is_not_lost():
    with pytest.raises(NothingToUndo) as nothing:
        undone(with_step(None, b"old", b"new"), b"new and edited")
    assert nothing.value.changed


@pytest.mark.parametrize("journal", [None, b"", b"{}", b"{", b"[]", b'{"schema": "other", "steps": [1]}', b"\xff"])
def test_without_a_journal_there_is_no_way_back(journal):
    with pytest.raises(NothingToUndo) as nothing:
        undone(journal, b"new")
    assert not nothing.value.changed


def test_a_step_that_was_never_made_is_passed_over():
    journal = with_step(with_step(None, b"a", b"b"), b"b", b"c")
    assert undone(journal, b"b") == (b"a", None)


def test_the_journal_is_one_that_anybody_can_read():
    told = json.loads(with_step(None, b"old", b"new"))
    assert told["schema"] == "citekit-undo/1"
    assert set(told["steps"][0]["before"]) == {"sha256", "gzip"}


def test_no_more_than_ten_steps_are_kept():
    journal = None
    for number in range(15):
        journal = with_step(journal, b"%d" % number, b"%d" % (number + 1))
    assert len(json.loads(journal)["steps"]) == 10
