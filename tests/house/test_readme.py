"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex

import pytest


@pytest.fixture(scope="module")
def readme(root):
    return (root / "README.md").read_text(encoding="utf-8")


def blocks(readme):
    """The indented blocks, without their indent."""
    found = re.findall(r"(?:^(?: {4}.*)?\n)+", readme, re.MULTILINE)
    return [re.sub(r"^ {4}", "", block, flags=re.MULTILINE).strip("\n") for block in found if block.strip()]


def test_the_note_and_its_entries_are_those_of_the_bundled_paper(root, readme, sample):
    (note,) = [block for block in blocks(readme) if block.startswith("8 ")]
    (entries,) = [block for block in blocks(readme) if block.startswith("@")]
    assert note in re.sub(r" +$", "", sample.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert entries in (root / "references.bib").read_text(encoding="utf-8")


def test_the_lines_of_python_run(readme, sample, tmp_path, monkeypatch, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    (tmp_path / "paper.txt").write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)
    exec(code, {})  # noqa: S102 - it is ours
    told = capsys.readouterr().out.splitlines()
    assert "zhao2007jiangou Jiangou Heping: Zhongguo dui Lianheguo Waijiao Xingwei Yanjin ['8']" in told
    assert told[-1].startswith("Chinese Peacekeeping Troops (12, 39)")


def test_the_lines_in_the_styles_are_those_of_the_bundled_paper(readme, sample, capsysbinary):
    from citekit import cli  # noqa: PLC0415 - the others need no command line

    runs = [run for block in blocks(readme) for run in block.split("$ citekit ")[1:] if run.startswith("style ")]
    assert runs
    for run in runs:
        command, *shown = run.strip().splitlines()
        cli.run([str(sample) if word == "paper.txt" else word for word in command.split()])
        assert set(shown) <= set(capsysbinary.readouterr().out.decode().splitlines())


@pytest.mark.usefixtures("lexicon")
def test_the_lines_of_romanised_strings_are_what_comes_out(readme, capsysbinary, monkeypatch):
    from citekit import cli  # noqa: PLC0415 - the others need no command line

    monkeypatch.setenv("COLUMNS", "80")
    runs = [run for block in blocks(readme) for run in block.split("$ citekit ")[1:] if run.startswith("romanise ")]
    strings = [run for run in runs if "'" in run.partition("\n")[0]]
    assert len(strings) >= 4
    for run in strings:
        command, *shown = run.strip().splitlines()
        capsysbinary.readouterr()
        cli.run(shlex.split(command))
        told = capsysbinary.readouterr()
        assert set(shown) <= set((told.out + told.err).decode().splitlines())


def test_every_part_stands_in_the_picture(root, readme):
    parts = {
        path.name for path in (root / "citekit").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    (picture,) = [block for block in blocks(readme) if "\ncitekit/\n" in block]
    drawn = set(re.findall(r"^ {2}(\w+(?:\.py)?)/? ", picture, re.MULTILINE))
    assert drawn == parts - {"__init__.py", "__main__.py", "errors.py"}


def test_every_verb_and_exit_code_is_told(readme):
    from citekit.cli.verbs import verbs  # noqa: PLC0415 - the others need no command line

    assert set(re.findall(r"^\| `citekit (\w+)", readme, re.MULTILINE)) == set(verbs.commands)
    assert re.findall(r"^\| (\d+) \|", readme, re.MULTILINE) == ["0", "1", "2", "130"]
