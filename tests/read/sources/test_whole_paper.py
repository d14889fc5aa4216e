"""A paper of 120 notes written by pandoc in every source format: each note comes back, in order, italics and all."""

from __future__ import annotations

import unicodedata

import pypandoc
import pytest

from citekit.read.sources.latex import read_latex
from citekit.read.sources.markdown import read_markdown
from citekit.read.sources.rtf import read_rtf
from citekit.read.sources.typst import read_typst

NOTES = [
    "Zhao Lei, *Jiangou Heping: Zhongguo dui Lianheguo* (Constructing Peace), (Beijing: Jiuzhou, 2007), p. {n}.",
    "See, “Zhongguo yu lienheguo (China & the UN),” *Renmin Ribao* (People’s Daily), May {n}, 2003 [cut #{n}].",
    "Ibid., pp. {n}–90; see also S/RES/1244_{n} and <https://www.example.org/a_b/c%20d?x=1&y=2#top>.",
    "Ó Tuathail and Müller, “Straße {n},” *Zeitschrift für Ostforschung* 12 (1963): 5–{n}; ders., a.a.O.",
    "赵磊：《建构和平》，九州出版社，2007年，第{n}页。",
    "It cost $5 to $6, or 10% of 50\\_000 – “it reflects *China’s* ‘steady’ actions” {{no. {n}}}.",
]
READERS = {"latex": read_latex, "markdown": read_markdown, "rtf": read_rtf, "typst": read_typst}
COUNT = 120
STRAIGHT = str.maketrans({"*": "", "<": "", ">": "", "“": '"', "”": '"', "‘": "'", "’": "'"})


def texts():
    return [NOTES[(number - 1) % len(NOTES)].format(n=number) for number in range(1, COUNT + 1)]


@pytest.fixture(scope="module")
def paper():
    """The paper as Markdown, its notes defined in another order than they are called in."""
    body = "\n\n".join(f"The canal was *old* when the road was new.[^n{at}] Others say no." for at in range(COUNT))
    defined = "\n\n".join(f"[^n{at}]: {text}" for at, text in reversed(list(enumerate(texts()))))
    return f"# A Paper\n\n{body}\n\n{defined}\n"


def plain(text):
    """The text without signs of markup, folded as NFKC does; pandoc makes some quotation marks straight."""
    text = text.replace("\\_", "_").translate(STRAIGHT)
    return " ".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("form", READERS)
def test_every_note_comes_back(paper, form):
    written = pypandoc.convert_text(paper, form, format="markdown-smart", extra_args=["--standalone", "--wrap=auto"])
    document = READERS[form](written.encode(), f"paper.{form}")
    assert [note.number for note in document.notes] == list(range(1, COUNT + 1))
    assert [plain(note.text) for note in document.notes] == [plain(text) for text in texts()]
    assert all(note.marker for note in document.notes)
    italic = document.notes[0].runs[0]
    assert (document.notes[0].text[italic.start : italic.end], italic.style) == (
        "Jiangou Heping: Zhongguo dui Lianheguo",
        "italic",
    )
