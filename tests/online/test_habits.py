"""Every habit of servers gets its verdict and its reason, with both transports."""

from __future__ import annotations

import pytest
from habits import HABITS, server

from citekit.online.links import Checker, Link, Memory


@pytest.fixture(scope="module")
def outcomes():
    """What came of all habits, by transport: they are asked side by side, once for each transport."""
    return {}


@pytest.fixture
def told(outcomes, transport, webbed):
    if transport not in outcomes:
        serving = server()

        async def ask(web, base):
            checker = Checker(web, Memory(web.store, web.clock.now()), archives=frozenset())
            links = [Link("url", (base + path,), path) for path in HABITS]
            return {one.link.printed: one.result async for one in checker.outcomes(iter(links))}

        outcomes[transport] = (webbed(serving, ask, seconds=4.0), serving)
    return outcomes[transport]


def test_there_are_more_than_forty_habits():
    assert len(HABITS) >= 60


@pytest.mark.parametrize("path", HABITS)
def test_a_habit_gets_its_verdict_and_reason(told, path):
    result = told[0][path]
    assert (result.verdict, result.reason) == HABITS[path][1:], result


def test_every_result_has_a_message_and_a_moment(told):
    assert all(result.message and result.at for result in told[0].values() if result.verdict != "unchecked")


def test_nothing_is_dead_on_one_try(told):
    results, serving = told
    tried = {path: serving.count(path) for path, result in results.items() if result.verdict == "dead"}
    certain = {path for path in tried if results[path].reason in {"not-found", "gone"}}
    assert certain
    by_page = {"/soft/12", "/deep/link", "/old/page.html"}
    assert all(tried[path] >= 2 for path in (certain | by_page) - {"/to-nowhere"})


def test_the_cap_of_a_host_is_kept(told):
    assert max(told[1].most_open.values()) <= 4


@pytest.mark.parametrize(("path", "proposed"), [("/301", "/ok"), ("/chain", "/ok"), ("/302", ""), ("/mixed-chain", "")])
def test_only_what_has_moved_for_good_is_proposed(told, path, proposed):
    assert told[0][path].proposed.partition("127.0.0.1:")[2].partition("/")[2] == proposed.removeprefix("/")


def test_a_time_out_is_tried_once(told):
    assert told[1].count("/hang") == 1
