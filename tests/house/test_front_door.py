"""``import citekit`` costs next to nothing and gives everything that is public."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

import citekit
from citekit import cli

HEAVY = {"bibtexparser", "charset_normalizer", "rapidfuzz", "importlib.resources", "json"}
ROOMS = {
    f"citekit.{room}"
    for room in ("model", "read", "parse", "resolve", "romanise", "dedupe", "write", "style", "pipeline", "data")
}
VERBS = ["extract", "notes", "parse", "romanise", "explain"]


def loaded(code):
    """The modules that are loaded after some code has run in a new process."""
    script = f"{code}\nimport sys; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    return set(told.splitlines()[-1].split())


def test_importing_loads_no_room_and_nothing_heavy():
    assert not loaded("import citekit") & (HEAVY | ROOMS | {"click", "dataclasses"})


def test_no_dictionary_is_loaded_before_it_is_asked_for(tmp_path):
    """Neither by the import, nor by a paper that has nothing romanised."""
    note = "1 John Smith, Peacekeeping Troops (London: Routledge, 2011)."
    (tmp_path / "paper.txt").write_text(f"A paper on troops and those who keep peace.1\n\n{note}\n", encoding="utf-8")
    code = f"import citekit; assert citekit.extract({str(tmp_path / 'paper.txt')!r}).works"
    assert not loaded(code) & {"pypinyin", "rjieba", "wordfreq", "hanzipy", "jieba"}


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_loads_no_room_and_nothing_heavy(verb):
    assert not loaded(f"import citekit.cli; citekit.cli.run({[verb, '--help'][not verb :]})") & (HEAVY | ROOMS)


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_each_help_ends_with_an_example(verb, capsys):
    assert cli.run([verb, "--help"][not verb :]) == 0
    told = capsys.readouterr().out
    assert told.index("Options:") < told.index("Example:\n    $ citekit" if verb != "parse" else "Example:\n    $ echo")


@pytest.mark.parametrize("name", citekit.__all__)
def test_every_public_name_is_there(name):
    assert getattr(citekit, name)
    assert name in dir(citekit)


def test_parse_stays_the_function_when_its_room_is_loaded():
    importlib.import_module("citekit.parse")
    assert citekit.parse("Yan Xuetong, Guoji Zhengzhi (Beijing: Renmin Chubanshe, 2008), p. 7.")


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'extrct'"):
        _ = citekit.extrct
