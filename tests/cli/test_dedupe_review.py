"""``citekit dedupe --review``: a key a pair, kept at once, gone on with later."""

from __future__ import annotations

import json
import os
import pty
import select
import subprocess
import sys
import termios
import time

import pytest

PAIR = """@book{%(key)s1, author = {%(name)s, Lei}, title = {Jiangou %(title)s}, year = 2007, publisher = {Jiuzhou}}
@book{%(key)s2, author = {%(name)s, Lei}, title = {Jiangou %(title)s}, year = 2007, publisher = {Jiuzhou}}
"""
ROWS = [
    {"key": "zhao", "name": "Zhao", "title": "heping yu anquan"},
    {"key": "wang", "name": "Wang", "title": "Lianheguo"},
]
LIBRARY = "".join(PAIR % row for row in ROWS)
FILE = "library.bib.decisions"


@pytest.fixture(autouse=True)
def library(tmp_path):
    path = tmp_path / "library.bib"
    path.write_text(LIBRARY)
    return path


def decided(folder):
    path = folder / FILE
    lines = path.read_text().splitlines() if path.exists() else []
    return [(told["decision"], *(side["key"] for side in told["records"])) for told in map(json.loads, lines)]


def test_each_answer_is_kept_and_asked_no_more(citekit, tmp_path):
    first = citekit("dedupe", "library.bib", "--review", stdin=b"dq")
    assert first.returncode == 1
    assert first.stdout == b""
    assert b"1 of 2" in first.stderr
    assert b"1 decided, 1 left; library.bib.decisions keeps what you decided." in first.stderr
    (kept,) = decided(tmp_path)
    assert kept[0] == "different"
    second = citekit("dedupe", "library.bib", "--review", stdin=b"s")
    assert second.returncode == 0
    assert b"1 of 1" in second.stderr
    assert kept[1].encode() not in second.stderr
    assert [answer for answer, *_ in decided(tmp_path)] == ["different", "same"]
    assert b"There is no pair to decide on." in citekit("dedupe", "library.bib", "--review").stderr


@pytest.mark.parametrize(
    ("keys", "answers", "code"),
    [
        (b"ss", ["same", "same"], 0),
        (b"SD", ["same", "different"], 0),
        (b"ld", ["different"], 1),
        (b"sbdd", ["same", "different", "different"], 0),
        (b"x?\ns\ns\n", ["same", "same"], 0),
        (b"", [], 1),
    ],
)
def test_keys(citekit, tmp_path, keys, answers, code):
    done = citekit("dedupe", "library.bib", "--review", stdin=keys)
    assert [answer for answer, *_ in decided(tmp_path)] == answers
    assert done.returncode == code


def test_a_line_that_was_torn_off_does_not_take_the_next_with_it(citekit, tmp_path):
    (tmp_path / FILE).write_text('{"decision": "sa')
    citekit("dedupe", "library.bib", "--review", stdin=b"ss")
    lines = (tmp_path / FILE).read_text().splitlines()
    assert lines[0] == '{"decision": "sa'
    assert len(list(map(json.loads, lines[1:]))) == 2


def test_decisions_may_stand_elsewhere(citekit, tmp_path):
    citekit("dedupe", "library.bib", "--review", "--decisions", "mine.jsonl", stdin=b"dd")
    assert not (tmp_path / FILE).exists()
    done = citekit("dedupe", "library.bib", "--decisions", "mine.jsonl")
    assert (done.returncode, done.stdout) == (0, b"")
    assert citekit("dedupe", "library.bib").returncode == 1


def test_a_library_on_stdin_has_no_place_for_decisions(citekit):
    done = citekit("dedupe", "-", "--review", stdin=LIBRARY.encode())
    assert done.returncode == 2
    assert b"--decisions" in done.stderr


@pytest.mark.parametrize("last", [b"\x03", b"\x04", b"q"])
def test_in_a_terminal_one_key_is_enough_and_ctrl_c_loses_nothing(tmp_path, last):
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-m", "citekit", "dedupe", "library.bib", "--review"],
        cwd=tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        env={**os.environ, "NO_COLOR": "1"},
    )
    try:
        os.close(theirs)
        seen = read_until(ours, b"[q]uit ")
        press(ours, b"d")
        seen += read_until(ours, b"[q]uit ")
        assert [answer for answer, *_ in decided(tmp_path)] == ["different"]
        press(ours, last)
        assert run.wait(30) == (130 if last == b"\x03" else 1)
        assert [answer for answer, *_ in decided(tmp_path)] == ["different"]
        assert b"2 of 2" in seen
    finally:
        run.kill()
        run.wait()
        os.close(ours)


def read_until(descriptor, words):
    """What a terminal shows, up to some words."""
    seen, until = b"", time.monotonic() + 30
    while words not in seen and time.monotonic() < until:
        if select.select([descriptor], [], [], 1)[0]:
            seen += os.read(descriptor, 4096)
    return seen


def press(descriptor, key):
    """Press a key when the terminal waits for one; what is pressed before is no answer."""
    until = time.monotonic() + 30
    while termios.tcgetattr(descriptor)[3] & termios.ICANON and time.monotonic() < until:
        select.select([], [], [], 0.01)
    os.write(descriptor, key)
