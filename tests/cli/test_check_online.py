"""``citekit check --online`` from the outside: what registries say beside what the rules say."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "registries"))  # the stub of registries stands there

from stub import Stub, serve

BIB = """%% kept
@article{fravel1996,
  author = {Fravel, M. Taylor},
  title = {China's Attitude toward Peacekeeping since 1989},
  journaltitle = {Asian Survey},
  volume = {36},
  date = {%s}
}
"""
ITEM = {
    "DOI": "10.1111/canal.42",
    "type": "journal-article",
    "title": ["China's Attitude toward Peacekeeping since 1989"],
    "author": [{"family": "Fravel", "given": "M. Taylor"}],
    "container-title": ["Asian Survey"],
    "issued": {"date-parts": [[1996]]},
    "volume": "36",
    "page": "1102-1121",
}


@pytest.fixture
def registry(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    made = Stub(items=[ITEM])
    end = serve(made)
    yield made
    end()


@pytest.fixture
def check(citekit, registry, tmp_path):
    """Check a .bib online at the stub."""

    def run(year, *arguments):
        path = tmp_path / "refs.bib"
        path.write_text(BIB % year, encoding="utf-8")
        names = {"crossref": "crossref", "openalex": "openalex", "openlibrary": "books", "doi": "doi"}
        bases = [word for name, at in names.items() for word in ("--registry", f"{name}={registry.base}/{at}")]
        return citekit("check", path, "--online", *bases, "--select", "RG", *arguments), path

    return run


def test_what_differs_is_told_at_its_entry(check):
    done, _ = check(1986, "--to", "jsonl")
    (finding,) = map(json.loads, done.stdout.decode().splitlines())
    assert done.returncode == 1
    assert finding["code"] == "RG001"
    assert "the year is cited as “1986” and registered as “1996”" in finding["message"]
    assert finding["line"] == 2
    assert "Asking 127.0.0.1" in done.stderr.decode()
    assert "registries: 1 differs" in done.stderr.decode()


def test_what_is_right_is_no_finding(check):
    done, _ = check(1996)
    assert (done.returncode, done.stdout) == (0, b"")
    assert "1 verified" in done.stderr.decode()


def test_what_is_lacking_is_offered_and_taken_over_only_when_asked(check):
    done, path = check(1996, "--fill")
    assert b"has a DOI for it, 10.1111/canal.42" in done.stdout
    assert path.read_text(encoding="utf-8") == BIB % 1996
    done, path = check(1996, "--fill", "--diff")
    assert b"+  doi = {10.1111/canal.42}" in done.stdout
    assert path.read_text(encoding="utf-8") == BIB % 1996
    done, path = check(1996, "--fill", "--fix")
    written = path.read_text(encoding="utf-8")
    assert written.startswith("% kept\n@article{fravel1996,\n  author = {Fravel, M. Taylor},")
    assert "  date = {1996},\n  doi = {10.1111/canal.42},\n  pages = {1102-1121}\n}" in written


def test_a_registry_that_fails_leaves_works_unchecked(check, registry):
    registry.faults["/"] = lambda *_: (500, "", {})
    done, _ = check(1996)
    assert b"RG006" in done.stdout
    assert "1 unchecked" in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments", [["--fill"], ["--contact", "me@example.org"], ["--registry", "crossref=http://x.org"]]
)
def test_options_of_the_network_need_online(citekit, tmp_path, arguments):
    (tmp_path / "refs.bib").write_text(BIB % 1996, encoding="utf-8")
    done = citekit("check", "refs.bib", *arguments)
    assert done.returncode == 2
    assert b"go with --online" in done.stderr


def test_a_registry_that_is_none_is_said(citekit, tmp_path):
    (tmp_path / "refs.bib").write_text(BIB % 1996, encoding="utf-8")
    done = citekit("check", "refs.bib", "--online", "--registry", "wikidata=http://x.org")
    assert done.returncode == 2
    assert b"is not NAME=URL with one of crossref" in done.stderr
