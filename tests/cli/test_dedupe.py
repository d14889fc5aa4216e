"""``citekit dedupe``: what is found, planned, merged and taken back, and what is refused."""

from __future__ import annotations

import json

import pytest

LIBRARY = """\
% my library
@string{sjjz = "Shijie Jingji yu Zhengzhi"}
@article{tang2002,
  author = {Tang, Yongsheng}, title = {Zhongguo yu Lianheguo weihe xingdong},
  journal = sjjz, year = 2002, number = 9, pages = {39--44},
  keywords = {UN, China}, groups = {Mine}, file = {:papers/a.pdf:PDF}, owner = {me},
}

@book{zhao2007, title={Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin}, author={Zhao, Lei},
  publisher = {Jiuzhou Chubanshe}, year=2007}
@article{broken,
  title = {ab
% between
@article{tang2002a,
  author = {Tang, Yongsheng},
  title = {Zhongguo yu lienheguo weihe xingdong},
  journal = sjjz, number = 9, pages = {39--44},
  year = 2002, keywords = {China; peace}, groups = {Mine,Others}, owner={you}, note = {see p. 40},
}
@article{wang2009, author = {Wang, Jun}, title = {Editorial}, journal = {Weihe}, year = 2009, volume = 3}
@article{wang2010, author = {Wang, Jun}, title = {Editorial}, journal = {Weihe}, year = 2010, volume = 4}
"""
NEW = """\
TY  - BOOK
ID  - zhao-new
AU  - Zhao, Lei
TI  - Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin
PB  - Jiuzhou Chubanshe
PY  - 2007
L1  - file://zhao.pdf
ER  -

TY  - BOOK
ID  - wang2009
AU  - Xie, Yixian
TI  - Zhongguo dangdai waijiaoshi
PY  - 1997
ER  -

"""


@pytest.fixture(autouse=True)
def library(tmp_path):
    path = tmp_path / "library.bib"
    path.write_bytes(LIBRARY.encode())
    (tmp_path / "new.ris").write_bytes(NEW.encode())
    return path


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


def test_what_cannot_be_read_in_any_of_the_files_is_kept(citekit, tmp_path):
    (tmp_path / "other.bib").write_text("@book{c, title = {Weihe}}\n@book{torn, title = {No end\n")
    citekit("dedupe", "library.bib", "other.bib", "-o", "all.bib")
    told = (tmp_path / "all.bib").read_text()
    assert "@article{broken,\n  title = {ab" in told
    assert "@book{torn, title = {No end" in told


@pytest.mark.parametrize(
    ("name", "text", "broken"),
    [
        (
            "l.csl.json",
            (
                '[{"id": "a", "type": "book", "title": "Jiangou Heping de lu"},\n {"id": "x", "title": oops},\n'
                ' {"id": "b", "type": "book", "title": "Jiangou Heping de lu"}]\n'
            ),
            '{"id": "x", "title": oops}',
        ),
        (
            "l.ris",
            (
                "stray\nTY  - BOOK\nID  - a\nTI  - Jiangou Heping de lu\nER  - \n\n"
                "TY  - BOOK\nID  - b\nTI  - Jiangou Heping de lu\nER  - \n"
            ),
            "stray\n",
        ),
    ],
)
def test_what_cannot_be_read_stays_in_every_format_that_is_merged_in_place(citekit, tmp_path, name, text, broken):
    (tmp_path / name).write_text(text)
    done = citekit("dedupe", name, "--in-place")
    told = (tmp_path / name).read_text()
    assert done.returncode == 1
    assert broken in told
    assert told.count("Jiangou") == 1
    citekit("dedupe", "--undo", name)
    assert (tmp_path / name).read_text() == text


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


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16", "gb18030"])
def test_a_file_keeps_its_encoding_and_its_line_ends(citekit, library, encoding):
    sign = "国" if encoding == "gb18030" else "ä"
    text = LIBRARY.replace("my library", f"my {sign * 40}").replace("\n", "\r\n")
    library.write_bytes(text.encode(encoding))
    citekit("dedupe", "library.bib", "--in-place", "-q")
    told = library.read_bytes()
    assert told.decode(encoding).startswith(text[:60])
    assert "ids = {tang2002a},\r\n" in told.decode(encoding)
    citekit("dedupe", "--undo", "library.bib")
    assert library.read_bytes() == text.encode(encoding)


def test_signs_that_an_encoding_has_not_are_not_lost(citekit, tmp_path, library):
    library.write_bytes(LIBRARY.replace("my library", "mine: " + "ä" * 40).encode("latin-1"))
    (tmp_path / "other.bib").write_text("@book{c, title = {中国与联合国}}\n", encoding="utf-8")
    done = citekit("dedupe", "library.bib", "other.bib", "--in-place")
    assert "is written in utf-8, for " in done.stderr.decode()
    assert "中国与联合国" in library.read_text(encoding="utf-8")
    assert "ä" * 40 in library.read_text(encoding="utf-8")


def test_bytes_that_mean_nothing_are_said_and_stay(citekit, library):
    text = (LIBRARY * 1).replace("my library", "my 中国中国中国 LIBRARY").encode().replace(b"LIBRARY", b"\xff\xfe")
    library.write_bytes(text)
    done = citekit("dedupe", "library.bib", "--in-place")
    assert b"RD010" in done.stderr
    assert b"line 1" in done.stderr
    told = library.read_bytes()
    assert told.startswith(text[:40])
    assert b"ids = {tang2002a}" in told


def test_a_file_that_another_program_changed_meanwhile_is_left_alone(citekit, library, monkeypatch):
    from citekit.cli import deduping  # noqa: PLC0415 - not before the command line itself is tried

    merged = deduping.merged

    def slow(*arguments):
        library.write_text(LIBRARY + "@book{c, title = {New}}\n")
        return merged(*arguments)

    monkeypatch.setattr(deduping, "merged", slow)
    done = citekit("dedupe", "library.bib", "--in-place")
    assert done.returncode == 2
    assert b"has been changed by another program" in done.stderr
    assert library.read_text() == LIBRARY + "@book{c, title = {New}}\n"


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
