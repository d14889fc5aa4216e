"""No traceback reaches a user, and each way to end has its exit code."""

from __future__ import annotations

import pytest

from citekit import cli
from citekit.cli.verbs import verbs
from citekit.errors import CitekitError


@pytest.fixture
def failing(monkeypatch):
    """Make every verb end with an error."""

    def fail_with(error):
        def fail(*_, **__):
            raise error

        monkeypatch.setattr(verbs, "main", fail)

    return fail_with


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (CitekitError("paper.txt is empty."), 2, "citekit: paper.txt is empty.\n"),
        (KeyboardInterrupt(), 130, "citekit: interrupted\n"),
        (ValueError("no such thing\nmore"), 2, "citekit: this is a fault of citekit (ValueError: no such thing);"),
        (RecursionError(), 2, "citekit: this is a fault of citekit (RecursionError);"),
    ],
)
def test_an_error_is_one_sentence(failing, capsys, error, code, told):
    failing(error)
    assert cli.run(["extract", "paper.txt"]) == code
    streams = capsys.readouterr()
    assert streams.err.startswith(told)
    assert streams.err.count("\n") == 1
    assert streams.out == ""


def test_a_developer_gets_the_traceback(failing, capsys, monkeypatch):
    monkeypatch.setenv("CITEKIT_DEBUG", "1")
    failing(ValueError("no such thing"))
    assert cli.run(["extract", "paper.txt"]) == 2
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extrct", "a"], "No such command 'extrct'. Did you mean 'extract'? `citekit --help` shows the usage."),
        (["extract"], "Missing argument 'PAPER...'. `citekit extract --help` shows the usage."),
        (["extract", "a", "--too", "x"], "No such option '--too'. Did you mean '--to'? `citekit extract --help`"),
        (["extract", "a", "-o", "refs.xyz"], "The name refs.xyz does not say a format; end it in one of"),
        (["extract", "a", "--latex", "--to", "json"], "--latex is for bibtex; json holds every character as it is."),
        (["notes", "a", "--explain", "8", "--to", "json"], "--explain is for a person;"),
        (["explain"], "Name a code such as RD001, or give --list."),
        (["explain", "RD0001"], "No finding is called RD0001; did you mean RD001"),
        (["extract", "-", "-"], "- stands for stdin, which can be read only once; name it once."),
    ],
)
def test_bad_usage_is_said_in_a_sentence_that_helps(capsys, arguments, told):
    assert cli.run(arguments) == 2
    assert capsys.readouterr().err.startswith(f"citekit: {told}")


def test_no_verb_at_all_shows_the_help(capsys):
    assert cli.run([]) == 2
    assert capsys.readouterr().err.startswith("Usage: citekit")
