"""``citekit style`` from the outside: libraries and papers in styles, formats, errors, how it ends."""

from __future__ import annotations

import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from citekit.cli.style_formats import OUTPUTS, SUFFIXES
from citekit.cli.styling import CLASSIC
from citekit.cli.verbs import verbs
from citekit.model import Document, Face, Library, Title, Work
from citekit.style.output import FORMATS
from citekit.write import READERS, WRITERS
from citekit.write.bibtex import to_bibtex
from citekit.write.classic import STYLES
from citekit.write.load import load_bibtex

SMALL = Path(__file__).parent / "papers" / "small.txt"
CHICAGO = "chicago-notes-bibliography-17th-edition"
GBT = "china-national-standard-gb-t-7714-2015-numeric"
TITLE = "Jiangou Heping"
DOI = "10.1080/10670560802431610"
LIBRARY = """\
@book{zhao2007,
  author = {Zhao, Lei},
  title = {Jiangou Heping},
  publisher = {Jiuzhou Chubanshe},
  address = {Beijing},
  date = {2007},
}
@article{chen2009,
  author = {Chen, Jing},
  title = {Explaining the Change},
  journal = {Journal of Contemporary China},
  volume = {18},
  number = {58},
  pages = {159--160},
  date = {2009},
  doi = {10.1080/10670560802431610},
}
"""


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "refs.bib"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def lines(done):
    return [line for line in done.stdout.decode().splitlines() if line]


def test_a_library_gives_its_bibliography(citekit, library):
    done = citekit("style", library.name, "--style", "oscola")
    assert lines(done) == [
        f"Chen J, ‘Explaining the Change’ (2009) 18 Journal of Contemporary China 159 <https://doi.org/{DOI}>",
        "Zhao L, Jiangou Heping (Jiuzhou Chubanshe 2007)",
    ]
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_library_on_stdin_is_known_by_its_text(citekit, library):
    done = citekit("style", "-", "--style", "apa", stdin=LIBRARY.encode())
    assert done.stdout == citekit("style", library.name, "--style", "apa").stdout


def test_a_paper_gives_its_notes(citekit):
    done = citekit("style", SMALL, "--style", "oscola")
    assert [line.partition(" ")[0] for line in lines(done)] == [f"{number}." for number in range(1, 8)]
    assert (
        lines(done)[1]
        == "2. See, for example, Wei Heping, Chinese Peacekeeping Troops (China Intercontinental Press 2011)."
    )
    assert lines(done)[3] == "4. [This note is missing from the source.]"
    assert lines(done)[5:] == ["6. Zhao (n 1) 12–15.", "7. ibid 20."]
    assert done.returncode == 1


def test_citations_in_the_text_need_the_bibliography_too(citekit):
    done = lines(citekit("style", SMALL, "--style", "apa"))
    assert done[5:7] == ["6. (Zhao, 2007, pp. 12–15).", "7. (Zhao, 2007, p. 20)."]
    assert done[8] == "Wei, H. (2011). Chinese Peacekeeping Troops. China Intercontinental Press."


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["citations"], ["zhao2007: (Zhao 2007)", "chen2009: (Chen 2009)"]),
        (["notes"], ["1. (Zhao 2007)", "2. (Chen 2009)"]),
        (
            ["notes", "citations"],
            ["1. (Zhao 2007)", "2. (Chen 2009)", "zhao2007: (Zhao 2007)", "chen2009: (Chen 2009)"],
        ),
    ],
)
def test_the_parts_that_are_asked_for_are_written_in_their_order(citekit, library, parts, expected):
    options = [word for part in parts for word in ("--as", part)]
    assert lines(citekit("style", library.name, "--style", "chicago-author-date-17th-edition", *options)) == expected


def test_the_citations_of_a_paper_stand_by_its_notes(citekit):
    done = lines(citekit("style", SMALL, "--style", "apa", "--as", "citations"))
    assert done[:2] == ["1. (Zhao, 2007; see Tang, 2002)", "2. (see, for example, Wei, 2011)"]


def test_a_preview_shows_every_form_of_one_work(citekit, library):
    done = citekit("style", library.name, "--style", CHICAGO, "--preview", "zhao2007")
    assert lines(done) == [
        "note: Zhao Lei, Jiangou Heping (Beijing: Jiuzhou Chubanshe, 2007).",
        "short note: Zhao, Jiangou Heping.",
        "ibid.: Zhao.",
        "entry: Zhao Lei. Jiangou Heping. Beijing: Jiuzhou Chubanshe, 2007.",
    ]


def test_terms_are_in_the_language_that_is_asked_for(citekit, library):
    library.write_text(LIBRARY.replace("@book", "@collection").replace("author = {Zhao", "editor = {Zhao"))
    words = [citekit("style", library.name, "--style", "apa", *more).stdout for more in ([], ["--locale", "de"])]
    assert b"(Ed.)" in words[0]
    assert b"(Hrsg.)" in words[1]


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["apa"], "Jiangou Heping [Constructing Peace]"),
        (["apa", "--view", "original"], "建构和平"),
        (["apa", "--view", "all"], "Jiangou Heping 建构和平 [Constructing Peace]"),
        ([GBT], "建构和平"),
        (
            ["china-national-standard-gb-t-7714-2015-numeric", "--view", "romanised"],
            "Jiangou Heping [Constructing Peace]",
        ),
    ],
)
def test_faces_are_shown_as_the_style_or_the_user_wants_them(citekit, library, options, shown):
    title = Title(Face(TITLE, "zh-Latn-pinyin"), Face("建构和平", "zh-Hans"), Face("Constructing Peace", "en"))
    works = (Work("zhao2007", "book", title, fields={"date": "2007"}),)
    library.write_text(to_bibtex(Library(Document("refs.bib", ""), works=works)), encoding="utf-8")
    told = citekit("style", library.name, "--style", *options).stdout.decode()
    assert shown in told
    assert [face in told for face in (TITLE, "建构", "Peace")] == [face in shown for face in (TITLE, "建构", "Peace")]


def test_every_classic_style_can_be_asked_for():
    assert CLASSIC == STYLES


@pytest.mark.parametrize("style", CLASSIC)
def test_the_classic_styles_of_bibtex_are_there(citekit, library, style):
    done = citekit("style", library.name, "--style", style)
    assert all(line.startswith("[") for line in lines(done))
    assert len(lines(done)) == 2
    assert TITLE in done.stdout.decode()


def test_a_style_of_ones_own_is_a_file(citekit, library, tmp_path):
    (tmp_path / "mine.csl").write_text(
        '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><citation><layout>'
        '<text variable="title"/></layout></citation><bibliography><layout><text variable="title" suffix="!"/>'
        "</layout></bibliography></style>",
        encoding="utf-8",
    )
    assert lines(citekit("style", library.name, "--style", "mine.csl")) == ["Jiangou Heping!", "Explaining the Change!"]


def test_a_style_without_a_bibliography_gives_notes_and_says_so(citekit, library):
    done = citekit("style", library.name, "--style", "chicago-notes")
    assert lines(done)[0].startswith("1. ")
    assert b"has no bibliography; its notes are written." in done.stderr


@pytest.mark.parametrize(
    ("query", "name"),
    [("apa", "apa"), ("chicago notes", "chicago-notes"), ("中文", "china-national-standard-gb-t-7714-2015-numeric")],
)
def test_styles_are_found_by_their_words(citekit, monkeypatch, tmp_path, query, name):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))  # where the list of styles is kept
    done = citekit("style", "--list", query)
    assert name in [line.split()[0] for line in lines(done)]
    assert done.returncode == 0


def test_every_format_can_be_asked_for():
    assert set(OUTPUTS) == {*FORMATS, "docx"}


@pytest.mark.parametrize(
    ("suffix", "opening"),
    [
        (".txt", "Chen, J."),
        (".md", "Chen, J."),
        (".html", "<!DOCTYPE html>"),
        (".rtf", "{\\rtf1"),
        (".tex", "{\\linespread"),
        (".rst", "Chen"),
    ],
)
def test_the_format_follows_the_suffix(citekit, library, tmp_path, suffix, opening):
    assert suffix in SUFFIXES
    done = citekit("style", library.name, "--style", "apa", "-o", f"out{suffix}")
    assert (done.returncode, done.stdout) == (0, b"")
    written = (tmp_path / f"out{suffix}").read_text(encoding="utf-8")
    assert written.startswith(opening)
    assert TITLE in written


def test_a_word_file_is_one(citekit, library, tmp_path):
    citekit("style", library.name, "--style", "apa", "-o", "out.docx")
    with zipfile.ZipFile(tmp_path / "out.docx") as file:
        assert TITLE in file.read("word/document.xml").decode()


def test_html_tells_where_each_piece_comes_from_and_links_where_it_is_asked(citekit, library):
    done = citekit("style", library.name, "--style", "apa", "--to", "html", "--data", "--links").stdout.decode()
    assert 'data-variable="title"' in done
    assert f'<a href="https://doi.org/{DOI}">' in done
    bare = citekit("style", library.name, "--style", "apa", "--to", "html").stdout.decode()
    assert "data-" not in bare
    assert "<a " not in bare


def test_findings_are_counted_and_shown_where_they_are_asked_for(citekit, tmp_path):
    (tmp_path / "broken.bib").write_text(f"{LIBRARY}@book{{open, title = {{Never closed", encoding="utf-8")
    done = citekit("style", "broken.bib", "--style", "apa")
    assert done.returncode == 1
    assert done.stderr == b"citekit: 1 finding; --findings shows them.\n"
    assert b"RD101" in citekit("style", "broken.bib", "--style", "apa", "--findings").stderr
    assert citekit("style", "broken.bib", "--style", "apa", "-q").stderr == b""
    assert TITLE in done.stdout.decode()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--style", "apaa"], "There is no style 'apaa': the nearest are apa"),
        (["--style", "no.csl"], "There is no style 'no.csl'"),
        (["--style", "apa", "--locale", "xx"], "There are no terms in xx"),
        (["--style", "apa", "--preview", "zhao207"], "has no work zhao207; did you mean zhao2007"),
        (["--style", "apa", "--data"], "--data is for html"),
        (["--style", "apa", "--from", "docx"], "is in a format that is not read, docx"),
        (["--style", "apa", "-o", "out.xyz"], "The name out.xyz does not say a format"),
        (["--style", "apa", "-o", "refs.bib", "--to", "text"], "is an input and is not written over"),
        (["--style", "plain", "--as", "notes"], "prints a bibliography, nothing else"),
        (["--style", "plain", "--to", "docx"], "is not written as docx"),
        ([], "Name a library or a paper, and a --style"),
        (["--list", "qqqqzzzz"], "No style is found for qqqqzzzz"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(citekit, library, words, told):
    done = citekit("style", library.name, *words)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"citekit: ")
    assert told in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_a_word_file_without_pandoc_is_refused_in_a_sentence(citekit, library, monkeypatch):
    monkeypatch.setattr("shutil.which", lambda *_, **__: None)
    done = citekit("style", library.name, "--style", "apa", "-o", "out.docx")
    assert done.returncode == 2
    assert b"pandoc" in done.stderr


def test_the_example_in_the_help_is_what_comes_out(citekit, sample):
    told = [line.strip() for line in verbs.commands["style"].epilog.splitlines()]
    command = next(line for line in told if line.startswith("$ "))
    words = [str(sample) if word == "paper.txt" else word for word in command.split()[2:]]
    shown = [line for line in told[told.index(command) + 1 :] if line != "..."]
    assert lines(citekit(*words))[: len(shown)] == shown


def test_every_format_that_is_read_and_written_is_styled(citekit, tmp_path):
    for form in sorted(READERS.keys() & WRITERS.keys()):
        (tmp_path / "again").write_text(WRITERS[form](load_bibtex(LIBRARY, "refs.bib")), encoding="utf-8")
        done = citekit("style", "again", "--from", form, "--style", "apa", "-q")
        assert TITLE in done.stdout.decode(), form


def test_an_interrupt_ends_it_quietly_and_leaves_no_file(library):
    # citekit says on a line of its own that it has begun, so that the signal meets it at work
    script = (
        "import sys, citekit.cli.styling as styling; from citekit import cli\n"
        "def begun(*_): print('begun', flush=True); sys.stdin.read()\n"
        "styling.read_library = begun\n"
        "sys.exit(cli.run(['style', 'refs.bib', '--style', 'apa', '-o', 'out.txt']))"
    )
    streams = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, "-c", script], cwd=library.parent, **streams) as work:
        assert work.stdout.readline() == "begun\n"
        work.send_signal(signal.SIGINT)
        _, told = work.communicate(timeout=60)
    assert work.returncode == 130
    assert told.strip() == "citekit: interrupted"
    assert [path.name for path in library.parent.iterdir()] == ["refs.bib"]


def test_a_reader_that_has_had_enough_is_no_fault(library):
    command = f"{sys.executable} -m citekit style {library} --style apa | head -c 1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert (len(done.stdout), done.stderr) == (1, b"")
