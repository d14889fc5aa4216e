"""``citekit convert``: what comes out, what is said, and what is refused."""

from __future__ import annotations

import json

import pytest

from citekit.cli.formats import FORMATS, READABLE, table
from citekit.write import READERS, SUFFIXES, WRITERS
from citekit.write.record import record

BIB = """\
% the books of a course
@string{jz = "Jiuzhou Chubanshe"}
@book{zhao2007, title = {Jiangou Heping}, author = {Zhao, Lei}, publisher = jz, year = 2007}

@article{wang2009, title={Weihe}, author={Wang, Jun}, journal = "Dangdai Yatai", year=2009, x-mine={y}}
"""


@pytest.fixture
def library(tmp_path):
    (tmp_path / "library.bib").write_text(BIB, encoding="utf-8")
    return "library.bib"


def test_what_is_read_and_written_is_on_offer():
    assert set(FORMATS) == set(WRITERS)
    assert set(READABLE) == {*READERS, "references"}


def test_the_formats_are_listed(citekit):
    done = citekit("convert", "--list-formats")
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.decode().splitlines()[1:]}
    assert done.stdout.decode() == table()
    assert rows.keys() == {*FORMATS, *READABLE}
    assert rows["bibtex"] == ["yes", "yes", ".bib"]
    assert rows["references"] == ["yes", "no"]
    assert sum(len(row) - 2 for row in rows.values()) == len(SUFFIXES)


def test_the_example_in_the_help_is_what_is_said(citekit, library):
    done = citekit("convert", library, "-o", "library.ris")
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (0, b"")
    shown = [line.strip() for line in citekit("convert", "--help").stdout.decode().splitlines()]
    assert set(told.splitlines()) <= set(shown)
    assert told == "library.bib: 2 works read (bibtex)\nlibrary.ris: 2 works written (ris)\n"


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "text"])
def test_there_and_back_again_is_the_same(citekit, library, form):
    source = form if form in READABLE else "bibtex"
    there = citekit("convert", library, "--to", form, "-o", f"there.{form}", "-q")
    back = citekit("convert", f"there.{form}", "--from", source, "--to", "json", "-q")
    straight = citekit("convert", library, "--to", "json", "-q")
    assert (there.returncode, back.returncode, there.stderr, back.stderr) == (0, 0, b"", b"")
    assert json.loads(back.stdout)["works"] == json.loads(straight.stdout)["works"]


def test_a_bib_that_becomes_a_bib_keeps_its_text(citekit, library):
    done = citekit("convert", library, "--to", "bibtex")
    assert done.stdout.decode() == BIB


@pytest.mark.parametrize("form", ["csl-json", "csl-yaml", "hayagriva", "ris", "mods", "json", "endnote", "zotero-rdf"])
def test_stdin_is_known_by_what_stands_in_it(citekit, library, form):
    text = citekit("convert", library, "--to", form, "-q").stdout
    done = citekit("convert", "-", "--to", "text", stdin=text)
    assert done.returncode == 0
    assert done.stdout.decode().count("\n\n") + done.stdout.decode().count("\n") >= 2
    assert f"2 works read ({form})" in done.stderr.decode()


def test_a_json_file_is_told_by_its_text(citekit, tmp_path):
    (tmp_path / "a.json").write_text('[{"id": "a", "type": "book"}]', encoding="utf-8")
    done = citekit("convert", "a.json", "--to", "csl-json")
    assert "1 work read (csl-json)" in done.stderr.decode()
    assert json.loads(done.stdout) == [{"id": "a", "type": "book"}]


def test_a_yaml_file_is_told_by_its_text(citekit, tmp_path):
    text = "zhao2007:\n  type: Book\n  title: Jiangou Heping\n"
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    done = citekit("convert", "a.yml", "-o", "b.hayagriva.yaml")
    assert "1 work read (hayagriva)" in done.stderr.decode()
    assert (tmp_path / "b.hayagriva.yaml").read_text(encoding="utf-8") == text


def test_several_become_one_and_a_key_that_is_taken_gets_a_number(citekit, library, tmp_path):
    (tmp_path / "b.json").write_text('[{"id": "zhao2007", "type": "book", "title": "Peace"}]', encoding="utf-8")
    done = citekit("convert", library, "b.json", "-o", "both.csl.json")
    items = json.loads((tmp_path / "both.csl.json").read_text(encoding="utf-8"))
    assert [item["id"] for item in items] == ["zhao2007", "wang2009", "zhao2007-2"]
    assert done.returncode == 1
    assert "RD145 key-taken: The key zhao2007 of b.json is taken by library.bib; it is now" in done.stderr.decode()


def test_findings_are_said_with_their_lines(citekit):
    text = b'[{"id": "a", "type": "book"},\n {"id": "b", "title": 7}]'
    done = citekit("convert", "-", "--to", "bibtex", stdin=text)
    assert done.returncode == 1
    assert "RD143 value-mended: b: The field title was a number and is now text." in done.stderr.decode()
    assert "line 2" in done.stderr.decode()


def test_many_findings_are_cut_short(citekit):
    text = json.dumps([{"id": f"k{number}", "type": "boook"} for number in range(12)])
    short = citekit("convert", "-", "--to", "ris", stdin=text.encode()).stderr.decode()
    full = citekit("convert", "-", "--to", "ris", "--findings", stdin=text.encode()).stderr.decode()
    assert "2 more findings; --findings shows all 12." in short
    assert (short.count("RD143"), full.count("RD143")) == (10, 12)


def test_references_are_read_one_a_line(citekit):
    line = "Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011)."
    done = citekit("convert", "-", "--from", "references", "--to", "csl-json", stdin=line.encode())
    (item,) = json.loads(done.stdout)
    assert (item["title"], item["publisher"]) == ("Chinese Peacekeeping Troops", "China Intercontinental Press")


# arguments, stdin, what is said
REFUSED = [
    (["convert"], b"", "Missing argument"),
    (["convert", "library.bib"], b"", "give --to"),
    (["convert", "library.bib", "-o", "out.doc"], b"", "does not say a format"),
    (["convert", "library.bib", "--to", "word"], b"", "'word' is not one of"),
    (["convert", "library.bib", "-o", "library.bib"], b"", "is an input and is not written over"),
    (["convert", "none.bib", "--to", "ris"], b"", "none.bib"),
    (["convert", "-", "-", "--to", "ris"], b"", "read only once"),
    (["convert", "-", "--to", "ris"], b"", "is empty"),
    (["convert", "-", "--to", "ris"], b"1 Zhao Lei, Jiangou Heping.\n", "`citekit extract` is for papers"),
    (["convert", "-", "--to", "ris"], b"\x00\x01\x02\xff" * 90, "-"),
    (["convert", "library.bib", "--to", "ris", "--latex"], b"", "--latex is for bibtex"),
]  # fmt: skip


@pytest.mark.usefixtures("library")
@pytest.mark.parametrize(("arguments", "stdin", "said"), REFUSED)
def test_bad_usage_and_bad_input_get_one_sentence(citekit, arguments, stdin, said):
    done = citekit(*arguments, stdin=stdin)
    told = done.stderr.decode()
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in told
    assert told.count("\n") == 1


def test_nothing_of_an_unknown_format_is_loaded(tmp_path):
    import citekit  # noqa: PLC0415 - the front door

    (tmp_path / "a.txt").write_text("Zhao Lei, Jiangou Heping.", encoding="utf-8")
    with pytest.raises(citekit.CitekitError, match="no format of libraries"):
        citekit.load(tmp_path / "a.txt")


def test_the_front_door_loads_every_format(library, tmp_path):
    import citekit  # noqa: PLC0415 - the front door

    loaded = citekit.load(tmp_path / library)
    for form in READERS:
        path = tmp_path / f"there-{form}"
        path.write_text(WRITERS[form](loaded), encoding="utf-8")
        assert list(map(record, citekit.load(path).works)) == list(map(record, loaded.works)), form
