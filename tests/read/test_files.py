"""The edge of the room: paths, stdin, lists."""

from __future__ import annotations

import io
import os
import sys

import pytest

from citekit import read
from citekit.errors import CitekitError

NOTE = "1 Wei Heping, Chinese Peacekeeping Troops (Beijing: China Intercontinental Press, 2011), p. 7."


def test_a_file_is_read_by_its_path(tmp_path):
    (tmp_path / "paper.txt").write_text(NOTE, encoding="utf-8")
    for path in (tmp_path / "paper.txt", str(tmp_path / "paper.txt")):
        document = read.read_file(path)
        assert document.source == str(path)
        assert [note.text for note in document.notes] == [NOTE[2:]]


def test_a_dash_is_stdin(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NOTE.encode())))
    assert read.read_file("-").notes[0].text == NOTE[2:]


def test_an_empty_stdin_is_called_the_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(CitekitError, match="The input is empty"):
        read.read_file("-")


@pytest.mark.parametrize("reader", [read.read_file, read.decode_file])
def test_what_cannot_be_opened_is_said_in_a_sentence(reader, tmp_path):
    with pytest.raises(CitekitError, match=r"There is no file .*no.txt; check"):
        reader(tmp_path / "no.txt")
    with pytest.raises(CitekitError, match="is a folder; name a file in it"):
        reader(tmp_path)
    with pytest.raises(CitekitError, match="cannot be read"):
        reader("nul\0byte.txt")
    with pytest.raises(CitekitError, match="cannot be read"):
        reader("x" * 5000)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_said_in_a_sentence(tmp_path):
    (tmp_path / "paper.txt").write_text(NOTE, encoding="utf-8")
    (tmp_path / "paper.txt").chmod(0)
    with pytest.raises(CitekitError, match="may not be read"):
        read.read_file(tmp_path / "paper.txt")


def test_the_text_of_a_file_comes_without_its_mark(tmp_path):
    (tmp_path / "list.bib").write_text("@book{a}", encoding="utf-8-sig")
    assert read.decode_file(tmp_path / "list.bib") == "@book{a}"


def test_a_list_holds_one_note_a_line():
    text = "\ufeff [1] Weber, Reise.\r\n\r\n Li Wei, Lishi.\f2 Ibid.\n"
    document = read.read_lines(text, "list")
    assert [(note.id, note.text, note.kind, note.status, note.lines) for note in document.notes] == [
        ("1", "[1] Weber, Reise.", "line", "intact", (1, 1)),
        ("2", "Li Wei, Lishi.", "line", "intact", (3, 3)),
        ("3", "2 Ibid.", "line", "intact", (3, 3)),
    ]
    assert "".join(text[region.start : region.end] for region in document.regions) == text


def test_an_empty_list_holds_no_note():
    assert read.read_lines("", "list").notes == ()


def test_only_what_is_public_is_there():
    assert set(read.__all__) == {"decode_file", "decode_kept", "read_bytes", "read_file", "read_lines", "read_text"}
    with pytest.raises(AttributeError, match="read_pdf"):
        _ = read.read_pdf


def test_bytes_that_mean_nothing_can_be_kept(tmp_path):
    path = tmp_path / "library.bib"
    path.write_bytes(b"\xef\xbb\xbf" + "中国中国".encode() + b"\xff\n")
    kept = read.decode_kept(path)
    assert (kept.text, kept.encoding) == ("中国中国\udcff\n", "utf-8")
    assert kept.text.encode("utf-8", "surrogateescape") == path.read_bytes()[3:]
    assert read.decode_file(path) == "中国中国\ufffd\n"
