"""New records and papers against a library, and decisions on them."""

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


def test_only_what_the_library_has_not_is_new(citekit):
    done = citekit("dedupe", "new.ris", "--against", "library.bib")
    told = done.stdout.decode()
    assert done.returncode == 1
    assert told.startswith("TY  - BOOK\nID  - wang2009-2\n")
    assert "zhao" not in told
    assert "new.ris:zhao-new  is zhao2007\n1 there already, 1 new\n" in done.stderr.decode()


def test_new_works_are_added_to_the_library_and_taken_back(citekit, library):
    citekit("dedupe", "new.ris", "--against", "library.bib", "--in-place", "-q")
    told = library.read_text()
    assert told.startswith(LIBRARY)
    assert told[len(LIBRARY) :].lstrip().startswith("@book{wang2009-2,")
    citekit("dedupe", "--undo", "library.bib")
    assert library.read_text() == LIBRARY


def test_new_against_old_as_json(citekit):
    told = json.loads(citekit("dedupe", "new.ris", "--against", "library.bib", "--json").stdout)
    assert told["present"] == [
        {"new": {"file": "new.ris", "key": "zhao-new"}, "library": {"file": "library.bib", "key": "zhao2007"}}
    ]
    assert told["new"] == [{"file": "new.ris", "key": "wang2009", "as": "wang2009-2"}]


def test_a_former_key_of_the_library_is_not_given_again(citekit, library):
    library.write_text(LIBRARY.replace("@book{zhao2007,", "@book{zhao2007, ids = {wang2009-2},"))
    told = citekit("dedupe", "new.ris", "--against", "library.bib").stdout.decode()
    assert told.startswith("TY  - BOOK\nID  - wang2009-3\n")


@pytest.mark.parametrize("library_form", ["bib", "csl.json", "ris"])
def test_a_paper_against_a_library_gives_what_is_new(citekit, tmp_path, library_form):
    (tmp_path / "paper.txt").write_text(
        "1 Zhao Lei, Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin (Beijing: Jiuzhou, 2007).\n"
        "2 Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011).\n"
    )
    citekit("convert", "library.bib", "-o", f"lib.{library_form}", "-q")
    done = citekit("extract", "paper.txt", "--against", f"lib.{library_form}", "--to", "bibtex")
    assert "@book{wei2011chinese," in done.stdout.decode()
    assert "zhao" not in done.stdout.decode()
    assert "is zhao2007" in done.stderr.decode()
    whole = json.loads(citekit("extract", "paper.txt", "--against", f"lib.{library_form}", "--to", "json").stdout)
    assert [work["id"] for work in whole["works"]] == ["zhao2007", "wei2011chinese"]
    assert whole["notes"][0]["citations"][0]["work"] == "zhao2007"


def test_decisions_hold_ever_after(citekit, tmp_path):
    rows = [
        {"decision": "different", "records": [{"key": "tang2002"}, {"key": "tang2002a"}]},
        {"decision": "same", "records": [{"key": "wang2010"}, {"key": "wang2009"}]},
    ]
    (tmp_path / "library.bib.decisions").write_text("".join(json.dumps(row) + "\n" for row in rows) + "nonsense\n")
    done = citekit("dedupe", "library.bib", "--json")
    told = json.loads(done.stdout)
    assert [[record["key"] for record in cluster] for cluster in told["clusters"]] == [["wang2009", "wang2010"]]
    assert "DU104" in done.stderr.decode()
    assert "DU102" not in {finding["code"] for finding in told["findings"]}


def test_decisions_hold_for_new_against_old_too(citekit, tmp_path):
    row = {"decision": "different", "records": [{"key": "zhao2007"}, {"key": "zhao-new"}]}
    (tmp_path / "library.bib.decisions").write_text(json.dumps(row) + "\nnonsense\n")
    done = citekit("dedupe", "new.ris", "--against", "library.bib")
    assert b"ID  - zhao-new" in done.stdout
    assert b"0 there already, 2 new" in done.stderr
    assert b"DU104" in done.stderr


def test_what_is_new_keeps_its_text(citekit, tmp_path):
    new = "% mine\n@book{xie1997,title={Zhongguo dangdai waijiaoshi},annotation={note 8, p. 3},year=1997}\n"
    (tmp_path / "new.bib").write_text(new)
    assert citekit("dedupe", "new.bib", "--against", "library.bib", "-q").stdout.decode() == new
