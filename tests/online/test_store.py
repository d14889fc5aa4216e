"""What is kept of runs: tries by day, answers, and what becomes of a file that cannot be used."""

from __future__ import annotations

import pytest

from citekit.online.links.link import Result
from citekit.online.links.memory import Memory
from citekit.online.store import DAY, Kept, Store, default_path


@pytest.fixture
def store(tmp_path):
    made = Store(tmp_path / "deep" / "store.sqlite3")
    yield made
    made.close()


def test_the_last_try_of_a_day_is_kept(store):
    store.keep("a", 10 * DAY + 5, "first", failed=True)
    store.keep("a", 10 * DAY + 50, "second", failed=True)
    store.keep("a", 9 * DAY, "before", failed=True)
    assert store.last("a").told == "second"
    assert store.failed_days("a") == (10, 9)
    assert store.last("b") is None


def test_days_are_counted_back_to_the_last_that_was_well(store):
    for day, failed in ((1, True), (2, False), (3, True), (7, True)):
        store.keep("a", day * DAY, "x", failed=failed)
    assert store.failed_days("a") == (7, 3)


def test_what_is_kept_is_there_in_the_next_run(tmp_path):
    first = Store(tmp_path / "s")
    first.keep("a", 10 * DAY, "x", failed=False)
    first.keep_answer("r", Kept(1.5, 200, "http://a.org/", b"body"))
    # no close: the run was killed
    second = Store(tmp_path / "s")
    assert second.last("a").told == "x"
    assert second.answer("r") == Kept(1.5, 200, "http://a.org/", b"body")
    second.forget_answer("r")
    assert first.answer("r") is None
    first.close()
    second.close()


def test_a_damaged_file_is_put_aside_and_made_anew(tmp_path):
    path = tmp_path / "store.sqlite3"
    path.write_bytes(b"this is no database, whatever it is called" * 100)
    store = Store(path)
    store.keep("a", 1.0, "x", failed=False)
    assert store.last("a").told == "x"
    assert not store.trouble
    store.close()
    assert (tmp_path / "store.damaged").exists()


def test_a_place_that_cannot_be_written_costs_the_memory_and_no_more(tmp_path):
    (tmp_path / "file").write_text("x")
    store = Store(tmp_path / "file" / "store.sqlite3")
    store.keep("a", 1.0, "x", failed=False)
    assert store.last("a").told == "x"
    assert "nothing is kept of this run" in store.trouble
    store.close()


def test_the_place_is_that_of_the_user(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path() == tmp_path / "citekit" / "online.sqlite3"


def test_a_result_comes_back_as_it_was(store):
    result = Result(
        *("moved", "redirect-permanent", "moved", 200, "http://b.org/", "http://b.org/"),
        hops=((301, "http://b.org/"),),
        remarks=(("fragment", "none"),),
    )
    memory = Memory(store, since=0.0)
    kept = memory.keep("url", "http://a.org/", result, 5 * DAY)
    assert memory.recall("url", "http://a.org/", 5 * DAY + 10) == Result(
        **{name: getattr(kept, name) for name in kept.__slots__ if name != "is_kept"}, is_kept=True
    )
    assert memory.recall("doi", "http://a.org/", 5 * DAY + 10) is None


def test_a_result_of_another_version_is_asked_again(store):
    store.keep("http://a.org/", 5 * DAY, '{"verdict": "alive", "other": 1}', failed=False)
    store.keep("http://b.org/", 5 * DAY, "no json", failed=False)
    memory = Memory(store, since=0.0)
    assert memory.recall("url", "http://a.org/", 5 * DAY) is None
    assert memory.recall("url", "http://b.org/", 5 * DAY) is None


def test_what_was_not_asked_is_not_kept(store):
    Memory(store, since=0.0).keep("url", "http://a.org/", Result("unchecked", "private", "m"), 1.0)
    assert store.last("http://a.org/") is None
