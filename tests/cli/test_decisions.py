"""The walk of a scholar: misprints listed, three accepted in a file, and just those three in the bibliography."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("lexicon")

BIB = """% my library
@string{rr = "Remin Ribao"}

@article{mao2006,
  author = {Mao, Luipeng and Lv, Desheng},
  title  = {Zhuquan yuanze yu {Zhongguo} zai lienheguo},
  usere  = {The Principle of Sovereignty and China in the UN},
  journal = rr, year = 2006}

@comment{a remark of mine}
@book{other, title = {The Concept of Law}, year = {1961}, mine = {kept}}
"""


@pytest.fixture
def first_paper(shared):
    return shared / "papers" / "china-un-peacekeeping.txt"


@pytest.fixture(params=["sample", "first_paper"])
def paper(request, tmp_path):
    """The bundled paper, and the first one as it came."""
    return Path(shutil.copy(request.getfixturevalue(request.param), tmp_path / "paper.txt")).name


def entries(text):
    """The entries of a .bib by their keys."""
    return {entry.partition(",")[0]: entry for entry in re.split(r"\n(?=@)", text)}


def accept(path, *wanted):
    """Write accept before the rows that begin so; each must be there once."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for start in wanted:
        (at,) = [number for number, line in enumerate(lines) if line.startswith("\t" + start)]
        lines[at] = "accept" + lines[at]
    path.write_text("\n".join(lines), encoding="utf-8")


def test_three_accepted_are_three_changed_and_the_printed_forms_stay(citekit, tmp_path, paper):
    summary = citekit("extract", paper, "-o", "before.bib").stderr.decode()
    assert re.search(r"^  lienheguo → lianheguo +notes 5, 8, 10", summary, re.MULTILINE)
    assert "xindong → xingdong" in summary
    assert "--decisions FILE` lists them" in summary
    done = citekit("romanise", paper, "--decisions", "decisions.tsv")
    assert (done.stdout, done.returncode) == (b"", 1)
    assert re.fullmatch(r"decisions\.tsv: \d\d proposals, 0 decided\n", done.stderr.decode())
    wanted = {
        "note 5\ttitle\tlienheguo": ("lienheguo", "lianheguo"),
        "note 8\tauthor\tYongshen": ("Yongshen", "Yongsheng"),
        "note 63\ttitle\tkaimmu": ("kaimmu", "kaimu"),
    }
    accept(tmp_path / "decisions.tsv", *wanted)
    citekit("extract", paper, "-q", "--accept", "decisions.tsv", "-o", "after.bib")
    before, after = (entries((tmp_path / name).read_text(encoding="utf-8")) for name in ("before.bib", "after.bib"))
    assert before.keys() == after.keys()
    changed = {key for key in before if before[key] != after[key]}
    assert len(changed) == 3
    for old, new in wanted.values():
        (key,) = [key for key in changed if re.search(rf"(?<!\w){new}(?!\w)", after[key].partition("verba")[0])]
        told, kept = before[key].partition("\n  verba")[0], after[key].partition("\n  verba")
        assert kept[0] == re.sub(rf"(?<!\w){old}(?!\w)", new, told)
        assert re.search(rf"(?<!\w){old}(?!\w)", kept[2])


def test_the_file_is_kept_when_it_is_written_again(citekit, tmp_path, sample):
    shutil.copy(sample, tmp_path / "paper.txt")
    citekit("romanise", "paper.txt", "--decisions", "d.tsv")
    accept(tmp_path / "d.tsv", "note 8\tauthor\tYongshen")
    before = (tmp_path / "d.tsv").read_bytes()
    assert citekit("romanise", "paper.txt", "--decisions", "d.tsv").stderr.decode().endswith(", 1 decided\n")
    assert (tmp_path / "d.tsv").read_bytes() == before


def test_a_library_is_changed_where_it_was_accepted_and_nowhere_else(citekit, tmp_path):
    (tmp_path / "library.bib").write_text(BIB, encoding="utf-8")
    citekit("romanise", "library.bib", "--decisions", "d.tsv")
    accept(tmp_path / "d.tsv", "mao2006\ttitle\tlienheguo")
    done = citekit("romanise", "library.bib", "--accept", "d.tsv", "--reject", "PY006", "-o", "new.bib")
    assert done.returncode == 1
    old, new = BIB.split("\n"), (tmp_path / "new.bib").read_text(encoding="utf-8").split("\n")
    assert [line for line in old if line not in new] == [
        "  title  = {Zhuquan yuanze yu {Zhongguo} zai lienheguo},",
        "  journal = rr, year = 2006}",
    ]
    assert "  title  = {Zhuquan yuanze yu {Zhongguo} zai lianheguo}," in new
    (verba,) = [line for line in new if line not in old and "verba" in line]
    assert '["title","Zhuquan yuanze yu Zhongguo zai lienheguo",[]]' in verba
    assert (tmp_path / "library.bib").read_text(encoding="utf-8") == BIB


def test_a_library_without_anything_to_change_comes_out_as_it_was(citekit, tmp_path):
    (tmp_path / "library.bib").write_text(BIB, encoding="utf-8")
    citekit("romanise", "library.bib", "--reject", "PY006", "-o", "new.bib")
    assert (tmp_path / "new.bib").read_text(encoding="utf-8") == BIB


def test_a_library_is_put_into_a_form(citekit, tmp_path):
    (tmp_path / "library.bib").write_text(BIB, encoding="utf-8")
    citekit("romanise", "library.bib", "--to", "alalc", "--apply", "PY002,PY023", "-o", "new.bib", "-q")
    new = (tmp_path / "new.bib").read_text(encoding="utf-8")
    assert "{Zhu quan yuan ze yu {Zhongguo} zai lian he guo}" in new
    assert "{Ren min ri bao}" in new
    assert "Lü, Desheng" in new
    assert "% my library" in new
    assert "mine = {kept}" in new


def test_characters_enter_when_they_are_accepted(citekit, tmp_path, sample):
    shutil.copy(sample, tmp_path / "paper.txt")
    plain = citekit("extract", "paper.txt", "-q").stdout
    citekit("romanise", "paper.txt", "--characters", "--decisions", "d.tsv")
    accept(
        tmp_path / "d.tsv",
        "note 9\ttitle_original\tZhongguo dui lianheguo weihe xingdong de gongxian\t中国对联合国维和行动的贡献",
        "note 9\tcontainer_original\tWujing Xueyuan Xuebao",
    )
    accepted = citekit("extract", "paper.txt", "-q", "--accept", "d.tsv").stdout.decode()
    assert "usera = {中国对联合国维和行动的贡献}" in accepted
    assert "userb = {武警学院学报}" in accepted
    lines = accepted.splitlines()
    assert [line for line in plain.decode().splitlines() if line not in lines] == []


def test_originals_come_from_the_list_when_they_are_asked_for(citekit, tmp_path, sample):
    shutil.copy(sample, tmp_path / "paper.txt")
    assert "人民日报" not in citekit("extract", "paper.txt", "-q").stdout.decode()
    assert "userb = {人民日报}" in citekit("extract", "paper.txt", "-q", "--originals").stdout.decode()


def test_codes_are_made_and_left(citekit, tmp_path, sample):
    shutil.copy(sample, tmp_path / "paper.txt")
    plain = citekit("extract", "paper.txt", "-q").stdout.decode()
    made = citekit("extract", "paper.txt", "-q", "--apply", "PY020", "--reject", "PY006").stdout.decode()
    assert ("Toushi lianheguo weihe xindong" in plain, "Toushi lianheguo weihe xingdong" in made) == (True, True)
    assert ("and Lü, Desheng" in plain, "and Lv, Desheng" in made) == (True, True)
    none = citekit("extract", "paper.txt", "--no-misprints", "-o", "none.bib").stderr.decode()
    assert "PY0" not in none
    assert "romanised strings" not in none


def test_a_stale_row_is_a_finding(citekit, tmp_path, sample):
    shutil.copy(sample, tmp_path / "paper.txt")
    rows = "decision\twhere\told\tnew\naccept\tnote 8\tlienhegou\tlianheguo\n"
    (tmp_path / "d.tsv").write_text(rows, encoding="utf-8")
    for verb in (("extract", "--findings"), ("romanise",)):
        told = " ".join(citekit(*verb, "paper.txt", "--accept", "d.tsv").stderr.decode().split())
        assert "PY104 decision-stale: d.tsv, line 2: note 8 has no “lienhegou” any more" in told


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["extract", "p.txt", "--accept", "no.tsv"],
            "no.tsv cannot be read (No such file or directory); name a file of",
        ),
        (["extract", "p.txt", "--accept", "bad.tsv"], "bad.tsv, line 2: the decision “acept” is neither accept nor"),
        (["romanise", "p.txt", "--accept", "bad.tsv"], "bad.tsv, line 2: the decision “acept” is neither accept nor"),
        (
            ["romanise", "p.txt", "--decisions", "bad.tsv"],
            "bad.tsv, line 2: the decision “acept” is neither accept nor",
        ),
        (["romanise", "p.txt", "--decisions", "p.txt"], "p.txt is an input and is not written over"),
        (["romanise", "p.txt", "p.txt", "--decisions", "d.tsv"], "--decisions is for one paper or library"),
        (["romanise", "p.txt", "-o", "bad.tsv", "--accept", "bad.tsv"], "bad.tsv is an input and is not written over"),
        (["romanise", "p.txt", "-o", "new.xyz"], "The name new.xyz does not say a format"),
        (["extract", "p.txt", "p.txt", "--accept", "ok.tsv"], "--accept is for one paper"),
        (["romanise", "p.txt", "p.txt", "--accept", "ok.tsv"], "--accept is for one paper or library"),
        (["extract", "p.txt", "--apply", "XX"], "XX is none of the PY codes"),
        (["extract", "p.txt", "--no-misprints", "--originals"], "--no-misprints puts nothing right"),
        (["extract", "p.txt", "--authority", "no.tsv"], "no.tsv: cannot be read"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(citekit, tmp_path, arguments, sentence):
    (tmp_path / "p.txt").write_text("A paper.1\n\n1 Zhao Lei, Jiangou Heping (Beijing: Jiuzhou Chubanshe, 2007).\n")
    (tmp_path / "bad.tsv").write_text("decision\twhere\told\tnew\nacept\tnote 1\tHeping\theping\n", encoding="utf-8")
    (tmp_path / "ok.tsv").write_text("decision\twhere\told\tnew\n", encoding="utf-8")
    before = sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir())
    done = citekit(*arguments)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"citekit: {sentence}")
    assert done.stderr.decode().count("\n") == 1
    assert sorted((path.name, path.read_bytes()) for path in tmp_path.iterdir()) == before
