"""``citekit check`` on the command line: reports, settings, repairs, exit codes, sentences for what cannot be."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from citekit import cli
from citekit.cli.reports import FORMS

FAULTY = (
    "@article{wei2004,\n  author = {Wei, Heping},\n  title = {Peace},\n  journal = {Asia},\n  year = 2004,\n"
    "  pages = {39-44},\n  doi = {https://doi.org/10.1000/1},\n  isbn = {0306406153},\n}\n"
)
CLEAN = "@misc{a,\n  title = {Peace},\n  year = 2004,\n}\n"


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("faulty.bib").write_text(FAULTY, encoding="utf-8")
    Path("clean.bib").write_text(CLEAN, encoding="utf-8")
    return tmp_path


def run(capsysbinary, *arguments):
    code = cli.run(["check", *arguments])
    told = capsysbinary.readouterr()
    return code, told.out.decode(), told.err.decode()


def test_findings_go_to_stdout_and_the_summary_to_stderr(capsysbinary):
    code, out, err = run(capsysbinary, "faulty.bib")
    assert code == 1
    assert out.startswith(
        "faulty.bib:6:12: CK071 pages-with-hyphen: The range has no double hyphen, which LaTeX makes a dash of.\n"
        "  6    pages = {39-44},\n"
        "                ^^^^^\n"
        "  help: Write 39--44.\n\n"
    )
    assert err == ("faulty.bib: 1 entry, 1 error, 2 notices\n2 can be put right with --fix; --diff shows how\n")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["clean.bib"], 0),
        (["clean.bib", "--strict"], 0),
        (["faulty.bib"], 1),
        (["faulty.bib", "--ignore", "CK037"], 0),
        (["faulty.bib", "--ignore", "CK037", "--strict"], 1),
        (["faulty.bib", "--select", "CK07"], 0),
        (["clean.bib", "faulty.bib"], 1),
        (["clean.bib", "--cited-in", "text.md"], 1),
    ],
)
def test_the_exit_code_tells_whether_there_is_something_to_look_at(arguments, code, capsysbinary):
    Path("text.md").write_text("See [@nobody].", encoding="utf-8")
    assert run(capsysbinary, *arguments)[0] == code


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Name a FILE to check"),
        (["no.bib"], "There is no file no.bib"),
        (["."], "is a folder"),
        (["faulty.bib", "--select", "CK999"], "CK999 is no code of a finding"),
        (["faulty.bib", "--published", "yesterday"], "yesterday is no day"),
        (["faulty.bib", "--published", "2011-02-30"], "2011-02-30 is no day"),
        (["faulty.bib", "--unsafe-fixes"], "goes with --fix or --diff"),
        (["faulty.bib", "--config", "no.toml"], "There is no file no.toml"),
        (["faulty.bib", "--from", "nonsense"], "is in a format that is not read, nonsense"),
        (["faulty.bib", "-o", "faulty.bib"], "is not written over"),
        (["-", "-"], "can be read only once"),
        (["-", "--fix"], "stdin cannot be put right in its place"),
        (["faulty.bib", "--cited-in", "no.tex"], "There is no file no.tex"),
        (["broken.bib"], "no text"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(arguments, said, capsysbinary):
    Path("broken.bib").write_bytes(bytes(range(256)) * 9)
    code, out, err = run(capsysbinary, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_report_is_written_to_a_file(form, capsysbinary):
    code, out, _ = run(capsysbinary, "faulty.bib", "--to", form, "-o", "report")
    assert (code, out) == (1, "")
    assert "CK037" in Path("report").read_text(encoding="utf-8")


def test_stdin_is_checked(capsysbinary, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(FAULTY.encode())))
    code, out, err = run(capsysbinary, "-", "--to", "jsonl")
    assert code == 1
    assert {json.loads(line)["source"] for line in out.splitlines()} == {"-"}
    assert err.startswith("stdin: 1 entry, ")


def test_a_diff_changes_nothing(capsysbinary):
    code, out, err = run(capsysbinary, "faulty.bib", "--diff", "--fix")
    assert code == 1
    assert Path("faulty.bib").read_text(encoding="utf-8") == FAULTY
    assert [line for line in out.splitlines() if re.match(r"[+-](?![+-])", line)] == [
        "-  pages = {39-44},",
        "-  doi = {https://doi.org/10.1000/1},",
        "+  pages = {39--44},",
        "+  doi = {10.1000/1},",
    ]
    assert "2 findings would be put right" in err


@pytest.mark.parametrize("mark", [b"", "\ufeff".encode()])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_fix_changes_what_is_safe_and_no_other_byte(mark, line_end, capsysbinary):
    before = mark + FAULTY.encode().replace(b"\n", line_end)
    Path("faulty.bib").write_bytes(before)
    code, out, err = run(capsysbinary, "faulty.bib", "--fix")
    after = Path("faulty.bib").read_bytes()
    assert after == before.replace(b"39-44", b"39--44").replace(b"https://doi.org/", b"")
    assert code == 1
    assert "CK037" in out
    assert "CK071" not in out
    assert "2 findings were put right" in err
    run(capsysbinary, "faulty.bib", "--fix")
    assert Path("faulty.bib").read_bytes() == after


def test_a_file_that_is_not_in_utf8_is_not_changed(capsysbinary):
    data = FAULTY.replace("Heping", "Häping Wöi Grüße").encode("latin-1")
    Path("faulty.bib").write_bytes(data)
    code, _, err = run(capsysbinary, "faulty.bib", "--fix")
    assert code == 2
    assert "not in UTF-8" in err
    assert Path("faulty.bib").read_bytes() == data


def test_settings_are_found_above_the_file(capsysbinary):
    Path("sub/deeper").mkdir(parents=True)
    Path("sub/deeper/a.bib").write_text(FAULTY, encoding="utf-8")
    Path("sub/pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    Path("pyproject.toml").write_text('[tool.citekit.check]\nignore = ["CK03", "CK07"]\n', encoding="utf-8")
    assert run(capsysbinary, "sub/deeper/a.bib", "--strict")[0] == 0
    assert run(capsysbinary, "sub/deeper/a.bib", "--select", "CK037")[0] == 1
    Path("sub/citekit.toml").write_text("[check]\nselect = ['CK037']\n", encoding="utf-8")
    assert run(capsysbinary, "sub/deeper/a.bib")[0] == 1
    assert run(capsysbinary, "sub/deeper/a.bib", "--config", "pyproject.toml")[0] == 0


def test_each_file_has_the_settings_of_its_own_project(capsysbinary):
    for name, code in (("one", "CK071"), ("two", "CK031")):
        Path(name).mkdir()
        Path(name, "a.bib").write_text(FAULTY, encoding="utf-8")
        Path(name, "citekit.toml").write_text(f"[check]\nselect = ['{code}']\n", encoding="utf-8")
    _, out, _ = run(capsysbinary, "two/a.bib", "one/a.bib", "--to", "jsonl")
    told = [json.loads(line) for line in out.splitlines()]
    assert [(one["source"], one["code"]) for one in told] == [("two/a.bib", "CK031"), ("one/a.bib", "CK071")]


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ('key-pattern = "[a-z]+"\nselect = ["CK005"]', ["CK005"]),
        ('dialect = "bibtex"\nselect = ["CK013"]', []),
        ('published = "2003"\nselect = ["CK054"]', ["CK054"]),
        ("published = 2003-12-31\nselect = ['CK054']", ["CK054"]),
        ('per-file-ignores = { "faulty.*" = ["CK"] }', []),
    ],
)
def test_settings_act(settings, codes, capsysbinary):
    Path("citekit.toml").write_text(f"[check]\n{settings}\n", encoding="utf-8")
    _, out, _ = run(capsysbinary, "faulty.bib", "--to", "jsonl")
    assert [json.loads(line)["code"] for line in out.splitlines()] == codes


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("selct = []", "there is no setting selct"),
        ("select = 'CK030'", "select is to be a list of codes"),
        ("per-file-ignores = ['*.bib']", "per-file-ignores is to be a table"),
        ("dialect = 'amsrefs'", "dialect is to be biblatex or bibtex"),
        ("published = 2011", "published is to be a day"),
        ("key-pattern = '['", "key-pattern is to be a regular expression"),
        ("ignore = ['CK999']", "CK999 is no code"),
        ("select = [", "cannot be read as TOML"),
    ],
)
def test_settings_that_cannot_be_are_said(settings, said, capsysbinary):
    Path("citekit.toml").write_text(f"[check]\n{settings}\n", encoding="utf-8")
    code, _, err = run(capsysbinary, "faulty.bib")
    assert code == 2
    assert said in err
    assert err.count("\n") == 1


def test_keys_that_a_text_cites_are_told_in_it(capsysbinary):
    Path("thesis.tex").write_text("x\n\\cite{wei2004, wie2004}", encoding="utf-8")
    _, out, _ = run(capsysbinary, "faulty.bib", "--cited-in", "thesis.tex", "--select", "CK15")
    assert out.startswith("thesis.tex:2:16: CK155 cited-key-missing: wie2004 is cited and is the key of no entry.\n")


def test_the_rules_are_listed(capsysbinary):
    code, out, _ = run(capsysbinary, "--list-rules")
    assert code == 0
    assert len(out.splitlines()) >= 60
    assert re.search(r"^CK031  doi-with-resolver +info +--fix ", out, re.MULTILINE)


def test_the_example_of_the_help_is_true(root, monkeypatch, capsysbinary):
    monkeypatch.chdir(root)
    _, out, _ = run(capsysbinary, "references.bib")
    cli.run(["check", "--help"])
    example = capsysbinary.readouterr().out.decode().partition("$ citekit check references.bib\n")[2]
    assert " ".join(example.partition("...")[0].split()) in " ".join(out.split())
