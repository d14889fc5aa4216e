"""What is merged in place keeps what it was in: its encoding, its bytes, what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("libraries")
LIBRARY = (FOLDER / "library.bib").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def library(tmp_path):
    for name in ("library.bib", "new.ris"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    return tmp_path / "library.bib"


def test_what_cannot_be_read_in_any_of_the_files_is_kept(citekit, tmp_path):
    (tmp_path / "other.bib").write_text("@book{c, title = {Weihe}}\n@book{torn, title = {No end\n")
    citekit("dedupe", "library.bib", "other.bib", "-o", "all.bib")
    told = (tmp_path / "all.bib").read_text()
    assert "@article{broken,\n  title = {ab" in told
    assert "@book{torn, title = {No end" in told


@pytest.mark.parametrize(
    ("name", "text", "broken"),
    [
        (
            "l.csl.json",
            (
                '[{"id": "a", "type": "book", "title": "Jiangou Heping de lu"},\n {"id": "x", "title": oops},\n'
                ' {"id": "b", "type": "book", "title": "Jiangou Heping de lu"}]\n'
            ),
            '{"id": "x", "title": oops}',
        ),
        (
            "l.ris",
            (
                "stray\nTY  - BOOK\nID  - a\nTI  - Jiangou Heping de lu\nER  - \n\n"
                "TY  - BOOK\nID  - b\nTI  - Jiangou Heping de lu\nER  - \n"
            ),
            "stray\n",
        ),
    ],
)
def test_what_cannot_be_read_stays_in_every_format_that_is_merged_in_place(citekit, tmp_path, name, text, broken):
    (tmp_path / name).write_text(text)
    done = citekit("dedupe", name, "--in-place")
    told = (tmp_path / name).read_text()
    assert done.returncode == 1
    assert broken in told
    assert told.count("Jiangou") == 1
    citekit("dedupe", "--undo", name)
    assert (tmp_path / name).read_text() == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16", "gb18030"])
def test_a_file_keeps_its_encoding_and_its_line_ends(citekit, library, encoding):
    sign = "国" if encoding == "gb18030" else "ä"
    text = LIBRARY.replace("my library", f"my {sign * 40}").replace("\n", "\r\n")
    library.write_bytes(text.encode(encoding))
    citekit("dedupe", "library.bib", "--in-place", "-q")
    told = library.read_bytes()
    assert told.decode(encoding).startswith(text[:60])
    assert "ids = {tang2002a},\r\n" in told.decode(encoding)
    citekit("dedupe", "--undo", "library.bib")
    assert library.read_bytes() == text.encode(encoding)


def test_signs_that_an_encoding_has_not_are_not_lost(citekit, tmp_path, library):
    library.write_bytes(LIBRARY.replace("my library", "mine: " + "ä" * 40).encode("latin-1"))
    (tmp_path / "other.bib").write_text("@book{c, title = {中国与联合国}}\n", encoding="utf-8")
    done = citekit("dedupe", "library.bib", "other.bib", "--in-place")
    assert "is written in utf-8, for " in done.stderr.decode()
    assert "中国与联合国" in library.read_text(encoding="utf-8")
    assert "ä" * 40 in library.read_text(encoding="utf-8")


def test_bytes_that_mean_nothing_are_said_and_stay(citekit, library):
    text = (LIBRARY * 1).replace("my library", "my 中国中国中国 LIBRARY").encode().replace(b"LIBRARY", b"\xff\xfe")
    library.write_bytes(text)
    done = citekit("dedupe", "library.bib", "--in-place")
    assert b"RD010" in done.stderr
    assert b"line 1" in done.stderr
    told = library.read_bytes()
    assert told.startswith(text[:40])
    assert b"ids = {tang2002a}" in told


def test_a_file_that_another_program_changed_meanwhile_is_left_alone(citekit, library, monkeypatch):
    from citekit.cli import deduping  # noqa: PLC0415 - not before the command line itself is tried

    merged = deduping.merged

    def slow(*arguments):
        library.write_text(LIBRARY + "@book{c, title = {New}}\n")
        return merged(*arguments)

    monkeypatch.setattr(deduping, "merged", slow)
    done = citekit("dedupe", "library.bib", "--in-place")
    assert done.returncode == 2
    assert b"has been changed by another program" in done.stderr
    assert library.read_text() == LIBRARY + "@book{c, title = {New}}\n"


def test_a_field_that_stands_twice_is_not_lost_with_its_entry(citekit, library):
    library.write_text(
        LIBRARY.replace("groups = {Mine,Others},", "groups = {Mine,Others}, doi = {10.1/x}, doi = {10.1/y},")
    )
    done = citekit("dedupe", "library.bib", "--in-place", "--lead", "first")
    assert b"RD102" in done.stderr
    told = library.read_text()
    assert "@article{tang2002a" not in told
    assert "10.1/x" in told
    assert "10.1/y" in told
