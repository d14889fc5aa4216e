"""``citekit dedupe``: what is found, planned, merged and taken back, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("libraries")
LIBRARY = (FOLDER / "library.bib").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def library(tmp_path):
    for name in ("library.bib", "new.ris"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    return tmp_path / "library.bib"


def test_duplicates_are_told_with_their_reasons(citekit):
    done = citekit("dedupe", "library.bib")
    told = done.stdout.decode()
    assert done.returncode == 1
    assert told.startswith("one work: library.bib:tang2002, library.bib:tang2002a\n  Tang, Zhongguo yu Lianheguo")
    assert "because " in told
    assert "wang2009" not in told.partition("\n\n")[0]
    assert "line 11" in done.stderr.decode()
    assert done.stderr.decode().rstrip().splitlines()[-1].startswith("5 records: 1 work more than once (1 record too")


def test_without_duplicates_the_code_is_zero(citekit, library):
    library.write_text("@book{a, title = {Jiangou Heping}, year = 2007}\n@book{b, title = {Toushi}, year = 2005}\n")
    done = citekit("dedupe", "library.bib")
    assert (done.returncode, done.stdout) == (0, b"")


def test_the_plan_is_shown_and_nothing_is_written(citekit, tmp_path, library):
    before = sorted(tmp_path.iterdir())
    done = citekit("dedupe", "library.bib", "--dry-run", "--in-place", "-q")
    told = done.stdout.decode()
    assert (done.returncode, done.stderr) == (1, b"")
    assert told.startswith("library.bib:tang2002 takes in library.bib:tang2002a\n")
    for words in ("≠ title", "+ note", "+ groups", "joined", "≠ owner", "kept beside", "= ids", "a further key"):
        assert words in told
    assert sorted(tmp_path.iterdir()) == before
    assert library.read_text() == LIBRARY


def test_the_plan_as_json(citekit):
    told = json.loads(citekit("dedupe", "library.bib", "--dry-run", "--json").stdout)
    assert told["schema"] == "citekit-dedupe/1"
    assert told["clusters"] == [[{"file": "library.bib", "key": key} for key in ("tang2002", "tang2002a")]]
    assert next(pair["verdict"] for pair in told["pairs"]) == "same"
    assert {part["field"] for part in told["pairs"][0]["evidence"]} >= {"author", "pages"}
    assert "DU101" in {finding["code"] for finding in told["findings"]}
    (merge,) = told["merges"]
    assert merge["takes_in"] == [{"file": "library.bib", "key": "tang2002a"}]
    assert {"how": "alias", "field": "ids", "value": "tang2002a", "source": "library.bib:tang2002a"} in merge["changes"]


def test_merged_in_place_the_rest_of_the_file_stays_to_the_byte(citekit, library):
    done = citekit("dedupe", "library.bib", "--in-place")
    told = library.read_text()
    first = LIBRARY.index("@article{tang2002,")
    last = LIBRARY.index("@article{tang2002a")
    assert done.returncode == 1
    assert told.startswith(LIBRARY[:first])
    assert LIBRARY[LIBRARY.index("@book{zhao2007") : last] in told
    assert told.endswith(LIBRARY[LIBRARY.index("@article{wang2009") :])
    assert "@article{tang2002a" not in told
    for words in (
        "keywords = {UN, China, peace}",
        "groups = {Mine, Others}",
        "ids = {tang2002a}",
        "see p. 40",
        '"you"',
    ):
        assert words in told


def test_undo_restores_byte_for_byte(citekit, tmp_path, library):
    assert citekit("dedupe", "library.bib", "--in-place").returncode == 1
    assert library.read_text() != LIBRARY
    assert citekit("dedupe", "--undo", "library.bib").returncode == 0
    assert library.read_bytes() == LIBRARY.encode()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["library.bib", "new.ris"]


def test_undo_does_not_lose_what_was_written_since(citekit, library):
    citekit("dedupe", "library.bib", "--in-place")
    library.write_text(library.read_text() + "@book{c, title = {New}}\n")
    done = citekit("dedupe", "--undo", "library.bib")
    assert done.returncode == 2
    assert b"has changed since the merge" in done.stderr
    assert "@book{c" in library.read_text()


def test_merged_twice_is_merged_once(citekit, library):
    citekit("dedupe", "library.bib", "--in-place")
    once = library.read_bytes()
    done = citekit("dedupe", "library.bib", "--in-place")
    assert library.read_bytes() == once
    assert "stays as it is" in done.stderr.decode()


@pytest.mark.parametrize("suffix", ["bib", "csl.json", "ris", "endnote.xml", "mods", "zotero.json", "hayagriva.yaml"])
def test_several_files_become_one_in_any_format(citekit, suffix):
    done = citekit("dedupe", "library.bib", "new.ris", "--lead", "library.bib", "-o", f"all.{suffix}")
    back = json.loads(citekit("convert", f"all.{suffix}", "--to", "json", "-q").stdout)
    assert done.returncode == 1
    keys = {work["id"] for work in back["works"]}
    assert keys == {"tang2002", "zhao2007", "wang2009", "wang2010", "wang2009-2"}
    assert "RD145" in done.stderr.decode()
    zhao = next(work for work in back["works"] if work["id"] == "zhao2007")
    assert "zhao-new" in json.dumps(zhao)
    assert "file://zhao.pdf" in json.dumps(zhao)


def test_evidence_is_explained_field_by_field(citekit):
    done = citekit("dedupe", "library.bib", "new.ris", "--explain", "tang2002", "library.bib:tang2002a", "-q")
    told = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert told[0].startswith("library.bib:tang2002 and library.bib:tang2002a: same, +")
    assert any(line.startswith("title ") and "lienheguo" in line for line in told)
    assert any(line.strip().startswith("+") for line in told)
    assert max(map(len, told)) <= 80


@pytest.mark.parametrize(
    ("names", "says"),
    [(("tang2002", "nobody"), "No record is called nobody"), (("wang2009", "zhao2007"), "is the key of 2 records")],
)
def test_what_cannot_be_explained_is_said(citekit, names, says):
    done = citekit("dedupe", "library.bib", "new.ris", "--explain", *names)
    assert done.returncode == 2
    assert says in done.stderr.decode()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.bib"], "nowhere.bib"),
        (["library.bib", "--against", "nowhere.bib"], "nowhere.bib"),
        (["library.bib", "-o", "library.bib"], "is an input"),
        (["new.ris", "--against", "library.bib", "-o", "library.bib"], "is an input"),
        (["library.bib", "-o", "x.bib", "--in-place"], "do not go together"),
        (["library.bib", "--review", "--dry-run"], "do not go together"),
        (["library.bib", "--in-place", "--to", "ris"], "--in-place keeps the format"),
        (["library.bib", "--from", "references", "--in-place"], "read and not written"),
        (["library.bib", "--undo", "--in-place"], "do not go together"),
        (["-", "--in-place"], "stdin cannot be written over"),
        (["library.bib", "--lead", "oldst"], "--lead takes complete, first, newest, oldest"),
        (["library.bib", "--json", "-o", "-"], "--json"),
        (["library.bib", "--decisions", "nowhere"], "There is no file nowhere with decisions"),
        (["library.bib", "-o", "x.xyz"], "does not say a format"),
        (["--undo", "library.bib"], "There is no merge of library.bib to be undone"),
        (["--undo", "nowhere.bib"], "nowhere.bib is no file"),
        ([], "FILE"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(citekit, library, arguments, says):
    done = citekit("dedupe", *arguments)
    assert done.returncode == 2
    assert says in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert library.read_text() == LIBRARY


def test_stdin_is_a_library_too(citekit):
    done = citekit("dedupe", "-", "-o", "-", "-q", stdin=LIBRARY.encode())
    assert done.returncode == 1
    assert b"ids = {tang2002a}" in done.stdout


def test_the_example_in_the_help_is_true(citekit):
    shown = [line.strip() for line in citekit("dedupe", "--help").stdout.decode().splitlines()]
    told = citekit("dedupe", "library.bib", "--dry-run").stdout.decode()
    first = next(line for line in shown if "takes in" in line)
    assert told.startswith(first + "\n")


def test_the_plan_in_the_readme_is_the_one_that_is_shown(citekit, root, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    told = citekit("dedupe", "library.bib", "--dry-run").stdout.decode()
    shown = (root / "README.md").read_text(encoding="utf-8").partition("$ citekit dedupe library.bib --dry-run\n")[2]
    lines = shown.partition("\n\n")[0].splitlines()
    assert len(lines) > 4
    assert {line.strip() for line in lines} <= {line.strip() for line in told.splitlines()}


def test_a_child_of_an_entry_that_goes_keeps_what_it_has_from_it(citekit, library):
    library.write_text(
        "@incollection{child, crossref = {par2}, title = {In it}, author = {Wei, Heping}}\n"
        "@collection{par1, title = {Lianheguo yu Zhongguo weihe}, editor = {Zhao, Lei}, year = 1999, pagetotal = 9}\n"
        "@collection{par2, title = {Lianheguo yu Zhongguo weihe}, editor = {Zhao, Lei}, year = 1999}\n"
    )
    citekit("dedupe", "library.bib", "--in-place")
    told = json.loads(citekit("convert", "library.bib", "--to", "json", "-q").stdout)
    assert [work["id"] for work in told["works"]] == ["child", "par1"]
    assert told["works"][0]["container-title"] == "Lianheguo yu Zhongguo weihe"


def test_an_empty_file_of_decisions_decides_nothing(citekit, tmp_path):
    (tmp_path / "library.bib.decisions").write_bytes(b"")
    assert citekit("dedupe", "library.bib").returncode == 1


def test_broken_items_of_other_files_do_not_break_the_json(citekit, tmp_path):
    (tmp_path / "a.json").write_text('[{"id": "a", "title": "Jiangou Heping de lu"}]\n')
    (tmp_path / "b.json").write_text('[{"id": "b", "title": "Toushi Lianheguo"}, {"id": oops}]\n')
    citekit("dedupe", "a.json", "b.json", "-o", "all.csl.json")
    assert [item["id"] for item in json.loads((tmp_path / "all.csl.json").read_text())] == ["a", "b"]


@pytest.mark.parametrize("arguments", [["l.hayagriva.yaml"], ["l.hayagriva.yaml", "--against", "l.hayagriva.yaml"]])
def test_where_nothing_is_merged_nothing_is_written(citekit, tmp_path, arguments):
    text = "# by hand\nzhao2007:\n    type:   Book\n    title:  'Jiangou Heping de lu'\n"
    (tmp_path / "l.hayagriva.yaml").write_text(text)
    assert b"stays as it is" in citekit("dedupe", *arguments, "--in-place").stderr
    assert (tmp_path / "l.hayagriva.yaml").read_text() == text
