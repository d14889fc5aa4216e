"""New works against a library, as a user has them: every format on both sides, begun and broken libraries, doubts."""

from __future__ import annotations

import json

import pytest

LIBRARY = """\
% mine
@string{sjjz = "Shijie Jingji yu Zhengzhi"}
@article{tang2002, author = {Tang, Yongsheng}, title = {Zhongguo yu Lianheguo weihe xingdong}, journal = sjjz,
  year = 2002, number = 9, pages = {39--44}}
@article{tang2002a, author = {Tang, Yongsheng}, title = {Zhongguo yu lienheguo weihe xingdong}, journal = sjjz,
  year = 2002, number = 9}
@book{smith1999, author = {Smith, Alan B.}, title = {Peacekeeping and Its Discontents}, publisher = {Brill},
  year = 1999}
@book{smith2005, author = {Smith, Alan B.}, title = {Peacekeeping and Its Discontents}, publisher = {Brill},
  year = 2005, edition = 2}
"""
NEW = """\
@article{tang, author = {Tang, Yongsheng}, title = {Zhongguo yu Lianheguo Weihe Xingdong}, journal = {Shijie Jingji yu
  Zhengzhi}, year = 2002, number = 9}
@book{smith, author = {Smith, Alan B.}, title = {Peacekeeping and Its Discontents}, publisher = {Brill}}
@book{smith1999, author = {Smith, Zadie}, title = {White Teeth and Other Stories}, year = 2000}
@book{x1, author = {Xie, Yixian}, title = {Zhongguo dangdai waijiaoshi}, year = 1997}
@book{x2, author = {Xie, Yixian}, title = {Zhongguo dangdai waijiao shi}, year = 1997, publisher = {Qingnian}}
@inbook{ch, author = {Smith, Alan B.}, title = {Mali}, booktitle = {Peacekeeping and Its Discontents}, year = 2005}
"""
FORMS = ["bib", "csl.json", "ris"]


@pytest.fixture(autouse=True)
def files(citekit, tmp_path):
    (tmp_path / "lib.bib").write_text(LIBRARY)
    (tmp_path / "new.bib").write_text(NEW)
    for form in FORMS[1:]:
        for name in ("lib", "new"):
            citekit("convert", f"{name}.bib", "-o", f"{name}.{form}", "-q")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("library", FORMS)
def test_only_what_is_new_is_added_and_all_of_it_is_there_then(citekit, tmp_path, library, form):
    path = tmp_path / f"lib.{library}"
    before = path.read_bytes()
    told = json.loads(citekit("dedupe", f"new.{form}", "--against", path.name, "--in-place", "--json").stdout)
    assert [(one["new"]["key"], one["library"]["key"]) for one in told["present"]] == [("tang", "tang2002")]
    assert [one["key"] for one in told["present"][0]["also"]] == ["tang2002a"]
    assert [(one["key"], one["as"]) for one in told["new"]] == [
        *(("smith", "smith"), ("smith1999", "smith1999-2"), ("x1", "x2"), ("x2", "x2"), ("ch", "ch")),
    ]
    assert [(one["first"]["key"], one["second"]["key"]) for one in told["look"]] == [
        ("smith1999", "smith"),
        ("smith2005", "smith"),
    ]
    assert [(one["first"]["key"], one["relation"]) for one in told["related"]] == [("smith2005", "part-of")]
    after = path.read_bytes()
    assert after.startswith(before.rstrip(b"]\n \r"))
    done = citekit("dedupe", f"new.{form}", "--against", path.name, "--in-place")
    assert b"6 there already, 0 new" in done.stderr
    assert path.read_bytes() == after
    citekit("dedupe", "--undo", path.name)
    assert path.read_bytes() == before


def test_what_fits_two_works_and_what_is_akin_are_told(citekit):
    done = citekit("dedupe", "new.bib", "--against", "lib.bib", "--dry-run")
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [
        "new.bib:tang   is tang2002, tang2002a",
        "new.bib:smith  may be smith1999 or smith2005",
        "new.bib:ch     part-of smith2005",
        "1 there already, 4 new, 1 to look at",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_library_may_be_begun_with_an_empty_file(citekit, tmp_path, form):
    (tmp_path / f"begun.{form}").write_bytes(b"")
    citekit("dedupe", "new.bib", "--against", f"begun.{form}", "--in-place", "-q")
    told = json.loads(citekit("convert", f"begun.{form}", "--to", "json", "-q").stdout)
    assert "smith1999" in [work["id"] for work in told["works"]]
    citekit("dedupe", "--undo", f"begun.{form}")
    assert (tmp_path / f"begun.{form}").read_bytes() == b""


def test_a_library_against_itself_has_everything_under_its_own_keys(citekit, tmp_path):
    done = citekit("dedupe", "lib.bib", "--against", "lib.bib", "--in-place", "--json")
    told = json.loads(done.stdout)["present"]
    assert [one["new"]["key"] for one in told] == [one["library"]["key"] for one in told]
    assert (tmp_path / "lib.bib").read_text() == LIBRARY


def test_a_library_with_a_broken_entry_keeps_it(citekit, tmp_path):
    (tmp_path / "lib.bib").write_text(LIBRARY + "@book{torn, title = {ab\n")
    done = citekit("dedupe", "new.bib", "--against", "lib.bib", "--in-place")
    assert b"RD101" in done.stderr
    assert (tmp_path / "lib.bib").read_text().startswith(LIBRARY + "@book{torn, title = {ab\n")


def test_the_format_that_is_named_is_that_of_the_new_file(citekit, tmp_path):
    stdin = (tmp_path / "new.ris").read_bytes()
    done = citekit("dedupe", "-", "--from", "ris", "--against", "lib.bib", "-q", stdin=stdin)
    assert done.stdout.startswith(b"TY  - BOOK\r\nID  - smith\r\n")


def test_a_library_may_come_by_stdin_and_is_not_written_over_then(citekit):
    assert b"@book{smith," in citekit("dedupe", "new.bib", "--against", "-", "-q", stdin=LIBRARY.encode()).stdout
    for arguments in (["new.bib", "--in-place"], ["-"]):
        assert citekit("dedupe", *arguments, "--against", "-", stdin=LIBRARY.encode()).returncode == 2


def test_links_between_new_works_follow_their_keys(citekit, tmp_path):
    (tmp_path / "new.bib").write_text(
        NEW.replace("title = {Mali},", "title = {Mali}, related = {smith1999, tang, x1},")
    )
    told = citekit("dedupe", "new.bib", "--against", "lib.bib", "-q").stdout.decode()
    assert "related = {smith1999-2, tang2002, x2}" in told


def test_short_forms_of_a_paper_are_known(citekit, tmp_path):
    (tmp_path / "paper.txt").write_text(
        "1 Tang, “Zhongguo yu Lianheguo,” p. 41.\n2 Smith, Peacekeeping and Its Discontents, p. 3.\n"
        "3 Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011), p. 3.\n"
    )
    (tmp_path / "lib.bib").write_text(LIBRARY.replace("@article{tang2002a", "@comment{tang2002a"))
    done = citekit("extract", "paper.txt", "--against", "lib.bib")
    told = done.stderr.decode()
    assert "is a short form of tang2002\n" in told
    assert "may be smith1999 or smith2005\n" in told
    assert "1 there already, 2 new, 1 to look at" in told
    assert "Zhongguo" not in done.stdout.decode()
