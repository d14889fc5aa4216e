"""LaTeX: what its commands print, how its notes are counted, what is taken in from beside it."""

from __future__ import annotations

import pytest

import citekit
from citekit.read.sources.latex import read_latex


def notes(body, head=r"\documentclass{article}"):
    return read_latex(rf"{head}\begin{{document}}{body}\end{{document}}".encode(), "paper.tex").notes


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (r"Fravel, \emph{China's Attitude}, p.~1 \& 2", "Fravel, China’s Attitude, p. 1 & 2"),
        (r"``more'' and `less' --- 10--12", "“more” and ‘less’ — 10–12"),
        (r"\enquote{Zhongguo} and \enquote*{x}", "“Zhongguo” and ‘x’"),
        ('"`Weltpolitik"\' und', "„Weltpolitik“ und"),
        (r"M\"uller, Stra\ss e, \'{e}t\'e, \v{S}afa\v r\'\i k, \o{} \S~5", "Müller, Straße, été, Šafařík, ø § 5"),
        (r"\url{https://x.org/a_b%20c}. Next", "https://x.org/a_b%20c. Next"),
        (r"\href{https://x.org/}{the \emph{page}}", "the page"),
        ("cut % a remark\n  here", "cut here"),
        (r"\textsc{Li}, {\itshape Yunhe} 3\textsuperscript{rd} ed.", "Li, Yunhe 3rd ed."),
        (r"see \cite[12]{zhao2007} and \textcite{li}", "see @zhao2007, 12 and @li"),
        (r"\cites[3]{a}[see][4--5]{b}", "@a, 3; see @b, 4–5"),
        (r"costs \$5, 10\%, $x^2$, \{braced\}", "costs $5, 10%, x^2, {braced}"),
        (r"a\footnote{in it} b", "ain it b"),
        (r"\label{fn:x}Shown \index{Li}only", "Shown only"),
    ],
)
def test_what_a_note_prints(source, text):
    (note,) = notes(rf"Text.\footnote{{{source}}}")
    assert note.text.replace("\xa0", " ") == text


def test_marks_are_tied_to_their_texts():
    found = notes(r"A\footnotemark{} b\footnotemark[2].\footnotetext[1]{One}\footnotetext[2]{Two}")
    assert [(note.number, note.text) for note in found] == [(1, "One"), (2, "Two")]


def test_a_mark_without_a_text_is_a_missing_note():
    found = notes(r"A\footnote{One} b\footnotemark{} c.")
    assert [(note.number, note.status) for note in found] == [(1, "intact"), (2, "missing")]


def test_endnotes_and_thanks_are_counted_apart():
    found = notes(r"A\footnote{One} b\endnote{End} c\footnote{Two}", r"\documentclass{article}\title{T\thanks{All}}")
    assert [(note.kind, note.label, note.text) for note in found] == [
        ("author", "*", "All"),
        ("foot", "1", "One"),
        ("end", "1", "End"),
        ("foot", "2", "Two"),
    ]


@pytest.mark.parametrize(("kind", "ids"), [("book", ["1", "2", "2:1"]), ("article", ["1", "2", "3"])])
def test_the_notes_of_a_book_begin_anew_with_each_chapter(kind, ids):
    body = r"\chapter{A}x\footnote{One}y\footnote{Two}\chapter{B}z\footnote{Three}"
    assert [note.id for note in notes(body, rf"\documentclass{{{kind}}}")] == ids


def test_commands_of_the_author_are_read():
    head = r"\newcommand{\ibid}{\emph{ibid.}}\newcommand{\book}[2][see]{#1 \textit{#2}}\def\pla{PLA}"
    (note,) = notes(r"A\footnote{\ibid, 3; \book{Yunhe}; \book[cf.]{Heping} of the \pla.}", head)
    assert note.text == "ibid., 3; see Yunhe; cf. Heping of the PLA."


def test_a_command_that_calls_itself_ends():
    (note,) = notes(r"A\footnote{\x}", r"\newcommand{\x}{\x\x}")
    assert note.number == 1


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "chapters").mkdir()
    (tmp_path / "refs.bib").write_text(
        "@book{zhao2007, author={Zhao, Lei}, title={Jiangou Heping}, publisher={Jiuzhou Chubanshe}, date={2007}}\n"
        "@book{li2001, ids={li}, author={Li, Dongyan}, title={Yunhe shidai}, date={2001}}\n",
        encoding="utf-8",
    )
    (tmp_path / "chapters" / "one.tex").write_text(r"One.\footcite[see][12--14]{zhao2007}", encoding="utf-8")
    (tmp_path / "main.tex").write_text(
        r"\documentclass{article}\addbibresource{refs.bib}\begin{document}\input{chapters/one}"
        r" Two.\footnote{So \textcite[3]{li}, but not \cite{nobody}.} \include{gone} \input{../secret}\end{document}",
        encoding="utf-8",
    )
    (tmp_path.parent / "secret.tex").write_text("Never read.", encoding="utf-8")
    return tmp_path


def test_keys_become_the_works_of_the_bibliography_beside_the_paper(folder):
    library = citekit.extract(folder / "main.tex")
    assert {work.key: (work.title.display, work.author[0].family) for work in library.works} == {
        "zhao2007": ("Jiangou Heping", "Zhao"),
        "li2001": ("Yunhe shidai", "Li"),
    }
    assert [(one.text("locator"), one.signal) for one in library.citations] == [("12-14", "see"), ("3", "So")]


def test_what_is_not_there_is_told(folder):
    library = citekit.extract(folder / "main.tex")
    found = {finding.code: finding.text for finding in (*library.document.findings, *library.findings)}
    assert found["RD152"] == "@nobody"
    absent = [finding.text for finding in library.document.findings if finding.code == "RD151"]
    assert absent == ["gone", "../secret"]
    assert "Never read" not in library.document.text
