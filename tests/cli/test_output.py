from __future__ import annotations

import os

import pytest

from citekit.cli.output import check_target, write
from citekit.errors import CitekitError


def names(folder):
    return [path.name for path in folder.iterdir()]


def test_a_file_is_written_as_utf8_and_nothing_is_left_beside_it(tmp_path):
    write("Stähle 現代\n", str(tmp_path / "a.bib"))
    assert (tmp_path / "a.bib").read_bytes() == "Stähle 現代\n".encode()
    assert names(tmp_path) == ["a.bib"]


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path):
    (tmp_path / "a.bib").write_text("old")
    (tmp_path / "a.bib").chmod(0o640)
    (tmp_path / "link.bib").symlink_to("a.bib")
    write("new", str(tmp_path / "link.bib"))
    assert (tmp_path / "a.bib").read_text() == "new"
    assert (tmp_path / "a.bib").stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "link.bib").is_symlink()


def test_when_writing_fails_the_old_file_stands_and_nothing_is_left_beside_it(tmp_path, monkeypatch):
    (tmp_path / "a.bib").write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(CitekitError, match=r"a\.bib could not be written \(No space left on device\)"):
        write("new", str(tmp_path / "a.bib"))
    assert (tmp_path / "a.bib").read_text() == "old"
    assert names(tmp_path) == ["a.bib"]


def test_an_interrupt_leaves_nothing_beside_the_file(tmp_path, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("pathlib.Path.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write("new", str(tmp_path / "a.bib"))
    assert names(tmp_path) == []


def test_an_input_is_not_written_over_by_whatever_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "paper.txt").write_text("1. See there.")
    (tmp_path / "link.txt").symlink_to("paper.txt")
    os.link(tmp_path / "paper.txt", tmp_path / "hard.txt")
    for name in ("paper.txt", "./paper.txt", str(tmp_path / "paper.txt"), "link.txt", "hard.txt"):
        with pytest.raises(CitekitError, match="is an input and is not written over"):
            check_target(name, ["other.txt", "paper.txt"])
    check_target("other.bib", ["paper.txt"])
    check_target("-", ["-"])


def test_a_target_that_cannot_be_is_named_before_the_work(tmp_path):
    with pytest.raises(CitekitError, match="is a folder"):
        check_target(str(tmp_path), [])
    with pytest.raises(CitekitError, match="is not there"):
        check_target(str(tmp_path / "no" / "a.bib"), [])
