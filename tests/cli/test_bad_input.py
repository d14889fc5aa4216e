"""Whatever a user hands over, there is a result or one sentence that says what, where and what to do."""

from __future__ import annotations

import pytest

BODY = "Those who study this begin with a book.1 The numbers have grown ever since, and so have the doubts.\n\n"
NOTE = "1 Wei Heping, Chinese Peacekeeping Troops, (Beijing: China Intercontinental Press, 2011).\n"
ENCODED = [
    ("latin-1", NOTE.replace("Wei Heping", "Stefan Stähle")),
    ("cp1252", NOTE.replace("Chinese", "China’s")),
    ("utf-8-sig", NOTE.replace("Wei Heping", "Stefan Stähle")),
    ("utf-16", NOTE.replace("Wei Heping", "Stefan Stähle")),
    ("gb18030", NOTE.replace("Chinese Peacekeeping Troops", "现代中国思想的兴起与联合国维和行动的历史研究")),
]


@pytest.fixture(params=["extract", "notes"])
def verb(request):
    return request.param


def is_one_sentence(done):
    assert done.returncode == 2
    assert done.stdout == b""
    told = done.stderr.decode()
    assert told.startswith("citekit: ")
    assert told.count("\n") == 1
    assert "fault of citekit" not in told


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n "),
        ("binary.bin", bytes(range(256)) * 40),
        ("paper.pdf", b"%PDF-1.7\n\x00\xff"),
    ],
)
def test_a_file_that_holds_no_text_is_refused_in_a_sentence(citekit, tmp_path, verb, name, data):
    (tmp_path / name).write_bytes(data)
    done = citekit(verb, name)
    is_one_sentence(done)
    assert name in done.stderr.decode()


def test_a_file_that_is_not_there_is_refused_in_a_sentence(citekit, tmp_path, verb):
    is_one_sentence(citekit(verb, "no.txt"))
    is_one_sentence(citekit(verb, tmp_path))
    is_one_sentence(citekit("parse", "no.txt"))


def test_an_empty_stdin_is_refused_in_a_sentence(citekit, verb):
    is_one_sentence(citekit(verb, "-"))


@pytest.mark.parametrize(("encoding", "note"), ENCODED)
def test_a_text_is_read_in_the_encoding_it_has(citekit, tmp_path, encoding, note):
    (tmp_path / "paper.txt").write_bytes((BODY + note).encode(encoding))
    done = citekit("notes", "paper.txt")
    assert done.returncode in {0, 1}
    assert " ".join(note[2:].split()) in " ".join(done.stdout.decode().split())


def test_ten_megabytes_without_a_note(citekit, tmp_path):
    (tmp_path / "paper.txt").write_text(BODY.replace(".1", ".") * 100_000, encoding="utf-8")
    done = citekit("extract", "paper.txt")
    assert done.returncode in {0, 1, 2}
    assert "Traceback" not in done.stderr.decode()
    assert "fault of citekit" not in done.stderr.decode()


def test_a_megabyte_on_one_line(citekit, tmp_path):
    (tmp_path / "paper.txt").write_text((BODY + NOTE).replace("\n", " ") * 5_300, encoding="utf-8")
    done = citekit("extract", "paper.txt")
    assert done.returncode in {0, 1, 2}
    assert "Traceback" not in done.stderr.decode()
    assert "fault of citekit" not in done.stderr.decode()
    assert max(map(len, done.stderr.decode().splitlines()), default=0) <= 200
