"""``citekit romanise`` from the outside."""

from __future__ import annotations

import json

import pytest

from citekit.cli.verbs import verbs

BIB = """@article{mao2006,
  author = {Mao, Luipeng and Lv, Desheng},
  title = {Zhuquan yuanze yu {Zhongguo} zai lienhegu},
  journal = {Guoji Zhanlue Yanjiu},
  publisher = {Cambridge University Press},
  year = {2006},
}
"""
PAPER = """A paper.\n\n1 Zhao Lei, Jiangou Heping: Zhongguo dui lienheguo Yanjin (Constructing Peace)
(Beijing: Jiuzhou Chubanshe, 2007), p. 8.
2 Jinag Zemin, “Zai anlihui de jianghua (Speech at the Security Council),” Renmin Ribao (People’s Daily), March 5, 1992.
"""


@pytest.mark.parametrize(
    ("arguments", "stdin", "out", "findings"),
    [
        (["Lv Desheng"], "", "Lü Desheng\n", (["PY006"], 0)),
        (["Lv Desheng", "--strict"], "", "Lü Desheng\n", (["PY006"], 1)),
        (["Lv Desheng", "--reject", "PY006"], "", "Lv Desheng\n", (["PY006"], 1)),
        (["Lv Desheng", "--to", "alalc"], "", "Lü, Desheng\n", (["PY006"], 0)),
        (["Lv Desheng", "--check"], "", "", (["PY006"], 0)),
        (["Zhongguo yu lienheguo"], "", "Zhongguo yu lienheguo\n", (["PY002"], 1)),
        (["Zhongguo yu lienheguo", "--apply", "PY002"], "", "Zhongguo yu lianheguo\n", (["PY002"], 0)),
        (["Zhongguo yu an’nan", "--apply", "py007,PY002"], "", "Zhongguo yu annan\n", (["PY007"], 0)),
        (["2008nian de guofang"], "", "2008nian de guofang\n", (["PY009"], 0)),
        (["--to", "gb", "2008nian de guofang"], "", "2008 nian de guofang\n", (["PY009"], 0)),
        (["--to", "alalc", "Renmin Ribao 人民日报 (People’s Daily)"], "",
         "Ren min ri bao 人民日报 (People’s Daily)\n", ([], 0)),
        (["Renmin Ribao", "Lv Wei"], "", "Renmin Ribao\nLü Wei\n", (["PY006"], 0)),
        ([], "Lv Wei\r\n\r\nThe Concept of Law", "Lü Wei\n\nThe Concept of Law\n", (["PY006"], 0)),
        (["-", "--to", "headline"], "renmin ribao\n", "Renmin Ribao\n", ([], 0)),
    ],
)  # fmt: skip
def test_strings(citekit, arguments, stdin, out, findings):
    codes, exit_code = findings
    done = citekit("romanise", *arguments, stdin=stdin.encode())
    assert done.stdout.decode() == out
    told = done.stderr.decode()
    assert [line.split()[0] for line in told.splitlines() if line.startswith("PY")] == codes
    assert done.returncode == exit_code


@pytest.mark.usefixtures("lexicon")
def test_the_spot_is_shown(citekit):
    told = citekit("romanise", "Weihe", "Zhongguo yu lienheguo weihe").stderr.decode().splitlines()
    assert told[0] == "PY002 wade-giles-syllable: “lien” is no syllable of pinyin but one of"
    assert told[1].startswith("  Wade–Giles, “lian” in pinyin: the word list has 联合国")
    at = told.index("  line 2  Zhongguo yu lienheguo weihe")
    assert told[at + 1] == "                      ~~~~~~~~~"
    assert told[at + 2] == "  help: perhaps lianheguo; --apply PY002 makes the change"


def test_by_the_spelling_alone_the_spot_is_the_syllable(citekit):
    told = citekit("romanise", "--no-misprints", "Zhongguo yu lienheguo").stderr.decode().splitlines()
    assert told[2:4] == ["  line 1  Zhongguo yu lienheguo", "                      ~~~~"]


def test_a_library_gives_rows_and_findings_at_their_lines(citekit, tmp_path):
    (tmp_path / "library.bib").write_text(BIB, encoding="utf-8")
    done = citekit("romanise", "library.bib", "--to", "chicago")
    assert [line.split("\t") for line in done.stdout.decode().splitlines()] == [
        ["mao2006", "title", "Zhuquan yuanze yu Zhongguo zai lienhegu", "Zhuquan yuanze yu Zhongguo zai lienhegu"],
        ["mao2006", "container", "Guoji Zhanlue Yanjiu", "Guoji zhanlüe yanjiu"],
        ["mao2006", "author", "Mao Luipeng", "Mao Luipeng"],
        ["mao2006", "author", "Lv Desheng", "Lü Desheng"],
    ]
    told = done.stderr.decode().splitlines()
    places = [line.split()[:2] for line in told if line.startswith("  line")]
    assert places == [["line", "3"], ["line", "4"], ["line", "2"], ["line", "2"]]
    marks = [
        told[number + 1].index("~") - line.index("lienhegu") for number, line in enumerate(told) if "zai lien" in line
    ]
    assert marks == [0]
    assert told[-1] == "4 romanised strings, 4 findings"
    assert done.returncode == 1


def test_a_paper_gives_its_findings_at_their_notes(citekit, tmp_path):
    (tmp_path / "paper.txt").write_text(PAPER, encoding="utf-8")
    done = citekit("romanise", "paper.txt", "--check")
    told = done.stderr.decode().splitlines()
    assert done.stdout == b""
    assert [line.split()[:2] for line in told if line.startswith("  note")] == [["note", "1"], ["note", "2"]]
    assert [line.split()[0] for line in told if line.startswith("PY")] == ["PY002", "PY021"]


def test_the_misprints_of_the_bundled_paper(citekit, sample):
    """The 18 misprints that are no words, both ü and the apostrophe, and nothing else that is an error."""
    told = citekit("romanise", sample, "--check", "--no-misprints").stderr.decode()
    codes = [line.split()[0] for line in told.splitlines() if line.startswith("PY")]
    assert {code: codes.count(code) for code in ("PY001", "PY002", "PY006", "PY007")} == {
        "PY001": 8, "PY002": 10, "PY006": 2, "PY007": 1,
    }  # fmt: skip


@pytest.mark.usefixtures("lexicon")
def test_the_misprints_of_the_bundled_paper_with_what_is_meant(citekit, sample):
    """What is no word is told once, now with a proposal, and so is what is a word but not the one meant."""
    done = citekit("romanise", sample, "--json", "-q")
    strings = json.loads(done.stdout)["strings"]
    told = [(one["code"], one["old"], one["new"]) for string in strings for one in string["repairs"]]
    codes = [code for code, *_ in told]
    assert codes.count("PY001") + codes.count("PY002") + codes.count("PY020") >= 22
    assert told.count(("PY002", "lienheguo", "lianheguo")) >= 7
    for found in (("PY020", "Banggongshi", "Bangongshi"), ("PY020", "xindong", "xingdong"),
                  ("PY021", "Yongshen", "Yongsheng"), ("PY023", "Remin", "Renmin")):  # fmt: skip
        assert found in told
    assert not {"March", "April"} & {old for _, old, _ in told}


def test_json_has_the_faces_and_the_repairs(citekit):
    done = citekit("romanise", "--json", "Guoji Zhanlue Yanjiu 国际战略研究 (Strategic Studies)")
    (string,) = json.loads(done.stdout)["strings"]
    assert (string["printed"], string["regular"]) == ("Guoji Zhanlue Yanjiu", "Guoji Zhanlüe Yanjiu")
    assert (string["original"], string["translation"]) == ("国际战略研究", "Strategic Studies")
    assert string["language"] == "zh-Latn-pinyin"
    (repair,) = string["repairs"]
    assert (repair["code"], repair["old"], repair["new"], repair["made"]) == ("PY006", "u", "ü", True)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nofile.bib"], "There is no file nofile.bib; give the name of one that is there, or a string."),
        (["Renmin", "--from", "bibtex"], "There is no file Renmin; give the name of one that is there, or a string."),
        (["Renmin", "--apply", "XX"], "XX is none of the PY codes; `citekit explain --list` lists them."),
        (["Renmin", "--apply", "RD001"], "RD001 is none of the PY codes; `citekit explain --list` lists them."),
        (["Renmin", "--check", "--json"], "--check writes no strings and --json does; give one of them."),
        (["Renmin", "--to", "pinyin"], "Invalid value for '--to': 'pinyin' is not one of"),
        (["Renmin", "--search", "--learn"], "--search and --learn write two things; give one of them."),
        (["Renmin", "--from", "zh", "--to", "gb"], "--from zh writes pinyin; run citekit romanise on that for a form"),
        (["Renmin", "--sort-keys"], "--sort-keys writes a library: give --from zh and -o with it."),
        (["Renmin", "--originals"], "--originals writes a library: give -o with it."),
        (["Renmin", "--learn"], "--learn reads libraries; name a file that holds one."),
        (["Renmin", "--no-misprints", "--search"], "--characters and --search need the word list"),
        (["Renmin", "--check", "-o", "x.txt"], "--check writes nothing to -o; leave that out."),
    ],
)
def test_bad_usage_gets_a_sentence(citekit, arguments, sentence):
    done = citekit("romanise", *arguments)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"citekit: {sentence}")
    assert done.stdout == b""


def test_the_example_in_the_help_is_what_comes_out(citekit):
    lines = [line[2:] for line in verbs.commands["romanise"].epilog.splitlines()[2:]]
    command, *shown = [line for line in lines if line != "..."]
    string = command.split("'")[1]
    done = citekit("romanise", "--to", "chicago", string)
    written = (done.stdout + done.stderr).decode().splitlines()
    assert shown
    assert written[: len(shown)] == shown


def test_a_folder_is_no_string(citekit, tmp_path):
    done = citekit("romanise", f"{tmp_path}/")
    assert done.returncode == 2
    assert "is a folder" in done.stderr.decode()
