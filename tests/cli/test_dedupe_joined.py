"""Several .bib files become one: what stands between the entries of the later ones is carried too."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from citekit.write.load import load_bibtex

FOLDER = Path(__file__).with_name("libraries") / "joined"
CHINA, AFRICA = ((FOLDER / f"{name}.bib").read_text(encoding="utf-8") for name in ("china", "africa"))


@pytest.fixture(autouse=True)
def files(tmp_path):
    for name in ("china.bib", "africa.bib"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())


@pytest.fixture
def joined(citekit, tmp_path):
    done = citekit("dedupe", "china.bib", "africa.bib", "-o", "all.bib", "--findings")
    return (tmp_path / "all.bib").read_text(encoding="utf-8"), done.stderr.decode()


@pytest.mark.parametrize(
    "line",
    [
        '@preamble{"\\newcommand{\\zh}[1]{#1}"}',
        '@string{sjjz-2 = "World Economics and Politics"}',
        '@string{cup = "Cambridge " # up}',
        '@string(jan-2 = "Jan.")',
        "% --- Africa, see also china.bib ---",
        "@inbook{ch1, crossref = {coll}, title = {Mali}, author = {Wei, Heping}, pages = {3--9}}",
        "journal = sjjz-2, year = 2005, month = feb}",
        "@book{smith-2, author={Smith, Zadie}, title={White Teeth and Other Stories}, publisher = cup, year=2000}",
        "related = {smith-2}}",
        "@xdata{pub, publisher = {Brill}, address = {Leiden}}\nA note between entries, kept.",
        "@comment{This entry is old}",
        "@set{both, entryset = {yin, smith-2}}",
        "@comment{of africa.bib: jabref-meta: grouping:\n0 AllEntriesGroup:;\n1 StaticGroup:Africa\\;0",
        "@comment{jabref-meta: saveOrderConfig:specified;author;false;}",
        "@book{torn, title = {No end",
    ],
)
def test_what_stands_between_the_entries_of_a_later_file_is_carried(joined, line):
    assert line in joined[0]


def test_the_first_file_stays_as_it_is_but_for_what_is_merged(joined):
    start, end = CHINA.index("@article"), CHINA.index("@book")
    assert joined[0].startswith(CHINA[:start])
    assert CHINA[end:] in joined[0]
    assert "ids = {tang02}" in joined[0]


def test_what_is_said_in_both_files_is_said_once(joined):
    for line in ("% Encoding", "\\noop", "@string{up", "databaseType"):
        assert joined[0].count(line) == 1


def test_parents_stay_behind_their_children(joined):
    assert joined[0].index("@inbook{ch1") < joined[0].index("@collection{coll")


def test_every_work_has_its_values(joined):
    works = {work.key: work for work in load_bibtex(joined[0], "").works}
    assert set(works) == {"tang2002", "smith", "ch1", "yin", "smith-2", "jones", "coll"}
    assert works["tang2002"].container.main.text == "Shijie Jingji yu Zhengzhi"
    assert works["yin"].container.main.text == "World Economics and Politics"
    assert works["yin"].fields["date"] == "2005-02"
    assert works["smith-2"].publisher.main.text == "Cambridge University Press"
    assert works["ch1"].editor[0].family == "Zhao"
    assert works["jones"].publisher.main.text == "Brill"
    assert works["jones"].extra["related"] == "smith-2"


@pytest.mark.parametrize("code", ["DU108", "DU109", "RD145"])
def test_what_is_called_otherwise_is_told(joined, code):
    assert code in joined[1]


def test_joined_twice_is_joined_once_and_can_be_taken_back(citekit, tmp_path):
    for name in ("china.bib", "africa.bib"):  # a key that both have is told as another key of its work, once
        (tmp_path / name).write_text((tmp_path / name).read_text().replace("{smith", f"{{smith-{name[:-4]}"))
    first = (tmp_path / "china.bib").read_text()
    citekit("dedupe", "china.bib", "africa.bib", "--in-place", "-q")
    once = (tmp_path / "china.bib").read_text()
    done = citekit("dedupe", "china.bib", "africa.bib", "--in-place")
    assert (tmp_path / "china.bib").read_text() == once
    assert b"stays as it is" in done.stderr
    citekit("dedupe", "--undo", "china.bib")
    assert (tmp_path / "china.bib").read_text() == first


def test_what_is_no_work_is_carried_once(citekit, tmp_path):
    for _ in range(2):
        citekit("dedupe", "china.bib", "africa.bib", "--in-place", "-q")
    told = (tmp_path / "china.bib").read_text()
    for line in (
        "@set{both",
        "@xdata{pub",
        "sjjz-2 = ",
        "% --- Africa",
        "of africa.bib: jabref",
        "@book{torn",
        "zh}[1]",
    ):
        assert told.count(line) == 1
    assert "entryset = {yin, smith-2}" in told


def test_three_files_and_one_that_is_no_bibtex(citekit, tmp_path):
    (tmp_path / "new.ris").write_text(
        "TY  - BOOK\nID  - smith\nAU  - Smith, Kay\nTI  - Soldiers and Servants\nER  - \n"
    )
    (tmp_path / "more.bib").write_text('@string{sjjz = "Third"}\n@misc{x, title = {On Things}, note = sjjz}\n% end\n')
    citekit("dedupe", "china.bib", "africa.bib", "new.ris", "more.bib", "-o", "all.bib", "-q")
    told = (tmp_path / "all.bib").read_text()
    assert '@string{sjjz-3 = "Third"}\n@misc{x, title = {On Things}, note = sjjz-3}\n% end\n' in told
    assert "@book{smith-3," in told


def test_a_macro_that_only_another_file_defines_stays_a_word(citekit, tmp_path):
    (tmp_path / "more.bib").write_text("% kept\n@article{x, title = {On Things}, journal = sjjz}\n")
    citekit("dedupe", "china.bib", "more.bib", "-o", "all.bib", "-q")
    told = (tmp_path / "all.bib").read_text()
    assert {work.key: work.container.display for work in load_bibtex(told, "").works}["x"] == "sjjz"
    assert "% kept" in told


def test_line_ends_are_those_of_the_first_file(citekit, tmp_path):
    (tmp_path / "africa.bib").write_bytes(AFRICA.replace("\n", "\r\n").encode())
    citekit("dedupe", "china.bib", "africa.bib", "-o", "all.bib", "-q")
    assert b"\r" not in (tmp_path / "all.bib").read_bytes()


def test_against_a_library_only_works_are_added(citekit, tmp_path):
    citekit("dedupe", "africa.bib", "--against", "china.bib", "--in-place", "-q")
    told = (tmp_path / "china.bib").read_text()
    assert told.startswith(CHINA)
    assert "jabref-meta" not in told[len(CHINA) :]
    assert "@string" not in told[len(CHINA) :]
    whole = json.loads(citekit("convert", "china.bib", "--to", "json", "-q").stdout)
    assert [work["id"] for work in whole["works"]] == ["tang2002", "smith", "ch1", "yin", "smith-2", "jones", "coll"]
